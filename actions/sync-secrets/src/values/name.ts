import { isOpaque } from '@deploy-actions/action-kit'

/** How long a word is at most of which nobody thinks that it is a value. */
const longestWord = 16

/**
 * Whether a text may be told as a name or a path: a value that stands in its place by mistake must not be, be it in capitals or
 * without any digit.
 */
export function isTellable(text: string): boolean {
  return wordsOf(text).every((word) => word.length <= longestWord && !isOpaque(word))
}

/** Whether a text is written as names of variables are, and may be told. */
export function isName(text: string): boolean {
  return (/^[A-Z_][A-Z\d_]*$/.test(text) || /^[a-z_][a-z\d_]*$/.test(text)) && isTellable(text)
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[_./\\-]/)
}

/** A line of `NAME=VALUE`. */
export interface Line {
  readonly name: string
  /** Undefined for a name that is to be removed. */
  readonly value: string | undefined
}

/**
 * What is wrong with a line that looks like the rest of a value of several lines: the first of them alone would be the value, and
 * the rest a name that everybody can read. Neither is repeated. Undefined for any other line.
 */
export function cutValueProblem(line: Line, before: Line | undefined): string | undefined {
  if (!isRestOfValue(line, before)) return undefined
  const where = before === undefined ? 'at its beginning' : `behind ${before.name}`
  return `has something ${where} that looks like a part of a value and no name; for a value of several lines, or one that is = alone, use values-from-env, JSON or YAML`
}

/** What base64 ends with is the sign between name and value, so that its last line is a name with no value, or with `=` for one. */
function isRestOfValue({ name, value }: Line, before: Line | undefined): boolean {
  if (value === '=' || wordsOf(name).some((word) => isOpaque(word) && isDrawn(word))) return true
  const isOneCase = /^(?:[A-Z]+|[a-z]+)$/.test(name)
  return value === '' && isFullLine(before?.value ?? '') && isInBase64(name, 3) && !isOneCase
}

/** Whether a text is as long as programs let a line of base64 be, and not the last. */
function isFullLine(text: string): boolean {
  return text.length >= 40 && isInBase64(text, 0)
}

function isInBase64(text: string, rest: number): boolean {
  return /^[A-Za-z\d+/]+$/.test(text) && text.length % 4 === rest
}

/** Whether letters of both cases and digits change so often that nobody wrote them: names are made of words. */
function isDrawn(text: string): boolean {
  const words = text.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? []
  return text.length < words.length * 3
}
