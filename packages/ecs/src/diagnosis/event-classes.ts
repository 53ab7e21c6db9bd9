import { containerHealthRemedy } from './classes/containers.ts'
import { capacityRemedy } from './classes/hosts.ts'
import { findClass, remedyFor, unknownRemedy, type ReasonClass } from './classes/reason-class.ts'
import { healthRemedy } from './health-remedies.ts'
import { weightOf, type ReasonKind } from './kinds.ts'
import { plainText } from './plain-text.ts'
import { classifyReason } from './reason-classes.ts'

/**
 * Events of a service that tell of trouble, by whole phrases: ordinary ones speak of targets and tasks
 * as well, and "deployment failed: tasks failed to start." tells no cause. The first row decides.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */
const eventClasses: readonly ReasonClass[] = [
  {
    kind: 'container-health',
    patterns: [/failed container health checks/i],
    remedy: containerHealthRemedy,
  },
  {
    kind: 'load-balancer-health',
    patterns: [/is unhealthy in|failed ELB health checks/i],
    remedy: ({ text }) => healthRemedy(text),
  },
  {
    kind: 'target-group',
    patterns: [/(?:failed|unable) to (?:de)?register targets?/i],
    remedy:
      'Check that the target group still exists, belongs to a load balancer, and takes targets of this kind (ip for network mode awsvpc).',
  },
  {
    kind: 'alarm',
    patterns: [/deployment failed: alarm detected/i],
    remedy: 'Look at what the alarm measures: it fired while the new version was taking over.',
  },
  {
    kind: 'deployment-configuration',
    patterns: [/unable to stop or start tasks .*because of the service deployment configuration/i],
    remedy:
      'Raise maximumPercent or lower minimumHealthyPercent in the deployment configuration of the service: as they are, no task may be started or stopped.',
  },
  {
    kind: 'keeps-failing',
    patterns: [/is unable to consistently start tasks/i],
    remedy:
      "Look at the service's stopped tasks in the console: they end soon after they are started, and ECS starts the next ones later and later.",
  },
  {
    kind: 'throttled',
    patterns: [/operations are being throttled/i],
    remedy:
      'ECS itself is throttled in this account and goes on by itself. Raise timeout, deploy fewer services at the same time, or ask AWS Support for a higher rate.',
  },
]

/** An event that ECS could not start a task, with the reason for it behind these words. */
const notStarted =
  /unable to (?:place|start|launch) (?:a )?tasks?|failed to (?:launch|start) (?:a )?tasks?/i

/** Where the reason is in nobody's words. */
const fallbacks = {
  place: {
    kind: 'capacity',
    patterns: [/unable to place/i],
    remedy: capacityRemedy,
  },
  launch: {
    kind: 'unknown',
    patterns: [notStarted],
    remedy: unknownRemedy,
  },
} as const satisfies Record<string, ReasonClass>

/** What an event of a service tells about a failure. */
export interface EventCause {
  readonly kind: ReasonKind
  readonly remedy: string
}

/** The cause that an event of a service tells, or undefined where it tells none. */
export function causeOfEvent(message: string): EventCause | undefined {
  const found = classifyEvent(message)
  return found && { kind: found.kind, remedy: remedyFor(found, { text: message }) }
}

/** What a task that is not started died of before it was born is said in the words of stopped tasks. */
function classifyEvent(message: string): ReasonClass | undefined {
  const text = plainText(message)
  if (notStarted.test(text)) {
    return classifyReason(message) ?? findClass([fallbacks.place, fallbacks.launch], text)
  }
  return findClass(eventClasses, text)
}

/** The tasks that an event names. */
export function tasksIn(message: string): readonly string[] {
  return [...message.matchAll(/\(task ([0-9a-f-]+)\)/g)].flatMap(([, id]) => id ?? [])
}

/** Of several events, oldest first, the one that explains most; among equals the newest. */
export function mostTelling(
  messages: readonly string[],
): { readonly message: string; readonly cause: EventCause } | undefined {
  return messages
    .flatMap((message) => {
      const cause = causeOfEvent(message)
      return cause === undefined ? [] : [{ message, cause }]
    })
    .toReversed()
    .toSorted((a, b) => weightOf(b.cause.kind) - weightOf(a.cause.kind))[0]
}
