import type { Problem } from '@deploy-actions/action-kit'
import type { Value } from '../document/index.ts'

/** Values that a step is given, by key; undefined for a key that is to be removed. */
export type Given = ReadonlyMap<string, Value | undefined>

/** One source of values: the input that names it, and what it gives. */
export interface Source {
  readonly input: string
  readonly values: Given
}

/** Puts sources together. A key may come from one of them only: which one is meant could not be known. */
export function mergeSources(sources: readonly Source[]): {
  readonly values: Given
  readonly problems: readonly Problem[]
} {
  const values = new Map<string, Value | undefined>()
  const from = new Map<string, string>()
  const problems: Problem[] = []
  for (const { input, values: own } of sources) {
    for (const [key, value] of own) {
      const first = from.get(key)
      if (first !== undefined) {
        problems.push({ path: input, message: `gives ${key}, which ${first} gives already` })
      }
      from.set(key, input)
      values.set(key, value)
    }
  }
  return { values, problems }
}
