import type { Task } from '@aws-sdk/client-ecs'

/** What the next start follows: its client token is made of it. */
export interface Anchor {
  readonly name: string
  /** Milliseconds since the epoch, from which on everybody knows of it: before, nothing is to be started. */
  readonly settledAt: number
}

/** ECS tells of stopped tasks for at least an hour; so far back everybody sees the same ones. */
const memoryMs = 40 * 60_000

/**
 * Around the moment at which one anchor gives way to another, runs may go by either. A reading and the start that follows it
 * take 90 s at most, see lock.ts; the rest is for clocks that differ and for answers of ECS that lag.
 */
const changeMs = 120_000

/**
 * The anchor at a moment, given the last task of the lock: that task, where it has ended of late, so that all who saw it end
 * use the same token; otherwise a stretch of forty minutes. The stretches of different locks begin at
 * different moments. A task that was started in the running stretch, or after the last task, is still described when it
 * has ended, so one that is named and not described has just been started.
 */
export function anchorAt(now: number, last: Task | undefined, lock: string): Anchor {
  const endedAt = last === undefined ? 0 : endOf(last, now)
  if (last?.taskArn !== undefined && now - endedAt < memoryMs) {
    return { name: last.taskArn, settledAt: 0 }
  }
  const offset = Number.parseInt(lock.slice(0, 8), 16) % memoryMs
  const stretch = Math.floor((now + offset) / memoryMs)
  const changedAt = Math.max(stretch * memoryMs - offset, endedAt + memoryMs)
  return { name: `stretch ${stretch}`, settledAt: changedAt + changeMs }
}

function endOf({ stoppedAt, executionStoppedAt, stoppingAt }: Task, now: number): number {
  return (stoppedAt ?? executionStoppedAt ?? stoppingAt)?.getTime() ?? now
}
