import { stripVTControlCharacters } from 'node:util'

/** A text on one line without control characters, cut to `length`. */
export function excerpt(text: string, length: number): string {
  const line = stripVTControlCharacters(text)
    .replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
  return line.length > length ? `${line.slice(0, length - 1)}…` : line
}
