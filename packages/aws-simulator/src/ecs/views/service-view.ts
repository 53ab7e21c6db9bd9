import type { Deployment, Service, ServiceCurrentRevisionSummary } from '@aws-sdk/client-ecs'
import type { Arns } from '../../cloud/arns.ts'
import {
  primaryOf,
  tasksOf,
  type DeploymentState,
  type RevisionState,
  type ServiceState,
} from '../model/service.ts'
import type { Task } from '../model/task.ts'

/** A service as `DescribeServices` shows it. */
export function serviceView(service: ServiceState, arns: Arns, withTags: boolean): Service {
  const { revision } = primaryOf(service)
  const { role, ...settings } = service.settings
  const counts = countTasks([...service.tasks])
  return {
    ...settings,
    ...revision.settings,
    ...(service.capacityProviderStrategy && {
      launchType: undefined,
      capacityProviderStrategy: service.capacityProviderStrategy,
    }),
    ...(role !== undefined && { roleArn: role }),
    serviceArn: service.arn,
    serviceName: service.name,
    clusterArn: service.cluster.arn,
    status: service.status,
    createdAt: service.createdAt,
    createdBy: arns.global('iam', 'role/simulator'),
    desiredCount: service.desiredCount,
    ...counts,
    loadBalancers: revision.settings.loadBalancers ?? [],
    serviceRegistries: revision.settings.serviceRegistries ?? [],
    placementConstraints: settings.placementConstraints ?? [],
    placementStrategy: settings.placementStrategy ?? [],
    taskDefinition: revision.taskDefinition.arn,
    deploymentConfiguration: service.deploymentConfiguration,
    deploymentController: { type: 'ECS' },
    schedulingStrategy: 'REPLICA',
    deployments: service.deployments.map((deployment) => deploymentView(service, deployment)),
    events: service.events.toReversed(),
    currentServiceDeployment: service.serviceDeployments.at(-1)?.arn,
    currentServiceRevisions: currentRevisions(service),
    enableECSManagedTags: settings.enableECSManagedTags ?? false,
    enableExecuteCommand: settings.enableExecuteCommand ?? false,
    propagateTags: settings.propagateTags ?? 'NONE',
    tags: withTags ? [...service.tags] : undefined,
  }
}

/** How many tasks run and how many will, as ECS counts them. */
export function countTasks(tasks: readonly Task[]): { runningCount: number; pendingCount: number } {
  const wanted = tasks.filter(({ desiredStatus }) => desiredStatus === 'RUNNING')
  const runningCount = wanted.filter(({ lastStatus }) => lastStatus === 'RUNNING').length
  return { runningCount, pendingCount: wanted.length - runningCount }
}

function deploymentView(service: ServiceState, deployment: DeploymentState): Deployment {
  const { revision } = deployment
  const tasks = tasksOf(service, deployment)
  const { loadBalancers: _, serviceRegistries: __, ...settings } = revision.settings
  const wanted = tasks.filter(({ desiredStatus }) => desiredStatus === 'RUNNING').length
  return {
    ...settingsOfDeployment(settings),
    id: deployment.id,
    status: deployment.status,
    taskDefinition: revision.taskDefinition.arn,
    desiredCount: deployment.status === 'PRIMARY' ? service.desiredCount : wanted,
    ...countTasks(tasks),
    failedTasks: deployment.failedTasks,
    createdAt: deployment.createdAt,
    updatedAt: deployment.updatedAt,
    rolloutState: deployment.rolloutState,
    rolloutStateReason: deployment.rolloutStateReason,
  }
}

function settingsOfDeployment(settings: RevisionState['settings']): Partial<Deployment> {
  const { capacityProviderStrategy, launchType, networkConfiguration, platformVersion } = settings
  return { capacityProviderStrategy, launchType, networkConfiguration, platformVersion }
}

function currentRevisions(service: ServiceState): ServiceCurrentRevisionSummary[] {
  return service.deployments.map((deployment) => {
    const counts = countTasks(tasksOf(service, deployment))
    return {
      arn: deployment.revision.arn,
      requestedTaskCount:
        deployment.status === 'PRIMARY'
          ? service.desiredCount
          : counts.runningCount + counts.pendingCount,
      runningTaskCount: counts.runningCount,
      pendingTaskCount: counts.pendingCount,
    }
  })
}
