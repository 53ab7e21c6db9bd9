import { DescribeTasksCommand, type Task } from '@aws-sdk/client-ecs'
import { call, nameFromArn } from '@deploy-actions/aws'
import { deathOf, type EcsContext } from '@deploy-actions/ecs'
import type { LostTask } from './facts.ts'

/** DescribeTasks takes no more at once. */
const describeLimit = 100

/** Where tasks were, and which of their containers decide. */
export interface LostFrom {
  readonly cluster: string
  readonly essentialOf: (task: Task) => ReadonlySet<string>
}

/** What became of tasks that ran; those that the service scaled away or replaced are left out. */
export async function findLostTasks(
  { ecs, signal }: EcsContext,
  arns: readonly string[],
  { cluster, essentialOf }: LostFrom,
): Promise<readonly LostTask[]> {
  const lost: LostTask[] = []
  for (let start = 0; start < arns.length; start += describeLimit) {
    const asked = arns.slice(start, start + describeLimit)
    const command = new DescribeTasksCommand({ cluster, tasks: asked })
    const { tasks = [] } = await call(ecs, command, { signal })
    for (const arn of asked) {
      const task = tasks.find(({ taskArn }) => taskArn === arn)
      const found = describe(arn, task, essentialOf)
      if (found !== undefined) lost.push(found)
    }
  }
  return lost
}

function describe(
  arn: string,
  task: Task | undefined,
  essentialOf: LostFrom['essentialOf'],
): LostTask | undefined {
  const taskId = nameFromArn(arn)
  if (task === undefined) return { taskId, death: undefined, reason: '' }
  const death = deathOf(task, essentialOf(task))
  if (death === undefined && task.stopCode === 'ServiceSchedulerInitiated') return undefined
  return { taskId, death, reason: task.stoppedReason ?? '' }
}
