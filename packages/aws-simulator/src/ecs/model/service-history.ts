import type { Cloud } from '../../cloud/cloud.ts'
import type { RevisionState, ServiceDeploymentState, ServiceState } from './service.ts'

/** The service deployments that ECS still tells of: it forgets those that ended 90 days ago. */
export function rememberedDeployments(
  { serviceDeployments }: ServiceState,
  cloud: Cloud,
): readonly ServiceDeploymentState[] {
  return serviceDeployments.filter(
    ({ finishedAt }) => finishedAt === undefined || isRecent(finishedAt, cloud),
  )
}

/** The revisions that ECS still tells of: an old one only while a deployment of the service has it. */
export function rememberedRevisions(
  { revisions, deployments }: ServiceState,
  cloud: Cloud,
): readonly RevisionState[] {
  const deployed = new Set(deployments.map(({ revision }) => revision))
  return revisions.filter(
    (revision) => deployed.has(revision) || isRecent(revision.createdAt, cloud),
  )
}

function isRecent(moment: Date, { timeline, timings }: Cloud): boolean {
  return timeline.nowMs() - moment.getTime() < timings.deploymentRetention
}
