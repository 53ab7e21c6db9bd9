import type { DeploymentConfiguration } from '@aws-sdk/client-ecs'

/** How many tasks a service has, as the scheduler counts them during a rolling deployment. */
export interface TaskCounts {
  readonly desired: number
  /** Tasks of the PRIMARY deployment that run or will. */
  readonly newLive: number
  /** Those of them that do their work. */
  readonly newServing: number
  readonly oldLive: number
  readonly oldServing: number
  /** The old ones are to go although new ones are still missing. */
  readonly isOldDispensable?: boolean
}

export interface Moves {
  readonly start: number
  /** How many old tasks to stop. */
  readonly stop: number
  /** New tasks are missing, and the percentages forbid both to start and to stop any. */
  readonly isStuck: boolean
}

/** The scheduler starts no more tasks than this at once. */
const largestBatch = 10

/**
 * What a rolling deployment does next: start new tasks up to maximumPercent; stop old ones as new ones
 * serve, or to make room, but never below minimumHealthyPercent.
 */
export function rollingMoves(counts: TaskCounts, configuration: DeploymentConfiguration): Moves {
  const { desired, newLive, newServing, oldLive, oldServing } = counts
  const { minimumHealthyPercent = 100, maximumPercent = 200 } = configuration
  const least = Math.ceil((desired * minimumHealthyPercent) / 100)
  const most = Math.floor((desired * maximumPercent) / 100)
  const missing = Math.max(0, desired - newLive)
  const room = Math.max(0, most - newLive - oldLive)
  const start = Math.min(missing, room, largestBatch)
  const spare = Math.max(0, newServing + oldServing - least) + (oldLive - oldServing)
  const kept = counts.isOldDispensable === true ? 0 : Math.max(0, desired - newServing)
  const superfluous = Math.max(0, oldLive - kept)
  const inTheWay = room === 0 ? missing : 0
  const stop = Math.min(oldLive, Math.max(0, spare), Math.max(superfluous, inTheWay))
  return { start, stop, isStuck: missing > 0 && start === 0 && stop === 0 }
}
