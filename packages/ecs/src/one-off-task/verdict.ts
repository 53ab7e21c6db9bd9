import type { Container, Task } from '@aws-sdk/client-ecs'
import { deathOf, type TaskDeath } from '../diagnosis/index.ts'

/** How a one-off task ended. */
export interface TaskVerdict {
  /**
   * `killed`: by a signal, for want of memory, by a person or by AWS. `never-started`: the container that decides was
   * not run.
   */
  readonly kind: 'succeeded' | 'failed' | 'never-started' | 'killed'
  readonly exitCode: number | undefined
  /** In the words of ECS; empty where it gives none. */
  readonly reason: string
  /** Why, where it is known; undefined for success, and where a person stopped it. */
  readonly death: TaskDeath | undefined
}

/** What the verdict goes by. */
export interface Deciding {
  readonly container: string
  readonly successCodes: ReadonlySet<number>
}

/** The reason given to ECS when a task is stopped because the container that decides has ended, and others go on. */
export function hasDecided(container: string): string {
  return `${container} has ended, and decides`
}

/** The verdict on a task that has ended: one container decides, whatever becomes of those beside it. */
export function verdictOn(task: Task, { container: name, successCodes }: Deciding): TaskVerdict {
  const container = task.containers?.find((one) => one.name === name)
  const exitCode = container?.exitCode
  const isOwnEnd = task.stoppedReason === hasDecided(name)
  const told = isOwnEnd ? undefined : task.stoppedReason
  const reason = [container?.reason, told].filter((text) => text).join('; ')
  const wasCutOff = !isOwnEnd && isCutOff(task)
  if (
    exitCode !== undefined &&
    successCodes.has(exitCode) &&
    !wasCutOff &&
    !isOutOfMemory(container)
  ) {
    return { kind: 'succeeded', exitCode, reason, death: undefined }
  }
  const ended: Task = isOwnEnd
    ? { ...task, stopCode: 'EssentialContainerExited', stoppedReason: undefined }
    : task
  const kind = kindOf(task, { container, wasCutOff })
  return { kind, exitCode, reason, death: deathOf(ended, new Set([name])) }
}

/** Whether the task was told to end: what it answers then says nothing about its work. */
function isCutOff({ stopCode }: Task): boolean {
  return (
    stopCode === 'UserInitiated' ||
    stopCode === 'SpotInterruption' ||
    stopCode === 'TerminationNotice'
  )
}

function kindOf(
  { startedAt }: Task,
  { container, wasCutOff }: { container: Container | undefined; wasCutOff: boolean },
): TaskVerdict['kind'] {
  const exitCode = container?.exitCode
  if (exitCode === undefined) {
    // A container that others were to precede is not made while these have not succeeded.
    return startedAt === undefined || container?.runtimeId === undefined
      ? 'never-started'
      : 'killed'
  }
  return wasCutOff || isSignal(exitCode) || isOutOfMemory(container) ? 'killed' : 'failed'
}

/** Exit codes above 128 are those of signals, of which there are 64. */
function isSignal(exitCode: number): boolean {
  return exitCode > 128 && exitCode <= 192
}

function isOutOfMemory({ reason = '' }: Container = {}): boolean {
  return /^OutOfMemory/i.test(reason)
}

/** Reasons that pass by themselves, beside a lack of capacity. */
const passing: ReadonlySet<string> = new Set([
  'network-interface',
  'agent-timeout',
  'agent',
  'throttled',
])

/**
 * Whether the same start may well succeed a little later: no container has run, and capacity or the network of the task
 * was lacking.
 */
export function mayStartAgain(task: Task, { kind, death }: TaskVerdict): boolean {
  const hasRun =
    task.startedAt !== undefined ||
    (task.containers ?? []).some(({ exitCode }) => exitCode !== undefined)
  if (kind !== 'never-started' || hasRun || death === undefined) return false
  return death.code === 'capacity' || passing.has(death.kind)
}
