import {
  invalid,
  InvalidValue,
  isList,
  parseMapping,
  yaml,
  type InputOptions,
  type InputSpec,
  type Raw,
} from '@deploy-actions/action-kit'
import type { Check } from '../check.ts'
import type { Schedule } from '../schedule/schedule.ts'
import { checks } from './checks.ts'
import { schedule, scheduleInputs, scheduleProblems } from './schedule.ts'

/** Checks, and how often they are made until there is a verdict. */
export interface Verification {
  readonly checks: readonly [Check, ...Check[]]
  readonly schedule: Schedule
}

const fields = {
  checks: checks({ description: 'The checks, as in verify-health.', required: true }),
  ...scheduleInputs,
} as const

/** Checks within another action: a list of them, or a mapping with `checks` and the inputs of a schedule. */
export function verification<const O extends InputOptions>(
  options: O,
): InputSpec<Verification> & O {
  return yaml(options, parseVerification)
}

/** Reads checks with their schedule. Throws InvalidValue with all that is wrong. */
export function parseVerification(tree: Raw): Verification {
  const parsed = parseMapping(fields, isList(tree) ? { checks: tree } : tree)
  const problems = [...scheduleProblems(parsed)]
  if (problems.length > 0) throw new InvalidValue(problems)
  const [first, ...others] = parsed.checks
  if (first === undefined) return invalid('must be at least one check', 'checks')
  return { checks: [first, ...others], schedule: schedule(parsed) }
}
