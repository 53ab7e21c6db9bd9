import { CreateServiceCommand, type CreateServiceRequest, type Service } from '@aws-sdk/client-ecs'
import { ActionError } from '@deploy-actions/action-kit'
import { call } from '@deploy-actions/aws'
import type { EcsContext } from '../ecs-context.ts'

/**
 * Creates a service and gives it as ECS describes it then. A token made from the request keeps a repeated call
 * from creating a second one.
 */
export async function createService(
  { ecs, signal }: EcsContext,
  request: CreateServiceRequest,
): Promise<Service> {
  const { service } = await call(ecs, new CreateServiceCommand(request), { signal })
  if (service) return service
  throw new ActionError({
    code: 'service-error',
    message: `ECS created the service ${request.serviceName} and did not describe it in its answer.`,
    remedy: 'Look at the services of the cluster, and run this step again.',
  })
}
