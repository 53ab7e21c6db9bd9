import type { Task } from '@aws-sdk/client-ecs'
import { ActionError, formatSeconds } from '@deploy-actions/action-kit'
import { DeadlineError, isTransient, poll } from '@deploy-actions/aws'
import { describeTasks, isOver } from '@deploy-actions/ecs'
import type { Work } from './work.ts'

/** Waits until another task of the lock has ended, and gives it as it is then; throws a `timeout` at the deadline. */
export async function waitForHolder(work: Work, task: Task, deadline: number): Promise<Task> {
  const { context, ecs, plan } = work
  const { taskArn = '', createdAt } = task
  context.host.info(
    `Waiting for ${taskArn}, begun at ${createdAt?.toISOString()}, which is at work under the lock ${plan.lock}.`,
  )
  const look = async (): Promise<Task | undefined> => {
    const found = await describe(work, taskArn)
    return found !== undefined && isOver(found) ? found : undefined
  }
  try {
    return await poll(look, { signal: ecs.signal, deadline, delayMs: () => 5_000 })
  } catch (error) {
    if (!(error instanceof DeadlineError)) throw error
    throw notOurTurn(work, `${taskArn} was still at work`, error)
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

/** The task as it is now; undefined where ECS does not say, which tells nothing about it. */
async function describe({ ecs, inputs }: Work, arn: string): Promise<Task | undefined> {
  try {
    return (await describeTasks(ecs, inputs.cluster, [arn]))[0]
  } catch (error) {
    if (!isTransient(error) || ecs.signal.aborted) throw error
    return undefined
  }
}
