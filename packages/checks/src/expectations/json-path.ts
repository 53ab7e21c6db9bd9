import { isDeepStrictEqual } from 'node:util'
import { matches, type Matcher } from './matcher.ts'

/** Keys and indexes that lead to a value, from the outside in. */
export type JsonPath = readonly (string | number)[]

/** A number kept as it was written: 1.10 is not 1.1, and a long id keeps all its digits. */
class WrittenNumber {
  readonly written: string

  constructor(written: string) {
    this.written = written
  }
}

/** Reads `version`, `data.items[0].id`, `[0].name` or `checks["db.main"].ok`; undefined if no path. */
export function findPath(text: string): JsonPath | undefined {
  const segments: (string | number)[] = []
  const segment = /(?:^|(?<=.)\.)([^.[\]"]+)|\[(\d{1,9})\]|\["([^"]+)"\]/y
  while (segment.lastIndex < text.length) {
    const match = segment.exec(text)
    if (match === null) return undefined
    const [, key, index, quoted] = match
    segments.push(index === undefined ? (quoted ?? key ?? '') : Number(index))
  }
  return segments.length > 0 ? segments : undefined
}

/** A JSON document that keeps its numbers as written; undefined for a text that is no JSON. */
export function findJson(text: string): { readonly root: unknown } | undefined {
  try {
    return { root: parseWritten(text, keepNumber) }
  } catch {
    return undefined
  }
}

// The cast: TypeScript's library does not know the third argument of the reviver yet (ES2026).
const parseWritten = JSON.parse as (text: string, reviver: Reviver) => unknown
type Reviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown

function keepNumber(
  _key: string,
  value: unknown,
  { source }: { readonly source?: string },
): unknown {
  return typeof value === 'number' ? new WrittenNumber(source ?? String(value)) : value
}

/** The value at the path; undefined where there is none. */
export function valueAt(root: unknown, path: JsonPath): unknown {
  let value = root
  for (const segment of path) {
    if (typeof segment === 'number') value = Array.isArray(value) ? value[segment] : undefined
    else value = isObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined
  }
  return value
}

/**
 * Whether a value of a JSON document is what was expected. Text, numbers (as written), true, false and null
 * compare by their text (null with the text `null` only); a list or mapping with one that the expected
 * JSON describes.
 */
export function jsonMatches(matcher: Matcher, value: unknown): boolean {
  if (value === undefined) return false
  // A pattern such as /./ asks that something is there, and null says that nothing is.
  if (matcher.kind === 'pattern' && value === null) return false
  if (matcher.kind === 'text' && typeof value === 'object' && value !== null && !isNumber(value)) {
    const expected = findJson(matcher.text)
    return expected !== undefined && isDeepStrictEqual(expected.root, value)
  }
  return matches(matcher, textOf(value))
}

/** A value of a JSON document as text. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (isNumber(value)) return value.written
  if (Array.isArray(value)) return `[${value.map(nestedText).join(',')}]`
  if (!isObject(value)) return String(value)
  const entries = Object.entries(value).map(
    ([key, item]) => `${JSON.stringify(key)}:${nestedText(item)}`,
  )
  return `{${entries.join(',')}}`
}

function nestedText(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : textOf(value)
}

function isNumber(value: unknown): value is WrittenNumber {
  return value instanceof WrittenNumber
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isNumber(value)
}
