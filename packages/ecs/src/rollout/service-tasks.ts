import {
  DescribeTasksCommand,
  ListTasksCommand,
  type DesiredStatus,
  type Task,
} from '@aws-sdk/client-ecs'
import { call } from '@deploy-actions/aws'
import type { EcsContext } from '../ecs-context.ts'
import type { ServiceReference } from './service.ts'

/** DescribeTasks takes no more at once. */
const describeLimit = 100

/** The tasks of a service that are to run, or those that have stopped (for about an hour). */
export async function listServiceTasks(
  { ecs, signal }: EcsContext,
  { cluster, service }: ServiceReference,
  desiredStatus: DesiredStatus,
): Promise<readonly Task[]> {
  const found: Task[] = []
  let nextToken: string | undefined
  do {
    const list = new ListTasksCommand({
      cluster,
      serviceName: service,
      desiredStatus,
      maxResults: describeLimit,
      ...(nextToken === undefined ? {} : { nextToken }),
    })
    const page = await call(ecs, list, { signal })
    nextToken = page.nextToken
    const tasks = page.taskArns ?? []
    if (tasks.length === 0) continue
    const described = await call(ecs, new DescribeTasksCommand({ cluster, tasks }), { signal })
    found.push(...(described.tasks ?? []))
  } while (nextToken !== undefined)
  return found
}
