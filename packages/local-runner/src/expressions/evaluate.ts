import { data, Evaluator, Lexer, Parser } from '@actions/expressions'
import type { FunctionDefinition } from '@actions/expressions/funcs/info'
import type { Token } from '@actions/expressions/lexer'
import { truthy } from '@actions/expressions/result'
import { isBasicExpression, isBoolean, isMapping, isSequence } from '../workflow/github-parser.ts'
import type { Condition, Template } from '../workflow/model.ts'
import { entriesOf } from '../workflow/tokens.ts'
import { WorkflowError } from '../workflow-error.ts'

/**
 * What an expression may use: its contexts as plain values, and its functions beyond the well-known
 * ones.
 */
export interface Scope {
  readonly contexts: Readonly<Record<string, unknown>>
  readonly functions?: ReadonlyMap<string, FunctionDefinition>
}

/** An expression could not be evaluated; the message says where, as GitHub's does. */
export class TemplateError extends WorkflowError {
  constructor(token: Template | undefined, cause: unknown) {
    const start = token?.range?.start
    const place = start === undefined ? '' : ` (Line: ${start.line}, Col: ${start.column})`
    super(
      `The template is not valid.${place}: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    )
    this.name = 'TemplateError'
  }
}

/** Evaluates a condition to its truth. */
export function evaluateCondition(condition: Condition, scope: Scope): boolean {
  try {
    return truthy(evaluateExpression(condition.expression, scope))
  } catch (error) {
    throw new TemplateError(condition.token, error)
  }
}

/** Evaluates a template to a plain value: text, number, boolean, null, list or mapping. */
export function evaluateTemplate(token: Template, scope: Scope): unknown {
  if (isMapping(token)) {
    return Object.fromEntries(
      entriesOf(token).map(({ key, keyToken, value }) => [
        isBasicExpression(keyToken) ? evaluateText(keyToken, scope) : key,
        evaluateTemplate(value, scope),
      ]),
    )
  }
  if (isSequence(token)) return [...token].map((item) => evaluateTemplate(item, scope))
  if (isBasicExpression(token)) return toPlain(evaluateToken(token, scope))
  return token.toJSON() ?? null
}

/** Evaluates a scalar to text, by GitHub's rules for turning values into text. */
export function evaluateText(token: Template, scope: Scope): string {
  if (isBasicExpression(token)) return evaluateToken(token, scope).coerceString()
  return toData(token.toJSON() ?? null).coerceString()
}

/** Evaluates a mapping of texts, as in `env`, `with` and `outputs`. */
export function evaluateTexts(token: Template | undefined, scope: Scope): Record<string, string> {
  if (token === undefined) return {}
  if (isBasicExpression(token)) return textsOf(toPlain(evaluateToken(token, scope)))
  return Object.fromEntries(
    entriesOf(token).map(({ key, value }) => [key, evaluateText(value, scope)]),
  )
}

/** Evaluates a boolean setting such as `continue-on-error`. */
export function evaluateBoolean(token: Template | undefined, scope: Scope): boolean {
  if (token === undefined) return false
  if (isBoolean(token)) return token.value
  return evaluateText(token, scope) === 'true'
}

/** Evaluates a setting in minutes; undefined where there is none. */
export function evaluateMinutes(token: Template | undefined, scope: Scope): number | undefined {
  if (token === undefined) return undefined
  const text = evaluateText(token, scope)
  const minutes = Number(text)
  if (text === '' || !Number.isFinite(minutes)) {
    throw new TemplateError(token, `The number of minutes is '${text}'.`)
  }
  return minutes
}

function evaluateToken(
  token: Template & { readonly expression: string },
  scope: Scope,
): data.ExpressionData {
  try {
    return evaluateExpression(token.expression, scope)
  } catch (error) {
    throw new TemplateError(token, error)
  }
}

function evaluateExpression(expression: string, scope: Scope): data.ExpressionData {
  const functions = new Map(scope.functions)
  const contexts = new data.Dictionary(
    ...Object.entries(scope.contexts).map(([key, value]) => ({ key, value: toData(value) })),
  )
  const tree = new Parser(tokensOf(expression), Object.keys(scope.contexts), [
    ...functions.values(),
  ]).parse()
  return new Evaluator(tree, contexts, functions).evaluate()
}

/**
 * The library's lexer resolves only the first doubled quote of a string; GitHub resolves all of
 * them.
 */
function tokensOf(expression: string): Token[] {
  return new Lexer(expression)
    .lex()
    .tokens.map((token) =>
      token.lexeme.startsWith("'")
        ? { ...token, value: token.lexeme.slice(1, -1).replaceAll("''", "'") }
        : token,
    )
}

function toData(value: unknown): data.ExpressionData {
  // The reviver turns every JSON value into one of the library's own, which JSON.parse cannot know.
  return JSON.parse(JSON.stringify(value ?? null), data.reviver) as data.ExpressionData
}

function toPlain(value: data.ExpressionData): unknown {
  return JSON.parse(JSON.stringify(value, data.replacer))
}

function textsOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, toData(item).coerceString()]),
  )
}
