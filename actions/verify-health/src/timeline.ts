import { timeline, type TimelineEntry } from '@deploy-actions/action-kit'
import type { CheckResult, ChecksResult } from '@deploy-actions/checks'

/** A picture of when each check first failed, first succeeded, and was steady. */
export function checksTimeline({ checks, startedAt, endedAt }: ChecksResult): string {
  return timeline(
    'Health checks (UTC)',
    checks.flatMap((result) => entriesOf(result, startedAt, endedAt)),
  )
}

function entriesOf(
  result: CheckResult,
  startedAt: number,
  endedAt: number,
): readonly TimelineEntry[] {
  const { check, healthy, firstFailureAt, firstSuccessAt, steadyAt } = result
  const section = check.name
  const entries: TimelineEntry[] = []
  if (firstSuccessAt === undefined) {
    return [{ section, label: 'no success', start: startedAt, end: endedAt, mark: 'crit' }]
  }
  if (firstFailureAt !== undefined && firstFailureAt < firstSuccessAt) {
    entries.push({ section, label: 'failing', start: startedAt, end: firstSuccessAt, mark: 'crit' })
  }
  const mark = healthy ? 'done' : 'crit'
  entries.push({ section, label: 'first success', start: firstSuccessAt, end: endedAt, mark })
  if (steadyAt !== undefined) {
    entries.push({ section, label: 'steady', start: steadyAt, end: steadyAt, mark: 'done' })
  }
  return entries
}
