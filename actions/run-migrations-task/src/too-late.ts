import type { Task } from '@aws-sdk/client-ecs'
import { ActionError, formatSeconds } from '@deploy-actions/action-kit'
import { isOver, quoteLog, type LogTail } from '@deploy-actions/ecs'
import type { TaskEnd } from './act.ts'
import { hasRun } from './container-log.ts'
import type { Work } from './work.ts'

type TimedOut = Extract<TaskEnd, { kind: 'timed-out' }>

/** The error of a task whose time was over: whether it was at work at all, and what became of it then. */
export function tooLate(
  { inputs, plan }: Work,
  { task, lateIn }: TimedOut,
  log: LogTail | undefined,
): ActionError {
  const { container } = plan
  const { taskArn, lastStatus, desiredStatus, containers = [] } = task
  const after = formatSeconds(inputs.timeoutSeconds)
  const wasStopped = desiredStatus === 'STOPPED'
  if (!hasRun(containers.find(({ name }) => name === container))) {
    const end = wasStopped
      ? 'It was stopped before that.'
      : `It was left as it is (${lastStatus}); the next run finds it.`
    return new ActionError({
      code: 'timeout',
      message: `${container} of ${taskArn} was not started within ${after}: the task hung in ${lateIn}. ${end}`,
      remedy: `Look at what the task waits for in ${lateIn}: ${waits[lateIn] ?? 'its events in the console tell'}. Raise timeout where that takes longer.`,
    })
  }
  const end = wasStopped
    ? 'It was stopped: what it was doing may be half done.'
    : `It was left as it is (${lastStatus}); the next run finds it.`
  const lines = [
    `${container} of ${taskArn} was not done after ${after}. ${end}`,
    ...(wasStopped ? stillAtWork(container, task) : []),
    ...quoteLog(log),
  ]
  return new ActionError({
    code: 'timeout',
    message: lines.join('\n'),
    remedy: 'Read the log for what takes so long; raise timeout where the work needs longer.',
  })
}

/** A task that was told to stop and does not is given up at some time, and is not over. */
export function stillAtWork(container: string, task: Task): readonly string[] {
  const exit = task.containers?.find(({ name }) => name === container)?.exitCode
  return exit !== undefined || isOver(task)
    ? []
    : [`It has not stopped as far as ECS tells (${task.lastStatus}), and may still be at work.`]
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-lifecycle-explanation.html */
const waits: Readonly<Record<string, string>> = {
  PROVISIONING: 'a network interface, or capacity of the provider',
  PENDING: 'its images, its secrets, or room on an instance',
  ACTIVATING: 'its containers, of which some may wait for others (dependsOn)',
  RUNNING: 'other containers that are to come first (dependsOn)',
}
