import type { TaskStopCode } from '@aws-sdk/client-ecs'
import type { TaskRequest } from './task-request.ts'

/** What ends a running task from outside, for no fault of its own. */
export interface Interruption {
  /** Since the task began to run. */
  readonly afterMs: number
  readonly stopCode: TaskStopCode
  readonly reason: string
}

const unhealthy = 'The underlying infrastructure hosting the task is unhealthy.'

/** The interruptions that the faults of a task bring; Spot's befall only what does not run on plain Fargate. */
export function interruptionsOf(request: TaskRequest): readonly Interruption[] {
  const { faults = [], launchType, capacityProviderName, instance } = request
  const isFargate = launchType === 'FARGATE'
  const isSpot = !isFargate || capacityProviderName === 'FARGATE_SPOT'
  return faults.flatMap(({ cause, afterMs }): readonly Interruption[] => {
    if (cause === 'SpotInterruption' && isSpot) {
      return [{ afterMs, stopCode: cause, reason: 'Your Spot Task was interrupted.' }]
    }
    if (cause === 'InfrastructureHealth') return [{ afterMs, stopCode: cause, reason: unhealthy }]
    if (cause !== 'TerminationNotice') return []
    const reason = isFargate
      ? 'ECS is performing maintenance on the underlying infrastructure hosting the task.'
      : `Host EC2 (instance ${instance?.ec2InstanceId ?? 'i-0123456789abcdef0'}) terminated.`
    return [{ afterMs, stopCode: cause, reason }]
  })
}
