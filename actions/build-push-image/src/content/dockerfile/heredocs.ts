import { CannotTell } from '../cannot-tell.ts'
import { shellWords } from './words.ts'

/** A document that stands in a Dockerfile after the instruction that it is for. */
export interface Heredoc {
  /** The line that ends it. */
  readonly name: string
  /** Whether tabs before that line do not count. */
  readonly isTabbed: boolean
}

/** What can have documents, be it as a trigger. */
const instruction = /^\s*(?:ONBUILD\s+)?(?:ADD|COPY|RUN)(?:\s+|$)/i
const flags = /^(?:--(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])+\s+)*/

/** Whether documents may follow a line. */
export function canHaveHeredocs(line: string): boolean {
  return instruction.test(line)
}

/**
 * The documents that follow an instruction, in their order, by the builder's own rule: each is a word outside
 * of quotes. Older builders take no white space after `<<`, and refuse the line that ends such a document.
 * Throws CannotTell for a line of which only the builder can tell.
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/parser.go, heredocsFromLine
 */
export function heredocsOf(line: string): readonly Heredoc[] {
  const [start] = instruction.exec(line) ?? []
  if (start === undefined || !line.includes('<<')) return []
  if (isJson(line.slice(start.length).replace(flags, ''))) return []
  const words = shellWords(line)
  if (words === undefined) throw unclear(line)
  return words.flatMap(({ raw, text }) => {
    const [prefix, dash] = /^\d*<<(-?)\s*(?=[^<]*$)/.exec(raw) ?? []
    if (prefix === undefined || prefix === raw) return []
    const name = text.slice(prefix.length)
    if (name.includes('$')) throw unclear(line)
    return [{ name, isTabbed: dash === '-' }]
  })
}

function isJson(text: string): boolean {
  if (!text.startsWith('[')) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function unclear(line: string): CannotTell {
  const [keyword] = line.trim().split(/\s/)
  return new CannotTell(
    `A line of the Dockerfile with ${keyword} has <<, and quotes or variables by which only docker can tell whether a document follows. Move the command into a script.`,
  )
}
