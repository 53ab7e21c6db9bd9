import { isAlias, isMap, isNode, isScalar, isSeq, type Document, type LineCounter } from 'yaml'
import type { Problem } from './spec.ts'

/** A document without errors, and where its lines begin. */
export interface ReadDocument {
  readonly document: Document.Parsed
  readonly lines: LineCounter
}

/**
 * The problem with its line and column at the end of the message. What is not there has the place of the nearest thing
 * around it that is; without such a thing, or without a path, the problem stays as it is.
 */
export function withPlace({ path, message }: Problem, { document, lines }: ReadDocument): Problem {
  const offset = path === '' ? undefined : findOffset(document, path)
  if (offset === undefined) return { path, message }
  const { line, col } = lines.linePos(offset)
  return { path, message: `${message} (line ${line}, column ${col})` }
}

/** Where the thing at the end of a path begins: its key in a mapping, itself in a list. */
function findOffset(document: Document.Parsed, path: string): number | undefined {
  let offset: number | undefined
  let rest = path
  let step = takeStep(document, document.contents, rest)
  while (step !== undefined) {
    offset = step.offset ?? offset
    rest = step.rest
    step = takeStep(document, step.node, rest)
  }
  return offset
}

interface Step {
  readonly offset: number | undefined
  readonly node: unknown
  /** What is left of the path. */
  readonly rest: string
}

function takeStep(document: Document.Parsed, at: unknown, path: string): Step | undefined {
  const node = resolved(document, at)
  if (isSeq(node)) {
    const [, index, rest = ''] = /^\[(\d+)\]\.?(.*)$/s.exec(path) ?? []
    const item = index === undefined ? undefined : node.items[Number(index)]
    return item === undefined ? undefined : { offset: startOf(item), node: item, rest }
  }
  if (!isMap(node)) return undefined
  // A key may hold dots and brackets itself: the longest that fits is meant.
  const fitting = node.items
    .map(({ key, value }) => ({ key, value, name: textOf(document, key) }))
    .filter(({ name }) => fits(name, path))
    .toSorted((a, b) => b.name.length - a.name.length)
  const [found] = fitting
  if (found === undefined) return undefined
  const rest = path.slice(found.name.length).replace(/^\./, '')
  return { offset: startOf(found.key), node: found.value, rest }
}

function fits(name: string, path: string): boolean {
  if (name === '' || !path.startsWith(name)) return false
  return path === name || /^[.[]/.test(path.slice(name.length))
}

function textOf(document: Document.Parsed, key: unknown): string {
  const node = resolved(document, key)
  return isScalar(node) ? String(node.value) : ''
}

function resolved(document: Document.Parsed, node: unknown): unknown {
  return isAlias(node) ? node.resolve(document) : node
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined
}
