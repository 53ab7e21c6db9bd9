import type { LogStream } from '../../cloud/log-store.ts'
import type { Timeline } from '../../cloud/timeline.ts'
import { Container } from '../../ecs/model/container.ts'
import { behaviourFor, type ApplicationAnswer } from '../../ecs/model/running-image.ts'
import type { Behaviour } from '../../world/world.ts'

/** What an instance is made of. */
export interface InstancePlan {
  readonly id: string
  readonly behaviour: Behaviour
  readonly command: readonly string[]
  readonly memoryMebibytes: number
  /** Opened when the application has something to say: without it there is none. */
  readonly openLog: () => LogStream | undefined
  readonly stopMs: number
  readonly restartMs: number
}

/** What a shell answers for a program that it does not find. */
const notFoundCode = 127

/** One container of a service: it does what its image does, and is started again when it ends after it has served. */
export class Instance {
  readonly #timeline: Timeline
  readonly #plan: InstancePlan
  readonly #behaviour: Behaviour
  readonly #container: Container
  #log: LogStream | undefined
  #hasServed = false
  #isStopped = false

  /** `onExit` hears of its end, with the exit code, as long as it has not served. */
  constructor(timeline: Timeline, plan: InstancePlan, onExit: (code: number) => void) {
    this.#timeline = timeline
    this.#plan = plan
    this.#behaviour = startable(behaviourFor(plan.behaviour, plan.command))
    this.#container = new Container(
      timeline,
      { name: plan.id },
      {
        runtimeId: plan.id,
        listener: {
          onContainerExit: ({ exitCode = 0 }) => this.#exited(() => onExit(exitCode)),
          onContainerHealth: () => undefined,
          onContainerMemory: (container) => {
            if (container.memoryMebibytes > plan.memoryMebibytes) container.killForMemory()
          },
        },
      },
    )
  }

  start(): void {
    if (this.#isStopped) return
    const { logs = [], stop } = this.#behaviour
    if (logs.length + (stop?.logs ?? []).length > 0) this.#log ??= this.#plan.openLog()
    this.#container.start(this.#behaviour, this.#log)
  }

  /** From now on requests go to it. */
  serve(): void {
    this.#hasServed = true
  }

  /** What it answers on a port; undefined while nothing listens there. */
  answer(path: string, port: number): ApplicationAnswer | undefined {
    return this.#container.answer(path, port)
  }

  stop(): void {
    this.#isStopped = true
    this.#container.stop(this.#plan.stopMs)
  }

  #exited(tell: () => void): void {
    if (this.#isStopped) return
    if (this.#hasServed) this.#timeline.after(this.#plan.restartMs, () => this.start())
    else tell()
  }
}

function startable(behaviour: Behaviour): Behaviour {
  if (behaviour.missingExecutable !== true) return behaviour
  return { startup: { healthyAfter: 'never' }, exit: { after: '0s', code: notFoundCode } }
}
