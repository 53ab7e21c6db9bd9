import { isDeepStrictEqual } from 'node:util'
import type { Failure, RunTaskRequest } from '@aws-sdk/client-ecs'
import type { Cloud } from '../../cloud/cloud.ts'
import { AwsError } from '../../protocol/aws-error.ts'
import { chooseCapacity } from '../model/capacity-provider.ts'
import type { ClusterState } from '../model/clusters.ts'
import type { EcsModel } from '../model/ecs.ts'
import { place } from '../model/placement.ts'
import { Task, type TaskListener } from '../model/task.ts'
import { checkRunTask } from './check-run-task.ts'

/** What a call of RunTask came to. */
export interface Started {
  readonly tasks: readonly Task[]
  /** Of tasks that found no place; the call has succeeded all the same. */
  readonly failures: readonly Failure[]
}

interface Remembered extends Started {
  readonly input: RunTaskRequest
  readonly atMs: number
}

const tokenLifeMs = 24 * 60 * 60_000

/** What client tokens have started, by cluster. */
const tokens = new WeakMap<ClusterState, Map<string, Remembered>>()

/** Starts tasks that belong to no service; the same client token starts nothing twice within a day. */
export function runTask(model: EcsModel, input: RunTaskRequest): Started {
  const { clusters, cloud } = model
  const cluster = clusters.require(input.cluster)
  const earlier = remembered(cluster, input, cloud)
  if (earlier !== undefined) return earlier
  const started = startTasks(model, cluster, input)
  if (input.clientToken !== undefined) {
    const known = tokens.get(cluster) ?? new Map<string, Remembered>()
    tokens.set(cluster, known)
    known.set(input.clientToken, { ...started, input, atMs: cloud.timeline.nowMs() })
  }
  return started
}

/**
 * Throws a ConflictException that names the tasks when the token was used with other parameters; none, as long as the
 * earlier call is still under way.
 */
function remembered(
  cluster: ClusterState,
  input: RunTaskRequest,
  { timeline, timings }: Pick<Cloud, 'timeline' | 'timings'>,
) {
  const earlier = tokens.get(cluster)?.get(input.clientToken ?? '')
  const sinceMs = timeline.nowMs() - (earlier?.atMs ?? 0)
  if (earlier === undefined || sinceMs >= tokenLifeMs) return undefined
  if (isDeepStrictEqual(earlier.input, input)) return earlier
  const named = sinceMs < timings.tokenNaming ? [] : earlier.tasks
  throw new AwsError(
    'ConflictException',
    'The client token was used before with different parameters.',
    { members: { resourceIds: named.map(({ arn }) => arn) } },
  )
}

function startTasks(
  { cloud, taskDefinitions }: EcsModel,
  cluster: ClusterState,
  input: RunTaskRequest,
): Started {
  const definition = taskDefinitions.require(input.taskDefinition)
  checkRunTask(input, definition, cluster)
  const ofDefinition = input.propagateTags === 'TASK_DEFINITION' ? definition.tags : []
  const demand = { launchType: input.launchType, strategy: input.capacityProviderStrategy }
  const tasks: Task[] = []
  const failures: Failure[] = []
  for (let count = 0; count < (input.count ?? 1); count += 1) {
    const present = tasks.map(({ request }) => request.capacityProviderName)
    const wanted = {
      ...chooseCapacity(demand, cluster.defaultCapacityProviderStrategy, present),
      clusterName: cluster.name,
      clusterArn: cluster.arn,
      definition,
      group: input.group ?? `family:${definition.family}`,
      startedBy: input.startedBy,
      platformVersion: input.platformVersion ?? 'LATEST',
      networkConfiguration: input.networkConfiguration,
      overrides: input.overrides,
      enableExecuteCommand: input.enableExecuteCommand,
      tags: [...ofDefinition, ...(input.tags ?? [])],
    }
    const placement = place(wanted, cluster, cloud)
    if (placement.kind === 'refused') failures.push(...placement.failures)
    else {
      const task = new Task(cloud, placement.request, listener(cluster))
      cluster.tasks.set(task.id, task)
      tasks.push(task)
    }
  }
  return { tasks, failures }
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
