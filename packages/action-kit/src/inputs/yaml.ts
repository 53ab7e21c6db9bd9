import { isAlias, isCollection, LineCounter, parseDocument, visit, type Document } from 'yaml'
import { InvalidValue, invalid, type Problem, type Raw } from './spec.ts'
import { withPlace, type ReadDocument } from './yaml-places.ts'

/**
 * The tree of a YAML (or JSON) text in which every scalar stays as it was written: `1.10` is not
 * 1.1, `no` is not false. Throws {@link InvalidValue} with line and column, never with the text.
 */
export function parseYaml(source: string): Raw {
  return parseYamlWith(source, (tree) => tree)
}

/**
 * What `read` makes of the tree of a YAML (or JSON) text, be it an input or a file; see {@link parseYaml}. Problems that
 * `read` throws with a path into the tree are told with line and column.
 */
export function parseYamlWith<T>(source: string, read: (tree: Raw) => T): T {
  const lines = new LineCounter()
  // Some editors begin a file with a byte order mark; columns are counted without it.
  const text = source.replace(/^\uFEFF/, '')
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines })
  const tree = rawTreeOf({ document, lines })
  try {
    return read(tree)
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error
    throw new InvalidValue(error.problems.map((problem) => withPlace(problem, { document, lines })))
  }
}

function rawTreeOf({ document, lines }: ReadDocument): Raw {
  if (document.errors.length > 0) {
    throw new InvalidValue(document.errors.map((error) => toProblem(error, lines)))
  }
  if (hasCollectionKey(document)) invalid('has a list or a mapping for a key; allowed: text')
  const tree = treeOf(document)
  return isRaw(tree) ? tree : invalid('has keys or values that are neither text, list nor mapping')
}

/**
 * What a document without errors stands for. Throws {@link InvalidValue}, which never repeats the text, for
 * aliases that lead nowhere or make a document huge, and for merges of what is no mapping.
 */
export function treeOf(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    const words = error instanceof Error ? error.message : ''
    const complaint = complaints.find(({ pattern }) => pattern.test(words))
    if (complaint === undefined) throw error
    return invalid(complaint.message)
  }
}

/** What the parser throws only when the tree is made, by its words. */
const complaints = [
  {
    pattern: /^Unresolved alias/,
    message: 'has an alias (*name) whose anchor (&name) does not stand before it',
  },
  {
    pattern: /^Excessive alias count/,
    message: 'has aliases of aliases that would make it huge; write out what they stand for',
  },
  {
    pattern: /^Merge sources must be/,
    message: 'merges (<<) what is no mapping; allowed: an alias of a mapping, or a list of such',
  },
] as const

/**
 * Whether a key of a mapping is itself a list or a mapping. Nothing here takes such a key, and
 * turning it into JavaScript prints a warning of Node that quotes it.
 */
export function hasCollectionKey(document: Document.Parsed): boolean {
  let found = false
  visit(document, {
    Pair(_, { key }) {
      const node = isAlias(key) ? key.resolve(document) : key
      if (!isCollection(node)) return undefined
      found = true
      return visit.BREAK
    },
  })
  return found
}

function toProblem(error: { code: string; pos: [number, number] }, lines: LineCounter): Problem {
  const { line, col } = lines.linePos(error.pos[0])
  const what = error.code.toLowerCase().replaceAll('_', ' ')
  return { path: '', message: `is no valid YAML: ${what} at line ${line}, column ${col}` }
}

function isRaw(value: unknown): value is Raw {
  if (typeof value === 'string') return true
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).every(isRaw)
}
