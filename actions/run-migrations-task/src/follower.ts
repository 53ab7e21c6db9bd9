import type { Task } from '@aws-sdk/client-ecs'
import { formatSeconds, sleep } from '@deploy-actions/action-kit'
import { hasDecided, type Definition, type Ending } from '@deploy-actions/ecs'
import { pauseSince } from './pace.ts'
import { stopReasons } from './stop-reasons.ts'
import { tryStop } from './stop.ts'
import { logUrl, TaskLog } from './task-log.ts'
import { stopWithinMs, WatchedTask } from './watched-task.ts'
import type { Work } from './work.ts'

/** A stretch of time in which a task had one status. Times are milliseconds since the epoch. */
export interface Phase {
  readonly status: string
  readonly from: number
}

/** A task as it was when it was last looked at, and what was seen of it. */
export interface Followed {
  readonly task: Task
  /** What the looks have shown of the end of the container that decides. */
  readonly ending: Ending
  /** What it runs; undefined where nobody can tell. */
  readonly definition: Definition | undefined
  /** The status in which its time ran out; undefined where it had ended by then, or was being stopped by others. */
  readonly lateIn: string | undefined
  readonly phases: readonly Phase[]
  readonly begunAt: number
  readonly endedAt: number
}

/** A task that is to be followed. */
export interface Following {
  readonly task: Task
  readonly definition: Definition | undefined
  /** Whether it does the work of this step: that of another run is not stopped. */
  readonly isOwn: boolean
}

/** Which of several essential containers was first is seen by looking in between. */
const rivalPauseMs = 1_000

/** Looks at a task until it has ended, while its log is shown. */
export class Follower {
  readonly watched: WatchedTask
  readonly #work: Work
  readonly #definition: Definition | undefined
  readonly #log: TaskLog | undefined
  readonly #begunAt = Date.now()
  readonly #phases: Phase[] = []
  readonly #outputs = new Map<string, string>()
  #mayStop: boolean

  constructor(work: Work, { task, definition, isOwn }: Following) {
    this.#work = work
    this.watched = new WatchedTask(work, task, definition)
    this.#definition = definition
    this.#log = definition && new TaskLog(work, definition)
    this.#mayStop = isOwn
  }

  /** Follows it to its end, or to the end of its time, and then reads the rest of its log. */
  async follow(): Promise<Followed> {
    const lateIn = await this.#besideLog(() => this.#watchToEnd())
    const { task, ending } = this.watched
    await this.#log?.drain(task)
    return {
      task,
      ending,
      definition: this.#definition,
      lateIn,
      phases: this.#phases,
      begunAt: this.#begunAt,
      endedAt: Date.now(),
    }
  }

  /** The log is read on its own: an answer that it does not give holds nothing up. */
  async #besideLog<T>(work: () => Promise<T>): Promise<T> {
    const ended = new AbortController()
    const until = AbortSignal.any([this.#work.ecs.signal, ended.signal])
    const shown = this.#log?.follow(until)
    try {
      return await work()
    } finally {
      ended.abort()
      await shown
    }
  }

  /** Gives the status in which the time ran out, if it did. */
  async #watchToEnd(): Promise<string | undefined> {
    const { timeoutSeconds, onTimeout } = this.#work.inputs
    if (await this.#watch(this.#begunAt + timeoutSeconds * 1000)) return undefined
    if (this.watched.isStopping) {
      await this.#watch(Date.now() + stopWithinMs)
      return undefined
    }
    const { lastStatus = 'PROVISIONING' } = this.watched.task
    if (onTimeout === 'stop' && this.#mayStop) await this.#stopLate()
    return lastStatus
  }

  /** Whether all that can be known of the task was known by the deadline; the last look is made then. */
  async #watch(deadline: number): Promise<boolean> {
    for (;;) {
      const lookedAt = Date.now()
      // The answer of RunTask is as good as a first look, which might come too early.
      if (this.#phases.length > 0) await this.watched.look()
      this.#tell()
      await this.#stopRest()
      if (this.watched.isAllKnown()) return true
      if (lookedAt >= deadline) return false
      const usualMs = this.watched.hasRivals ? rivalPauseMs : pauseSince(this.#begunAt)
      const pauseMs = Math.min(usualMs, deadline - Date.now())
      await sleep(Math.max(0, pauseMs), this.#work.ecs.signal)
    }
  }

  /** Tells what is new: in the log, and in the outputs, also for a step that does not come to its end. */
  #tell(): void {
    const { task, exitCode } = this.watched
    const { lastStatus = 'PROVISIONING', stoppedReason } = task
    this.#log?.learn(task)
    this.#setOutput('exit-code', exitCode?.toString())
    this.#setOutput('stopped-reason', stoppedReason)
    this.#setOutput('log-url', logUrl(this.#work.plan, this.#definition, task))
    if (this.#phases.some(({ status }) => status === lastStatus)) return
    const now = Date.now()
    this.#phases.push({ status: lastStatus, from: now })
    const elapsed = formatSeconds((now - this.#begunAt) / 1000).padStart(7)
    this.#work.context.host.info(`${elapsed}  ${lastStatus}`)
  }

  #setOutput(name: 'exit-code' | 'stopped-reason' | 'log-url', value: string | undefined): void {
    if (value === undefined || this.#outputs.get(name) === value) return
    this.#outputs.set(name, value)
    this.#work.context.setOutput(name, value)
  }

  /** A container that is not essential leaves the others running, which nobody waits for. */
  async #stopRest(): Promise<void> {
    const { exitCode, isStopping, task } = this.watched
    if (exitCode === undefined || isStopping || !this.#mayStop) return
    this.#mayStop = false
    await tryStop(this.#work, task, hasDecided(this.#work.plan.container))
  }

  async #stopLate(): Promise<void> {
    this.#work.context.host.info('The time is over: stopping the task.')
    const isTold = await tryStop(this.#work, this.watched.task, stopReasons.timeout)
    if (isTold) await this.#watch(Date.now() + stopWithinMs)
  }
}
