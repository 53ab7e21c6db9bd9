import type { Container, Task } from '@aws-sdk/client-ecs'
import type { FailureCode } from '@deploy-actions/action-kit'
import { nameFromArn } from '@deploy-actions/aws'
import { endedByEcs } from './exit-codes.ts'
import { classifyReason } from './reason-classes.ts'
import { crashRemedy, remedies } from './remedies.ts'

/** Why one task of a deployment came to its end, when it should have gone on. */
export interface TaskDeath {
  readonly taskId: string
  readonly code: FailureCode
  /** What to do about it; deaths of one class have the same. */
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

/**
 * The death of a stopped task, or undefined for one that was only scaled away or replaced, or that a
 * person stopped, whatever the reason was that they gave. `essential` names the containers whose end
 * ends the task, in the order of the definition: a sidecar's exit code is no reason.
 */
export function deathOf(task: Task, essential: ReadonlySet<string>): TaskDeath | undefined {
  if (task.stopCode === 'UserInitiated') return undefined
  const container = decisiveContainer(task, essential)
  const reasons = [container?.reason, task.stoppedReason].filter((reason) => reason)
  const cause = classifyReason(reasons.join('; ')) ?? causeOfStop(task, container)
  if (cause === undefined) return undefined
  const exited = cause.code === 'crash' || cause.code === 'oom'
  return {
    taskId: nameFromArn(task.taskArn ?? ''),
    code: cause.code,
    remedy: cause.remedy,
    container: exited || container?.reason ? container?.name : undefined,
    exitCode: exited ? container?.exitCode : undefined,
    reason: reasons[0] ?? 'no reason given',
    ...lifetime(task),
  }
}

function lifetime(task: Task): Pick<TaskDeath, 'startedAt' | 'stoppedAt'> {
  return {
    startedAt: Number(task.startedAt ?? task.createdAt ?? 0),
    stoppedAt: Number(task.stoppedAt ?? task.executionStoppedAt ?? task.stoppingAt ?? 0),
  }
}

/** What the stop code says where the reason says nothing. */
function causeOfStop(
  { stopCode }: Task,
  container: Container | undefined,
): { readonly code: FailureCode; readonly remedy: string } | undefined {
  switch (stopCode) {
    case 'EssentialContainerExited':
      return { code: 'crash', remedy: crashRemedy(container?.name) }
    case 'SpotInterruption':
    case 'TerminationNotice':
      return { code: 'capacity', remedy: remedies.capacity }
    case 'TaskFailedToStart':
      return { code: 'service-error', remedy: remedies.unknown }
    case 'InfrastructureHealth':
    case 'ServiceSchedulerInitiated':
    case 'UserInitiated':
    case undefined:
    default: // also for codes that ECS may come to have
      return undefined
  }
}

/**
 * The container that ended the task. Once one has ended, ECS stops the others, and kills those that
 * do not obey: the codes of that prove nothing.
 */
function decisiveContainer(task: Task, essential: ReadonlySet<string>): Container | undefined {
  const candidates = [...essential].flatMap(
    (wanted) => task.containers?.find(({ name }) => name === wanted) ?? [],
  )
  return (
    candidates.find(({ reason = '' }) => classifyReason(reason)?.code === 'oom') ??
    candidates.find(({ exitCode }) => exitCode !== undefined && !endedByEcs.has(exitCode)) ??
    candidates.find(({ reason }) => reason) ??
    candidates.find(({ exitCode }) => exitCode !== undefined)
  )
}
