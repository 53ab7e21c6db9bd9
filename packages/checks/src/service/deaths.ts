import { formatSeconds } from '@deploy-actions/action-kit'
import { describeDeath, type TaskDeath } from '@deploy-actions/ecs'
import type { Finding } from '../finding.ts'

/** The death that happened last. */
export function lastDeath(deaths: readonly TaskDeath[]): TaskDeath | undefined {
  return deaths.toSorted((a, b) => b.stoppedAt - a.stoppedAt)[0]
}

/** How long a task lived; one that never ran has lived from its creation. */
export function lifeMs({ startedAt, stoppedAt }: TaskDeath): number {
  return Math.max(0, stoppedAt - startedAt)
}

/** A death in one clause, with what to do about it. */
export function tellDeath(death: TaskDeath): Finding {
  const { taskId, code, container, exitCode, remedy } = death
  const life = formatSeconds(lifeMs(death) / 1000)
  return {
    key: `death ${code} ${container} ${exitCode}`,
    message: `task ${taskId} died after ${life}: ${describeDeath(death)}`,
    remedy,
  }
}
