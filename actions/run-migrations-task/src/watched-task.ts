import type { Task } from '@aws-sdk/client-ecs'
import { DeadlineError, isTransient, untilDeadline } from '@deploy-actions/aws'
import {
  describeTasks,
  endingIn,
  isEndTold,
  isOver,
  type Definition,
  type Ending,
} from '@deploy-actions/ecs'
import { decidingIn } from './judge.ts'
import type { Work } from './work.ts'

/** A container gets up to two minutes to stop by itself. */
export const stopWithinMs = 150_000
/** An answer that takes longer is not waited for: the next look asks again. */
const answerWithinMs = 15_000
/** So long after the exit code ECS is given to say why the task stops. */
const reasonWithinMs = 10_000

/** A task as ECS has last told of it, and since when its end is under way. */
export class WatchedTask {
  readonly #work: Work
  readonly #definition: Definition | undefined
  #task: Task
  #ending: Ending = 'unknown'
  #exitSeenAt = Infinity
  #stoppingSeenAt = Infinity
  #isAnswered = true

  constructor(work: Work, task: Task, definition: Definition | undefined) {
    this.#work = work
    this.#definition = definition
    this.#task = task
    this.#noteEnd()
  }

  get task(): Task {
    return this.#task
  }

  /** That of the container that decides, once it has one. */
  get exitCode(): number | undefined {
    return exitCodeIn(this.#task, this.#work.plan.container)
  }

  /** What the looks have shown of the end of the container that decides. */
  get ending(): Ending {
    return this.#ending
  }

  /** Whether other containers can end the task before the one that decides has done its work. */
  get hasRivals(): boolean {
    const { container, essential } = decidingIn(this.#work, this.#task, this.#definition)
    return [...essential].some((name) => name !== container)
  }

  /** Whether nothing is left to learn of the container that decides. */
  get hasEnded(): boolean {
    return isOver(this.#task) || this.exitCode !== undefined
  }

  /** Whether ECS was told to stop it, or stops it. */
  get isStopping(): boolean {
    return this.#stoppingSeenAt < Infinity
  }

  /** Whether the task is over; or its container has an exit code, and a reason; or it takes too long to stop. */
  isAllKnown(): boolean {
    const now = Date.now()
    if (isOver(this.#task) || now - this.#stoppingSeenAt >= stopWithinMs) return true
    if (this.exitCode === undefined) return false
    return isEndTold(this.#task) || now - this.#exitSeenAt >= reasonWithinMs
  }

  /** Asks ECS. Throws what ECS refuses, unless enough is known for a verdict; what passes is only told. */
  async look(): Promise<void> {
    const { ecs, inputs } = this.#work
    const { taskArn = '' } = this.#task
    try {
      const [found] = await untilDeadline(ecs.signal, Date.now() + answerWithinMs, (signal) =>
        describeTasks({ ...ecs, signal }, inputs.cluster, [taskArn]),
      )
      this.#isAnswered = true
      if (found === undefined || this.#isNewerThan(found)) return
      this.#task = found
      this.#noteEnd()
    } catch (error) {
      if (ecs.signal.aborted) throw error
      if (!this.hasEnded) this.#tellSilence(error)
    }
  }

  #tellSilence(error: unknown): void {
    const isSilent = error instanceof DeadlineError
    if (!isSilent && !isTransient(error)) throw error
    const words = !isSilent && error instanceof Error ? error.message : 'ECS did not answer.'
    // Once, until it answers again.
    if (this.#isAnswered) this.#work.context.host.info(`${words} The task goes on; looking again.`)
    this.#isAnswered = false
  }

  /** An answer that lags does not take back an end that was told. */
  #isNewerThan(found: Task): boolean {
    if (isOver(found)) return false
    const isExitLost = exitCodeIn(found, this.#work.plan.container) === undefined
    return isOver(this.#task) || (this.exitCode !== undefined && isExitLost)
  }

  #noteEnd(): void {
    const { desiredStatus, stopCode } = this.#task
    const deciding = decidingIn(this.#work, this.#task, this.#definition)
    this.#ending = endingIn(this.#task, deciding, this.#ending)
    const now = Date.now()
    if (desiredStatus === 'STOPPED' || stopCode) {
      this.#stoppingSeenAt = Math.min(this.#stoppingSeenAt, now)
    }
    if (this.exitCode !== undefined) this.#exitSeenAt = Math.min(this.#exitSeenAt, now)
  }
}

function exitCodeIn({ containers = [] }: Task, wanted: string): number | undefined {
  return containers.find(({ name }) => name === wanted)?.exitCode
}
