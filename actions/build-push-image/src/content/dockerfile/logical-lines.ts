import { CannotTell } from '../cannot-tell.ts'
import { heredocsOf, type Heredoc } from './heredocs.ts'

/** What joins a line with the next one: an escape at its end that is not itself escaped. */
const joints = { '\\': /(^|[^\\])\\[ \t]*$/, '`': /(^|[^`])`[ \t]*$/ }

/** The character that escapes in a Dockerfile. */
export type Escape = keyof typeof joints

/**
 * The instructions of a Dockerfile, each on one line, without comments and the documents that stand within.
 * Throws CannotTell for a document that does not end, and where only the builder can tell what is one.
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/parser.go, Parse
 */
export function logicalLines(text: string, escape: Escape): readonly string[] {
  const rest = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line) => line.replace(/\r+$/, ''))
    .values()
  const lines: string[] = []
  for (const first of rest) {
    if (isComment(first)) continue
    const line = join(first, rest, escape)
    for (const heredoc of heredocsOf(line)) skip(heredoc, rest)
    lines.push(line)
  }
  return lines
}

function join(first: string, rest: Iterator<string, undefined>, escape: Escape): string {
  let line = ''
  let next: string | undefined = first
  while (next !== undefined) {
    checkEnd(next, escape)
    line += next.replace(joints[escape], '$1')
    if (!joints[escape].test(next)) break
    do next = rest.next().value
    while (next !== undefined && (isComment(next) || next.trim() === ''))
  }
  return line
}

/** Older builders join such a line with the next one. */
function checkEnd(line: string, escape: Escape): void {
  if (!line.trimEnd().endsWith(escape.repeat(2))) return
  throw new CannotTell(
    `A line of the Dockerfile ends with ${escape.repeat(2)}, which versions of docker read differently. Write something behind it, or put it in quotes.`,
  )
}

function isComment(line: string): boolean {
  return line.trimStart().startsWith('#')
}

function skip({ name, isTabbed }: Heredoc, rest: Iterator<string, undefined>): void {
  for (;;) {
    const { value: line } = rest.next()
    if (line === undefined) {
      throw new CannotTell(
        `The document <<${name} in the Dockerfile has no line ${name} that ends it, so docker refuses it.`,
      )
    }
    if ((isTabbed ? line.replace(/^\t+/, '') : line) === name) return
  }
}
