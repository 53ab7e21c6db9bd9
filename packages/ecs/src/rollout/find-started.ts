import type { ServiceDeploymentBrief } from '@aws-sdk/client-ecs'
import { DeadlineError, isAwsError, isTransient, poll } from '@deploy-actions/aws'
import type { EcsContext } from '../ecs-context.ts'
import { findDenied, type Denied } from './denied.ts'
import { getService, type ServiceReference } from './service.ts'
import {
  findServiceDeployment,
  findServiceRevision,
  hasNoServiceDeployments,
  listServiceDeployments,
} from './service-deployments.ts'
import type { StartedDeployment } from './start.ts'

/** ECS lists a new service deployment within seconds; after this, none is expected any more. */
const listedWithinMs = 30_000

/** The two lists carry times of their own, which may differ a little. */
const clockToleranceMs = 5_000

/** This close together no two deployments of one service begin. */
const sameMomentMs = 1_000

/** The service deployment of a started deployment, or why there is none to watch. */
export type FoundDeployment =
  | { readonly arn: string; readonly missing?: never }
  | { readonly arn?: never; readonly missing: 'not-listed' | Denied }

/**
 * Finds the service deployment that belongs to a deployment which this run started, within 30
 * seconds. A service that has ours as its PRIMARY names it; where it does not, it is the one in the
 * list that began at the same moment with the same task definition.
 */
export async function findStartedServiceDeployment(
  context: EcsContext,
  reference: ServiceReference,
  started: StartedDeployment,
): Promise<FoundDeployment> {
  const look = async (): Promise<string | undefined> => {
    try {
      return (
        (await namedByService(context, reference, started)) ??
        (await nearestInList(context, reference, started))
      )
    } catch (error) {
      // The rollout has begun: what passes, or an API that is not there, is no reason to leave it alone.
      if (isTransient(error) || hasNoServiceDeployments(error)) return undefined
      throw error
    }
  }
  try {
    const arn = await poll(look, {
      signal: context.signal,
      deadline: Date.now() + listedWithinMs,
      delayMs: (looks) => Math.min(looks * 1_000, 5_000),
    })
    return { arn }
  } catch (error) {
    if (error instanceof DeadlineError) return { missing: 'not-listed' }
    const missing = findDenied(error)
    if (missing === undefined) throw error
    return { missing }
  }
}

/** One answer that has both, our deployment as PRIMARY and the current service deployment. */
async function namedByService(
  context: EcsContext,
  reference: ServiceReference,
  { id, taskDefinition, createdAt }: StartedDeployment,
): Promise<string | undefined> {
  const service = await getService(context, reference)
  const primary = service.deployments?.find((deployment) => deployment.status === 'PRIMARY')
  const arn = service.currentServiceDeployment
  if (primary?.id !== id || arn === undefined) return undefined
  const named = await findServiceDeployment(context, arn)
  const revisionArn = named?.targetServiceRevision?.arn
  if (!named || !revisionArn || distance(named, createdAt) > clockToleranceMs) return undefined
  return (await runs(context, revisionArn, taskDefinition)) ? arn : undefined
}

async function nearestInList(
  context: EcsContext,
  reference: ServiceReference,
  { taskDefinition, createdAt }: StartedDeployment,
): Promise<string | undefined> {
  const createdAfter = new Date(createdAt.getTime() - clockToleranceMs)
  const listed = await listServiceDeployments(context, { ...reference, createdAfter })
  const candidates = listed.filter((brief) => distance(brief, createdAt) <= sameMomentMs)
  for (const candidate of candidates.toSorted(
    (a, b) => distance(a, createdAt) - distance(b, createdAt),
  )) {
    const { targetServiceRevisionArn: revisionArn = '', serviceDeploymentArn } = candidate
    if (await runs(context, revisionArn, taskDefinition)) return serviceDeploymentArn
  }
  return undefined
}

async function runs(
  context: EcsContext,
  revisionArn: string,
  taskDefinition: string,
): Promise<boolean> {
  try {
    const revision = await findServiceRevision(context, revisionArn)
    return revision?.taskDefinition === taskDefinition
  } catch (error) {
    // A revision that is not there yet is looked for again.
    if (isAwsError(error, 'InvalidParameterException', 'ClientException')) return false
    throw error
  }
}

function distance({ createdAt }: Pick<ServiceDeploymentBrief, 'createdAt'>, from: Date): number {
  return Math.abs(Number(createdAt) - from.getTime())
}
