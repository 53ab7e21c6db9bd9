import { remedies } from './remedies.ts'
import { findClass, withoutNames, type ReasonClass } from './reason-classes.ts'

/**
 * Events of a service that tell of trouble, by whole phrases: ordinary ones speak of targets and tasks
 * as well, and "deployment failed: tasks failed to start." tells no cause. The first row decides.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */
const eventClasses: readonly ReasonClass[] = [
  {
    patterns: [/unable to assume the (service linked )?role/i],
    code: 'access-denied',
    remedy: remedies.assumeRole,
  },
  {
    patterns: [/failed container health checks/i],
    code: 'container-health',
    remedy: remedies.containerHealth,
  },
  {
    patterns: [/is unhealthy in|failed ELB health checks/i],
    code: 'load-balancer-health',
    remedy: remedies.loadBalancerHealth,
  },
  {
    patterns: [/(failed|unable) to register targets?/i],
    code: 'service-error',
    remedy: remedies.targetGroup,
  },
  { patterns: [/deployment failed: alarm detected/i], code: 'alarm', remedy: remedies.alarm },
  { patterns: [/unable to place a task/i], code: 'capacity', remedy: remedies.capacity },
  {
    patterns: [/unable to stop or start tasks .*because of the service deployment configuration/i],
    code: 'capacity',
    remedy: remedies.noRoomToReplace,
  },
  {
    patterns: [/failed to launch a task|unable to start a task/i],
    code: 'service-error',
    remedy: remedies.unknown,
  },
  {
    patterns: [/is unable to consistently start tasks/i],
    code: 'crash',
    remedy: remedies.keepsFailing,
  },
]

/** The class of an event of a service, or undefined where it tells no cause of a failure. */
export function classifyEvent(message: string): ReasonClass | undefined {
  return findClass(eventClasses, withoutNames(message))
}
