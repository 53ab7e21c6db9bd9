import type { ServiceEvent } from '@aws-sdk/client-ecs'
import { DeadlineError, poll } from '@deploy-actions/aws'
import { deathOf, listStoppedTasks, type TaskDeath } from '../diagnosis/index.ts'
import type { EcsContext } from '../ecs-context.ts'
import type { TrackedRollout } from './track.ts'
import { isOver, type RolloutState } from './state.ts'

/** Something new about a rollout, in the order in which it was learned. */
export type RolloutNews =
  | { readonly kind: 'state'; readonly before: RolloutState | undefined; readonly state: RolloutState }
  | { readonly kind: 'event'; readonly at: number; readonly message: string }
  | { readonly kind: 'death'; readonly death: TaskDeath }

/** How a watch came to its end. */
export type WatchEnd =
  | { readonly kind: 'over'; readonly state: RolloutState }
  | { readonly kind: 'enough'; readonly state: RolloutState }
  | { readonly kind: 'timed-out'; readonly state: RolloutState | undefined }

/** What to watch, and what to do with the news. */
export interface WatchOptions {
  readonly rollout: TrackedRollout
  /** Milliseconds since the epoch. */
  readonly deadline: number
  /** Containers whose end ends a task. */
  readonly essential: ReadonlySet<string>
  readonly onNews: (news: RolloutNews) => void
  /** Asked after each death; true ends the watch although the rollout goes on. */
  readonly isEnough: (deaths: readonly TaskDeath[]) => boolean
}

/**
 * Twelve looks a minute and eight calls for details stay within a third of what ECS grants, and
 * find the end of a rollout 2.5 seconds after it, on average.
 */
const lookEveryMs = 5_000
const detailsEveryLooks = 4

/** Watches a rollout to its end and tells what is new, nothing twice. */
export async function watchRollout(context: EcsContext, options: WatchOptions): Promise<WatchEnd> {
  const details = new Details(context, options)
  let before: RolloutState | undefined
  let looks = 0
  const look = async (): Promise<WatchEnd | undefined> => {
    const state = await options.rollout.look()
    options.onNews({ kind: 'state', before, state })
    const moreFailed = (state.failedTasks ?? 0) > (before?.failedTasks ?? 0)
    before = state
    if (isOver(state) || moreFailed || looks++ % detailsEveryLooks === 0) await details.read(state)
    if (isOver(state)) return { kind: 'over', state }
    return options.isEnough(details.deaths) ? { kind: 'enough', state } : undefined
  }
  try {
    const { signal } = context
    return await poll(look, { signal, deadline: options.deadline, delayMs: () => lookEveryMs })
  } catch (error) {
    if (error instanceof DeadlineError) return { kind: 'timed-out', state: before }
    throw error
  }
}

/** What the rollout's own state does not say: the service's events, and tasks that died. */
class Details {
  readonly #context: EcsContext
  readonly #options: WatchOptions
  readonly #seenEvents = new Set<string>()
  readonly #deaths = new Map<string, TaskDeath>()

  constructor(context: EcsContext, options: WatchOptions) {
    this.#context = context
    this.#options = options
  }

  get deaths(): readonly TaskDeath[] {
    return [...this.#deaths.values()]
  }

  /** Reads both; the tasks only when something says that there may be dead ones. */
  async read(state: RolloutState): Promise<void> {
    const { rollout } = this.#options
    const service = await rollout.describeService()
    const fresh = (service.events ?? []).filter((event) => this.#isNew(event))
    for (const { createdAt, message = '' } of fresh.toReversed()) {
      this.#options.onNews({ kind: 'event', at: Number(createdAt), message })
    }
    const own = service.deployments?.find((deployment) => deployment.id === rollout.started.id)
    const failed = Math.max(state.failedTasks ?? 0, own?.failedTasks ?? 0)
    const lost = fresh.some(({ message = '' }) => /stopped|unhealthy|failed|unable/.test(message))
    const lostAll = isOver(state) && state.status !== 'successful'
    if (failed > this.#deaths.size || lost || lostAll) await this.#readDeaths()
  }

  #isNew({ id = '', createdAt }: ServiceEvent): boolean {
    if (this.#seenEvents.has(id) || Number(createdAt) < this.#options.rollout.started.createdAt.getTime()) {
      return false
    }
    this.#seenEvents.add(id)
    return true
  }

  async #readDeaths(): Promise<void> {
    const { rollout, essential, onNews } = this.#options
    const tasks = await listStoppedTasks(this.#context, rollout.reference, rollout.started)
    const deaths = tasks.map((task) => deathOf(task, essential)).filter((death) => death !== undefined)
    for (const death of deaths.toSorted((a, b) => a.stoppedAt - b.stoppedAt)) {
      if (this.#deaths.has(death.taskId)) continue
      this.#deaths.set(death.taskId, death)
      onNews({ kind: 'death', death })
    }
  }
}
