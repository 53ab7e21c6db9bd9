import { faults, refusals } from './failing.ts'
import { mistakes } from './mistakes.ts'
import { readings } from './reading.ts'
import type { Ingredients, Situation, Situations } from './situation.ts'
import { sources } from './writing.ts'

const all: Situations = {
  ...sources,
  ...readings,
  ...mistakes,
  ...refusals,
  ...faults,
}

/** The inputs of a situation whose files lie in a folder. */
export function placedIn(
  folder: string,
  inputs: Situation['inputs'],
): Readonly<Record<string, string>> {
  const placed: Record<string, string> = {}
  for (const [name, text] of Object.entries(inputs)) placed[name] = text.replace('$folder', folder)
  return placed
}

/** The names of all situations. */
export const situationNames: readonly string[] = Object.keys(all)

/** Makes the situation of this name. */
export function situationOf(name: string, ingredients: Ingredients): Situation {
  const make = all[name]
  if (make === undefined) throw new Error(`There is no situation ${name}.`)
  return make(ingredients)
}
