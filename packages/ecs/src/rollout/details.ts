import type { Service, ServiceEvent, Task } from '@aws-sdk/client-ecs'
import { nameFromArn } from '@deploy-actions/aws'
import { deathOf, listStoppedTasks, type TaskDeath } from '../diagnosis/index.ts'
import type { EcsContext } from '../ecs-context.ts'
import { findDenied } from './denied.ts'
import type { WatcherOptions } from './news.ts'
import { isOver, type RolloutState } from './state.ts'

/** What a rollout's state does not say: the service's events, and the tasks that died. */
export class RolloutDetails {
  readonly #options: WatcherOptions
  readonly #seenEvents = new Set<string>()
  readonly #deaths = new Map<string, TaskDeath>()
  readonly #past = new Set<string>()
  #mayReadTasks = true
  #failedAtLastRead = 0

  constructor(options: WatcherOptions) {
    this.#options = options
  }

  /** The deaths that are known so far. */
  get deaths(): readonly TaskDeath[] {
    return [...this.#deaths.values()]
  }

  /** Reads events and, when something says that there may be some, dead tasks; tells what is new. */
  async read(context: EcsContext, state: RolloutState): Promise<void> {
    const { rollout, onNews } = this.#options
    const service = await rollout.describeService(context)
    const fresh = (service.events ?? []).filter((event) => this.#isNew(event))
    for (const { id = '', createdAt, message = '' } of fresh.toReversed()) {
      onNews({ kind: 'event', id, at: Number(createdAt), message })
    }
    const failed = failedTasks(state, service, rollout.started.id)
    const trouble = fresh.some(({ message = '' }) =>
      /stopped|unhealthy|failed|unable/.test(message),
    )
    // ECS may set its counter back, so any change of it counts, not only a rise.
    const isDue = failed !== this.#failedAtLastRead || trouble || isOver(state)
    this.#failedAtLastRead = failed
    if (isDue) await this.readDeaths(context)
  }

  /** What has died already counts for nothing from now on, and is not told. */
  async forgetPast(context: EcsContext): Promise<void> {
    for (const { taskArn = '' } of await this.#stoppedTasks(context)) {
      this.#past.add(nameFromArn(taskArn))
    }
  }

  /** Reads the tasks of the rollout that have died, and tells those that are new. */
  async readDeaths(context: EcsContext): Promise<void> {
    const { essential, onNews } = this.#options
    const tasks = await this.#stoppedTasks(context)
    const deaths = tasks
      .map((task) => deathOf(task, essential))
      .filter((death) => death !== undefined)
    for (const death of deaths.toSorted((a, b) => a.stoppedAt - b.stoppedAt)) {
      if (this.#deaths.has(death.taskId) || this.#past.has(death.taskId)) continue
      this.#deaths.set(death.taskId, death)
      onNews({ kind: 'death', death })
    }
  }

  #isNew({ id = '', createdAt }: ServiceEvent): boolean {
    const begun = this.#options.rollout.started.createdAt.getTime()
    if (this.#seenEvents.has(id) || Number(createdAt) < begun) return false
    this.#seenEvents.add(id)
    return true
  }

  /** A role that may not read tasks gets its verdict all the same, with less of a diagnosis. */
  async #stoppedTasks(context: EcsContext): Promise<readonly Task[]> {
    if (!this.#mayReadTasks) return []
    const { rollout, onNews } = this.#options
    try {
      return await listStoppedTasks(context, rollout.reference, rollout.started)
    } catch (error) {
      const denied = findDenied(error)
      if (denied === undefined) throw error
      this.#mayReadTasks = false
      onNews({
        kind: 'not-read',
        why: `The tasks that died were not read, which takes ecs:ListTasks and ecs:DescribeTasks. ${denied.remedy}`,
      })
      return []
    }
  }
}

function failedTasks(state: RolloutState, { deployments }: Service, id: string): number {
  const own = deployments?.find((deployment) => deployment.id === id)
  return Math.max(state.failedTasks ?? 0, own?.failedTasks ?? 0)
}
