/**
 * Where a rollout stands, whichever API told so. `stopped` is the end of a deployment that failed
 * with nothing taken back, and of one that a newer deployment replaced.
 */
export type RolloutStatus =
  | 'pending'
  | 'in-progress'
  | 'stopping'
  | 'rolling-back'
  | 'successful'
  | 'stopped'
  | 'rolled-back'
  | 'rollback-failed'

/** A look at a rollout. Times are milliseconds since the epoch, by the clock of AWS. */
export interface RolloutState {
  readonly status: RolloutStatus
  /** In the words of ECS. */
  readonly reason?: string | undefined
  /** Tasks of the new revision. */
  readonly target: TaskCounts
  /** Tasks of the revisions that the new one replaces. */
  readonly source: TaskCounts
  /** Tasks of the new revision that failed so far; undefined where nobody counts. */
  readonly failedTasks?: number | undefined
  readonly circuitBreaker?: CircuitBreaker | undefined
  readonly triggeredAlarms: readonly string[]
  readonly startedAt?: number | undefined
  readonly finishedAt?: number | undefined
}

/** How many tasks there are to be, and are. */
export interface TaskCounts {
  readonly desired: number
  readonly running: number
  readonly pending: number
}

/** What ECS says of the circuit breaker: read, never computed. */
export interface CircuitBreaker {
  readonly triggered: boolean
  readonly failureCount: number
  readonly threshold: number
}

/** Whether ECS will do nothing more for this deployment. */
export function isOver({ status }: RolloutState): boolean {
  return !['pending', 'in-progress', 'stopping', 'rolling-back'].includes(status)
}
