import { DeadlineError, isAccessDenied, poll } from '@deploy-actions/aws'
import type { EcsContext } from '../ecs-context.ts'
import type { ServiceReference } from './service.ts'
import { findServiceRevision, listServiceDeployments } from './service-deployments.ts'
import type { StartedDeployment } from './start.ts'

/** ECS lists a new service deployment within seconds; after this, none is expected any more. */
const listedWithinMs = 30_000

/** The two lists carry times of their own, which may differ a little. */
const clockToleranceMs = 5_000

/** The service deployment of a started deployment, or why there is none to watch. */
export type FoundDeployment =
  | { readonly arn: string; readonly missing?: never }
  | { readonly arn?: never; readonly missing: 'not-listed' | 'access-denied' }

/**
 * Finds the service deployment that belongs to a deployment which this run started. ECS names no
 * link between the two, so it is the one created at the same time whose revision has the same task
 * definition. Waits up to 30 seconds for it to be listed.
 */
export async function findStartedServiceDeployment(
  context: EcsContext,
  reference: ServiceReference,
  started: StartedDeployment,
): Promise<FoundDeployment> {
  try {
    const arn = await poll(() => lookForIt(context, reference, started), {
      signal: context.signal,
      deadline: Date.now() + listedWithinMs,
      delayMs: (looks) => Math.min(looks * 1_000, 5_000),
    })
    return { arn }
  } catch (error) {
    if (error instanceof DeadlineError) return { missing: 'not-listed' }
    if (isAccessDenied(error)) return { missing: 'access-denied' }
    throw error
  }
}

async function lookForIt(
  context: EcsContext,
  reference: ServiceReference,
  started: StartedDeployment,
): Promise<string | undefined> {
  const createdAfter = new Date(started.createdAt.getTime() - clockToleranceMs)
  const distance = ({ createdAt }: { createdAt?: Date | undefined }): number =>
    Math.abs(Number(createdAt) - started.createdAt.getTime())
  const listed = await listServiceDeployments(context, { ...reference, createdAfter })
  for (const candidate of listed.toSorted((a, b) => distance(a) - distance(b))) {
    if (distance(candidate) > clockToleranceMs || !candidate.targetServiceRevisionArn) continue
    const revision = await findServiceRevision(context, candidate.targetServiceRevisionArn)
    if (revision?.taskDefinition === started.taskDefinition) return candidate.serviceDeploymentArn
  }
  return undefined
}
