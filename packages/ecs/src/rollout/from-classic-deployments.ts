import type { Deployment, Service } from '@aws-sdk/client-ecs'
import type { RolloutState, RolloutStatus, TaskCounts } from './state.ts'

/**
 * A look at a rollout from the service's `deployments[]`, where no service deployment can be read.
 * During a rollback ECS makes a new PRIMARY on the old definition, and ours goes on as ACTIVE with
 * rolloutState FAILED until its tasks are gone; a deployment that is not listed any more is over.
 */
export function stateOfClassicDeployment(service: Service, deploymentId: string): RolloutState {
  const deployments = service.deployments ?? []
  const own = deployments.find((deployment) => deployment.id === deploymentId)
  const primary = deployments.find((deployment) => deployment.status === 'PRIMARY')
  const others = deployments.filter((deployment) => deployment.id !== deploymentId)
  return {
    status: statusOf(own, primary),
    reason: own?.rolloutStateReason ?? primary?.rolloutStateReason,
    target: countsOf(own ? [own] : []),
    source: countsOf(others),
    failedTasks: own?.failedTasks,
    triggeredAlarms: [],
    startedAt: own?.createdAt?.getTime(),
    finishedAt: own?.updatedAt?.getTime(),
  }
}

function statusOf(own: Deployment | undefined, primary: Deployment | undefined): RolloutStatus {
  if (own && own.id === primary?.id) {
    if (own.rolloutState === 'COMPLETED') return 'successful'
    return own.rolloutState === 'FAILED' ? 'stopped' : 'in-progress'
  }
  if (!isRollback(own, primary)) return 'stopped'
  if (primary?.rolloutState === 'COMPLETED') return 'rolled-back'
  return primary?.rolloutState === 'FAILED' ? 'rollback-failed' : 'rolling-back'
}

/** Whether the PRIMARY took over because ours failed, and not because somebody deployed. */
function isRollback(own: Deployment | undefined, primary: Deployment | undefined): boolean {
  return own?.rolloutState === 'FAILED' || /roll(ing|ed)? ?back/i.test(primary?.rolloutStateReason ?? '')
}

function countsOf(deployments: readonly Deployment[]): TaskCounts {
  const sum = (pick: (deployment: Deployment) => number | undefined): number =>
    deployments.reduce((total, deployment) => total + (pick(deployment) ?? 0), 0)
  return {
    desired: sum((deployment) => deployment.desiredCount),
    running: sum((deployment) => deployment.runningCount),
    pending: sum((deployment) => deployment.pendingCount),
  }
}
