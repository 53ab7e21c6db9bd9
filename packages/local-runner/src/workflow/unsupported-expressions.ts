import { Lexer } from '@actions/expressions'
import { isBasicExpression, TemplateToken } from './github-parser.ts'
import type { Template } from './model.ts'
import type { ProblemCollector } from './tokens.ts'

const statusFunctions = ['success', 'failure', 'cancelled', 'always']

/**
 * Refuses every marked expression in the file that GitHub would evaluate and this runner cannot.
 */
export function refuseUnsupportedExpressions(root: Template, collector: ProblemCollector): void {
  for (const [, token] of TemplateToken.traverse(root)) {
    if (isBasicExpression(token)) refuseUnsupportedCalls(token.expression, { token, collector })
  }
}

/** Refuses the calls in one expression, marked or not, that this runner cannot make. */
export function refuseUnsupportedCalls(
  expression: string,
  at: { readonly token: Template; readonly collector: ProblemCollector },
): void {
  const { tokens } = new Lexer(expression).lex()
  for (const [index, { lexeme }] of tokens.entries()) {
    if (tokens[index + 1]?.lexeme !== '(') continue
    const name = lexeme.toLowerCase()
    if (name === 'hashfiles') {
      at.collector.add(at.token, 'hashFiles() is not rehearsed here: compute it in a run step.')
    }
    if (statusFunctions.includes(name) && tokens[index + 2]?.lexeme !== ')') {
      at.collector.add(at.token, `${name}() with arguments is not rehearsed here: leave them out.`)
    }
  }
}
