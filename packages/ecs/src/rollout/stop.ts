import { StopServiceDeploymentCommand } from '@aws-sdk/client-ecs'
import { call, isAwsError } from '@deploy-actions/aws'
import type { EcsContext } from '../ecs-context.ts'

/**
 * Asks ECS to end a service deployment that is under way and to go back to the revision before it,
 * which works with and without a circuit breaker. That one is going back already is no error.
 */
export async function requestRollback(
  { ecs, signal }: EcsContext,
  serviceDeploymentArn: string,
): Promise<void> {
  const command = new StopServiceDeploymentCommand({ serviceDeploymentArn, stopType: 'ROLLBACK' })
  try {
    await call(ecs, command, { signal, resource: serviceDeploymentArn })
  } catch (error) {
    if (!isAwsError(error, 'ConflictException')) throw error
  }
}
