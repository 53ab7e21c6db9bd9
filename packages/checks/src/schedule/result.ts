import { formatSeconds } from '@deploy-actions/action-kit'
import type { Check } from '../check.ts'
import type { Finding } from '../finding.ts'
import { findingsText } from './progress.ts'
import type { Schedule } from './schedule.ts'
import { isHealthy, type CheckState, type WatchState } from './state.ts'

/** The verdict on one check, and what it rests on. */
export interface CheckResult {
  readonly check: Check
  readonly healthy: boolean
  /** Why it is not healthy; empty when it is. */
  readonly reason: string
  /** What to do about it; empty when it is healthy. */
  readonly remedy: string
  readonly attempts: number
  readonly successesInRow: number
  /** Of the last answer over HTTP; undefined where the last attempt got none. */
  readonly lastStatus: number | undefined
  /** Of the attempts over HTTP that succeeded, in milliseconds. */
  readonly latenciesMs: readonly number[]
  /** Milliseconds since the epoch. */
  readonly firstFailureAt: number | undefined
  readonly firstSuccessAt: number | undefined
  readonly steadyAt: number | undefined
}

/** The verdict on all checks. Times are milliseconds since the epoch. */
export interface ChecksResult {
  readonly healthy: boolean
  readonly checks: readonly CheckResult[]
  readonly startedAt: number
  readonly endedAt: number
  /** It ended before the deadline, because what was left was shorter than `hold`. */
  readonly noTimeToHold: boolean
}

/** How a run ended. */
export interface RunEnd {
  readonly startedAt: number
  readonly endedAt: number
  /** For each check how long its attempt had been under way when it was cut; undefined for none. */
  readonly cutAfterMs: readonly (number | undefined)[]
}

/** The verdict, when there is one or time is over. */
export function concluded(state: WatchState, schedule: Schedule, end: RunEnd): ChecksResult {
  const healthy = isHealthy(state, schedule)
  return {
    healthy,
    startedAt: end.startedAt,
    endedAt: end.endedAt,
    noTimeToHold: !healthy && schedule.holdMs > 0 && state.healthySince === undefined,
    checks: state.checks.map((check, index) => {
      const cutAfterMs = end.cutAfterMs[index]
      const why = healthy ? undefined : shortcoming(check, { state, schedule, end, cutAfterMs })
      return {
        check: check.check,
        healthy: why === undefined,
        reason: why?.message ?? '',
        remedy: why?.remedy ?? '',
        attempts: check.attempts + (cutAfterMs === undefined ? 0 : 1),
        successesInRow: check.successesInRow,
        lastStatus: check.lastStatus,
        latenciesMs: check.latenciesMs,
        firstFailureAt: check.firstFailureAt,
        firstSuccessAt: check.firstSuccessAt,
        steadyAt: check.steadyAt,
      }
    }),
  }
}

interface Circumstances {
  readonly state: WatchState
  readonly schedule: Schedule
  readonly end: RunEnd
  readonly cutAfterMs: number | undefined
}

/** What a check lacks to be healthy; undefined where the others are to blame. */
function shortcoming(
  check: CheckState,
  { state, schedule, end, cutAfterMs }: Circumstances,
): Omit<Finding, 'key'> | undefined {
  if (check.successesInRow === 0) return neverHealthy(check, cutAfterMs)
  const [first] = check.findings
  if (check.steadyAt === undefined) {
    return {
      message: `${check.successesInRow} of ${schedule.successes} successes in a row when the time was over${history(check, cutAfterMs)}`,
      remedy: first?.remedy ?? 'Raise timeout, or lower successes or interval.',
    }
  }
  const heldAt = (state.healthySince ?? end.endedAt) + schedule.holdMs
  if (state.healthySince === undefined || (check.lastAttemptAt ?? 0) >= heldAt) return undefined
  return {
    message: `healthy for ${seconds(end.endedAt - state.healthySince)}, but not proven for ${seconds(schedule.holdMs)} when the time was over${history(check, cutAfterMs)}`,
    remedy: first?.remedy ?? 'Raise timeout: it includes the time of hold.',
  }
}

/** What a check that is healthy at last went through. */
function history(check: CheckState, cutAfterMs: number | undefined): string {
  const { unansweredInRow, trouble, findings } = check
  const parts = [
    cutAfterMs === undefined ? '' : `, with a request waiting for ${seconds(cutAfterMs)}`,
    unansweredInRow === 0 || trouble === undefined ? '' : `; at last ${trouble.message}`,
    findings.length === 0 ? '' : `; before: ${findingsText(check)}`,
  ]
  return parts.join('')
}

function neverHealthy(
  { check, findings, trouble }: CheckState,
  cutAfterMs = 0,
): Omit<Finding, 'key'> {
  const [first] = findings
  if (first !== undefined) return { message: findingsText({ findings }), remedy: first.remedy }
  if (trouble !== undefined) return trouble
  const within = `no answer within ${seconds(cutAfterMs)}, when the time was over`
  if (check.kind !== 'http') return { message: `AWS gave ${within}`, remedy: 'Raise timeout.' }
  const remedy = 'Check that url can be reached from the runner, or raise timeout.'
  return { message: `gave ${within}`, remedy }
}

function seconds(milliseconds: number): string {
  return formatSeconds(milliseconds / 1000)
}
