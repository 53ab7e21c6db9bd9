import {
  DescribeServicesCommand,
  ListClustersCommand,
  ListServicesCommand,
  type Service,
} from '@aws-sdk/client-ecs'
import { ActionError } from '@deploy-actions/action-kit'
import { call, isAwsError, nameFromArn } from '@deploy-actions/aws'
import type { EcsContext } from '../ecs-context.ts'
import { whatThereIs } from '../what-there-is.ts'

/** One service, as inputs name it: names or ARNs. */
export interface ServiceReference {
  readonly cluster: string
  readonly service: string
}

/**
 * The service as ECS describes it now. Throws an `input` error that lists what exists instead when
 * the cluster or the service is not there or is being deleted.
 */
export async function getService(
  context: EcsContext,
  { cluster, service }: ServiceReference,
): Promise<Service> {
  const command = new DescribeServicesCommand({ cluster, services: [service] })
  try {
    const { services = [] } = await call(context.ecs, command, { signal: context.signal })
    const [found] = services
    if (found?.status === 'ACTIVE') return found
    if (found) throw inactive(found)
  } catch (error) {
    if (isAwsError(error, 'ClusterNotFoundException'))
      throw await noCluster(context, cluster, error)
    throw error
  }
  throw await noService(context, { cluster, service })
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
