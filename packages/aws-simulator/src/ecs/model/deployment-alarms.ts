import type {
  DeploymentConfiguration,
  ServiceDeploymentRollbackMonitorsStatus,
} from '@aws-sdk/client-ecs'
import type { AlarmStore } from '../../cloudwatch/alarm-store.ts'
import type { Timings } from '../../world/timings.ts'

/** What a service deployment tells of the alarms that it is watched by. */
export interface AlarmWatch {
  status: ServiceDeploymentRollbackMonitorsStatus
  readonly alarmNames: readonly string[]
  readonly triggeredAlarmNames: string[]
}

/**
 * How a deployment that begins now is watched: where an alarm is in ALARM already, ECS ignores the whole
 * configuration for this deployment (developer guide, deployment-alarm-failure).
 */
export function alarmWatch({ alarms }: DeploymentConfiguration, store: AlarmStore): AlarmWatch {
  const alarmNames = alarms?.alarmNames ?? []
  const isAnyInAlarm = alarmNames.some((name) => store.find(name)?.stateValue === 'ALARM')
  const isWatched = alarms?.enable === true && alarmNames.length > 0 && !isAnyInAlarm
  return { status: isWatched ? 'MONITORING' : 'DISABLED', alarmNames, triggeredAlarmNames: [] }
}

/** How long a rolling deployment is watched after it has replaced everything; by default only where alarms watch it. */
export function bakeMs(
  { bakeTimeInMinutes }: DeploymentConfiguration,
  { status }: AlarmWatch,
  { bake }: Timings,
): number {
  if (bakeTimeInMinutes !== undefined) return bakeTimeInMinutes * 60_000
  return status === 'MONITORING' ? bake : 0
}
