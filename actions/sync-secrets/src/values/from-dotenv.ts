import { InvalidValue, type Problem } from '@deploy-actions/action-kit'
import type { Given } from './given.ts'
import { cutValueProblem, type Line } from './name.ts'

/**
 * Reads a dotenv file by the field's own parser, and refuses what that would drop without a word: lines that assign nothing,
 * names that stand twice, and whatever stands behind a `#` that begins no line: nobody can tell whether a comment was meant. Throws
 * InvalidValue, which never repeats a value.
 */
export async function valuesFromDotenv(text: string): Promise<Given> {
  const { parse } = await import('dotenv')
  const names = new Set<string>()
  const problems = [...problemsOf(text, names)]
  if (problems.length > 0) throw new InvalidValue(problems)
  const values = new Map(Object.entries(parse(text)))
  const lost = [...names].filter((name) => !values.has(name))
  // Quotes with backslashes before them can make the parser take several lines for one value.
  const message = 'is not found by a parser of dotenv; look at the quotes of the lines before it'
  if (lost.length > 0) throw new InvalidValue(lost.map((path) => ({ path, message })))
  return values
}

/** An assignment, up to where its value begins. */
const assignment = /^\s*(?:export\s+)?([\w.-]+)(?:\s*=[^\S\n]*|:[^\S\n]+)/

function* problemsOf(text: string, names: Set<string>): Generator<Problem> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  let before: Line | undefined
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    const number = i + 1
    if (/^\s*(?:#|$)/.test(line)) continue
    const match = assignment.exec(line)
    if (match === null) {
      yield {
        path: '',
        message: `has no NAME= in line ${number}; a value of several lines needs quotes`,
      }
      continue
    }
    const [head, name = ''] = match
    const assigned = { name, value: line.slice(head.length) }
    const cut = cutValueProblem(assigned, before)
    if (cut !== undefined) {
      yield { path: '', message: cut }
      continue
    }
    before = assigned
    if (names.has(name)) yield { path: '', message: `has ${name} a second time in line ${number}` }
    names.add(name)
    const end = endOfValue(lines, i, head)
    if (typeof end === 'string')
      yield { path: '', message: `has ${end} in line ${number}, behind ${name}` }
    else i = end
  }
}

/** The line in which the value ends that begins behind the head of this line, or what is wrong with it. */
function endOfValue(lines: readonly string[], first: number, head: string): number | string {
  const start = lines[first]?.slice(head.length) ?? ''
  const quote = /^['"`]/.exec(start)?.[0]
  if (quote === undefined) return start.includes('#') ? hashOutside : first
  let rest = start.slice(1)
  for (let i = first; i < lines.length; i++) {
    const end = closingQuote(rest, quote)
    if (end !== undefined) {
      const behind = rest.slice(end + 1).trim()
      if (behind === '') return i
      return behind.startsWith('#') ? hashOutside : 'something behind the closing quote'
    }
    rest = lines[i + 1] ?? ''
  }
  return 'a quote that is not closed'
}

const hashOutside =
  'a # outside of quotes, where a comment would begin (put the value into quotes, or the comment into a line of its own)'

function closingQuote(text: string, quote: string): number | undefined {
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === quote) return i
  }
  return undefined
}
