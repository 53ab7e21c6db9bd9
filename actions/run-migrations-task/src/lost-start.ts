import { StopTaskCommand } from '@aws-sdk/client-ecs'
import { ActionError, CancelledError, sleep, underLastSignal } from '@deploy-actions/action-kit'
import { call } from '@deploy-actions/aws'
import { listStartedBy } from '@deploy-actions/ecs'
import { stopReasons } from './stop-reasons.ts'
import type { Work } from './work.ts'

/** GitHub kills the step ten seconds after the cancel, and the answer of RunTask was waited for as well. */
const lastSeconds = 5

/**
 * After a cancel, when ECS has not answered a start: the task that may be at work is left to the next run, or looked for and
 * stopped, as `on-cancel` says, and it is said which. `starts` are the `startedBy` of such starts.
 */
export async function settleLostStarts(work: Work, starts: readonly string[]): Promise<void> {
  const { context, inputs } = work
  if (starts.length === 0) return
  if (inputs.onCancel === 'leave') {
    context.host.info(
      'Cancelled before ECS had answered RunTask: a task may be at work, and goes on without this step; the next run finds it.',
    )
    return
  }
  try {
    const task = await underLastSignal(lastSeconds, (signal) => stopStarted(work, starts, signal))
    context.setOutput('task-arn', task)
    context.host.info(`Cancelled: ECS was asked to stop ${task}, as on-cancel says.`)
  } catch (error) {
    const why =
      error instanceof ActionError
        ? `${error.message} ${error.remedy}`
        : error instanceof CancelledError
          ? 'ECS did not list it in the time that was left.'
          : String(error)
    context.host.warning(
      `Cancelled before ECS had answered RunTask: a task may be at work, and could not be stopped: ${why} The next run finds it.`,
    )
  }
}

/** Of all starts of a lock one at most has a task: stops that, as soon as ECS lists it, and gives its ARN. */
async function stopStarted(
  { ecs, inputs }: Work,
  starts: readonly string[],
  signal: AbortSignal,
): Promise<string> {
  const { cluster } = inputs
  for (;;) {
    const found = await Promise.all(
      starts.map((by) => listStartedBy({ ...ecs, signal }, cluster, by)),
    )
    const [task] = found.flat()
    if (task !== undefined) {
      const command = new StopTaskCommand({ cluster, task, reason: stopReasons.cancelled })
      await call(ecs.ecs, command, { signal, resource: task })
      return task
    }
    await sleep(500, signal)
  }
}
