import { StopServiceDeploymentCommand } from '@aws-sdk/client-ecs'
import { call, isAwsError } from '@deploy-actions/aws'
import type { EcsContext } from '../ecs-context.ts'

/**
 * Asks ECS to end a service deployment that is under way and to go back to the revision before it,
 * which works with and without a circuit breaker. Gives false where ECS refuses, since the deployment
 * is going back already, or is over.
 */
export async function requestRollback(
  { ecs, signal }: EcsContext,
  serviceDeploymentArn: string,
): Promise<boolean> {
  const command = new StopServiceDeploymentCommand({ serviceDeploymentArn, stopType: 'ROLLBACK' })
  try {
    await call(ecs, command, { signal, resource: serviceDeploymentArn })
    return true
  } catch (error) {
    if (!isAwsError(error, 'ConflictException')) throw error
    return false
  }
}
