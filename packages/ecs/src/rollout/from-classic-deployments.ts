import type { Deployment, Service } from '@aws-sdk/client-ecs'
import type { RolloutState, RolloutStatus, TaskCounts } from './state.ts'

/** What is known of a rollout besides what the service says now. */
export interface ClassicRollout {
  readonly deploymentId: string
  readonly createdAt: Date
  /** Whether an earlier look saw ECS go back from it. */
  readonly wentBack: boolean
}

/**
 * A look at a rollout from the service's `deployments[]`, where no service deployment can be read.
 * During a rollback ECS makes a new PRIMARY on the old definition, and ours goes on as ACTIVE with
 * rolloutState FAILED until its tasks are gone; a deployment that is not listed any more is over.
 * Undefined for an answer from before it began: reads of ECS may lag.
 */
export function stateOfClassicDeployment(
  service: Service,
  rollout: ClassicRollout,
): RolloutState | undefined {
  const deployments = service.deployments ?? []
  const own = deployments.find((deployment) => deployment.id === rollout.deploymentId)
  const primary = deployments.find((deployment) => deployment.status === 'PRIMARY')
  if (!own && !(Number(primary?.createdAt) > rollout.createdAt.getTime())) return undefined
  return {
    status: statusOf(service, rollout, { own, primary }),
    reason: own?.rolloutStateReason ?? primary?.rolloutStateReason,
    target: countsOf(own ? [own] : []),
    source: countsOf(deployments.filter((deployment) => deployment !== own)),
    failedTasks: own?.failedTasks,
    triggeredAlarms: [],
    startedAt: own?.createdAt?.getTime(),
    finishedAt: own?.updatedAt?.getTime(),
  }
}

interface Listed {
  readonly own: Deployment | undefined
  readonly primary: Deployment | undefined
}

function statusOf(
  service: Service,
  rollout: ClassicRollout,
  { own, primary }: Listed,
): RolloutStatus {
  if (own && own === primary) return statusOfPrimary(own)
  return statusOfReplaced(primary, rollout.wentBack || hasFailed(service, rollout, own))
}

function statusOfPrimary({ rolloutState }: Deployment): RolloutStatus {
  if (rolloutState === 'COMPLETED') return 'successful'
  return rolloutState === 'FAILED' ? 'stopped' : 'in-progress'
}

function statusOfReplaced(primary: Deployment | undefined, isRollback: boolean): RolloutStatus {
  if (!isRollback) return 'stopped'
  if (primary?.rolloutState === 'COMPLETED') return 'rolled-back'
  return primary?.rolloutState === 'FAILED' ? 'rollback-failed' : 'rolling-back'
}

/** Whether another PRIMARY is there because ours failed, and not because somebody deployed. */
function hasFailed(
  { events = [], deployments = [] }: Service,
  { deploymentId }: ClassicRollout,
  own: Deployment | undefined,
): boolean {
  return (
    own?.rolloutState === 'FAILED' ||
    deployments.some(({ rolloutStateReason = '' }) =>
      /roll(ing|ed)? ?back/i.test(rolloutStateReason),
    ) ||
    events.some(({ message = '' }) =>
      message.includes(`(deployment ${deploymentId}) deployment failed`),
    )
  )
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
