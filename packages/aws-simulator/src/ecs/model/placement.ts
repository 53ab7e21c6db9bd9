import type { Failure } from '@aws-sdk/client-ecs'
import type { Cloud } from '../../cloud/cloud.ts'
import type { ClusterState } from './clusters.ts'
import { shortageOf, type ContainerInstance, type Shortage } from './container-instance.ts'
import type { TaskRequest, WantedTask } from './task-request.ts'
import { sizeOf } from './task-size.ts'

/** Where a task goes, or why it goes nowhere. */
export type Placement =
  | { readonly kind: 'placed'; readonly request: TaskRequest }
  | {
      readonly kind: 'refused'
      /** As RunTask answers. */
      readonly failures: readonly Failure[]
      /** As a service's event says it. */
      readonly complaint: string
    }

const noCapacity =
  'Capacity is unavailable at this time. Please try again later or in a different availability zone.'

/** Finds a place for a task: Fargate has room unless the world says otherwise, instances have what they have. */
export function place(wanted: WantedTask, cluster: ClusterState, cloud: Cloud): Placement {
  const { launchType, definition } = wanted
  const service = wanted.group.startsWith('service:') ? wanted.group.slice(8) : undefined
  const faults = cloud.taskFaults.draw({
    cluster: cluster.name,
    service,
    family: definition.family,
    capacityProvider:
      wanted.capacityProviderName ?? (launchType === 'FARGATE' ? 'FARGATE' : undefined),
  })
  if (faults.some(({ cause }) => cause === 'CapacityUnavailable')) {
    const complaint = `was unable to place a task. Reason: ${noCapacity}`
    return { kind: 'refused', failures: [{ reason: noCapacity }], complaint }
  }
  if (service !== undefined && faults.some(({ cause }) => cause === 'OperationsThrottled')) {
    const complaint = 'operations are being throttled. Will try again later.'
    return { kind: 'refused', failures: [], complaint }
  }
  const { containerInstances } = cluster
  if (launchType !== 'EC2' || containerInstances === undefined) {
    return { kind: 'placed', request: { ...wanted, faults } }
  }
  return placeOn(containerInstances, { ...wanted, faults }, cluster)
}

const unable =
  'was unable to place a task because no container instance met all of its requirements.'

function placeOn(
  instances: readonly ContainerInstance[],
  wanted: TaskRequest,
  cluster: ClusterState,
): Placement {
  const size = sizeOf(wanted.definition.content, wanted.overrides)
  const shortages: { instance: ContainerInstance; shortage: Shortage }[] = []
  for (const instance of instances) {
    const shortage = shortageOf(instance, size, sizesOn(instance, cluster))
    if (shortage === undefined) {
      return { kind: 'placed', request: { ...wanted, instance } }
    }
    shortages.push({ instance, shortage })
  }
  const [closest] = shortages
  return {
    kind: 'refused',
    failures: shortages.map(({ instance, shortage }) => ({ arn: instance.arn, reason: shortage })),
    complaint:
      closest === undefined
        ? `${unable} Reason: No Container Instances were found in your cluster.`
        : `${unable} The closest matching (container-instance ${idOf(closest.instance)}) ${complaints[closest.shortage]}`,
  }
}

const complaints: Readonly<Record<Shortage, string>> = {
  'RESOURCE:MEMORY': 'has insufficient memory available.',
  'RESOURCE:CPU': 'has insufficient CPU units available.',
  'RESOURCE:PORTS': 'is already using a port required by your task.',
}

function sizesOn(instance: ContainerInstance, { tasks }: ClusterState) {
  return [...tasks.values()]
    .filter(({ lastStatus, request }) => lastStatus !== 'STOPPED' && request.instance === instance)
    .map(({ request }) => sizeOf(request.definition.content, request.overrides))
}

function idOf({ arn }: ContainerInstance): string {
  return arn.slice(arn.lastIndexOf('/') + 1)
}
