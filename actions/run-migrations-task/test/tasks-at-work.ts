import { DescribeTasksCommand, ECSClient, ListTasksCommand, type Task } from '@aws-sdk/client-ecs'

/** The one-off tasks of the cluster that ECS still knows, oldest first, by another way than that of the action. */
export async function oneOffTasks(cluster = 'shop'): Promise<readonly Task[]> {
  const ecs = new ECSClient({ maxAttempts: 30 })
  try {
    const lists = await Promise.all(
      (['RUNNING', 'STOPPED'] as const).map((desiredStatus) =>
        ecs.send(new ListTasksCommand({ cluster, desiredStatus })),
      ),
    )
    const tasks = lists.flatMap(({ taskArns = [] }) => taskArns)
    const described = await ecs.send(new DescribeTasksCommand({ cluster, tasks }))
    return (described.tasks ?? [])
      .filter(({ startedBy = '' }) => !startedBy.startsWith('ecs-svc/'))
      .toSorted((a, b) => Number(a.createdAt) - Number(b.createdAt))
  } finally {
    ecs.destroy()
  }
}

/** Pairs of tasks of which one was begun while the other was still at work. */
export function overlaps(tasks: readonly Task[]): readonly string[] {
  return tasks.flatMap((task, i) =>
    tasks
      .slice(i + 1)
      .filter((later) => Number(later.createdAt) < endOf(task))
      .map((later) => `${task.startedBy} and ${later.startedBy}`),
  )
}

function endOf({ executionStoppedAt, stoppedAt }: Task): number {
  return Number(executionStoppedAt ?? stoppedAt ?? Infinity)
}
