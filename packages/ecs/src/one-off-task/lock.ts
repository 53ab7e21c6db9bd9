import type { RunTaskRequest, Task } from '@aws-sdk/client-ecs'
import { ActionError, sleep } from '@deploy-actions/action-kit'
import { isTransient } from '@deploy-actions/aws'
import type { EcsContext } from '../ecs-context.ts'
import { anchorAt, waitFor } from './anchor.ts'
import { describeTasks, findTasks } from './find-tasks.ts'
import { findOrigin, shortHash, startedBy, type TaskOrigin } from './origin.ts'
import { startTask, startWithinMs } from './start.ts'
import type { StartRefusal } from './start-refusal.ts'
import { TokenCount } from './token-count.ts'

/** A lock, and the piece of work that is to be done under it. */
export interface LockedWork {
  readonly origin: TaskOrigin
  readonly cluster: string
  /** The one family whose tasks can be under this lock; undefined where any can. */
  readonly family: string | undefined
}

/** What the lock allows now. */
export type Turn =
  | { readonly kind: 'started'; readonly task: Task }
  /** ECS has started none, and says why. */
  | { readonly kind: 'refused'; readonly refusals: readonly StartRefusal[] }
  /** A task of this lock that is at work; its origin tells whether it is ours. */
  | { readonly kind: 'held'; readonly task: Task }
  /** Something else came first: read again, once the moment (milliseconds since the epoch) is there. */
  | { readonly kind: 'again'; readonly at: number }
  /** ECS gave no answer, and the task may have been started: read again. */
  | { readonly kind: 'unanswered'; readonly error: unknown }

/** Pauses while a task that was just started is not described yet; AWS speaks of up to five minutes. */
const visiblePausesMs = [0, 1, 2, 4, 8, 15, 30, 60, 60, 60, 60].map((seconds) => seconds * 1000)

/**
 * A lock that lets one task of a cluster run at a time, without a place of its own to be kept in. The client token of a start
 * is made of what came before (see {@link anchorAt}): of all who go by the same, ECS lets one start its task, and tells the
 * others which it was. They look at that task, and wait for its end or go on from there.
 *
 * It rests on what ECS keeps: tasks that run are always listed, stopped ones are described for an hour, and client tokens are
 * remembered for longer than that. It holds among runs whose clocks and whose readings of ECS are together less than half a
 * minute apart, and among tasks that were started under it; what somebody else starts is not known to it.
 */
export class TaskLock {
  readonly #context: EcsContext
  readonly #work: LockedWork
  /** What is known of each task, by ARN: an end that was seen is never forgotten for an older answer. */
  readonly #tasks = new Map<string, Task>()
  readonly #runningAt: number[] = []
  #stoppedAt = 0
  readonly #tokens = new TokenCount()
  /** The `startedBy` of each start of which nobody knows what became of it. */
  readonly #unanswered = new Set<string>()

  constructor(context: EcsContext, work: LockedWork) {
    this.#context = context
    this.#work = work
  }

  /** The tasks that were started under this lock and that ECS knows, newest first. */
  async read(): Promise<readonly Task[]> {
    const { tasks, runningAt, stoppedAt } = await findTasks(this.#context, this.#work)
    for (const task of tasks) {
      if (findOrigin(task)?.lock === this.#work.origin.lock) this.learn(task)
    }
    this.#runningAt.push(runningAt)
    this.#stoppedAt = stoppedAt
    return this.#newestFirst()
  }

  /** The `startedBy` of each start of this lock that ECS has not answered: its task may be at work. */
  get unanswered(): readonly string[] {
    return [...this.#unanswered]
  }

  /** Takes note of a task of this lock that was described elsewhere. */
  learn(task: Task): void {
    const { taskArn = '', startedBy: by = '' } = task
    this.#unanswered.delete(by)
    const before = this.#tasks.get(taskArn)
    if (before === undefined || !isOver(before) || isOver(task)) this.#tasks.set(taskArn, task)
  }

  /** Takes note that ECS knows a task no more, which was at work when it was last described. */
  forget({ taskArn = '' }: Task): void {
    this.#tasks.delete(taskArn)
  }

  /** Starts the task if no other of the lock is at work, as far as was read. `start` tells it from all others. */
  async take(request: RunTaskRequest, start: string): Promise<Turn> {
    const tasks = this.#newestFirst()
    const working = tasks.find((task) => !isOver(task))
    if (working !== undefined) return { kind: 'held', task: working }
    const { origin } = this.#work
    const now = Date.now()
    const anchor = anchorAt(now, tasks[0], origin.lock)
    const readings = { runningAt: this.#runningAt, stoppedAt: this.#stoppedAt }
    const at = waitFor(anchor, { now, readings, startTakesMs: startWithinMs })
    if (at !== undefined) return { kind: 'again', at }
    this.#context.signal.throwIfAborted()
    const by = startedBy(origin, start)
    this.#unanswered.add(by)
    const result = await startTask(this.#context, {
      ...request,
      startedBy: by,
      clientToken: shortHash([origin.lock, anchor.name, this.#tokens.behind(anchor.name)]),
    })
    if (result.kind !== 'unanswered') this.#unanswered.delete(by)
    if (result.kind === 'taken') return this.#afterTaken(result.taskArn)
    if (result.kind === 'refused' && result.isAnswer) this.#tokens.noteOwnRefusal()
    if (result.kind === 'started') this.learn(result.task)
    return result
  }

  async #afterTaken(taskArn: string | undefined): Promise<Turn> {
    if (taskArn === undefined) return { kind: 'again', at: this.#tokens.noteEmpty(Date.now()) }
    this.learn(await this.#describe(taskArn))
    return { kind: 'again', at: Date.now() }
  }

  /** Describes a task that somebody else has just started. Throws a `conflict` for one that does not come to light. */
  async #describe(taskArn: string): Promise<Task> {
    for (const pauseMs of visiblePausesMs) {
      await sleep(pauseMs, this.#context.signal)
      const [task] = await this.#look(taskArn)
      if (task !== undefined) return task
    }
    throw new ActionError({
      code: 'conflict',
      message: `ECS has started ${taskArn} under this lock, and does not describe it. Nothing was started.`,
      remedy: 'Look for that task in the cluster, and run this step again when it has ended.',
    })
  }

  async #look(taskArn: string): Promise<readonly Task[]> {
    try {
      return await describeTasks(this.#context, this.#work.cluster, [taskArn])
    } catch (error) {
      if (!isTransient(error) || this.#context.signal.aborted) throw error
      return []
    }
  }

  #newestFirst(): readonly Task[] {
    return [...this.#tasks.values()].toSorted((a, b) => Number(b.createdAt) - Number(a.createdAt))
  }
}

/** Whether nothing of a task runs any more, or will. */
export function isOver({ lastStatus }: Task): boolean {
  return lastStatus === 'STOPPED' || lastStatus === 'DEPROVISIONING' || lastStatus === 'DELETED'
}
