import { CannotTell } from '../cannot-tell.ts'
import type { Escape } from './logical-lines.ts'

/** What the first lines of a Dockerfile say about how it is read. */
export interface Directives {
  /** The frontend that it asks for. */
  readonly syntax: string | undefined
  readonly escape: Escape
}

/**
 * Reads the directives of a Dockerfile. A first line `#!…` is passed over; throws CannotTell for another escape
 * after one, as versions of the builder differ there.
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/directives.go
 */
export function directivesOf(text: string): Directives {
  const [first = '', ...others] = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const hasShebang = first.startsWith('#!')
  const lines = hasShebang ? others : [first, ...others]
  // Only where the frontend is looked for, white space before a directive makes a comment of it.
  const syntax = read(lines, '#').get('syntax') ?? read(lines, '//').get('syntax')
  const trimmed = lines.map((line) => line.trimStart())
  const escape = read(trimmed, '#').get('escape') === '`' ? '`' : '\\'
  if (hasShebang && escape === '`') {
    throw new CannotTell(
      'The Dockerfile sets its escape after a line #!, which docker may pass over. Without that line it would be known.',
    )
  }
  return { syntax, escape }
}

function read(lines: Iterable<string>, mark: '#' | '//'): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const line of lines) {
    if (!line.startsWith(mark)) break
    const directive = /^\s*([a-z][a-z0-9]*)\s*=\s*(.+?)\s*$/i.exec(line.slice(mark.length))
    const [, name = '', value = ''] = directive ?? []
    const key = name.toLowerCase()
    if (!['syntax', 'escape', 'check'].includes(key) || found.has(key)) break
    found.set(key, value)
  }
  return found
}
