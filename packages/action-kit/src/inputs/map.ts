import { invalid, InvalidValue, type Problem, type Raw } from './spec.ts'
import { parseYaml } from './yaml.ts'

/** Names with texts to set, in the order written; undefined for a name that is to be removed. */
export type MapEdit = ReadonlyMap<string, string | undefined>

/**
 * Reads names with texts in one of three notations. A first character `{` means JSON; a first line
 * with `=` before any space or colon, or one that begins with `!`, means `NAME=VALUE` lines, whose
 * value is everything after the first `=`; anything else is a YAML mapping.
 */
export function parseMap(raw: Raw): MapEdit {
  return typeof raw === 'string' ? fromText(raw.replace(byteOrderMark, '')) : fromTree(raw)
}

/** Some editors begin a file with it; it is no part of the first name. */
const byteOrderMark = /^\uFEFF/

function fromText(source: string): MapEdit {
  return readers[notationOf(source)](source)
}

/** How the notations are read. */
const readers = {
  none: () => new Map<string, string>(),
  json: fromJson,
  lines: fromLines,
  yaml: (source) => fromTree(parseYaml(source)),
} as const satisfies Readonly<Record<string, (source: string) => MapEdit>>

/** The notation of names with texts, by how it begins; `none` where nothing is written. */
export function notationOf(source: string): keyof typeof readers {
  if (source.trimStart().startsWith('{')) return 'json'
  const lines = source.replace(byteOrderMark, '').split('\n')
  const first = lines.find((line) => line.trim() !== '' && !isComment(line))
  if (first === undefined) return 'none'
  return /^\s*(?:!|[^\s:=]+=)/.test(first) ? 'lines' : 'yaml'
}

function fromJson(source: string): MapEdit {
  const tree = parseYaml(source)
  let json: unknown
  try {
    json = JSON.parse(source)
  } catch {
    return invalid('begins with { and is no valid JSON')
  }
  const nulls = Object.entries(json ?? {}).filter(([, value]) => value === null)
  if (nulls.length > 0) {
    throw new InvalidValue(nulls.map(([path]) => ({ path, message: 'is null; allowed: text' })))
  }
  return fromTree(tree)
}

function fromTree(tree: Raw): MapEdit {
  if (typeof tree === 'string' || Array.isArray(tree)) {
    invalid('is no map; allowed: NAME=VALUE lines, a JSON object, or a YAML mapping')
  }
  const values = new Map<string, string>()
  const problems: Problem[] = []
  for (const [name, value] of Object.entries(tree)) {
    if (typeof value === 'string') values.set(name, value)
    else problems.push({ path: name, message: 'must be text, not a list or a mapping' })
  }
  if (problems.length > 0) throw new InvalidValue(problems)
  return values
}

function fromLines(source: string): MapEdit {
  const values = new Map<string, string | undefined>()
  const problems: Problem[] = []
  for (const [index, line] of source.split('\n').entries()) {
    if (line.trim() === '' || isComment(line)) continue
    const [name, value] = splitLine(line)
    if (name === undefined) {
      problems.push({
        path: '',
        message: `has no NAME= in line ${index + 1}; for a value of several lines use JSON or YAML`,
      })
    } else if (values.has(name)) {
      problems.push({ path: name, message: `is given twice (again in line ${index + 1})` })
    } else values.set(name, value)
  }
  if (problems.length > 0) throw new InvalidValue(problems)
  return values
}

function splitLine(line: string): [name: string | undefined, value: string | undefined] {
  const removed = /^\s*!(\S+)\s*$/.exec(line)
  if (removed !== null) return [removed[1], undefined]
  const assigned = /^\s*([^\s=]+)=([^]*)$/.exec(line.replace(/\r$/, ''))
  return [assigned?.[1], assigned?.[2] ?? '']
}

function isComment(line: string): boolean {
  return line.trimStart().startsWith('#')
}
