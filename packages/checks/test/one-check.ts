import { parseYaml } from '@deploy-actions/action-kit'
import type { Check } from '../src/check.ts'
import { checks } from '../src/inputs/checks.ts'

/** A check as a user writes it: the inputs of one entry of `checks`. */
export function oneCheck(inputs: Readonly<Record<string, unknown>>): Check {
  const [check] = checks({ description: '' }).parse(parseYaml(JSON.stringify([inputs])))
  if (check === undefined) throw new Error('There is no check.')
  return check
}
