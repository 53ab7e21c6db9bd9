import { Lexer } from '@actions/expressions'
import type { Token } from '@actions/expressions/lexer'
import { isBasicExpression, TemplateToken } from './github-parser.ts'
import type { Template } from './model.ts'
import { entriesOf, findValue, itemsOf, literalOf, sourceOf } from './tokens.ts'
import type { ProblemCollector } from './tokens.ts'

/**
 * Notes every place that reads a step which its job does not have, as in `steps.nope.outputs.x`.
 * GitHub takes that for an empty value and says nothing.
 */
export function noteUnknownSteps(root: Template, warnings: ProblemCollector): void {
  for (const { value: job } of entriesOf(findValue(root, 'jobs'))) {
    const steps = itemsOf(findValue(job, 'steps'))
    const ids = steps
      .map((step) => literalOf(findValue(step, 'id')))
      .filter((id) => id !== undefined)
    const known = new Set(ids.map((id) => id.toLowerCase()))
    for (const { id, token } of readSteps(job, steps)) {
      if (!known.has(id.toLowerCase())) warnings.add(token, unknownStep(id, ids))
    }
  }
}

function* readSteps(
  job: Template,
  steps: readonly Template[],
): Generator<{ readonly id: string; readonly token: Template }> {
  for (const { expression, token } of expressionsOf(job, steps)) {
    for (const id of stepsReadBy(expression)) yield { id, token }
  }
}

interface Place {
  readonly expression: string
  readonly token: Template
}

function* expressionsOf(job: Template, steps: readonly Template[]): Generator<Place> {
  for (const [, token] of TemplateToken.traverse(job)) {
    if (!isBasicExpression(token)) continue
    for (const part of token.originalExpressions ?? [token]) {
      yield { expression: part.expression, token: part }
    }
  }
  for (const step of steps) {
    const token = findValue(step, 'if')
    // Conditions need no markers.
    if (token && !isBasicExpression(token)) yield { expression: sourceOf(token), token }
  }
}

/** The ids in `steps.ID` and `steps['ID']`, each once. */
function stepsReadBy(expression: string): ReadonlySet<string> {
  const { tokens } = new Lexer(expression).lex()
  const ids = new Set<string>()
  for (const [index, { lexeme }] of tokens.entries()) {
    const isContext = lexeme.toLowerCase() === 'steps' && tokens[index - 1]?.lexeme !== '.'
    const id = isContext ? keyAt(tokens.slice(index + 1, index + 4)) : undefined
    if (id !== undefined) ids.add(id)
  }
  return ids
}

function keyAt([open, key, close]: readonly Token[]): string | undefined {
  if (open?.lexeme === '.') return key?.lexeme === '*' ? undefined : key?.lexeme
  const isText = key?.lexeme.startsWith("'") === true && close?.lexeme === ']'
  return open?.lexeme === '[' && isText ? key.lexeme.slice(1, -1) : undefined
}

function unknownStep(id: string, ids: readonly string[]): string {
  const known = ids.length === 0 ? 'None of its steps has an id' : `Its ids are: ${ids.join(', ')}`
  return `The job has no step with the id '${id}': what is read of it is empty, on GitHub too. ${known}.`
}
