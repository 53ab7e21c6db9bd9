import { fits, fitsArn } from './pattern.ts'

/** What is known of a request, by condition key in lower case; a key may have several values. */
export type Context = ReadonlyMap<string, readonly string[]>

/** One line of a Condition: an operator, a key and the values that it is compared with. */
export interface Condition {
  readonly operator: string
  readonly key: string
  readonly values: readonly string[]
}

interface Operator {
  /** Whether one value of the request fits one of the policy. */
  readonly fits: (expected: string, given: string) => boolean
  /** It holds when no value fits, and so when there is none. */
  readonly isNegated: boolean
}

const numeric = (compare: (given: number, expected: number) => boolean) =>
  plain((expected, given) => compare(Number(given), Number(expected)))
const date = (compare: (given: number, expected: number) => boolean) =>
  plain((expected, given) => compare(moment(given), moment(expected)))

const operators: Readonly<Record<string, Operator>> = {
  StringEquals: plain((expected, given) => expected === given),
  StringNotEquals: negated((expected, given) => expected === given),
  StringEqualsIgnoreCase: plain(equalsInAnyCase),
  StringNotEqualsIgnoreCase: negated(equalsInAnyCase),
  StringLike: plain(fits),
  StringNotLike: negated(fits),
  ArnEquals: plain(fitsArn),
  ArnLike: plain(fitsArn),
  ArnNotEquals: negated(fitsArn),
  ArnNotLike: negated(fitsArn),
  Bool: plain(equalsInAnyCase),
  NumericEquals: numeric((given, expected) => given === expected),
  NumericNotEquals: negated((expected, given) => Number(expected) === Number(given)),
  NumericLessThan: numeric((given, expected) => given < expected),
  NumericLessThanEquals: numeric((given, expected) => given <= expected),
  NumericGreaterThan: numeric((given, expected) => given > expected),
  NumericGreaterThanEquals: numeric((given, expected) => given >= expected),
  DateEquals: date((given, expected) => given === expected),
  DateNotEquals: negated((expected, given) => moment(expected) === moment(given)),
  DateLessThan: date((given, expected) => given < expected),
  DateLessThanEquals: date((given, expected) => given <= expected),
  DateGreaterThan: date((given, expected) => given > expected),
  DateGreaterThanEquals: date((given, expected) => given >= expected),
}

/** The operators that are played, besides Null, `…IfExists`, `ForAnyValue:…` and `ForAllValues:…`. */
export const operatorNames: readonly string[] = Object.keys(operators)

/** Whether there is an operator of this name, with its prefix and suffix. */
export function isOperator(name: string): boolean {
  const { base, isIfExists } = parse(name)
  return base === 'Null' ? !isIfExists : operators[base] !== undefined
}

/**
 * Whether a condition holds for a request; with a key that the request does not have, only those do
 * that are negated, `…IfExists` or `ForAllValues:`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function holds({ operator: name, key, values }: Condition, context: Context): boolean {
  const { base, isIfExists, set } = parse(name)
  const given = context.get(key.toLowerCase())
  if (base === 'Null') return values.includes(String(given === undefined))
  const operator = operators[base]
  if (operator === undefined) throw new Error(`A policy with ${name} was not refused.`)
  if (given === undefined) return operator.isNegated || isIfExists || set === 'ForAllValues'
  const holdsFor = (one: string) =>
    values.some((expected) => operator.fits(expected, one)) !== operator.isNegated
  return set === 'ForAllValues' || (set === undefined && operator.isNegated)
    ? given.every(holdsFor)
    : given.some(holdsFor)
}

function parse(name: string) {
  const [, set, base = '', suffix] =
    /^(?:(ForAnyValue|ForAllValues):)?(\w+?)(IfExists)?$/.exec(name) ?? []
  return { set, base, isIfExists: suffix !== undefined }
}

function plain(compare: Operator['fits']): Operator {
  return { fits: compare, isNegated: false }
}

function negated(compare: Operator['fits']): Operator {
  return { fits: compare, isNegated: true }
}

function equalsInAnyCase(expected: string, given: string): boolean {
  return expected.toLowerCase() === given.toLowerCase()
}

/** Seconds since 1970, or ISO 8601. */
function moment(text: string): number {
  return /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text)
}
