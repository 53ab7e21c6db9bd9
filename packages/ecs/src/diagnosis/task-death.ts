import type { Container, Task } from '@aws-sdk/client-ecs'
import type { FailureCode } from '@deploy-actions/action-kit'
import { nameFromArn } from '@deploy-actions/aws'
import { hostClasses } from './classes/hosts.ts'
import { findClass, remedyFor, unknownRemedy, type ToldReason } from './classes/reason-class.ts'
import { decisiveContainer } from './decisive-container.ts'
import { causeOfExit, ownWill } from './exit-codes.ts'
import { reasonKinds, type ReasonKind } from './kinds.ts'
import { classifyReason } from './reason-classes.ts'

/** Why one task of a deployment came to its end, when it should have gone on. */
export interface TaskDeath {
  readonly taskId: string
  readonly code: FailureCode
  /** The class of the reason, narrower than the code. */
  readonly kind: ReasonKind
  /** What to do about it. */
  readonly remedy: string
  /** The container that decided, where one did. */
  readonly container: string | undefined
  readonly exitCode: number | undefined
  /** In the words of ECS: the container's reason where it has one, else the task's. */
  readonly reason: string
  /** Milliseconds since the epoch; a task that never got as far has the time it was created. */
  readonly startedAt: number
  readonly stoppedAt: number
}

/** Kinds in which the exit code of the container is a part of the story. */
const exitKinds: ReadonlySet<ReasonKind> = new Set([
  'memory',
  'crash',
  'killed',
  'ended',
  'command',
  'dependency',
])

/**
 * The death of a stopped task, or undefined for one that was only scaled away or replaced, or that a
 * person stopped, whatever the reason was that they gave. `essential` names the containers whose end
 * ends the task, in the order of the definition: a sidecar's exit code is no reason, unless others
 * never began for want of it.
 */
export function deathOf(task: Task, essential: ReadonlySet<string>): TaskDeath | undefined {
  if (task.stopCode === 'UserInitiated') return undefined
  const container = decisiveContainer(task, essential)
  const reasons = [container?.reason, task.stoppedReason].filter((reason) => reason)
  const cause = causeOfReason(reasons.join('; '), task, container) ?? causeOfStop(task, container)
  if (cause === undefined) return undefined
  const isOwn = exitKinds.has(cause.kind) || cause.kind === 'container-health'
  return {
    taskId: nameFromArn(task.taskArn ?? ''),
    code: reasonKinds[cause.kind].code,
    kind: cause.kind,
    remedy: cause.remedy,
    container: isOwn || container?.reason ? container?.name : undefined,
    exitCode: tellsExit(cause.kind, container?.exitCode) ? container?.exitCode : undefined,
    reason: reasons[0] ?? 'no reason given',
    ...lifetime(task),
  }
}

/** A container that others wait for in vain may have been ended by ECS when it gave up. */
function tellsExit(kind: ReasonKind, exitCode = 0): boolean {
  return exitKinds.has(kind) && (kind !== 'dependency' || ownWill(exitCode) === 2)
}

interface Cause {
  readonly kind: ReasonKind
  readonly remedy: string
}

function causeOfReason(
  text: string,
  task: Task,
  container: Container | undefined,
): Cause | undefined {
  const found = classifyReason(text)
  if (found === undefined) return undefined
  const told: ToldReason = {
    text,
    container: container?.name,
    containerMemory: container?.memory,
    taskMemory: task.memory,
  }
  return { kind: found.kind, remedy: remedyFor(found, told) }
}

function lifetime(task: Task): Pick<TaskDeath, 'startedAt' | 'stoppedAt'> {
  return {
    startedAt: Number(task.startedAt ?? task.createdAt ?? 0),
    stoppedAt: Number(task.stoppedAt ?? task.executionStoppedAt ?? task.stoppingAt ?? 0),
  }
}

/** What the stop code says where the reason says nothing. */
function causeOfStop({ stopCode }: Task, container: Container | undefined): Cause | undefined {
  switch (stopCode) {
    case 'EssentialContainerExited':
      return causeOfExit(container?.exitCode, container?.name)
    case 'SpotInterruption':
      return known('Spot')
    case 'TerminationNotice':
    case 'InfrastructureHealth':
      return known('underlying host')
    case 'TaskFailedToStart':
      return { kind: 'unknown', remedy: unknownRemedy }
    case 'ServiceSchedulerInitiated':
    case 'UserInitiated':
    case undefined:
    default: // also for codes that ECS may come to have
      return undefined
  }
}

/** The class that has these words, where ECS gave no words of its own. */
function known(words: string): Cause | undefined {
  const found = findClass(hostClasses, words)
  return found && { kind: found.kind, remedy: remedyFor(found, { text: words }) }
}
