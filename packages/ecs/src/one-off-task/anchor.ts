import type { Task } from '@aws-sdk/client-ecs'

/** What the next start follows: its client token is made of it. Moments are milliseconds since the epoch. */
export interface Anchor {
  readonly kind: 'task' | 'stretch'
  readonly name: string
  /** Before, a start by the anchor that it follows may not be seen by all. */
  readonly settledAt: number
  /** From then on another anchor counts: a start by this one has to be done before. */
  readonly until: number
}

/** When ECS was asked for the tasks of a lock. Moments are milliseconds since the epoch. */
export interface Readings {
  /** For those that are to run, each time, oldest first. */
  readonly runningAt: readonly number[]
  /** For those that are to stop, the last time. */
  readonly stoppedAt: number
}

/** ECS tells of stopped tasks for at least an hour; so far back everybody sees the same ones. */
const memoryMs = 40 * 60_000

/** So much clocks may differ, and answers of ECS lag. */
export const settlingMs = 30_000

/**
 * By then two lists of ECS agree about a task that is being stopped. Each first start waits so long, so it is no more than
 * lists were ever seen to lag behind each other, several times over.
 */
const listsAgreeMs = 15_000

/**
 * The anchor at a moment, given the last task of the lock: that task, where it has ended of late, so that all who saw it end
 * use the same token; otherwise a stretch of forty minutes. The stretches of different locks begin at
 * different moments. A task that was started in the running stretch, or after the last task, is still described when it
 * has ended, so one that is named and not described has just been started.
 */
export function anchorAt(now: number, last: Task | undefined, lock: string): Anchor {
  const endedAt = last === undefined ? 0 : endOf(last, now)
  if (last?.taskArn !== undefined && now - endedAt < memoryMs) {
    return { kind: 'task', name: last.taskArn, settledAt: 0, until: endedAt + memoryMs }
  }
  const offset = Number.parseInt(lock.slice(0, 8), 16) % memoryMs
  const stretch = Math.floor((now + offset) / memoryMs)
  const begun = stretch * memoryMs - offset
  return {
    kind: 'stretch',
    name: `stretch ${stretch}`,
    settledAt: Math.max(begun, endedAt + memoryMs) + settlingMs,
    until: begun + memoryMs,
  }
}

/**
 * When what was read is ground for a start that begins now; undefined for now.
 *
 * A task that is told to stop moves from one list of ECS to the other, and a list may be older than the other: in two that are
 * read together it may be in neither. A list of stopped tasks that is read so much later than one of running tasks as
 * answers may lag has it. After a task that has ended of late this is not needed: whatever has followed that task
 * has used up its token.
 */
export function waitFor(
  { kind, settledAt, until }: Anchor,
  moment: { readonly readings: Readings; readonly now: number; readonly startTakesMs: number },
): number | undefined {
  const { readings, now, startTakesMs } = moment
  const runningAt = readings.runningAt.find((at) => at >= settledAt)
  if (runningAt === undefined) return Math.max(settledAt, now)
  const isSeamlessAt = kind === 'task' ? runningAt : runningAt + listsAgreeMs
  if (readings.stoppedAt < isSeamlessAt) return Math.max(isSeamlessAt, now)
  return now + startTakesMs > until ? until + settlingMs : undefined
}

function endOf({ stoppedAt, executionStoppedAt, stoppingAt }: Task, now: number): number {
  return (stoppedAt ?? executionStoppedAt ?? stoppingAt)?.getTime() ?? now
}
