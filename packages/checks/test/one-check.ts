import { parseYaml } from '@deploy-actions/action-kit'
import type { HttpCheck } from '../src/check.ts'
import { checks } from '../src/inputs/checks.ts'

/** A check over HTTP as a user writes it: the inputs of one entry of `checks`. */
export function oneCheck(inputs: Readonly<Record<string, unknown>>): HttpCheck {
  const [check] = checks({ description: '' }).parse(parseYaml(JSON.stringify([inputs])))
  if (check?.kind !== 'http') throw new Error('There is no check over HTTP.')
  return check
}
