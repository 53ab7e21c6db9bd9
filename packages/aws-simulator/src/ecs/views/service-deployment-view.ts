import type {
  ServiceDeployment,
  ServiceDeploymentBrief,
  ServiceRevision,
  ServiceRevisionSummary,
} from '@aws-sdk/client-ecs'
import type { RevisionState, ServiceDeploymentState, ServiceState } from '../model/service.ts'
import { countTasks } from './service-view.ts'

/** A service deployment as `DescribeServiceDeployments` shows it. */
export function serviceDeploymentView(
  service: ServiceState,
  state: ServiceDeploymentState,
): ServiceDeployment {
  return {
    serviceDeploymentArn: state.arn,
    serviceArn: service.arn,
    clusterArn: service.cluster.arn,
    createdAt: state.createdAt,
    startedAt: state.startedAt,
    finishedAt: state.finishedAt,
    stoppedAt: state.stoppedAt,
    updatedAt: state.updatedAt,
    sourceServiceRevisions: state.sources.map((revision) => summary(service, revision)),
    targetServiceRevision: summary(service, state.target),
    status: state.status,
    statusReason: state.statusReason,
    deploymentConfiguration: state.configuration,
    rollback: state.rollback,
    deploymentCircuitBreaker: state.breaker,
    alarms: {
      status: state.alarms.status,
      alarmNames: [...state.alarms.alarmNames],
      triggeredAlarmNames: [...state.alarms.triggeredAlarmNames],
    },
  }
}

/** The short form of `ListServiceDeployments`. */
export function serviceDeploymentBrief(
  service: ServiceState,
  state: ServiceDeploymentState,
): ServiceDeploymentBrief {
  return {
    serviceDeploymentArn: state.arn,
    serviceArn: service.arn,
    clusterArn: service.cluster.arn,
    createdAt: state.createdAt,
    startedAt: state.startedAt,
    finishedAt: state.finishedAt,
    targetServiceRevisionArn: state.target.arn,
    status: state.status,
    statusReason: state.statusReason,
  }
}

/** A service revision as `DescribeServiceRevisions` shows it: digests are there once ECS knows them. */
export function revisionView(service: ServiceState, revision: RevisionState): ServiceRevision {
  const { taskDefinition, digests } = revision
  return {
    ...revision.settings,
    serviceRevisionArn: revision.arn,
    serviceArn: service.arn,
    clusterArn: service.cluster.arn,
    taskDefinition: taskDefinition.arn,
    createdAt: revision.createdAt,
    containerImages: (taskDefinition.content.containerDefinitions ?? []).map(({ name, image }) => ({
      containerName: name,
      image,
      imageDigest: digests.get(name ?? ''),
    })),
  }
}

function summary(service: ServiceState, revision: RevisionState): ServiceRevisionSummary {
  const deployments = service.deployments.filter((deployment) => deployment.revision === revision)
  const ids = new Set<string | undefined>(deployments.map(({ id }) => id))
  const counts = countTasks([...service.tasks].filter(({ request }) => ids.has(request.startedBy)))
  const isPrimary = deployments.some(({ status }) => status === 'PRIMARY')
  return {
    arn: revision.arn,
    requestedTaskCount: isPrimary
      ? service.desiredCount
      : counts.runningCount + counts.pendingCount,
    runningTaskCount: counts.runningCount,
    pendingTaskCount: counts.pendingCount,
  }
}
