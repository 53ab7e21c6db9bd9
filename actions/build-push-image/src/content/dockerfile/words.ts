/** A word of a command line. */
export interface Word {
  /** As written, with its quotes and escapes. */
  readonly raw: string
  /** Without them. */
  readonly text: string
}

const variable = String.raw`\$\{\w+(?::?[-+?][^}'"\\$<]*)?\}`
const tokens = [
  String.raw`<<\s*`,
  String.raw`(?<space>\s+)`,
  String.raw`'(?<single>[^']*)'`,
  String.raw`"(?<double>(?:\\[^]|${variable}|\$(?!\{)|[^"\\$])*)"`,
  String.raw`\\(?<escaped>[^]?)`,
  variable,
  String.raw`\$(?!\{)`,
  String.raw`[^\s'"\\$]`,
].join('|')

/**
 * Splits a line into words as the builder does where it looks for documents within: by white space outside
 * of quotes and not after `<<`, with a backslash before what is meant as it is. Undefined for quotes that
 * stay open, and for variables that versions of the builder read differently.
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/shell/lex.go
 */
export function shellWords(line: string): readonly Word[] | undefined {
  const words: Word[] = []
  let word: Word | undefined
  let end = 0
  for (const match of line.matchAll(new RegExp(tokens, 'guy'))) {
    const [raw] = match
    end += raw.length
    if (match.groups?.['space'] === undefined) {
      word = { raw: (word?.raw ?? '') + raw, text: (word?.text ?? '') + textOf(match) }
    } else {
      if (word !== undefined) words.push(word)
      word = undefined
    }
  }
  if (end < line.length) return undefined
  return word === undefined ? words : [...words, word]
}

function textOf({ 0: raw, groups = {} }: RegExpExecArray): string {
  const { single, double, escaped } = groups
  return single ?? double?.replaceAll(/\\(["$\\])/g, '$1') ?? escaped ?? raw
}
