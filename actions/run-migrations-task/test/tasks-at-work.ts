import {
  DescribeTasksCommand,
  ECSClient,
  ListTasksCommand,
  StopTaskCommand,
  type Task,
} from '@aws-sdk/client-ecs'

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
    if (tasks.length === 0) return []
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

/** Waits until a one-off task of the cluster is so, and gives it. */
export async function untilTask(isSo: (task: Task) => boolean): Promise<Task> {
  for (;;) {
    const found = (await oneOffTasks()).find(isSo)
    if (found !== undefined) return found
    await wait(1)
  }
}

/** Stops the one-off tasks, as a person does. */
export async function stopTasks(reason: string): Promise<void> {
  const ecs = new ECSClient({})
  for (const { taskArn: task } of await oneOffTasks()) {
    await ecs.send(new StopTaskCommand({ cluster: 'shop', task, reason }))
  }
  ecs.destroy()
}

/** Waits in the time of the world. */
export function wait(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000))
}
