import { readLogTail, type LogTail } from '@deploy-actions/ecs'
import { hasRun } from './container-log.ts'
import type { Followed } from './follower.ts'
import { containerOf } from './task-log.ts'
import type { Work } from './work.ts'

/** Whose last lines are wanted. */
export interface Wanted {
  readonly container: string
  /** When it ended, in milliseconds since the epoch. */
  readonly endedAt?: number
}

/** The last lines of a container; undefined where it was not run, or where nothing of its log is to be shown. */
export async function readEndOfLog(
  { clients, ecs, inputs }: Work,
  { task, definition }: Followed,
  { container, endedAt }: Wanted,
): Promise<LogTail | undefined> {
  const wasRun = hasRun(task.containers?.find(({ name }) => name === container))
  if (definition === undefined || inputs.logs === 'off' || !wasRun) return undefined
  const source = containerOf(definition, task, container)
  return readLogTail(clients, { ...source, ...(endedAt && { endedAt }) }, ecs.signal)
}
