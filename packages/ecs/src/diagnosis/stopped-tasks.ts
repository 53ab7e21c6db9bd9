import { DescribeTasksCommand, ListTasksCommand, type Task } from '@aws-sdk/client-ecs'
import { call } from '@deploy-actions/aws'
import type { EcsContext } from '../ecs-context.ts'
import type { ServiceReference } from '../rollout/service.ts'

/** DescribeTasks takes no more at once. */
const describeLimit = 100

/** The tasks of one deployment: those of its definition that were created since it began. */
export interface DeploymentTasks {
  readonly taskDefinition: string
  readonly createdAt: Date
}

/** The stopped tasks of a deployment that ECS still knows (about an hour). */
export async function listStoppedTasks(
  { ecs, signal }: EcsContext,
  { cluster, service }: ServiceReference,
  deployment: DeploymentTasks,
): Promise<readonly Task[]> {
  const found: Task[] = []
  let nextToken: string | undefined
  do {
    const list = new ListTasksCommand({
      cluster,
      serviceName: service,
      desiredStatus: 'STOPPED',
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
  return found.filter(
    (task) =>
      task.lastStatus === 'STOPPED' &&
      task.taskDefinitionArn === deployment.taskDefinition &&
      Number(task.createdAt) >= deployment.createdAt.getTime(),
  )
}
