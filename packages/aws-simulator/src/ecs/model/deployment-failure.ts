import type { DeploymentConfiguration } from '@aws-sdk/client-ecs'

/** What ended a deployment, and how ECS speaks of it. */
export interface DeploymentFailure {
  /** Of the classic deployment that failed. */
  readonly rolloutReason: string
  /** What its event ends in. */
  readonly event: string
  /** Why the service deployment ended as it did. */
  readonly because: string
  /** Of the classic deployment that goes back; ends in an id. */
  readonly rollingBack: string
  isToRollBack(configuration: DeploymentConfiguration): boolean
}

/** Too many tasks failed. */
export const breakerFailure: DeploymentFailure = {
  rolloutReason: 'ECS deployment circuit breaker: tasks failed to start.',
  event: 'tasks failed to start.',
  because: 'because the circuit breaker threshold was exceeded.',
  rollingBack: 'ECS deployment circuit breaker: rolling back to deploymentId',
  isToRollBack: ({ deploymentCircuitBreaker }) => deploymentCircuitBreaker?.rollback === true,
}

/** An alarm that watched the deployment went into ALARM. */
export const alarmFailure: DeploymentFailure = {
  rolloutReason: 'ECS deployment alarm: alarm detected.',
  event: 'alarm detected.',
  because: 'because an alarm was detected in the ALARM state.',
  rollingBack: 'ECS deployment alarm: rolling back to deploymentId',
  isToRollBack: ({ alarms }) => alarms?.rollback === true,
}
