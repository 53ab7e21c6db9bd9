import { count, formatSeconds } from '@deploy-actions/action-kit'
import { describeCheck, type Check, type Schedule } from '@deploy-actions/checks'
import type { Inputs } from './inputs.ts'

/** What will be done; a dry run shows it and does nothing. */
export interface Plan {
  readonly kind: 'check' | 'show'
  readonly checks: readonly [Check, ...Check[]]
  readonly schedule: Schedule
  /** Undefined for the one that the environment names. */
  readonly region: string | undefined
  /** The plan for a person to read: how it is called, and a line for each check. */
  readonly title: string
  readonly lines: readonly string[]
}

/** What will be checked, and how long. */
export function planChecks({ checks, schedule, region, dryRun }: Inputs): Plan {
  const { timeoutMs, successes, holdMs } = schedule
  const hold = holdMs === 0 ? '' : `, held for ${formatSeconds(holdMs / 1000)}`
  const inARow = successes === 1 ? 'one success' : `${successes} successes in a row`
  const within = `within ${formatSeconds(timeoutMs / 1000)}`
  return {
    kind: dryRun ? 'show' : 'check',
    checks,
    schedule,
    region,
    title: `${count(checks.length, 'health check')}: ${inARow}${hold}, ${within}`,
    lines: checks.map(describeCheck),
  }
}
