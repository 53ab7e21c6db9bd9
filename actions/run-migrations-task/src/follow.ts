import type { Task } from '@aws-sdk/client-ecs'
import { formatSeconds, inGroup, sleep } from '@deploy-actions/action-kit'
import { isTransient, nameFromArn } from '@deploy-actions/aws'
import {
  describeTasks,
  findOrigin,
  hasDecided,
  isEndTold,
  verdictOn,
  type TaskVerdict,
} from '@deploy-actions/ecs'
import { stopAfterCancel, tryStop } from './stop.ts'
import { TaskLog } from './task-log.ts'
import type { Work } from './work.ts'

/** A stretch of time in which a task had one status. Times are milliseconds since the epoch. */
export interface Phase {
  readonly status: string
  readonly from: number
}

/** A task as it was when it was last looked at, and what was seen of it. */
export interface Followed {
  readonly task: Task
  readonly isTimedOut: boolean
  readonly phases: readonly Phase[]
  readonly begunAt: number
  readonly endedAt: number
}

/** A container gets up to two minutes to stop by itself. */
const stopWithinMs = 150_000

/** Follows a task to its end, or to the end of its time, and shows what its containers write. */
export async function follow(work: Work, task: Task): Promise<Followed> {
  const { context } = work
  const title = `Follow ${nameFromArn(task.taskArn ?? '')}`
  try {
    return await inGroup(context.host, title, () => new Follower(work, task).follow())
  } catch (error) {
    // The task of another run is not ours to stop.
    if (context.signal.aborted && isOwn(work, task)) await stopAfterCancel(work, task)
    throw error
  }
}

/** Whether a task does the piece of work that this step is to do. */
export function isOwn({ plan }: Work, task: Task): boolean {
  return findOrigin(task)?.key === plan.origin.key
}

/** The verdict on a task by the container and the exit codes that the step goes by. */
export function judge({ plan, inputs }: Work, task: Task): TaskVerdict {
  return verdictOn(task, { container: plan.container, successCodes: inputs.successCodes })
}

class Follower {
  readonly #work: Work
  readonly #log: TaskLog
  readonly #begunAt = Date.now()
  readonly #phases: Phase[] = []
  #task: Task
  #mayStop: boolean

  constructor(work: Work, task: Task) {
    this.#work = work
    this.#task = task
    this.#log = new TaskLog(work, task.taskArn ?? '')
    this.#mayStop = isOwn(work, task)
  }

  async follow(): Promise<Followed> {
    const { inputs } = this.#work
    const isOver = await this.#watch(this.#begunAt + inputs.timeoutSeconds * 1000)
    if (!isOver && inputs.onTimeout === 'stop' && this.#mayStop) await this.#stopLate()
    const containers = this.#task.containers ?? []
    const hasRun = containers.some(({ runtimeId }) => runtimeId !== undefined)
    await this.#log.drain({ hasRun: hasRun || this.#task.startedAt !== undefined })
    return {
      task: this.#task,
      // It may have come to its good end in the very moment.
      isTimedOut: !isOver && judge(this.#work, this.#task).kind !== 'succeeded',
      phases: this.#phases,
      begunAt: this.#begunAt,
      endedAt: Date.now(),
    }
  }

  /** Whether the task came to its end before the deadline. */
  async #watch(deadline: number): Promise<boolean> {
    const { ecs } = this.#work
    for (let looks = 1; ; looks++) {
      // The answer of RunTask is as good as a first look, which might come too early.
      if (looks > 1) await this.#look()
      this.#tell()
      await this.#log.read()
      if (isEndTold(this.#task)) return true
      await this.#stopRest()
      const now = Date.now()
      if (now >= deadline) return false
      const pauseMs = now - this.#begunAt < 60_000 ? 2_000 : 5_000
      await sleep(Math.min(pauseMs, deadline - now), ecs.signal)
    }
  }

  async #look(): Promise<void> {
    const { ecs, inputs, context } = this.#work
    const { taskArn = '' } = this.#task
    try {
      const [found] = await describeTasks(ecs, inputs.cluster, [taskArn])
      // An answer that lags does not take back an end that was told.
      if (found !== undefined && !isEndTold(this.#task)) this.#task = found
    } catch (error) {
      if (!isTransient(error) || ecs.signal.aborted) throw error
      const words = error instanceof Error ? error.message : String(error)
      context.host.info(`${words} The task goes on; looking again.`)
    }
  }

  #tell(): void {
    const { lastStatus = 'PROVISIONING' } = this.#task
    if (this.#phases.some(({ status }) => status === lastStatus)) return
    const now = Date.now()
    this.#phases.push({ status: lastStatus, from: now })
    const elapsed = formatSeconds((now - this.#begunAt) / 1000).padStart(7)
    this.#work.context.host.info(`${elapsed}  ${lastStatus}`)
  }

  /** A container that is not essential leaves the others running, which nobody waits for. */
  async #stopRest(): Promise<void> {
    const { container } = this.#work.plan
    const { containers = [], desiredStatus } = this.#task
    const decided = containers.find(({ name }) => name === container)?.exitCode !== undefined
    if (!decided || desiredStatus === 'STOPPED' || !this.#mayStop) return
    this.#mayStop = await tryStop(this.#work, this.#task, hasDecided(container))
  }

  async #stopLate(): Promise<void> {
    this.#work.context.host.info('The time is over: stopping the task.')
    const reason = 'The time given by timeout is over'
    if (await tryStop(this.#work, this.#task, reason)) await this.#watch(Date.now() + stopWithinMs)
  }
}
