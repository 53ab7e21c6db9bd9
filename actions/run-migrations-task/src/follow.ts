import type { Task } from '@aws-sdk/client-ecs'
import { ActionError, inGroup } from '@deploy-actions/action-kit'
import { nameFromArn } from '@deploy-actions/aws'
import type { FoundTask } from './begin.ts'
import { Follower, type Followed } from './follower.ts'
import { isOwn } from './judge.ts'
import { findRunningDefinition } from './running-definition.ts'
import { stopAfterCancel } from './stop.ts'
import type { Work } from './work.ts'

/**
 * Follows a task to its end, or to the end of its time, and shows what its containers write. Throws, when the job is
 * cancelled or ECS refuses to tell of the task, what became of it.
 */
export async function follow(work: Work, begun: FoundTask): Promise<Followed> {
  const { host } = work.context
  const title = `Follow ${nameFromArn(begun.task.taskArn ?? '')}`
  return inGroup(host, title, async () => {
    let follower: Follower | undefined
    try {
      const definition = await findRunningDefinition(work, begun)
      follower = new Follower(work, {
        task: begun.task,
        definition,
        isOwn: isOwn(work, begun.task),
      })
      return await follower.follow()
    } catch (error) {
      const task = follower?.watched.task ?? begun.task
      if (!work.context.signal.aborted) throw leftAlone(error, task)
      await afterCancel(work, task, follower?.watched.hasEnded ?? false)
      throw error
    }
  })
}

async function afterCancel(work: Work, task: Task, hasEnded: boolean): Promise<void> {
  if (hasEnded) {
    work.context.host.info('Cancelled: the task had ended already.')
    return
  }
  // The task of another run is not ours to stop.
  if (isOwn(work, task)) await stopAfterCancel(work, task)
}

/** What kept the step from following the task does not keep the task from going on. */
function leftAlone(error: unknown, { taskArn, lastStatus }: Task): unknown {
  if (!(error instanceof ActionError)) return error
  const { code, message, remedy } = error
  return new ActionError({
    code,
    message: `${message}\nThe task ${taskArn} was ${lastStatus} when ECS last told of it, and goes on without this step: the next run finds it.`,
    remedy,
    cause: error,
  })
}
