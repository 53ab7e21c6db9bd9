import { evaluateMinutes, type Scope } from '../expressions/evaluate.ts'
import type { ProcessEnd } from '../step/process.ts'
import type { StepLog } from '../step/step-log.ts'
import type { JobSession } from './job-session.ts'
import type { Result } from './results.ts'
import type { Task } from './task.ts'

/** How long a step may take, and who says so. */
export interface TimeLimit {
  readonly timeoutMs: number
  readonly minutes: number
  readonly of: 'step' | 'job'
}

/** The time limit of a step: its own, or what is left of its job's. */
export function timeLimit(task: Task, session: JobSession, scope: Scope): TimeLimit {
  const minutes = evaluateMinutes(task.timeoutMinutes, scope)
  const job = session.cancel.aborted ? Number.MAX_SAFE_INTEGER : session.remainingMs
  if (minutes === undefined || job < minutes * 60_000) {
    return { timeoutMs: Math.max(0, job), minutes: session.timeoutMinutes, of: 'job' }
  }
  return { timeoutMs: minutes * 60_000, minutes, of: 'step' }
}

/**
 * The outcome of a step whose process has ended; says in the log what the process could not say.
 */
export function outcomeOf(
  end: ProcessEnd,
  at: {
    readonly log: StepLog
    readonly limit: TimeLimit
    readonly session: JobSession
    readonly isScript: boolean
  },
): Result {
  const { log, limit, session } = at
  if (end.endedBy === 'cancel') {
    log.annotate('error', 'The operation was canceled.')
    return 'cancelled'
  }
  if (end.endedBy === 'timeout' && limit.of === 'step') {
    log.annotate('error', `The action has timed out after ${limit.minutes} minutes.`)
    return 'failure'
  }
  if (end.endedBy === 'timeout') {
    session.timeOut()
    const time = `${limit.minutes} minutes`
    log.annotate('error', `The job has exceeded the maximum execution time of ${time}.`)
    return 'cancelled'
  }
  if (end.exitCode !== 0 && at.isScript) {
    log.annotate('error', `Process completed with exit code ${end.exitCode}.`)
  }
  return end.exitCode === 0 && !log.refused ? 'success' : 'failure'
}
