/** What a key of a secret holds: a text, or any other value of JSON as it is written there. */
export type Value = string | JsonValue

/** A number, a boolean, null, a list or an object, as JSON without white space around it. */
export interface JsonValue {
  readonly json: string
}

/** The value as a container gets it: a text as it is, anything else as JSON. */
export function textOf(value: Value): string {
  return typeof value === 'string' ? value : value.json
}

/**
 * Whether two values are the same. A text is the same as the number or boolean that is written so: notations
 * without types (lines, YAML, variables) cannot say which of them they mean.
 */
export function isSame(a: Value | undefined, b: Value | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  if (typeof a === typeof b) return textOf(a) === textOf(b)
  const json = typeof a === 'string' ? textOf(b) : textOf(a)
  return textOf(a) === textOf(b) && isPlain(json)
}

/**
 * Whether a stored value may stay where another one is wanted: a text says the same as the number that is stored, but
 * where JSON asks for a number in place of a text, the type is what is to change.
 */
export function isKept(stored: Value | undefined, wanted: Value | undefined): boolean {
  const isTyped = typeof stored === 'string' && wanted !== undefined && typeof wanted !== 'string'
  return isSame(stored, wanted) && !isTyped
}

function isPlain(json: string): boolean {
  return /^(?:-?\d[\d.eE+-]*|true|false)$/.test(json)
}

/** Whether there is nothing in it that a container could use. */
export function isEmpty(value: Value | undefined): boolean {
  return value === undefined || value === '' || (typeof value !== 'string' && value.json === 'null')
}
