import type { Task } from '@aws-sdk/client-ecs'

/** The words with which steps like this one stop tasks before their end; ECS keeps them as `stoppedReason`. */
export const stopReasons = {
  timeout: 'The time given by timeout is over',
  cancelled: 'The job was cancelled',
} as const

/** Whether a step like this one has stopped the task, and no person. */
export function isStoppedByStep({ stopCode, stoppedReason }: Task): boolean {
  const words: readonly (string | undefined)[] = Object.values(stopReasons)
  return stopCode === 'UserInitiated' && words.includes(stoppedReason)
}
