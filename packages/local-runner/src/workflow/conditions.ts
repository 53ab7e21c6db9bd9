import { ensureStatusFunction, isBasicExpression } from './github-parser.ts'
import type { Condition, Template } from './model.ts'
import { sourceOf, type ProblemCollector } from './tokens.ts'
import { refuseUnsupportedCalls } from './unsupported-expressions.ts'

/** Reads an `if`: absent or without a status function, success() is understood, as GitHub does. */
export function readCondition(token: Template | undefined, collector: ProblemCollector): Condition {
  if (token === undefined) return { expression: 'success()', token }
  const marked = isBasicExpression(token)
  const text = marked ? token.expression : sourceOf(token).trim()
  if (!marked) refuseUnsupportedCalls(text, { token, collector })
  const expression = text === '' ? 'success()' : ensureStatusFunction(text, token.definitionInfo)
  return { expression, token }
}
