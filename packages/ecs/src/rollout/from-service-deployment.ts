import type {
  ServiceDeployment,
  ServiceDeploymentStatus,
  ServiceRevisionSummary,
} from '@aws-sdk/client-ecs'
import type { CircuitBreaker, RolloutState, RolloutStatus, TaskCounts } from './state.ts'

const statuses: Readonly<Record<ServiceDeploymentStatus, RolloutStatus>> = {
  PENDING: 'pending',
  IN_PROGRESS: 'in-progress',
  STOP_REQUESTED: 'stopping',
  ROLLBACK_REQUESTED: 'rolling-back',
  ROLLBACK_IN_PROGRESS: 'rolling-back',
  SUCCESSFUL: 'successful',
  STOPPED: 'stopped',
  ROLLBACK_SUCCESSFUL: 'rolled-back',
  ROLLBACK_FAILED: 'rollback-failed',
}

/** A look at a rollout from its service deployment, the API that tells the truth about it. */
export function stateOfServiceDeployment(deployment: ServiceDeployment): RolloutState {
  const circuitBreaker = breakerOf(deployment)
  return {
    status: statuses[deployment.status ?? 'PENDING'],
    reason: deployment.rollback?.reason ?? deployment.statusReason,
    target: countsOf([deployment.targetServiceRevision ?? {}]),
    source: countsOf(deployment.sourceServiceRevisions ?? []),
    failedTasks: circuitBreaker?.failureCount,
    circuitBreaker,
    triggeredAlarms: deployment.alarms?.triggeredAlarmNames ?? [],
    startedAt: (deployment.startedAt ?? deployment.createdAt)?.getTime(),
    finishedAt: (deployment.finishedAt ?? deployment.stoppedAt)?.getTime(),
  }
}

function breakerOf(deployment: ServiceDeployment): CircuitBreaker | undefined {
  const breaker = deployment.deploymentCircuitBreaker
  if (breaker === undefined || breaker.status === 'DISABLED') return undefined
  return {
    triggered: breaker.status === 'TRIGGERED',
    failureCount: breaker.failureCount ?? 0,
    threshold: breaker.threshold ?? 0,
  }
}

function countsOf(revisions: readonly ServiceRevisionSummary[]): TaskCounts {
  const sum = (pick: (revision: ServiceRevisionSummary) => number | undefined): number =>
    revisions.reduce((total, revision) => total + (pick(revision) ?? 0), 0)
  return {
    desired: sum((revision) => revision.requestedTaskCount),
    running: sum((revision) => revision.runningTaskCount),
    pending: sum((revision) => revision.pendingTaskCount),
  }
}
