import type { Container, Task } from '@aws-sdk/client-ecs'
import { deathOf, type TaskDeath } from '../diagnosis/index.ts'
import { recordedEnding, rivalsOf, type DecidingContainers, type Ending } from './ending.ts'
import { mayPass } from './passing.ts'

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
  /** Why an exit code that means success is none, in whole sentences; undefined where it is not about that. */
  readonly doubt: string | undefined
}

/** What the verdict goes by. */
export interface Deciding extends DecidingContainers {
  readonly successCodes: ReadonlySet<number>
}

/** The reason given to ECS when a task is stopped because the container that decides has ended, and others go on. */
export function hasDecided(container: string): string {
  return `${container} has ended, and decides`
}

/**
 * The verdict on a task that has ended: one container decides, whatever becomes of those beside it. `seen` is what looks at the
 * task have shown of that container's end; without it the record of the task has to show that it has ended by itself.
 */
export function verdictOn(task: Task, deciding: Deciding, seen: Ending = 'unknown'): TaskVerdict {
  const { container: name, successCodes } = deciding
  const container = task.containers?.find((one) => one.name === name)
  const told = { exitCode: container?.exitCode, reason: reasonsOf(task, container, name) }
  const ending = endingOf(task, deciding, seen)
  const isWell = meansSuccess(container, successCodes)
  if (isWell && ending === 'by-itself') {
    return { kind: 'succeeded', ...told, death: undefined, doubt: undefined }
  }
  const wasCutOff = isWell || ending === 'told-to'
  const rivals = wasCutOff ? rivalsOf(task, deciding) : []
  const tellers = isWell || rivals.length > 0 ? namesOf(rivals) : [name]
  return {
    kind: kindOf(task, { container, wasCutOff }),
    ...told,
    death: deathOf(withoutOwnStop(task, name), new Set(tellers)),
    doubt: isWell ? doubtAbout(name, ending, rivals) : undefined,
  }
}

function endingOf(task: Task, deciding: Deciding, seen: Ending): Ending {
  if (seen !== 'unknown') return seen
  return isStoppedForIts(deciding.container, task) ? 'by-itself' : recordedEnding(task, deciding)
}

/** Whether a step like this one has stopped the task because the container that decides had ended. */
function isStoppedForIts(container: string, { stoppedReason }: Task): boolean {
  return stoppedReason === hasDecided(container)
}

/** What such a stop says of the task is nothing that ended it. */
function withoutOwnStop(task: Task, name: string): Task {
  if (!isStoppedForIts(name, task)) return task
  return { ...task, stopCode: 'EssentialContainerExited', stoppedReason: undefined }
}

function reasonsOf(task: Task, container: Container | undefined, name: string): string {
  const { stoppedReason } = withoutOwnStop(task, name)
  return [container?.reason, stoppedReason].filter((text) => text).join('; ')
}

function meansSuccess(container: Container | undefined, codes: ReadonlySet<number>): boolean {
  const { exitCode } = container ?? {}
  return exitCode !== undefined && codes.has(exitCode) && !isOutOfMemory(container)
}

/** Why what looks like success is not taken for it. */
function doubtAbout(name: string, ending: Ending, rivals: readonly Container[]): string {
  const others = rivals
    .map((one) => `${one.name} (exit code ${one.exitCode ?? 'unknown'})`)
    .join(' and ')
  const then = `ECS then tells ${name} to end, and what it answers says nothing about its work.`
  if (others === '') {
    return ending === 'told-to'
      ? `The task was told to end before ${name} was seen to have ended by itself: what it answers then says nothing about its work.`
      : `An essential container has ended the task, and that ${name} had ended before was not seen.`
  }
  return ending === 'told-to'
    ? `Another essential container had ended before, ${others}: ${then}`
    : `Another essential container has ended as well, ${others}, and which of them was first was not seen: ${then}`
}

function namesOf(containers: readonly Container[]): readonly string[] {
  return containers.map(({ name = '' }) => name)
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

/**
 * Whether the same start may well succeed a little later: no container has run, and capacity or the network of the task
 * was lacking.
 */
export function mayStartAgain(task: Task, { kind, death }: TaskVerdict): boolean {
  const hasRun =
    task.startedAt !== undefined ||
    (task.containers ?? []).some(({ exitCode }) => exitCode !== undefined)
  if (kind !== 'never-started' || hasRun || death === undefined) return false
  return mayPass(death.kind)
}
