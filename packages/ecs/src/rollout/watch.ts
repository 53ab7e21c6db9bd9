import type { ServiceEvent, Task } from '@aws-sdk/client-ecs'
import {
  DeadlineError,
  isAccessDenied,
  isTransient,
  poll,
  untilDeadline,
} from '@deploy-actions/aws'
import { deathOf, listStoppedTasks, type TaskDeath } from '../diagnosis/index.ts'
import type { EcsContext } from '../ecs-context.ts'
import { isOver, type RolloutState } from './state.ts'
import type { TrackedRollout } from './track.ts'

/** Something new about a rollout. */
export type RolloutNews =
  | { readonly kind: 'event'; readonly id: string; readonly at: number; readonly message: string }
  | { readonly kind: 'death'; readonly death: TaskDeath }
  /** Something that would have told more, and that the role may not read. */
  | { readonly kind: 'not-read'; readonly why: string }
  | {
      readonly kind: 'state'
      readonly before: RolloutState | undefined
      readonly state: RolloutState
    }

/** How a watch came to its end. */
export type WatchEnd =
  | { readonly kind: 'over'; readonly state: RolloutState }
  | { readonly kind: 'enough'; readonly state: RolloutState }
  | { readonly kind: 'timed-out'; readonly state: RolloutState | undefined }

/** What to watch, and who hears the news. */
export interface WatcherOptions {
  readonly rollout: TrackedRollout
  /** Containers whose end ends a task. */
  readonly essential: ReadonlySet<string>
  readonly onNews: (news: RolloutNews) => void
}

/** Until when to watch. */
export interface WatchLimits {
  /** Milliseconds since the epoch. */
  readonly deadline: number
  /** Asked at each look; true ends the watch although the rollout goes on. */
  readonly isEnough?: (deaths: readonly TaskDeath[]) => boolean
}

/** Twelve looks a minute find the end of a rollout 2.5 seconds after it, on average. */
const lookEveryMs = 5_000

/** After an answer that failed, although the SDK had tried again and again. */
const lookAgainAfterFailureMs = 15_000

/** With one call for details at every second look at most, ECS is asked 18 times a minute. */
const looksBetweenDetails = { atLeast: 2, atMost: 4 }

/** How much longer than the dead ones tasks have to live, and how long that is waited for at most. */
const quietMarginMs = 15_000
const longestQuietMs = 3 * 60_000

/** Watches a rollout and tells what is new, nothing twice, also when it is asked to watch again. */
export class RolloutWatcher {
  readonly #context: EcsContext
  readonly #options: WatcherOptions
  readonly #seenEvents = new Set<string>()
  readonly #deaths = new Map<string, TaskDeath>()
  #mayReadTasks = true
  #state: RolloutState | undefined
  #looksWithoutDetails = 0
  #lastLookFailed = false
  #failedAtLastLook = 0

  constructor(context: EcsContext, options: WatcherOptions) {
    this.#context = context
    this.#options = options
  }

