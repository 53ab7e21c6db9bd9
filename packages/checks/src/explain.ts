import { ActionError, count, formatSeconds } from '@deploy-actions/action-kit'
import { titleOf } from './check.ts'
import type { ChecksResult } from './schedule/result.ts'

/**
 * The failure that an unhealthy result means, with code `verify`. It is never `timeout`, which belongs to
 * the deployment: whatever a check ran into when its time was over is known and named.
 */
export function unhealthyError(result: ChecksResult): ActionError {
  const failed = result.checks.filter(({ healthy }) => !healthy)
  const lines = failed.map(({ check, reason }) => `  - ${titleOf(check)}: ${reason}`)
  const elapsed = formatSeconds((result.endedAt - result.startedAt) / 1000)
  const checks = count(result.checks.length, 'health check')
  const early = result.noTimeToHold ? ', when too little time was left for hold' : ''
  return new ActionError({
    code: 'verify',
    message: `${failed.length} of ${checks} failed, after ${elapsed}${early}:\n${lines.join('\n')}`,
    remedy: [...new Set(failed.map(({ remedy }) => remedy))].join('\n'),
  })
}
