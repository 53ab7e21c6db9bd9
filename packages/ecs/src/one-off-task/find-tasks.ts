import {
  DescribeTasksCommand,
  ListTasksCommand,
  type DesiredStatus,
  type Task,
} from '@aws-sdk/client-ecs'
import { call } from '@deploy-actions/aws'
import type { EcsContext } from '../ecs-context.ts'

/** Tasks of a cluster; of one family only, where it is given. */
export interface TaskScope {
  readonly cluster: string
  readonly family: string | undefined
}

/** DescribeTasks takes no more at once. */
const describeLimit = 100

/** The tasks that run, and those that have stopped and that ECS still knows (at least an hour). */
export async function findTasks(context: EcsContext, scope: TaskScope): Promise<readonly Task[]> {
  // One after the other: a task that stops meanwhile is in the second list, so that none is in neither.
  const running = await list(context, scope, 'RUNNING')
  const stopped = await list(context, scope, 'STOPPED')
  const arns = [...new Set([...running, ...stopped])]
  const pages = Array.from({ length: Math.ceil(arns.length / describeLimit) }, (_, i) =>
    describeTasks(context, scope.cluster, arns.slice(i * describeLimit, (i + 1) * describeLimit)),
  )
  return (await Promise.all(pages)).flat()
}

/** The tasks as ECS describes them now; one that it does not know (yet, or any more) is left out. */
export async function describeTasks(
  { ecs, signal }: EcsContext,
  cluster: string,
  tasks: readonly string[],
): Promise<readonly Task[]> {
  const command = new DescribeTasksCommand({ cluster, tasks: [...tasks] })
  return (await call(ecs, command, { signal })).tasks ?? []
}

async function list(
  { ecs, signal }: EcsContext,
  { cluster, family }: TaskScope,
  desiredStatus: DesiredStatus,
): Promise<readonly string[]> {
  const arns: string[] = []
  let nextToken: string | undefined
  do {
    const command = new ListTasksCommand({
      cluster,
      ...(family !== undefined && { family }),
      desiredStatus,
      nextToken,
    })
    const page = await call(ecs, command, { signal })
    arns.push(...(page.taskArns ?? []))
    nextToken = page.nextToken
  } while (nextToken !== undefined)
  return arns
}
