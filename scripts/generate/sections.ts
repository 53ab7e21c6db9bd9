import { formatted } from './formatted.ts'

interface Replacement {
  /** For the error only. */
  readonly path: string
  readonly text: string
  /** Of the section between `<!-- name:start -->` and `<!-- name:end -->`. */
  readonly name: string
  readonly content: string
}

/** The text with one section's content replaced; throws when its two markers are not there once. */
export async function replaceSection({ path, text, name, content }: Replacement): Promise<string> {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`]
  const [before, rest, ...more] = text.split(start)
  const [, after, ...others] = (rest ?? '').split(end)
  if (before === undefined || after === undefined || more.length + others.length > 0) {
    throw new Error(`${path} must have "${start}" and, after it, "${end}", each once, on a line.`)
  }
  return `${before}${start}\n\n${await formatted('section.md', content)}\n${end}${after}`
}
