import type { MapEdit } from './map.ts'
import { asWritten, isList, parseEach, type Fill, type Raw } from './spec.ts'

/** Fills the values of a map; throws InvalidValue with the problems of all of them. */
export function fillEach(values: MapEdit, fill: Fill = asWritten): MapEdit {
  const texts = [...values].flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  const filled = new Map(parseEach(texts, fill))
  // Names keep their order, those that are to be removed too.
  return new Map([...values.keys()].map((name) => [name, filled.get(name)]))
}

/** Fills every text of a tree, but no key; throws InvalidValue with all problems. */
export function fillTree(tree: Raw, fill: Fill): Raw {
  if (typeof tree === 'string') return fill(tree)
  const read = (item: Raw): Raw => fillTree(item, fill)
  if (!isList(tree)) return Object.fromEntries(parseEach(Object.entries(tree), read))
  const items = tree.map((item, i) => [`[${i}]`, item] as const)
  return parseEach(items, read).map(([, item]) => item)
}
