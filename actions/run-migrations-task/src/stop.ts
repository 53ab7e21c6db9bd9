import { StopTaskCommand, type Task } from '@aws-sdk/client-ecs'
import { ActionError, CancelledError, underLastSignal } from '@deploy-actions/action-kit'
import { call, DeadlineError, untilDeadline } from '@deploy-actions/aws'
import { stopReasons } from './stop-reasons.ts'
import type { Work } from './work.ts'

/** GitHub kills the step ten seconds after the cancel. */
const lastSeconds = 5

/** An answer that takes longer is not waited for. */
const answerWithinMs = 20_000

/** Asks ECS to stop a task, and says whether it took the request: what it refuses is a warning. */
export async function tryStop(work: Work, task: Task, reason: string): Promise<boolean> {
  try {
    await untilDeadline(work.ecs.signal, Date.now() + answerWithinMs, (signal) =>
      stop(work, { task, reason, signal }),
    )
    return true
  } catch (error) {
    if (work.ecs.signal.aborted) throw error
    warn(work, error)
    return false
  }
}

/** After a cancel: leaves the task to go on, or stops it, as `on-cancel` says, and says which. */
export async function stopAfterCancel(work: Work, task: Task): Promise<void> {
  const { context, inputs } = work
  if (inputs.onCancel === 'leave') {
    context.host.info('Cancelled: the task goes on without this step; the next run finds it.')
    return
  }
  try {
    await underLastSignal(lastSeconds, (signal) =>
      stop(work, { task, reason: stopReasons.cancelled, signal }),
    )
    context.host.info('Cancelled: ECS was asked to stop the task, as on-cancel says.')
  } catch (error) {
    warn(work, error)
  }
}

interface Stopping {
  readonly task: Task
  readonly reason: string
  readonly signal: AbortSignal
}

async function stop({ ecs, inputs }: Work, { task, reason, signal }: Stopping): Promise<void> {
  const { taskArn = '*' } = task
  const command = new StopTaskCommand({ cluster: inputs.cluster, task: taskArn, reason })
  await call(ecs.ecs, command, { signal, resource: taskArn })
}

function warn({ context }: Work, error: unknown): void {
  const why =
    error instanceof ActionError
      ? `${error.message} ${error.remedy}`
      : error instanceof CancelledError
        ? 'There was no time for it.'
        : error instanceof DeadlineError
          ? 'ECS did not answer.'
          : String(error)
  context.host.warning(`The task could not be stopped, and goes on: ${why}`)
}
