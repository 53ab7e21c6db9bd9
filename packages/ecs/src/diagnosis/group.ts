import { weightOf } from './kinds.ts'
import type { TaskDeath } from './task-death.ts'

/** Deaths for one and the same reason. */
export interface DeathGroup {
  /** The newest of them speaks for all. */
  readonly newest: TaskDeath
  readonly count: number
}

/**
 * Deaths grouped by reason, the root cause first: what kills every task before what was seen of it and
 * what only passes, then the most frequent, among equals the newest.
 */
export function groupDeaths(deaths: readonly TaskDeath[]): readonly DeathGroup[] {
  const groups = Map.groupBy(deaths, reasonKey)
  return [...groups.values()]
    .map((group) => ({
      count: group.length,
      newest: group.reduce((a, b) => (b.stoppedAt >= a.stoppedAt ? b : a)),
    }))
    .toSorted(
      (a, b) =>
        weightOf(b.newest.kind) - weightOf(a.newest.kind) ||
        b.count - a.count ||
        b.newest.stoppedAt - a.newest.stoppedAt,
    )
}

/** A lack of capacity, or of Spot, passes; all else kills the next task as well. */
export function isRepeatable({ code }: TaskDeath): boolean {
  return code !== 'capacity'
}

/**
 * Whether a rollout is doomed: two tasks died alike (the same container, class and exit code), and
 * the second was started after the first had stopped, so they did not die of one passing event.
 */
export function findRepeatedDeath(deaths: readonly TaskDeath[]): TaskDeath | undefined {
  const repeatable = deaths.filter(isRepeatable)
  return repeatable.find((second) =>
    repeatable.some((first) => isAlike(first, second) && second.startedAt >= first.stoppedAt),
  )
}

function isAlike(a: TaskDeath, b: TaskDeath): boolean {
  return a.kind === b.kind && a.container === b.container && a.exitCode === b.exitCode
}

/** Identifiers and numbers differ from task to task; the reason is the same without them. */
function reasonKey({ kind, container, exitCode, reason }: TaskDeath): string {
  const words = reason.replace(/[0-9a-f]{8,}/gi, '#').replace(/\d+/g, '#')
  return JSON.stringify([kind, container, exitCode, words])
}
