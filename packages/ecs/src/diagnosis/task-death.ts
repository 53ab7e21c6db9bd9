import type { Container, Task } from '@aws-sdk/client-ecs'
import type { FailureCode } from '@deploy-actions/action-kit'
import { nameFromArn } from '@deploy-actions/aws'
import { classifyReason } from './reason-classes.ts'

/** Why one task of a deployment came to its end, when it should have gone on. */
export interface TaskDeath {
  readonly taskId: string
  readonly code: FailureCode
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
 * The death of a stopped task, or undefined for one that was only scaled away or replaced.
 * `essential` names the containers whose end ends the task: a sidecar's exit code is no reason.
 */
export function deathOf(task: Task, essential: ReadonlySet<string>): TaskDeath | undefined {
  const container = decisiveContainer(task, essential)
  const reasons = [container?.reason, task.stoppedReason].filter((reason) => reason)
  const code = classifyReason(reasons.join('; ')) ?? codeOfStop(task)
  if (code === undefined) return undefined
  const exited = code === 'crash' || code === 'oom'
  return {
    taskId: nameFromArn(task.taskArn ?? ''),
    code,
    container: exited || container?.reason ? container?.name : undefined,
    exitCode: exited ? container?.exitCode : undefined,
    reason: reasons[0] ?? 'no reason given',
    ...lifetime(task),
  }
}

function lifetime(task: Task): Pick<TaskDeath, 'startedAt' | 'stoppedAt'> {
  return {
    startedAt: Number(task.startedAt ?? task.createdAt ?? 0),
    stoppedAt: Number(task.stoppedAt ?? task.stoppingAt ?? 0),
  }
}

function codeOfStop({ stopCode }: Task): FailureCode | undefined {
  if (stopCode === 'EssentialContainerExited') return 'crash'
  if (stopCode === 'SpotInterruption' || stopCode === 'TerminationNotice') return 'capacity'
  return stopCode === 'TaskFailedToStart' ? 'service-error' : undefined
}

/** The container that ended the task: one with a reason of its own first, then by exit code. */
function decisiveContainer(task: Task, essential: ReadonlySet<string>): Container | undefined {
  const candidates = (task.containers ?? []).filter(({ name = '' }) => essential.has(name))
  return (
    candidates.find((container) => container.reason) ??
    candidates.find((container) => container.exitCode !== undefined && container.exitCode !== 0) ??
    candidates.find((container) => container.exitCode !== undefined)
  )
}
