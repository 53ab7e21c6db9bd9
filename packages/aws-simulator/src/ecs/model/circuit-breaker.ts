import type { DeploymentConfiguration } from '@aws-sdk/client-ecs'

/**
 * After how many failed tasks the circuit breaker gives a rolling deployment up. By default half of the
 * desired count, at least 3 and at most 200 (ECS: DeploymentCircuitBreaker, ThresholdConfiguration).
 */
export function breakerThreshold(
  { deploymentCircuitBreaker }: DeploymentConfiguration,
  desiredCount: number,
): number {
  const { type = 'BOUNDED_PERCENT', value = 50 } =
    deploymentCircuitBreaker?.thresholdConfiguration ?? {}
  if (type === 'COUNT') return value
  const share = Math.ceil((value / 100) * desiredCount)
  return type === 'UNBOUNDED_PERCENT' ? Math.max(1, share) : Math.min(200, Math.max(3, share))
}

/** Whether a failure counts: the breaker is on and belongs to a rolling deployment. */
export function isBreakerOn({
  deploymentCircuitBreaker,
  strategy = 'ROLLING',
}: DeploymentConfiguration): boolean {
  return deploymentCircuitBreaker?.enable === true && strategy === 'ROLLING'
}

const freeFailures = 3
const firstDelayMs = 15_000
const longestDelayMs = 15 * 60_000

/**
 * How long the scheduler waits before it starts a task after so many failures in a row: ECS throttles
 * the starts of a service whose tasks fail repeatedly, up to a quarter of an hour.
 */
export function startDelayMs(failedTasks: number): number {
  if (failedTasks < freeFailures) return 0
  return Math.min(longestDelayMs, firstDelayMs * 2 ** (failedTasks - freeFailures))
}
