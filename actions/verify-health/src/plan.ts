import { count, formatSeconds } from '@deploy-actions/action-kit'
import { describeExpectations, shownUrl, type Check, type Schedule } from '@deploy-actions/checks'
import type { Inputs } from './inputs.ts'

/** What will be done; a dry run shows it and does nothing. */
export interface Plan {
  readonly kind: 'check' | 'show'
  readonly checks: readonly [Check, ...Check[]]
  readonly schedule: Schedule
  /** The plan for a person to read: how it is called, and a line for each check. */
  readonly title: string
  readonly lines: readonly string[]
}

/** What will be checked, and how long. */
export function planChecks({ checks, schedule, dryRun }: Inputs): Plan {
  const { timeoutMs, successes, holdMs } = schedule
  const hold = holdMs === 0 ? '' : `, held for ${formatSeconds(holdMs / 1000)}`
  const inARow = successes === 1 ? 'one success' : `${successes} successes in a row`
  const within = `within ${formatSeconds(timeoutMs / 1000)}`
  return {
    kind: dryRun ? 'show' : 'check',
    checks,
    schedule,
    title: `${count(checks.length, 'health check')}: ${inARow}${hold}, ${within}`,
    lines: checks.map(
      ({ name, request, expected }) =>
        `${name}: ${request.method} ${shownUrl(request.url)}, expecting ${describeExpectations(expected)}`,
    ),
  }
}
