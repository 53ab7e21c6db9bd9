import { posix } from 'node:path'

/**
 * Reads the patterns of a .dockerignore as the builder does: a line that begins with # is a comment, white
 * space around a pattern does not count, `!` takes back, and a leading slash is the context itself.
 * https://docs.docker.com/build/concepts/context/#dockerignore-files
 */
export function parseIgnoreFile(text: string): readonly string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => (line.startsWith('!') ? `!${relative(line.slice(1).trim())}` : relative(line)))
}

function relative(pattern: string): string {
  if (pattern === '') return ''
  const cleaned = clean(pattern)
  return cleaned.length > 1 && cleaned.startsWith('/') ? cleaned.slice(1) : cleaned
}

/** The shortest path that means the same: without empty parts, `.`, and parts that `..` takes back. */
export function clean(path: string): string {
  const short = posix.normalize(path)
  return short.length > 1 && short.endsWith('/') ? short.slice(0, -1) : short
}
