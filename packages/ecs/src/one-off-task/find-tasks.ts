import {
  DescribeTasksCommand,
  ListTasksCommand,
  type DesiredStatus,
  type ListTasksCommandInput,
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

/** The tasks of a cluster, and when ECS was asked for them, in milliseconds since the epoch. */
export interface FoundTasks {
  readonly tasks: readonly Task[]
  /** For those that are to run. */
  readonly runningAt: number
  /** For those that are to stop, or have stopped. */
  readonly stoppedAt: number
}

/** The tasks that run, and those that have stopped and that ECS still knows (at least an hour). */
export async function findTasks(context: EcsContext, scope: TaskScope): Promise<FoundTasks> {
  // One after the other: a task that stops meanwhile is in the second list, unless that is older than the first.
  const runningAt = Date.now()
  const running = await list(context, inScope(scope, 'RUNNING'))
  const stoppedAt = Date.now()
  const stopped = await list(context, inScope(scope, 'STOPPED'))
  const arns = [...new Set([...running, ...stopped])]
  const pages = Array.from({ length: Math.ceil(arns.length / describeLimit) }, (_, i) =>
    describeTasks(context, scope.cluster, arns.slice(i * describeLimit, (i + 1) * describeLimit)),
  )
  return { tasks: (await Promise.all(pages)).flat(), runningAt, stoppedAt }
}

/** The ARNs of the tasks that carry this very `startedBy` and are to run. */
export function listStartedBy(
  context: EcsContext,
  cluster: string,
  startedBy: string,
): Promise<readonly string[]> {
  return list(context, { cluster, startedBy })
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

function inScope(
  { cluster, family }: TaskScope,
  desiredStatus: DesiredStatus,
): ListTasksCommandInput {
  return { cluster, ...(family !== undefined && { family }), desiredStatus }
}

async function list(
  { ecs, signal }: EcsContext,
  filter: ListTasksCommandInput,
): Promise<readonly string[]> {
  const arns: string[] = []
  let nextToken: string | undefined
  do {
    const command = new ListTasksCommand({ ...filter, nextToken })
    const page = await call(ecs, command, { signal })
    arns.push(...(page.taskArns ?? []))
    nextToken = page.nextToken
  } while (nextToken !== undefined)
  return arns
}
