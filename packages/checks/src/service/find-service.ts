import { ListServicesCommand, type Service } from '@aws-sdk/client-ecs'
import { ActionError, whatThereIs } from '@deploy-actions/action-kit'
import { call, nameFromArn } from '@deploy-actions/aws'
import { findService, type EcsContext, type ServiceReference } from '@deploy-actions/ecs'

/**
 * The service that a check is about; undefined where ECS knows none. Throws an `input` error where there is no
 * such cluster, or where the service has been deleted or is about to be: waiting would not bring it back.
 */
export async function findLivingService(
  context: EcsContext,
  reference: ServiceReference,
): Promise<Service | undefined> {
  const service = await findService(context, reference)
  if (service === undefined || service.status === 'ACTIVE') return service
  throw new ActionError({
    code: 'input',
    message: `The service ${service.serviceName} is ${service.status}: it has been deleted, or is about to be.`,
    remedy: 'Create the service again, or take it out of the checks.',
  })
}

/** The `input` error for a service that does not exist; it names those that do, where the role may list them. */
export async function noSuchService(
  context: EcsContext,
  { cluster, service }: ServiceReference,
): Promise<ActionError> {
  return new ActionError({
    code: 'input',
    message: `There is no service ${nameFromArn(service)} in the cluster ${nameFromArn(cluster)}.${whatThereIs(nameFromArn(service), await serviceNames(context, cluster))}`,
    remedy:
      'Correct the name of the service or of its cluster in the inputs, or the region or role of this job.',
  })
}

async function serviceNames(context: EcsContext, cluster: string): Promise<readonly string[]> {
  try {
    const command = new ListServicesCommand({ cluster, maxResults: 100 })
    const { serviceArns = [] } = await call(context.ecs, command, { signal: context.signal })
    return serviceArns.map(nameFromArn)
  } catch {
    return []
  }
}
