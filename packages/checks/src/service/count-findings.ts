import { count } from '@deploy-actions/action-kit'
import { diagnoseEvents } from '@deploy-actions/ecs'
import type { Finding } from '../finding.ts'
import { lastDeath, tellDeath } from './deaths.ts'
import { runningTasks, type ServiceFacts } from './facts.ts'

/**
 * Whether just as many tasks run as are wanted, by the tasks themselves and by what the service says: reads may
 * lag, and the two need not be of the same moment.
 */
export function countFindings(facts: ServiceFacts): readonly Finding[] {
  const { desiredCount: wanted = 0, runningCount: counted = 0 } = facts.service
  const running = runningTasks(facts).length
  if (running === wanted && counted === wanted) return []
  const shown = running === wanted ? counted : running
  const message = `${shown} of ${count(wanted, 'task')} run`
  if (shown > wanted) return [{ key: 'too many', message, remedy: remedies.tooMany }]
  const waiting = facts.tasks.length - running
  const pending = waiting > 0 ? `${message}, ${waiting} being started` : message
  const cause = causeOf(facts)
  return [
    cause === undefined
      ? { key: 'too few', message: pending, remedy: remedies.tooFew }
      : {
          key: `too few: ${cause.key}`,
          message: `${pending}; ${cause.message}`,
          remedy: cause.remedy,
        },
  ]
}

const remedies = {
  tooMany:
    'Wait until ECS has stopped those that are not wanted any more: when it only takes long, raise timeout.',
  tooFew:
    'Look at the events of the service: they say why ECS starts no tasks. When they only take long to start, raise timeout.',
} as const

/** Why tasks are missing: the last one that died, else what ECS says in the events of the service. */
function causeOf(facts: ServiceFacts): Finding | undefined {
  // Whatever was lost since the last look has been told already.
  if (facts.lost.length > 0) return undefined
  const death = lastDeath(facts.deaths)
  if (death !== undefined) return tellDeath(death)
  const diagnosis = diagnoseEvents(recentEvents(facts))
  if (diagnosis === undefined) return undefined
  const { code, headline, remedy } = diagnosis
  return { key: `event ${code}`, message: headline.replace(/\.$/, ''), remedy }
}

const recentMs = 15 * 60_000

/** Events as old as ECS's longest pause between two starts, the oldest first. */
function recentEvents({ service, now }: ServiceFacts): readonly string[] {
  const { events = [] } = service
  const recent = events.filter(({ createdAt }) => Number(createdAt) >= now - recentMs)
  return recent.map(({ message = '' }) => message).toReversed()
}
