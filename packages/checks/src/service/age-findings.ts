import type { Task } from '@aws-sdk/client-ecs'
import { count, formatSeconds } from '@deploy-actions/action-kit'
import { containersOf, type TaskDeath } from '@deploy-actions/ecs'
import type { ServiceCheck } from '../check.ts'
import type { Finding } from '../finding.ts'
import { hasHealthCheck } from './container-findings.ts'
import { lifeMs, tellDeath } from './deaths.ts'
import { runningTasks, type ServiceFacts } from './facts.ts'

/** What a task has to live where nothing but its running tells of its health. */
const uncheckedMs = 30_000

/** A task that lived longer was no turn of a crash loop that a step could wait out. */
const longestLoopMs = 10 * 60_000

/** How long a task has been running, in milliseconds. */
export function ageMs({ startedAt }: Task, { now }: Pick<ServiceFacts, 'now'>): number {
  return startedAt === undefined ? 0 : Math.max(0, now - startedAt.getTime())
}

/**
 * Tasks that have not run for long enough: for `min-task-age`, and for longer than those of the same deployment
 * lived that died. Between two crashes a loop looks like a healthy service.
 */
export function ageFindings(check: ServiceCheck, facts: ServiceFacts): readonly Finding[] {
  const ages = runningTasks(facts).map((task) => ageMs(task, facts))
  const finding =
    outliveFinding(ages, facts.deaths) ?? youngFinding(ages, neededAgeMs(check, facts))
  return finding === undefined ? [] : [finding]
}

function outliveFinding(
  ages: readonly number[],
  deaths: readonly TaskDeath[],
): Finding | undefined {
  const [longest] = deaths
    // A lack of capacity, or of Spot, says nothing about the version.
    .filter((death) => death.code !== 'capacity' && lifeMs(death) <= longestLoopMs)
    .toSorted((a, b) => lifeMs(b) - lifeMs(a))
  if (longest === undefined) return undefined
  const unproven = ages.filter((age) => age <= lifeMs(longest))
  if (unproven.length === 0) return undefined
  const { key, message, remedy } = tellDeath(longest)
  return {
    key: `outlive ${key}`,
    message: `${youngest(ages, unproven)}, and yet to outlive one before: ${message}`,
    remedy,
  }
}

function youngFinding(ages: readonly number[], neededMs: number): Finding | undefined {
  const young = ages.filter((age) => age < neededMs)
  if (young.length === 0) return undefined
  return {
    key: 'young',
    message: `${youngest(ages, young)}, less than ${formatSeconds(neededMs / 1000)} (min-task-age)`,
    remedy:
      'Wait until the tasks have run for that long: raise timeout above it, or lower min-task-age.',
  }
}

function youngest(all: readonly number[], some: readonly number[]): string {
  const age = formatSeconds(Math.min(...some) / 1000)
  return some.length === 1
    ? `1 of ${count(all.length, 'task')} has run for ${age}`
    : `${some.length} of ${count(all.length, 'task')} have run for ${age} or little more`
}

/** The age that is asked for; by default some where neither ECS nor a load balancer checks anything. */
function neededAgeMs(
  { minTaskAgeSeconds }: ServiceCheck,
  { service, definitions }: ServiceFacts,
): number {
  if (minTaskAgeSeconds !== undefined) return 1000 * minTaskAgeSeconds
  const definition = definitions.get(service.taskDefinition ?? '')
  const hasTargets = (service.loadBalancers ?? []).length > 0
  const isChecked = hasTargets || (definition && containersOf(definition).some(hasHealthCheck))
  return isChecked ? 0 : uncheckedMs
}
