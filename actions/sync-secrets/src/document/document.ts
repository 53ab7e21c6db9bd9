import { parseExactJson } from '@deploy-actions/action-kit'
import type { Value } from './value.ts'

/** What a secret holds, key by key, in the order in which it is stored. */
export type Document = ReadonlyMap<string, Value>

/** The key under which the whole text of a secret goes that is no JSON object. */
export const rawKey = 'value'

/** How a secret is written down: as a JSON object, or as one text that is its only value. */
export type Notation = 'json' | 'raw'

/**
 * Reads the text of a secret; undefined where it is no JSON object and has to be one. Numbers keep each of their
 * digits.
 */
export function parseDocument(text: string, notation: Notation): Document | undefined {
  if (notation === 'raw') return new Map([[rawKey, text]])
  // By its first character: a number that keeps its digits is an object of JavaScript, too.
  const tree = /^\s*\{/.test(text) ? parseExactJson(text) : undefined
  if (typeof tree !== 'object' || tree === null) return undefined
  return new Map(Object.entries(tree).map(([key, value]) => [key, toValue(value)]))
}

/** The text to store. */
export function formatDocument(document: Document, notation: Notation): string {
  if (notation === 'raw') {
    const text = document.get(rawKey) ?? ''
    return typeof text === 'string' ? text : text.json
  }
  const members = [...document].map(([key, value]) => {
    const json = typeof value === 'string' ? JSON.stringify(value) : value.json
    return `${JSON.stringify(key)}:${json}`
  })
  return `{${members.join(',')}}`
}

function toValue(value: unknown): Value {
  return typeof value === 'string' ? value : { json: JSON.stringify(value) }
}
