import type { Container, Task } from '@aws-sdk/client-ecs'

/** The containers that the verdict on a task goes by. */
export interface DecidingContainers {
  readonly container: string
  /** Those whose end ends the task, as its definition says; the one that decides may be among them. */
  readonly essential: ReadonlySet<string>
}

/**
 * How the container that decides came to its end: `by-itself`, or `told-to` end, when what it answers says nothing about
 * its work; `unknown` where neither is shown.
 */
export type Ending = 'by-itself' | 'told-to' | 'unknown'

/**
 * What a look at a task shows of the end of its deciding container, given what earlier looks have shown. ECS gives no moments
 * for containers: which one was first is seen by looking in between, or not at all.
 */
export function endingIn(task: Task, deciding: DecidingContainers, before: Ending): Ending {
  if (before !== 'unknown') return before
  const { container, others } = sorted(task, deciding)
  const isOtherOver = others.some(hasEnded)
  if (container === undefined || !hasEnded(container)) {
    return isOtherOver || isToldToStop(task) ? 'told-to' : 'unknown'
  }
  if (isOtherOver || isToldToStop(task)) return 'unknown'
  // With EssentialContainerExited one of the essential ones has ended, which then is this one.
  const isFirst = task.desiredStatus !== 'STOPPED' || deciding.essential.has(deciding.container)
  return isFirst ? 'by-itself' : 'unknown'
}

/** What the record of a task that has ended shows of the end of its deciding container, where no look has shown it. */
export function recordedEnding(task: Task, deciding: DecidingContainers): Ending {
  if (isToldToStop(task)) return 'told-to'
  if (!deciding.essential.has(deciding.container)) return 'unknown'
  const { others } = sorted(task, deciding)
  const ended = others.filter(({ exitCode }) => exitCode !== undefined)
  // What ECS ends, because another container has ended, mostly dies of its signal; by itself nothing does.
  return ended.every(({ exitCode, reason }) => isStopSignal(exitCode) && !reason)
    ? 'by-itself'
    : 'unknown'
}

/** The essential containers beside the deciding one that may have ended before it; those that ECS has ended have not. */
export function rivalsOf(task: Task, deciding: DecidingContainers): readonly Container[] {
  const ended = sorted(task, deciding).others.filter(
    ({ exitCode, reason }) => exitCode !== undefined || reason,
  )
  const byThemselves = ended.filter(({ exitCode, reason }) => reason || !isStopSignal(exitCode))
  return byThemselves.length > 0 ? byThemselves : ended
}

function sorted({ containers = [] }: Task, { container: name, essential }: DecidingContainers) {
  return {
    container: containers.find((one) => one.name === name),
    others: containers.filter((one) => one.name !== name && essential.has(one.name ?? '')),
  }
}

function hasEnded({ exitCode }: Container): boolean {
  return exitCode !== undefined
}

/**
 * Whether somebody or something else than a container has ended the task; codes that are not known are taken for that. Some who
 * speak for ECS give an empty one to tasks that run.
 */
function isToldToStop({ stopCode }: Task): boolean {
  return Boolean(stopCode) && stopCode !== 'EssentialContainerExited'
}

/** SIGKILL or SIGTERM, with which ECS ends containers. */
function isStopSignal(exitCode: number | undefined): boolean {
  return exitCode === 137 || exitCode === 143
}
