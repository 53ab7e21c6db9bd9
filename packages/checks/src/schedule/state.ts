import type { Attempt } from '../attempt.ts'
import type { Check } from '../check.ts'
import type { Finding } from '../finding.ts'
import { delayMs, type Schedule } from './schedule.ts'

/** What is known of one check. Times are milliseconds since the epoch. */
export interface CheckState {
  readonly check: Check
  readonly attempts: number
  /** Attempts that succeeded one after the other, up to the last. */
  readonly successesInRow: number
  readonly failuresInRow: number
  /** Attempts one after the other, up to the last, in which AWS could not be asked. */
  readonly unansweredInRow: number
  /** Of the attempts over HTTP that succeeded. */
  readonly latenciesMs: readonly number[]
  readonly lastStatus: number | undefined
  /** When the last attempt ended that showed something: one without an answer does not. */
  readonly lastAttemptAt: number | undefined
  /** What the last attempt that succeeded saw, in a few words. */
  readonly lastSeen: string
  /** What was wrong with the last attempt that failed; empty when none did. */
  readonly findings: readonly Finding[]
  /** Why AWS could not be asked the last time that it could not. */
  readonly trouble: Finding | undefined
  readonly firstFailureAt: number | undefined
  readonly firstSuccessAt: number | undefined
  /** When there were enough successes in a row; undefined while there are not. */
  readonly steadyAt: number | undefined
}

/** What is known of all checks. */
export interface WatchState {
  readonly checks: readonly CheckState[]
  /** Since when the last attempt of every check succeeded; undefined while one does not. */
  readonly healthySince: number | undefined
}

/** Nothing is known yet. */
export function unchecked(checks: readonly Check[]): WatchState {
  return {
    healthySince: undefined,
    checks: checks.map((check) => ({
      check,
      attempts: 0,
      successesInRow: 0,
      failuresInRow: 0,
      unansweredInRow: 0,
      latenciesMs: [],
      lastStatus: undefined,
      lastAttemptAt: undefined,
      lastSeen: '',
      findings: [],
      trouble: undefined,
      firstFailureAt: undefined,
      firstSuccessAt: undefined,
      steadyAt: undefined,
    })),
  }
}

/** An attempt that ended: of which check, how, and when. */
export interface Ended {
  readonly index: number
  readonly attempt: Attempt
  readonly at: number
}

/** The state after an attempt. */
export function recorded(state: WatchState, ended: Ended, schedule: Schedule): WatchState {
  const checks = state.checks.map((check, index) =>
    index === ended.index ? afterAttempt(check, ended, schedule) : check,
  )
  const healthy = checks.every(({ successesInRow }) => successesInRow > 0)
  return { checks, healthySince: healthy ? (state.healthySince ?? ended.at) : undefined }
}

function afterAttempt(before: CheckState, { attempt, at }: Ended, schedule: Schedule): CheckState {
  const attempts = before.attempts + 1
  if (attempt.verdict === 'unanswered') {
    const unansweredInRow = before.unansweredInRow + 1
    return { ...before, attempts, unansweredInRow, trouble: attempt.trouble }
  }
  const { status: lastStatus } = attempt
  const common = { ...before, attempts, lastStatus, lastAttemptAt: at, unansweredInRow: 0 }
  if (attempt.verdict === 'failed') {
    return {
      ...common,
      successesInRow: 0,
      failuresInRow: before.failuresInRow + 1,
      findings: attempt.findings,
      firstFailureAt: before.firstFailureAt ?? at,
      steadyAt: undefined,
    }
  }
  const successesInRow = before.successesInRow + 1
  const latencies = attempt.latencyMs === undefined ? [] : [attempt.latencyMs]
  return {
    ...common,
    successesInRow,
    failuresInRow: 0,
    latenciesMs: [...before.latenciesMs, ...latencies],
    lastSeen: attempt.seen,
    firstSuccessAt: before.firstSuccessAt ?? at,
    steadyAt: before.steadyAt ?? (successesInRow >= schedule.successes ? at : undefined),
  }
}

/**
 * Whether all is proven: enough successes in a row of every check and, where there is a `hold`, an
 * attempt of every check that ended after it and none that failed within it.
 */
export function isHealthy({ checks, healthySince }: WatchState, { holdMs }: Schedule): boolean {
  if (healthySince === undefined) return false
  const heldAt = healthySince + holdMs
  return checks.every(
    ({ steadyAt, lastAttemptAt = 0 }) =>
      steadyAt !== undefined && (holdMs === 0 || lastAttemptAt >= heldAt),
  )
}

/**
 * When it is over if nothing changes: at the deadline, or, while not all checks are healthy, as soon as
 * no room is left for `hold`.
 */
export function endsAt(
  { healthySince }: WatchState,
  deadline: number,
  { holdMs }: Schedule,
): number {
  return healthySince === undefined ? deadline - holdMs : deadline
}

/** Milliseconds to the next attempt of a check; the end of `hold` is looked at when it comes. */
export function nextDelayMs(
  state: WatchState,
  { index, at }: Omit<Ended, 'attempt'>,
  schedule: Schedule,
): number {
  const { failuresInRow = 0, unansweredInRow = 0 } = state.checks[index] ?? {}
  const delay = delayMs(schedule, Math.max(failuresInRow, unansweredInRow))
  if (state.healthySince === undefined || schedule.holdMs === 0) return delay
  const untilHeld = state.healthySince + schedule.holdMs - at
  return untilHeld > 0 ? Math.min(delay, untilHeld) : delay
}
