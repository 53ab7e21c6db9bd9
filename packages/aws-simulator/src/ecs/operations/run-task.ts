import { isDeepStrictEqual } from 'node:util'
import type { RunTaskRequest } from '@aws-sdk/client-ecs'
import { AwsError } from '../../protocol/aws-error.ts'
import type { ClusterState } from '../model/clusters.ts'
import type { EcsModel } from '../model/ecs.ts'
import { Task, type TaskListener } from '../model/task.ts'
import { checkNetwork } from './check-service.ts'

interface Remembered {
  readonly input: RunTaskRequest
  readonly tasks: readonly Task[]
}

/** What client tokens have started, by cluster. */
const tokens = new WeakMap<ClusterState, Map<string, Remembered>>()

/** Starts tasks that belong to no service; the same client token starts nothing twice. */
export function runTask(model: EcsModel, input: RunTaskRequest): readonly Task[] {
  const cluster = model.clusters.require(input.cluster)
  const known = tokens.get(cluster) ?? new Map<string, Remembered>()
  tokens.set(cluster, known)
  const earlier = input.clientToken === undefined ? undefined : known.get(input.clientToken)
  if (earlier !== undefined) return repeated(earlier, input)
  const tasks = startTasks(model, cluster, input)
  if (input.clientToken !== undefined) known.set(input.clientToken, { input, tasks })
  return tasks
}

function repeated(earlier: Remembered, input: RunTaskRequest): readonly Task[] {
  if (isDeepStrictEqual(earlier.input, input)) return earlier.tasks
  throw new AwsError(
    'ConflictException',
    'The client token was used before with different parameters.',
    { members: { resourceIds: earlier.tasks.map(({ arn }) => arn) } },
  )
}

function startTasks(
  { cloud, taskDefinitions }: EcsModel,
  cluster: ClusterState,
  input: RunTaskRequest,
): readonly Task[] {
  const { count = 1, startedBy } = input
  const definition = taskDefinitions.require(input.taskDefinition)
  if (count < 1 || count > 10) refuse('Count must be between 1 and 10.')
  if (startedBy !== undefined && !/^[A-Za-z0-9\-/_]{1,128}$/.test(startedBy)) {
    refuse('startedBy contains invalid characters.')
  }
  if (String(input.propagateTags) === 'SERVICE') {
    refuse('propagateTags: SERVICE is not allowed when running a task.')
  }
  checkNetwork(definition, input.networkConfiguration)
  checkOverrides(
    definition.content.containerDefinitions?.map(({ name }) => name),
    input,
  )
  const tags = input.propagateTags === 'TASK_DEFINITION' ? definition.tags : []
  const request = {
    clusterName: cluster.name,
    clusterArn: cluster.arn,
    definition,
    group: input.group ?? `family:${definition.family}`,
    startedBy,
    launchType: input.launchType ?? 'FARGATE',
    platformVersion: input.platformVersion ?? 'LATEST',
    networkConfiguration: input.networkConfiguration,
    overrides: input.overrides,
    tags: [...tags, ...(input.tags ?? [])],
  }
  return Array.from({ length: count }, () => {
    const task = new Task(cloud, request, listener(cluster))
    cluster.tasks.set(task.id, task)
    return task
  })
}

function checkOverrides(names: readonly (string | undefined)[] = [], input: RunTaskRequest): void {
  const unknown = input.overrides?.containerOverrides?.find(({ name }) => !names.includes(name))
  if (unknown !== undefined) {
    refuse(`Override for container named ${unknown.name} is not a container in the TaskDefinition.`)
  }
}

/** Nobody acts on what such a task does; it is only forgotten in the end. */
function listener(cluster: ClusterState): TaskListener {
  const ignore = () => undefined
  return {
    onChange: ignore,
    onImagesPulled: ignore,
    onContainerUnhealthy: ignore,
    onTargetUnhealthy: ignore,
    onStopped: ignore,
    onForgotten: ({ id }) => cluster.tasks.delete(id),
  }
}

function refuse(message: string): never {
  throw new AwsError('InvalidParameterException', message)
}
