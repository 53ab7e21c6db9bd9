import {
  DescribeTasksCommand,
  RegisterTaskDefinitionCommand,
  RunTaskCommand,
  type ContainerDefinition,
  type ECSClient,
  type RegisterTaskDefinitionCommandInput,
  type RunTaskCommandInput,
  type Task,
} from '@aws-sdk/client-ecs'
import type { Behaviour, World } from '../src/world/world.ts'
import { network } from './arbiter-world.ts'
import { sleepSeconds } from './in-virtual-time.ts'

export const cluster = 'main'
const group = '/ecs/job'

/** A cluster without services, and an image for each behaviour, called as its key. */
export function jobWorld(
  images: Readonly<Record<string, Behaviour>>,
  more: Partial<World> = {},
): World {
  return {
    images: Object.entries(images).map(([tag, behaviour]) => ({
      repository: 'example.com/job',
      tags: [tag],
      behaviour,
    })),
    clusters: [{ name: cluster }],
    ...more,
  }
}

/** A container of the image of that behaviour, which logs. */
export function container(
  name: string,
  more: Partial<ContainerDefinition> = {},
): ContainerDefinition {
  return {
    name,
    image: `example.com/job:${name}`,
    logConfiguration: {
      logDriver: 'awslogs',
      options: { 'awslogs-group': group, 'awslogs-stream-prefix': 'ecs' },
    },
    ...more,
  }
}

/** Runs one task of these containers on Fargate; returns it as RunTask answers. */
export async function run(
  ecs: ECSClient,
  containerDefinitions: ContainerDefinition[],
  {
    definition,
    request,
  }: {
    definition?: Partial<RegisterTaskDefinitionCommandInput>
    request?: Partial<RunTaskCommandInput>
  } = {},
): Promise<Task> {
  const { taskDefinition } = await ecs.send(
    new RegisterTaskDefinitionCommand({
      family: 'job',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
      executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
      containerDefinitions,
      ...definition,
    }),
  )
  const { tasks, failures } = await ecs.send(
    new RunTaskCommand({
      cluster,
      taskDefinition: taskDefinition?.taskDefinitionArn,
      networkConfiguration: network,
      ...request,
    }),
  )
  const [task] = tasks ?? []
  if (task === undefined) throw new Error(`Nothing was started: ${JSON.stringify(failures)}`)
  return task
}

export async function describeTask(ecs: ECSClient, task: Task): Promise<Task> {
  const asked = new DescribeTasksCommand({ cluster, tasks: [task.taskArn ?? ''] })
  return (await ecs.send(asked)).tasks?.[0] ?? {}
}

/** Polls every second until the task has stopped; gives up after an hour. */
export async function untilStopped(ecs: ECSClient, task: Task): Promise<Task> {
  for (let seconds = 0; seconds < 3600; seconds += 1) {
    const seen = await describeTask(ecs, task)
    if (seen.lastStatus === 'STOPPED') return seen
    await sleepSeconds(1)
  }
  throw new Error(`${task.taskArn} has not stopped within an hour.`)
}

/** Seconds from one moment of a task to another. */
export function secondsBetween(from: Date | undefined, to: Date | undefined): number {
  return (Number(to) - Number(from)) / 1000
}
