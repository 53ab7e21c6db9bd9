import type { Finding } from './finding.ts'

/** What one attempt of a check came to. */
export type Attempt = PassedAttempt | FailedAttempt | UnansweredAttempt

/** Everything was as expected. */
export interface PassedAttempt {
  readonly verdict: 'passed'
  /** What was seen, in a few words: `answered 200 in 12 ms`. */
  readonly seen: string
  /** Of an answer over HTTP. */
  readonly status: number | undefined
  readonly latencyMs: number | undefined
}

/** Something was not as expected. */
export interface FailedAttempt {
  readonly verdict: 'failed'
  /** Of an answer over HTTP; undefined where there was none. */
  readonly status: number | undefined
  readonly findings: readonly [Finding, ...Finding[]]
}

/** AWS could not be asked, which says nothing about health: neither a success nor a failure. */
export interface UnansweredAttempt {
  readonly verdict: 'unanswered'
  readonly trouble: Finding
}

/** How long an attempt may take, and what ends it before. */
export interface Limits {
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

/** The attempt that these findings make. */
export function failedOr(
  [first, ...others]: readonly Finding[],
  passed: PassedAttempt,
): PassedAttempt | FailedAttempt {
  if (first === undefined) return passed
  return { verdict: 'failed', status: passed.status, findings: [first, ...others] }
}
