import { chooseCapacity } from './capacity-provider.ts'
import type { DeploymentState, ServiceState } from './service.ts'
import type { Task } from './task.ts'
import type { WantedTask } from './task-request.ts'

/** The next task of a deployment. */
export function wantedTask(service: ServiceState, { id, revision }: DeploymentState): WantedTask {
  const { settings, taskDefinition } = revision
  const { cluster } = service
  const strategy = service.capacityProviderStrategy ?? settings.capacityProviderStrategy
  const launchType =
    service.capacityProviderStrategy === undefined ? settings.launchType : undefined
  const present = [...service.tasks]
    .filter(({ desiredStatus, request }) => desiredStatus === 'RUNNING' && request.startedBy === id)
    .map(({ request }) => request.capacityProviderName)
  return {
    ...chooseCapacity({ launchType, strategy }, cluster.defaultCapacityProviderStrategy, present),
    clusterName: cluster.name,
    clusterArn: cluster.arn,
    definition: taskDefinition,
    group: `service:${service.name}`,
    startedBy: id,
    platformVersion: settings.platformVersion ?? 'LATEST',
    networkConfiguration: settings.networkConfiguration,
    digests: revision.digests,
    loadBalancers: settings.loadBalancers,
    enableExecuteCommand: service.settings.enableExecuteCommand,
    tags: propagatedTags(service, taskDefinition.tags),
  }
}

/** The deployment that started a task, while the service still has it. */
export function deploymentOf(service: ServiceState, task: Task): DeploymentState | undefined {
  return service.deployments.find(({ id }) => id === task.request.startedBy)
}

/** The service remembers the digests that its first task found, and every later task runs those. */
export function recordDigests(service: ServiceState, task: Task): void {
  const revision = deploymentOf(service, task)?.revision
  for (const { name, imageDigest } of task.containers) {
    if (revision === undefined || imageDigest === undefined || revision.digests.has(name)) continue
    revision.digests.set(name, imageDigest)
  }
}

function propagatedTags(service: ServiceState, ofDefinition: Task['tags']): Task['tags'] {
  if (service.settings.propagateTags === 'SERVICE') return service.tags
  return service.settings.propagateTags === 'TASK_DEFINITION' ? ofDefinition : []
}
