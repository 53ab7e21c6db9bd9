import type { Service } from '@aws-sdk/client-ecs'
import { ActionError } from '@deploy-actions/action-kit'
import { nameFromArn } from '@deploy-actions/aws'
import { findInFlight, getService, waitForDeployment, waitForRollback } from '@deploy-actions/ecs'
import type { Work } from './deployment.ts'
import { refuseStaleRun } from './run-tags.ts'

/**
 * The last look before the service is changed: others may have been at work since it was observed. Gives whether it is
 * this step's turn; `again` when another deployment was waited for, which has left another world to
 * plan for. Throws `stale-run` and `conflict`.
 */
export async function takeTurn(work: Work): Promise<'ours' | 'again'> {
  const { context, ecs, inputs } = work
  const service = await getService(ecs, inputs.reference)
  if (inputs.staleRun === 'refuse') refuseStaleRun(context.host.run, service.tags)
  if (await waitForRollback(ecs, service, context.host)) return 'again'
  if (isAnotherWorld(work, service)) return 'again'
  const inFlight = findInFlight(service)
  if (inFlight === undefined) return 'ours'
  if (inputs.inFlight === 'fail') throw underWay(service)
  if (inputs.inFlight === 'wait') {
    const deadline = work.begunAt + work.plan.timeoutSeconds * 1000
    await waitForDeployment(ecs, { service, deadline, log: context.host })
    return 'again'
  }
  context.host.warning(`${describeInFlight(service)}; this one replaces it.`)
  return 'ours'
}

/**
 * Whether another deployment has begun or ended since the service was observed: what was planned, and where to go back to, is
 * from a world that is gone.
 */
function isAnotherWorld({ observed }: Work, now: Service): boolean {
  const [before, after] = [observed.service, now].map(({ deployments = [] }) => {
    const primary = deployments.find(({ status }) => status === 'PRIMARY')
    return `${primary?.id} ${primary?.rolloutState}`
  })
  return before !== after
}

function describeInFlight(service: Service): string {
  const { id, taskDefinition = '', createdAt } = findInFlight(service) ?? {}
  return `Another deployment (${id} of ${nameFromArn(taskDefinition)}, begun at ${createdAt?.toISOString()}) of ${service.serviceName} is under way`
}

function underWay(service: Service): ActionError {
  return new ActionError({
    code: 'conflict',
    message: `${describeInFlight(service)}. Nothing was deployed.`,
    remedy:
      'Run this step again when that deployment has ended; or set in-flight to wait, or to supersede it.',
  })
}
