import type { Task } from '@aws-sdk/client-ecs'

/** What the next start follows: its client token is made of it. Moments are milliseconds since the epoch. */
export interface Anchor {
  readonly name: string
  /** Before, a start by the anchor that it follows may not be seen by all. */
  readonly settledAt: number
  /** From then on another anchor counts: a start by this one has to be done before. */
  readonly until: number
}

/** ECS tells of stopped tasks for at least an hour; so far back everybody sees the same ones. */
const memoryMs = 40 * 60_000

/** So much clocks may differ, and answers of ECS lag. */
const settlingMs = 30_000

/**
 * The anchor at a moment, given the last task of the lock: that task, where it has ended of late, so that all who saw it end
 * use the same token; otherwise a stretch of forty minutes. The stretches of different locks begin at
 * different moments. A task that was started in the running stretch, or after the last task, is still described when it
 * has ended, so one that is named and not described has just been started.
 */
export function anchorAt(now: number, last: Task | undefined, lock: string): Anchor {
  const endedAt = last === undefined ? 0 : endOf(last, now)
  if (last?.taskArn !== undefined && now - endedAt < memoryMs) {
    return { name: last.taskArn, settledAt: 0, until: endedAt + memoryMs }
  }
  const offset = Number.parseInt(lock.slice(0, 8), 16) % memoryMs
  const stretch = Math.floor((now + offset) / memoryMs)
  const begun = stretch * memoryMs - offset
  return {
    name: `stretch ${stretch}`,
    settledAt: Math.max(begun, endedAt + memoryMs) + settlingMs,
    until: begun + memoryMs,
  }
}

/** When what was read at a moment is ground for a start that begins now; undefined for now. */
export function waitFor(
  { settledAt, until }: Anchor,
  moment: { readonly readAt: number; readonly now: number; readonly startTakesMs: number },
): number | undefined {
  if (moment.readAt < settledAt) return Math.max(settledAt, moment.now)
  return moment.now + moment.startTakesMs > until ? until + settlingMs : undefined
}

function endOf({ stoppedAt, executionStoppedAt, stoppingAt }: Task, now: number): number {
  return (stoppedAt ?? executionStoppedAt ?? stoppingAt)?.getTime() ?? now
}
