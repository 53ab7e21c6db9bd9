import type { Task } from '@aws-sdk/client-ecs'
import { count } from '@deploy-actions/action-kit'
import { attemptCheck, nameFromArn } from '@deploy-actions/aws'
import {
  deathOf,
  diagnoseEvents,
  diagnoseUnhealthy,
  diagnoseWaiting,
  essentialNames,
  listLivingTasks,
  listStoppedTasks,
  type Diagnosis,
  type Hanging,
} from '@deploy-actions/ecs'
import type { BegunRollout, Work } from './deployment.ts'
import { readVerdicts } from './targets.ts'

/** The cause of a rollout in which no task died by itself, and whose log tells more of it. */
export interface HangingCause {
  readonly diagnosis: Diagnosis
  readonly where: Pick<Hanging, 'taskId' | 'container'> | undefined
}

/**
 * Finds why a rollout does not end although no death is known: by the health of tasks that live, by what
 * ECS says in its events, by where tasks are stuck, by whoever stopped them. Undefined where nothing tells;
 * `died` where tasks have died after all, of which no event told (Spot, a host that went away): these are in
 * the record then.
 */
export async function findHangingCause(
  work: Work,
  begun: BegunRollout,
): Promise<HangingCause | 'died' | undefined> {
  const { living, stopped, isOwn, unread } = await readTasks(work, begun)
  const { clients, ecs, observed } = work
  const lookup = { clients, signal: ecs.signal }
  const balancers = observed.service.loadBalancers ?? []
  const { verdicts, notes } = await readVerdicts(lookup, balancers, living)
  const unhealthy = diagnoseUnhealthy(living, verdicts)
  if (unhealthy === undefined && recordDeaths(work, begun, stopped)) return 'died'
  const byEvents = diagnoseEvents(begun.record.events, isOwn)
  const byHand = stoppedByHand(stopped)
  const notesToo = [...unread, ...notes, ...(byHand === undefined ? [] : [byHand.headline])]
  if (unhealthy !== undefined) return withNotes(unhealthy.diagnosis, notesToo, unhealthy)
  if (byEvents !== undefined) return withNotes(byEvents, notesToo)
  // What is over was not ended by tasks that were still on their way.
  const waiting = isUnderWay(begun) ? diagnoseWaiting(living, verdicts) : undefined
  if (waiting !== undefined) return withNotes(waiting.diagnosis, notesToo, waiting)
  return byHand && withNotes(byHand, notes)
}

function isUnderWay({ record: { phases } }: BegunRollout): boolean {
  const status = phases.at(-1)?.status
  return status === 'pending' || status === 'in-progress'
}

function withNotes(
  diagnosis: Diagnosis,
  notes: readonly string[],
  where?: HangingCause['where'],
): HangingCause {
  return { diagnosis: { ...diagnosis, details: [...diagnosis.details, ...notes] }, where }
}

interface TasksOfRollout {
  readonly living: readonly Task[]
  readonly stopped: readonly Task[]
  /** Whether a task is of this rollout; true where nobody knows. */
  readonly isOwn: (taskId: string) => boolean
  readonly unread: readonly string[]
}

/** Tasks that cannot be read are only noted: the way back is still to come. */
async function readTasks(
  { ecs }: Work,
  { rollout: { reference, started } }: BegunRollout,
): Promise<TasksOfRollout> {
  const living = await attemptCheck(() => listLivingTasks(ecs, reference, started))
  const stopped = await attemptCheck(() => listStoppedTasks(ecs, reference, started))
  if ('kind' in living || 'kind' in stopped) {
    const unread = [living, stopped].flatMap((one) =>
      'kind' in one ? `The tasks of the service were not read: ${one.message}. ${one.remedy}` : [],
    )
    return { living: [], stopped: [], isOwn: () => true, unread: unread.slice(0, 1) }
  }
  const ids = new Set([...living, ...stopped].map(({ taskArn = '' }) => nameFromArn(taskArn)))
  return { living, stopped, isOwn: (taskId) => ids.has(taskId), unread: [] }
}

function recordDeaths({ plan }: Work, { record }: BegunRollout, stopped: readonly Task[]): boolean {
  const essential = essentialNames(plan.definition)
  const deaths = stopped.flatMap((task) => deathOf(task, essential) ?? [])
  for (const death of deaths) record.take({ kind: 'death', death })
  return deaths.length > 0
}

function stoppedByHand(stopped: readonly Task[]): Diagnosis | undefined {
  const byHand = stopped.filter(({ stopCode }) => stopCode === 'UserInitiated')
  const [first] = byHand
  if (first === undefined) return undefined
  const reason = first.stoppedReason ? `: ${first.stoppedReason.replace(/\.+$/, '')}` : ''
  return {
    code: 'cancelled',
    headline: `Somebody stopped ${count(byHand.length, 'task')} of the new version${reason}.`,
    details: [],
    remedy: 'Ask who stopped the tasks (CloudTrail names StopTask), and run the step again.',
    groups: [],
    log: undefined,
  }
}
