import type { Deployment, Service } from '@aws-sdk/client-ecs'
import { ActionError, type Log } from '@deploy-actions/action-kit'
import { DeadlineError, nameFromArn, poll } from '@deploy-actions/aws'
import type { EcsContext } from '../ecs-context.ts'
import { getService } from './service.ts'

/** The deployment of a service that has not come to its end, if there is one. */
export function findInFlight({ deployments }: Service): Deployment | undefined {
  const primary = deployments?.find(({ status }) => status === 'PRIMARY')
  return primary?.rolloutState === 'IN_PROGRESS' ? primary : undefined
}

/**
 * Waits until the deployment that is under way has ended, however that be. `deadline` is in milliseconds since
 * the epoch; after it a `timeout` is thrown.
 */
export async function waitForDeployment(
  context: EcsContext,
  { service, deadline, log }: { service: Service; deadline: number; log: Log },
): Promise<void> {
  const inFlight = findInFlight(service)
  if (inFlight === undefined) return
  const name = service.serviceName ?? ''
  const what = `${inFlight.id} of ${nameFromArn(inFlight.taskDefinition ?? '')}`
  log.info(`Waiting for the deployment ${what}, begun at ${inFlight.createdAt?.toISOString()}.`)
  const reference = { cluster: service.clusterArn ?? '', service: name }
  const look = async (): Promise<true | undefined> => {
    const now = findInFlight(await getService(context, reference))
    return now?.id === inFlight.id ? undefined : true
  }
  try {
    await poll(look, { signal: context.signal, deadline, delayMs: () => 5_000 })
  } catch (error) {
    if (!(error instanceof DeadlineError)) throw error
    throw new ActionError({
      code: 'timeout',
      message: `The deployment ${what} of ${name} was still under way when the time given by timeout was over; this step has started nothing.`,
      remedy:
        'Look at that deployment: when it cannot end, stop it. With in-flight: supersede this step would have replaced it.',
      cause: error,
    })
  }
}