  /**
   * Looks every five seconds until the rollout is over, or one of the limits is reached. Failures
   * that pass are told and survived; others are thrown, and leave the rollout to itself.
   */
  async watch({ deadline, isEnough = () => false }: WatchLimits): Promise<WatchEnd> {
    const look = async (context: EcsContext): Promise<WatchEnd | undefined> => {
      const state = await this.#lookOrTell(context)
      if (state === undefined) return undefined
      if (isOver(state)) return { kind: 'over', state }
      return isEnough([...this.#deaths.values()]) ? { kind: 'enough', state } : undefined
    }
    try {
      return await untilDeadline(this.#context.signal, deadline, (signal) =>
        poll(() => look({ ...this.#context, signal }), {
          signal,
          deadline,
          delayMs: () => (this.#lastLookFailed ? lookAgainAfterFailureMs : lookEveryMs),
        }),
      )
    } catch (error) {
      if (error instanceof DeadlineError) return { kind: 'timed-out', state: this.#state }
      throw error
    }
  }

  /**
   * After ECS has called the rollout successful: whether its tasks stay alive. Where none died, there
   * is nothing to wait for. Otherwise they have to outlive those that did; a service without health
   * checks is complete for ECS as soon as its tasks have run for a moment.
   */
  async settles(deadline: number): Promise<boolean> {
    const since = Date.now()
    const before = this.#deaths.size
    const quietMs = Math.min(longestQuietMs, this.#longestLifeMs() + quietMarginMs)
    const look = async (context: EcsContext): Promise<boolean | undefined> => {
      const { runningCount, desiredCount } = await this.#options.rollout.describeService(context)
      await this.#readDeaths(context)
      if (this.#deaths.size > before) return false
      const isWhole = runningCount === desiredCount
      const isQuiet = this.#deaths.size === 0 || Date.now() - since >= quietMs
      return isWhole && isQuiet ? true : undefined
    }
    try {
      return await untilDeadline(this.#context.signal, deadline, (signal) =>
        poll(() => look({ ...this.#context, signal }), {
          signal,
          deadline,
          delayMs: () => lookEveryMs,
        }),
      )
    } catch (error) {
      if (error instanceof DeadlineError) return false
      throw error
    }
  }

  #longestLifeMs(): number {
    return Math.max(
      0,
      ...[...this.#deaths.values()].map((death) => death.stoppedAt - death.startedAt),
    )
  }

  async #lookOrTell(context: EcsContext): Promise<RolloutState | undefined> {
    try {
      const state = await this.#look(context)
      this.#lastLookFailed = false
      return state
    } catch (error) {
      if (!isTransient(error) || context.signal.aborted) throw error
      const why = error instanceof Error ? error.message : String(error)
      this.#lastLookFailed = true
      this.#options.onNews({ kind: 'not-read', why: `${why} The rollout goes on; looking again.` })
      return undefined
    }
  }

  async #look(context: EcsContext): Promise<RolloutState | undefined> {
    const { rollout, onNews } = this.#options
    const state = await rollout.look(context)
    if (state === undefined) return undefined
    const before = this.#state
    this.#state = state
    if (this.#areDetailsDue(before, state)) await this.#readDetails(context, state)
    onNews({ kind: 'state', before, state })
    return state
  }

  /** When something moved there is something to tell; when nothing does, there may be a reason. */
  #areDetailsDue(before: RolloutState | undefined, state: RolloutState): boolean {
    const { atLeast, atMost } = looksBetweenDetails
    const looks = ++this.#looksWithoutDetails
    const moved = JSON.stringify(before) !== JSON.stringify(state)
    const turned = before?.status !== state.status
    const due = isOver(state) || turned || looks >= atMost || (moved && looks >= atLeast)
    if (due) this.#looksWithoutDetails = 0
    return due
  }

  /** What the state does not say: the service's events and, when there may be some, dead tasks. */
  async #readDetails(context: EcsContext, state: RolloutState): Promise<void> {
    const { rollout, onNews } = this.#options
    const service = await rollout.describeService(context)
    const fresh = (service.events ?? []).filter((event) => this.#isNew(event))
    for (const { id = '', createdAt, message = '' } of fresh.toReversed()) {
      onNews({ kind: 'event', id, at: Number(createdAt), message })
    }
    const own = service.deployments?.find((deployment) => deployment.id === rollout.started.id)
    const failed = Math.max(state.failedTasks ?? 0, own?.failedTasks ?? 0)
    const trouble = fresh.some(({ message = '' }) =>
      /stopped|unhealthy|failed|unable/.test(message),
    )
    // ECS may set its counter back, so any change of it counts, not only a rise.
    if (failed !== this.#failedAtLastLook || trouble || isOver(state))
      await this.#readDeaths(context)
    this.#failedAtLastLook = failed
  }

  #isNew({ id = '', createdAt }: ServiceEvent): boolean {
    const begun = this.#options.rollout.started.createdAt.getTime()
    if (this.#seenEvents.has(id) || Number(createdAt) < begun) return false
    this.#seenEvents.add(id)
    return true
  }

  async #readDeaths(context: EcsContext): Promise<void> {
    const { essential, onNews } = this.#options
    const tasks = await this.#stoppedTasks(context)
    const deaths = tasks
      .map((task) => deathOf(task, essential))
      .filter((death) => death !== undefined)
    for (const death of deaths.toSorted((a, b) => a.stoppedAt - b.stoppedAt)) {
      if (this.#deaths.has(death.taskId)) continue
      this.#deaths.set(death.taskId, death)
      onNews({ kind: 'death', death })
    }
  }

  /** A role that may not read tasks gets its verdict all the same, with less of a diagnosis. */
  async #stoppedTasks(context: EcsContext): Promise<readonly Task[]> {
    if (!this.#mayReadTasks) return []
    const { rollout, onNews } = this.#options
    try {
      return await listStoppedTasks(context, rollout.reference, rollout.started)
    } catch (error) {
      if (!isAccessDenied(error)) throw error
      this.#mayReadTasks = false
      onNews({
        kind: 'not-read',
        why: 'The tasks that died were not read: needs ecs:ListTasks and ecs:DescribeTasks.',
      })
      return []
    }
  }
}
