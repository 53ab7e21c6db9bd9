import type { Service } from '@aws-sdk/client-ecs'
import { isAccessDenied, isAwsError } from '@deploy-actions/aws'
import type { EcsContext } from '../ecs-context.ts'
import { findServiceRevision, listServiceDeployments } from './service-deployments.ts'

/**
 * The ARN of the task definition that the service's last successful deployment runs; undefined where
 * none has succeeded yet. After a failed deployment the latest revision of the family, and even the
 * one that the service names, may be the one that failed. Without service deployments (they are kept
 * for 90 days, and the role may not be allowed to list them) the classic deployments tell.
 */
export async function lastSuccessfulDefinition(
  context: EcsContext,
  service: Service,
): Promise<string | undefined> {
  const reference = { cluster: service.clusterArn ?? '', service: service.serviceName ?? '' }
  const completed = service.deployments?.find(({ rolloutState }) => rolloutState === 'COMPLETED')
  try {
    const listed = await listServiceDeployments(context, reference)
    const revisionArn = listed.find(
      ({ status }) => status === 'SUCCESSFUL',
    )?.targetServiceRevisionArn
    const revision = revisionArn ? await findServiceRevision(context, revisionArn) : undefined
    if (revision?.taskDefinition) return revision.taskDefinition
    if (listed.length > 0) return completed?.taskDefinition
  } catch (error) {
    // Where the role may not list them, or the service's controller has none.
    if (!isAccessDenied(error) && !isAwsError(error, 'InvalidParameterException')) throw error
  }
  return completed?.taskDefinition ?? service.taskDefinition
}
