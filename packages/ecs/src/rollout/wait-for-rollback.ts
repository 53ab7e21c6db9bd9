import type { Service } from '@aws-sdk/client-ecs'
import { ActionError, type Log } from '@deploy-actions/action-kit'
import { DeadlineError, isAccessDenied, poll } from '@deploy-actions/aws'
import type { EcsContext } from '../ecs-context.ts'
import { hasNoServiceDeployments, listServiceDeployments } from './service-deployments.ts'

const goingBack = ['STOP_REQUESTED', 'ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS'] as const

/** As long as a rollback of ECS may take before somebody should look at it. */
const waitAtMostMs = 30 * 60_000

/**
 * Waits until ECS has gone back from an earlier deployment of the service: to begin anew in the
 * middle of that would leave nothing steady to go back to. Gives whether there was anything to wait
 * for. Throws a `conflict` when the rollback does not end.
 */
export async function waitForRollback(
  context: EcsContext,
  service: Service,
  log: Log,
): Promise<boolean> {
  // A service with one deployment is not going back from another.
  if ((service.deployments ?? []).length < 2) return false
  if (!(await isGoingBack(context, service))) return false
  log.info(
    `ECS is going back from an earlier deployment of ${service.serviceName}: waiting for that to end.`,
  )
  try {
    return await poll(async () => ((await isGoingBack(context, service)) ? undefined : true), {
      signal: context.signal,
      deadline: Date.now() + waitAtMostMs,
      delayMs: () => 5_000,
    })
  } catch (error) {
    if (!(error instanceof DeadlineError)) throw error
    throw new ActionError({
      code: 'conflict',
      message: `ECS has been going back from an earlier deployment of ${service.serviceName} for half an hour, and is not done.`,
      remedy: 'Look at the deployments of the service, and run this step again once it is steady.',
      cause: error,
    })
  }
}

/** A role that may not list them sees no rollback, and deploys as it always could. */
async function isGoingBack(context: EcsContext, service: Service): Promise<boolean> {
  const reference = { cluster: service.clusterArn ?? '', service: service.serviceName ?? '' }
  try {
    return (await listServiceDeployments(context, { ...reference, status: goingBack })).length > 0
  } catch (error) {
    if (isAccessDenied(error) || hasNoServiceDeployments(error)) return false
    throw error
  }
}
