import type { TemplateContext } from '@actions/workflow-parser/templates/template-context'
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token'
import type { Problem } from '../problems.ts'
import { isMapping, isScalar, isSequence } from './github-parser.ts'

export type { TemplateToken }

/** One entry of a mapping in a workflow file. */
export interface Entry {
  readonly key: string
  readonly keyToken: TemplateToken
  readonly value: TemplateToken
}

/** Collects the problems of one file, each at the place of the token that has it. */
export class ProblemCollector {
  readonly file: string
  readonly problems: Problem[] = []

  constructor(file: string) {
    this.file = file
  }

  add(token: TemplateToken | undefined, message: string): void {
    const { line, column } = token?.range?.start ?? { line: 1, column: 1 }
    this.problems.push({ file: this.file, line, column, message })
  }

  /** Takes over what GitHub's parser found. */
  addAll(context: TemplateContext): void {
    for (const error of context.errors.getErrors()) {
      const { line, column } = error.range?.start ?? { line: 1, column: 1 }
      this.problems.push({
        file: this.file,
        line,
        column,
        message: withoutExcerpt(error.rawMessage),
      })
    }
  }
}

/** The YAML parser repeats the place and adds an excerpt; both are known from the file. */
function withoutExcerpt(message: string): string {
  return (message.split('\n', 1)[0] ?? '').replace(/ at line \d+, column \d+:$/, '.')
}

/** The entries of a mapping; none for anything else. */
export function entriesOf(token: TemplateToken | undefined): readonly Entry[] {
  if (token === undefined || !isMapping(token)) return []
  return [...token].map(({ key, value }) => ({ key: key.toString(), keyToken: key, value }))
}

/** The value under a key of a mapping. */
export function findValue(
  token: TemplateToken | undefined,
  key: string,
): TemplateToken | undefined {
  return entriesOf(token).find((entry) => entry.key === key)?.value
}

/** The items of a sequence; a scalar counts as a sequence of one, as in `needs: build`. */
export function itemsOf(token: TemplateToken | undefined): readonly TemplateToken[] {
  if (token === undefined) return []
  return isSequence(token) ? [...token] : [token]
}

/** The text of a scalar that holds no expression; undefined for anything else. */
export function literalOf(token: TemplateToken | undefined): string | undefined {
  if (token === undefined || !isScalar(token) || token.isExpression) return undefined
  return token.toString()
}

/** The text of a scalar as it was written, markers and all: for conditions, which need none. */
export function sourceOf(token: TemplateToken): string {
  return isScalar(token) ? token.toString() : ''
}
