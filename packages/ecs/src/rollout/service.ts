import {
  DescribeServicesCommand,
  ListClustersCommand,
  ListServicesCommand,
  type Service,
} from '@aws-sdk/client-ecs'
import { ActionError, whatThereIs } from '@deploy-actions/action-kit'
import { call, isAwsError, nameFromArn } from '@deploy-actions/aws'
import type { EcsContext } from '../ecs-context.ts'

/** One service, as inputs name it: names or ARNs. */
export interface ServiceReference {
  readonly cluster: string
  readonly service: string
}

/**
 * The service as ECS describes it now, with its tags. Throws an `input` error that lists what exists
 * instead when the cluster or the service is not there or is being deleted.
 */
export async function getService(
  context: EcsContext,
  reference: ServiceReference,
): Promise<Service> {
  const found = await findService(context, reference)
  if (found?.status === 'ACTIVE') return found
  throw found ? inactive(found) : await noService(context, reference)
}

/**
 * The service as ECS describes it now, with its tags, also one that is being deleted; undefined where there is none.
 * Throws an `input` error where there is no such cluster.
 */
export async function findService(
  context: EcsContext,
  { cluster, service }: ServiceReference,
): Promise<Service | undefined> {
  const command = new DescribeServicesCommand({ cluster, services: [service], include: ['TAGS'] })
  try {
    const { services = [] } = await call(context.ecs, command, { signal: context.signal })
    return services[0]
  } catch (error) {
    if (!isAwsError(error, 'ClusterNotFoundException')) throw error
    throw await noCluster(context, cluster, error)
  }
}

function inactive({ serviceName, status }: Service): ActionError {
  return new ActionError({
    code: 'input',
    message: `Input service: the service ${serviceName} is ${status}, so nothing can be deployed to it.`,
    remedy: 'Create the service again, or name another one.',
  })
}

async function noCluster(
  context: EcsContext,
  cluster: string,
  cause: unknown,
): Promise<ActionError> {
  const names = await namesOrNone(async () => {
    const answer = await call(context.ecs, new ListClustersCommand({}), { signal: context.signal })
    return answer.clusterArns
  })
  return new ActionError({
    code: 'input',
    message: `Input cluster: there is no cluster ${cluster} in this account and region.${whatThereIs(nameFromArn(cluster), names)}`,
    remedy: 'Correct the input cluster, or the region or role of this job.',
    cause,
  })
}

async function noService(
  context: EcsContext,
  { cluster, service }: ServiceReference,
): Promise<ActionError> {
  const names = await namesOrNone(async () => {
    const command = new ListServicesCommand({ cluster, maxResults: 100 })
    return (await call(context.ecs, command, { signal: context.signal })).serviceArns
  })
  return new ActionError({
    code: 'input',
    message: `Input service: there is no service ${service} in the cluster ${cluster}.${whatThereIs(nameFromArn(service), names)}`,
    remedy: 'Correct the inputs service and cluster, or the region or role of this job.',
  })
}

/** Names only help; a role that may not list them gets its error without. */
async function namesOrNone(list: () => Promise<string[] | undefined>): Promise<readonly string[]> {
  try {
    return ((await list()) ?? []).map(nameFromArn)
  } catch {
    return []
  }
}
