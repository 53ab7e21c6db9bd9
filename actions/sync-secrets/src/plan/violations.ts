import { isEmpty, isSame, textOf, type Value } from '../document/index.ts'
import { formatKeyReference, schemeOf, type KeyReference, type Rule } from '../schema/index.ts'

/** Where the values of other keys come from. */
export interface Others {
  readonly read: (reference: KeyReference) => Value | undefined
  /** Why there is none, in brackets; empty where nothing is to be said. */
  readonly whyAbsent: (reference: KeyReference) => string
}

/** What a key that has to go breaks. */
export const mustNotBeThere = 'must not be there'

/**
 * What a value breaks of the rule for its key, as the rest of a sentence that begins with the key. Never the value, nor a part of
 * it.
 */
export function violations(
  rule: Rule,
  value: Value | undefined,
  others: Others,
): readonly string[] {
  if (rule.forbid === true) return value === undefined ? [] : [mustNotBeThere]
  if (value === undefined) return rule.isRequired ? ['is missing'] : []
  if (isEmpty(value)) return rule.isRequired ? ['is empty'] : []
  return [...formOf(rule, textOf(value)), ...equality(rule, value, others)]
}

function* formOf({ pattern, forbid, schemes }: Rule, text: string): Generator<string> {
  if (pattern !== undefined && !pattern.test(text)) {
    yield `does not match the pattern ${pattern.source}`
  }
  if (forbid instanceof RegExp && forbid.test(text)) {
    yield `matches the pattern ${forbid.source}, which is forbidden here`
  }
  // https://datatracker.ietf.org/doc/html/rfc3986#section-3.1: in any case.
  const scheme = schemeOf(text)?.toLowerCase()
  if (schemes.length > 0 && !schemes.some((name) => name.toLowerCase() === scheme)) {
    yield `is no URL that begins with ${schemes.map((name) => `${name}://`).join(' or ')}`
  }
}

function equality({ equals }: Rule, value: Value, { read, whyAbsent }: Others): readonly string[] {
  if (equals === undefined) return []
  const other = read(equals)
  const name = formatKeyReference(equals)
  if (other === undefined) return [`has to equal ${name}, which is not there${whyAbsent(equals)}`]
  return isSame(value, other) ? [] : [`does not equal ${name}`]
}
