import type { Task } from '@aws-sdk/client-ecs'
import { ActionError, formatSeconds } from '@deploy-actions/action-kit'
import { DeadlineError, isTransient, poll } from '@deploy-actions/aws'
import { describeTasks, isEndTold, isOver } from '@deploy-actions/ecs'
import type { Work } from './work.ts'

/** ECS describes what it has started within five minutes, and what has stopped for an hour: after that it is gone. */
const unknownForMs = 300_000

/** What became of a task that was waited for. */
export type Awaited =
  | { readonly kind: 'over'; readonly task: Task }
  /** ECS knows it no more: it has ended an hour ago. */
  | { readonly kind: 'gone' }

/** Waits until a task has ended, and gives it as it is then; throws a `timeout` at the deadline. `why` goes into the log. */
export async function waitForEnd(
  work: Work,
  task: Task,
  { deadline, why }: { readonly deadline: number; readonly why: string },
): Promise<Awaited> {
  const { context, ecs } = work
  const { taskArn = '', createdAt } = task
  context.host.info(`Waiting for ${taskArn}, begun at ${createdAt?.toISOString()}, ${why}.`)
  let lastKnownAt = Date.now()
  let status = task.lastStatus
  const look = async (): Promise<Awaited | undefined> => {
    const found = await describe(work, taskArn)
    if (found === 'unknown') {
      return Date.now() - lastKnownAt >= unknownForMs ? { kind: 'gone' } : undefined
    }
    lastKnownAt = Date.now()
    status = found?.lastStatus ?? status
    return found !== undefined && isOver(found) && isEndTold(found)
      ? { kind: 'over', task: found }
      : undefined
  }
  try {
    return await poll(look, { signal: ecs.signal, deadline, delayMs: () => 5_000 })
  } catch (error) {
    if (!(error instanceof DeadlineError)) throw error
    const silentMs = Date.now() - lastKnownAt
    const was = `${taskArn} was ${status}`
    throw notOurTurn(
      work,
      silentMs < 30_000
        ? was
        : `${was} ${formatSeconds(silentMs / 1000)} ago, and ECS has not described it since`,
      error,
    )
  }
}

/** The error of a step whose turn did not come in time. */
export function notOurTurn({ inputs, plan }: Work, why: string, cause?: unknown): ActionError {
  return new ActionError({
    code: 'timeout',
    message: `The lock ${plan.lock} was not free after ${formatSeconds(inputs.timeoutSeconds)}: ${why}. Nothing was started.`,
    remedy: 'Look at the tasks of the cluster; raise timeout where they only take longer.',
    cause,
  })
}

/** The task as it is now; `unknown` where ECS does not know it, undefined where it does not answer. */
async function describe({ ecs, inputs }: Work, arn: string): Promise<Task | 'unknown' | undefined> {
  try {
    return (await describeTasks(ecs, inputs.cluster, [arn]))[0] ?? 'unknown'
  } catch (error) {
    if (!isTransient(error) || ecs.signal.aborted) throw error
    return undefined
  }
}
