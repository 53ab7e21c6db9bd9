import type { Service } from '@aws-sdk/client-ecs'
import type { EcsContext } from '../ecs-context.ts'
import { findDenied, type Denied } from './denied.ts'
import {
  findServiceRevision,
  hasNoServiceDeployments,
  listServiceDeployments,
} from './service-deployments.ts'

/**
 * The ARN of the task definition that the service's last successful deployment runs; undefined where
 * none has succeeded yet. After a failed deployment the latest revision of the family, and even the
 * one that the service names, may be the one that failed. Without service deployments (they are kept
 * for 90 days, and the role may not be allowed to list them, which is told) the classic deployments tell.
 */
export async function lastSuccessfulDefinition(
  context: EcsContext,
  service: Service,
  onDenied: (denied: Denied) => void = () => undefined,
): Promise<string | undefined> {
  const completed = service.deployments?.find(({ rolloutState }) => rolloutState === 'COMPLETED')
  try {
    const { isListed, arn } = await readLastSuccessful(context, service)
    if (isListed) return arn ?? completed?.taskDefinition
  } catch (error) {
    // Where the role may not list them, or the service's controller has none.
    const denied = findDenied(error)
    if (denied !== undefined) onDenied(denied)
    else if (!hasNoServiceDeployments(error)) throw error
  }
  return completed?.taskDefinition ?? service.taskDefinition
}

async function readLastSuccessful(
  context: EcsContext,
  { clusterArn: cluster = '', serviceName = '' }: Service,
): Promise<{ readonly isListed: boolean; readonly arn: string | undefined }> {
  const listed = await listServiceDeployments(context, { cluster, service: serviceName })
  const last = listed.find(({ status }) => status === 'SUCCESSFUL')?.targetServiceRevisionArn
  const revision = last ? await findServiceRevision(context, last) : undefined
  return { isListed: listed.length > 0, arn: revision?.taskDefinition }
}
