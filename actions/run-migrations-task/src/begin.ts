import { randomUUID } from 'node:crypto'
import type { RunTaskRequest, Task } from '@aws-sdk/client-ecs'
import { ActionError, formatSeconds, sleep } from '@deploy-actions/action-kit'
import { isTransient } from '@deploy-actions/aws'
import {
  findOrigin,
  isOver,
  register,
  TaskLock,
  type StartRefusal,
  type Turn,
} from '@deploy-actions/ecs'
import {
  describeTask,
  isDying,
  isHeld,
  otherWork,
  reasonToFollow,
  requireContainer,
  resumptionOf,
} from './adoption.ts'
import { isOwn } from './judge.ts'
import { settleLostStarts } from './lost-start.ts'
import { explainStart } from './refused-start.ts'
import { notOurTurn, waitForEnd } from './wait-for-end.ts'
import type { Work } from './work.ts'

/** A task that is at work or is done, and whether an earlier attempt or another run started it. */
export interface FoundTask {
  readonly task: Task
  readonly adopted: boolean
}

/** The task, or why ECS has started none. */
export type Begun = FoundTask | { readonly refused: readonly StartRefusal[] }

/** How often a start may go without an answer. */
const unansweredStarts = 6

/** The pauses that the lock itself asks for are no time that others took. */
const settlingMs = 180_000

const retryMs = 5_000

/** Begins the work of a step: starts its task as soon as the lock lets it, or finds the one that is there. */
export class Beginning {
  readonly #work: Work
  readonly #lock: TaskLock
  /** Tells the starts of this step from all others. */
  readonly #nonce: string
  #starts = 0
  #unanswered: readonly unknown[] = []
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
    this.#unanswered = []
    try {
      for (;;) {
        const begun = await this.#untilAnswered(deadline)
        if (begun !== undefined) return begun
      }
    } catch (error) {
      if (context.signal.aborted) await settleLostStarts(this.#work, this.#lock.unanswered)
      throw error
    }
  }

  /** A round; what passes is tried again for as long as another run would be waited for. */
  async #untilAnswered(deadline: number): Promise<Begun | undefined> {
    const { context } = this.#work
    try {
      return await this.#round(deadline)
    } catch (error) {
      const isOverNow = context.signal.aborted || Date.now() >= deadline
      if (isOverNow || !isTransient(error) || this.#isGivenUp()) throw error
      const words = error instanceof Error ? error.message : String(error)
      context.host.info(`${words} Asking again.`)
      await sleep(retryMs, context.signal)
      return undefined
    }
  }

  async #round(deadline: number): Promise<Begun | undefined> {
    const known = await this.#lock.read()
    const own = known.find((task) => isOwn(this.#work, task))
    if (own !== undefined) {
      const resumption =
        this.#isMine(own) && !isOver(own) ? 'follow' : resumptionOf(this.#work, own)
      if (resumption === 'follow') return this.#follow(own)
      if (resumption === 'await its end') return this.#waitFor(own, deadline, 'to see how it ends')
    }
    if (this.#isGivenUp()) throw noAnswer(this.#work, this.#unanswered)
    return this.#act(await this.#take(known), deadline)
  }

  async #act(turn: Turn, deadline: number): Promise<Begun | undefined> {
    const { context } = this.#work
    if (turn.kind === 'refused') return { refused: turn.refusals }
    if (turn.kind === 'held') return this.#giveWay(turn.task, deadline)
    if (turn.kind === 'again') return this.#waitUntil(turn.at, deadline)
    if (turn.kind === 'unanswered') return this.#lookAgain(turn.error)
    context.host.info(`Started ${describeTask(turn.task)}`)
    return { task: turn.task, adopted: false }
  }

  async #lookAgain(error: unknown): Promise<undefined> {
    const { context } = this.#work
    this.#unanswered = [...this.#unanswered, error]
    context.host.info('ECS did not answer; looking whether it has started the task.')
    await sleep(retryMs, context.signal)
  }

  /** Another task is at work: what is to happen says `lock-behavior`. */
  async #giveWay(task: Task, deadline: number): Promise<FoundTask | undefined> {
    const { lockBehavior } = this.#work.inputs
    if (lockBehavior === 'fail') throw isHeld(this.#work, task)
    // One that is being stopped will not do the work.
    if (lockBehavior === 'adopt' && !isDying(this.#work, task)) return this.#follow(task)
    const why = `which is at work under the lock ${this.#work.plan.lock}`
    return this.#waitFor(task, deadline, why)
  }

  async #waitFor(task: Task, deadline: number, why: string): Promise<undefined> {
    const awaited = await waitForEnd(this.#work, task, { deadline, why })
    if (awaited.kind === 'over') this.#lock.learn(awaited.task)
    else this.#lock.forget(task)
  }

  async #take(known: readonly Task[]): Promise<Turn> {
    // What somebody else is still doing needs no revision of its own.
    const isHeldNow = known.some((task) => !isOver(task))
    const taskDefinition = isHeldNow ? '' : await this.#definition()
    const request: RunTaskRequest = { ...this.#work.plan.request, taskDefinition }
    this.#starts += 1
    try {
      return await this.#lock.take(request, `${this.#nonce}-${this.#starts}`)
    } catch (error) {
      throw explainStart(error, this.#work)
    }
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

  #isMine(task: Task): boolean {
    return findOrigin(task)?.start.startsWith(this.#nonce) ?? false
  }

  #follow(task: Task): FoundTask {
    const { host } = this.#work.context
    if (this.#isMine(task)) {
      host.info(`ECS has started ${describeTask(task)}`)
      return { task, adopted: false }
    }
    requireContainer(this.#work, task)
    host.info(`Adopted ${describeTask(task)}: ${reasonToFollow(this.#work, task)}.`)
    const differences = isOwn(this.#work, task) ? [] : otherWork(this.#work, task)
    if (differences.length > 0) {
      host.warning(
        `The task that is followed instead of an own one does other work: ${differences.join(', ')}. Its end decides, and what this step was to do is not done. Set lock-behavior to wait where it has to be.`,
      )
    }
    return { task, adopted: true }
  }

  #isGivenUp(): boolean {
    return this.#unanswered.length >= unansweredStarts
  }

  async #waitUntil(moment: number, deadline: number): Promise<undefined> {
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

function noAnswer({ plan }: Work, errors: readonly unknown[]): ActionError {
  const last = errors.at(-1)
  const words = last instanceof ActionError ? ` ${last.message}` : ''
  return new ActionError({
    code: 'service-error',
    message: `ECS has not answered RunTask in ${errors.length} attempts.${words} A task may have been started, and is not listed.`,
    remedy: `Run the step again: it finds a task that was started under the lock ${plan.lock}, and starts none beside it. Where AWS throttles, run fewer jobs at the same time.`,
    cause: last,
  })
}
