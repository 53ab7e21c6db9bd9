import type { Service } from '@aws-sdk/client-ecs'
import { DeadlineError, isTransient, poll, untilDeadline } from '@deploy-actions/aws'
import { isRepeatable, type TaskDeath } from '../diagnosis/index.ts'
import type { EcsContext } from '../ecs-context.ts'
import { RolloutDetails } from './details.ts'
import type { WatcherOptions } from './news.ts'
import { isOver, type RolloutState } from './state.ts'
import type { TrackedRollout } from './track.ts'

/** How a watch came to its end. */
export type WatchEnd =
  | { readonly kind: 'over'; readonly state: RolloutState }
  | { readonly kind: 'enough'; readonly state: RolloutState }
  | { readonly kind: 'timed-out'; readonly state: RolloutState | undefined }

/** Until when to watch. */
export interface WatchLimits {
  /** Milliseconds since the epoch. */
  readonly deadline: number
  /** Asked at each look; true ends the watch although the rollout goes on. */
  readonly isEnough?: (deaths: readonly TaskDeath[]) => boolean
}

/** Whether the tasks that are to run do: `dying` where they did not stay alive. */
export type SettleEnd = 'settled' | 'dying' | 'timed-out'

/** What to wait for after a rollout, or after a change of the desired count. */
export interface SettleOptions {
  /** Milliseconds since the epoch. */
  readonly deadline: number
  /** With early success criteria: ECS calls a rollout successful before all its tasks are there. */
  readonly isPartEnough?: boolean
  /** How often in a row all tasks have to be there; 1 by default. */
  readonly looksInARow?: number
  /** How long missing tasks are waited for where none died. */
  readonly patienceMs?: number
  /** Asked at each look; true ends the watch, since tasks keep dying. */
  readonly isEnough?: (deaths: readonly TaskDeath[]) => boolean
  /** Hears of the service as it is at each look. */
  readonly onService?: (service: Service) => void
}

/** Twelve looks a minute find the end of a rollout 2.5 seconds after it, on average. */
const lookEveryMs = 5_000

/** After an answer that failed, although the SDK had tried again and again. */
const lookAgainAfterFailureMs = 15_000

/** With one call for details at every second look at most, ECS is asked 18 times a minute. */
const looksBetweenDetails = { atLeast: 2, atMost: 4 }

/** While tasks are missing, the dead are counted only now and then. */
const looksBetweenDeaths = 3

/** How much longer than the dead ones tasks have to live, and how long that is waited for at most. */
const quietMarginMs = 15_000
const longestQuietMs = 3 * 60_000

/** Watches a rollout and tells what is new, nothing twice, also when it is asked to watch again. */
export class RolloutWatcher {
  readonly #context: EcsContext
  readonly #options: WatcherOptions
  readonly #details: RolloutDetails
  #state: RolloutState | undefined
  #looksWithoutDetails = 0
  #lastLookFailed = false

  constructor(context: EcsContext, options: WatcherOptions) {
    this.#context = context
    this.#options = options
    this.#details = new RolloutDetails(options)
  }

  /** A watcher of another rollout whose news go to the same listener. */
  forRollout(rollout: TrackedRollout): RolloutWatcher {
    return new RolloutWatcher(this.#context, { ...this.#options, rollout })
  }

  /**
   * Looks every five seconds until the rollout is over, or one of the limits is reached. Failures
   * that pass are told and survived; others are thrown, and leave the rollout to itself.
   */
  async watch({ deadline, isEnough = () => false }: WatchLimits): Promise<WatchEnd> {
    const end = await this.#lookUntil(deadline, async (context): Promise<WatchEnd | undefined> => {
      const state = await this.#look(context)
      if (state === undefined) return undefined
      if (isOver(state)) return { kind: 'over', state }
      return isEnough(this.#details.deaths) ? { kind: 'enough', state } : undefined
    })
    return end ?? { kind: 'timed-out', state: this.#state }
  }

  /** Lets everything that has died until now count for nothing. */
  forgetPast(): Promise<void> {
    return this.#details.forgetPast(this.#context)
  }

  /**
   * After ECS has called the rollout successful, or was told to run more tasks: whether as many run as are desired, and
   * stay alive. Where none died, there is nothing more to wait for. Otherwise they have to outlive those that did:
   * without health checks, a rollout is complete for ECS as soon as its tasks have run for a moment.
   */
  async settles({ deadline, ...options }: SettleOptions): Promise<SettleEnd> {
    const { isPartEnough = false, looksInARow = 1, patienceMs = Infinity, isEnough } = options
    const since = Date.now()
    const finishedAt = this.#state?.finishedAt ?? Infinity
    let [looks, goodLooks] = [0, 0]
    const end = await this.#lookUntil(deadline, async (context) => {
      const service = await this.#options.rollout.describeService(context)
      options.onService?.(service)
      const isAllThere = isPartEnough || service.runningCount === service.desiredCount
      goodLooks = isAllThere ? goodLooks + 1 : 0
      if (looks++ % looksBetweenDeaths === 0 || isAllThere) await this.#details.readDeaths(context)
      const deaths = this.#details.deaths.filter(isRepeatable)
      if (deaths.some(({ stoppedAt }) => stoppedAt > finishedAt)) return 'dying'
      if (isEnough?.(deaths) === true) return 'dying'
      const waitedMs = Date.now() - since
      if (deaths.length === 0 && waitedMs >= patienceMs) return 'settled'
      const isQuiet = deaths.length === 0 || waitedMs >= quietMs(deaths)
      return isQuiet && goodLooks >= looksInARow ? 'settled' : undefined
    })
    return end ?? 'timed-out'
  }

  /** Undefined when the deadline passes without an answer. */
  async #lookUntil<T>(
    deadline: number,
    look: (context: EcsContext) => Promise<T | undefined>,
  ): Promise<T | undefined> {
    try {
      return await untilDeadline(this.#context.signal, deadline, (signal) => {
        const delayMs = (): number => (this.#lastLookFailed ? lookAgainAfterFailureMs : lookEveryMs)
        const context = { ...this.#context, signal }
        return poll(() => this.#survive(context, look), { signal, deadline, delayMs })
      })
    } catch (error) {
      if (error instanceof DeadlineError) return undefined
      throw error
    }
  }

  async #survive<T>(
    context: EcsContext,
    look: (context: EcsContext) => Promise<T | undefined>,
  ): Promise<T | undefined> {
    try {
      const answer = await look(context)
      this.#lastLookFailed = false
      return answer
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
    if (this.#areDetailsDue(before, state)) await this.#details.read(context, state)
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
}

/** How long tasks have to live to have outlived those that died. */
function quietMs(deaths: readonly TaskDeath[]): number {
  const lives = deaths.map(({ startedAt, stoppedAt }) => stoppedAt - startedAt)
  return Math.min(longestQuietMs, Math.max(0, ...lives) + quietMarginMs)
}
