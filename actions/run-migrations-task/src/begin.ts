import { randomUUID } from 'node:crypto'
import type { RunTaskRequest, Task } from '@aws-sdk/client-ecs'
import { ActionError, formatSeconds, sleep } from '@deploy-actions/action-kit'
import { nameFromArn } from '@deploy-actions/aws'
import { findOrigin, isEndTold, isOver, register, TaskLock } from '@deploy-actions/ecs'
import { isOwn, judge } from './follow.ts'
import { notOurTurn, waitForHolder } from './wait-for-holder.ts'
import type { Work } from './work.ts'

/** A task that is at work or is done, and whether an earlier attempt or another run started it. */
export interface FoundTask {
  readonly task: Task
  readonly adopted: boolean
}

/** The task, or why ECS has found no place for it. */
export type Begun = FoundTask | { readonly refused: readonly string[] }

/** How often a start may go without an answer. */
const unansweredStarts = 6

/** The pauses that the lock itself asks for are no time that others took. */
const settlingMs = 120_000

/** Begins the work of a step: starts its task as soon as the lock lets it, or finds the one that is there. */
export class Beginning {
  readonly #work: Work
  readonly #lock: TaskLock
  /** Tells the starts of this step from all others. */
  readonly #nonce: string
  #starts = 0
  #definitionArn: string | undefined

  constructor(work: Work) {
    const { plan, inputs, context } = work
    const { id, attempt } = context.host.run
    this.#work = work
    this.#nonce = `${id}-${attempt}-${randomUUID().slice(0, 8)}`
    this.#definitionArn = plan.taskDefinitionArn
    this.#lock = new TaskLock(work.ecs, {
      origin: plan.origin,
      cluster: inputs.cluster,
      // A lock with a name of its own may hold tasks of several families.
      family: inputs.lock === undefined ? plan.definition.family : undefined,
    })
  }

  /** Comes back with a task, or with a refusal; throws `conflict` or `timeout` where others hold the lock. */
  async begin(): Promise<Begun> {
    const { inputs, context } = this.#work
    const deadline = Date.now() + inputs.timeoutSeconds * 1000
    for (let unanswered = 0; ;) {
      const known = await this.#lock.read()
      const own = known.find((task) => isOwn(this.#work, task))
      if (own !== undefined && this.#isToBeAdopted(own)) return this.#adopt(own)
      const turn = await this.#take(known)
      switch (turn.kind) {
        case 'started':
          context.host.info(`Started ${describe(turn.task)}`)
          return { task: turn.task, adopted: false }
        case 'refused':
          return { refused: turn.reasons }
        case 'held':
          if (inputs.lockBehavior === 'adopt') return this.#adopt(turn.task)
          if (inputs.lockBehavior === 'fail') throw isHeld(this.#work, turn.task)
          this.#lock.learn(await waitForHolder(this.#work, turn.task, deadline))
          break
        case 'again':
          await this.#waitUntil(turn.at, deadline)
          break
        case 'unanswered':
          unanswered += 1
          if (unanswered >= unansweredStarts) throw turn.error
          context.host.info('ECS did not answer; looking whether it has started the task.')
          await sleep(5_000, context.signal)
      }
    }
  }

  async #take(known: readonly Task[]) {
    // What somebody else is still doing needs no revision of its own.
    const isHeldNow = known.some((task) => !isOver(task))
    const taskDefinition = isHeldNow ? '' : await this.#definition()
    const request: RunTaskRequest = { ...this.#work.plan.request, taskDefinition }
    this.#starts += 1
    return this.#lock.take(request, `${this.#nonce}-${this.#starts}`)
  }

  /** The definition to run; it is registered when it is needed, and once. */
  async #definition(): Promise<string> {
    const { ecs, plan, context } = this.#work
    if (this.#definitionArn === undefined) {
      this.#definitionArn = (await register(ecs, plan.definition)).arn
      context.host.info(`Registered ${this.#definitionArn}`)
    }
    context.setOutput('task-definition-arn', this.#definitionArn)
    return this.#definitionArn
  }

  /** What works or has succeeded; what has ended, and not told yet how, will tell. */
  #isToBeAdopted(own: Task): boolean {
    return !isOver(own) || !isEndTold(own) || judge(this.#work, own).kind === 'succeeded'
  }

  #adopt(task: Task): FoundTask {
    const { host } = this.#work.context
    if (findOrigin(task)?.start.startsWith(this.#nonce)) {
      host.info(`ECS has started ${describe(task)}`)
      return { task, adopted: false }
    }
    const names = task.containers?.map(({ name = '' }) => name) ?? []
    if (!names.includes(this.#work.plan.container)) throw isAnother(this.#work, task)
    const why = isOwn(this.#work, task) ? 'the same work was begun before' : 'it holds the lock'
    host.info(`Adopted ${describe(task)}: ${why}.`)
    return { task, adopted: true }
  }

  async #waitUntil(moment: number, deadline: number): Promise<void> {
    const { context } = this.#work
    const now = Date.now()
    if (now >= deadline + settlingMs) throw notOurTurn(this.#work, 'others were always first')
    const pauseMs = Math.max(0, moment - now)
    if (pauseMs > 5_000) {
      const seconds = formatSeconds(pauseMs / 1000)
      context.host.info(`Waiting ${seconds}, so that no other run can start a task unseen.`)
    }
    await sleep(pauseMs, context.signal)
  }
}

function isHeld({ plan }: Work, task: Task): ActionError {
  return new ActionError({
    code: 'conflict',
    message: `Another task is at work under the lock ${plan.lock}: ${describe(task)}. Nothing was started.`,
    remedy:
      'Run this step again when that task has ended; or set lock-behavior to wait, or to adopt it.',
  })
}

function isAnother({ plan }: Work, task: Task): ActionError {
  return new ActionError({
    code: 'conflict',
    message: `The task at work under the lock ${plan.lock} has no container ${plan.container}, so its end says nothing about this work: ${describe(task)}. Nothing was started.`,
    remedy: 'Set lock-behavior to wait, or give this work a lock of its own.',
  })
}

function describe({ taskArn = '', taskDefinitionArn = '', createdAt }: Task): string {
  return `${taskArn} of ${nameFromArn(taskDefinitionArn)}, begun at ${createdAt?.toISOString()}`
}
