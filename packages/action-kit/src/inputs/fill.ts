import type { MapEdit } from './map.ts'
import { asWritten, parseEach, type Fill } from './spec.ts'

/** Fills the values of a map; throws InvalidValue with the problems of all of them. */
export function fillEach(values: MapEdit, fill: Fill = asWritten): MapEdit {
  const texts = [...values].flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  const filled = new Map(parseEach(texts, fill))
  // Names keep their order, those that are to be removed too.
  return new Map([...values.keys()].map((name) => [name, filled.get(name)]))
}
