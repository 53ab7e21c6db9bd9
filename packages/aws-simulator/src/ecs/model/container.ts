import type { ContainerDefinition, HealthStatus } from '@aws-sdk/client-ecs'
import type { Image } from '../../cloud/image-catalog.ts'
import type { LogStream } from '../../cloud/log-store.ts'
import type { Happening, Timeline } from '../../cloud/timeline.ts'
import { durationMs } from '../../world/durations.ts'
import type { Behaviour, Exit } from '../../world/world.ts'
import { behaviourFor, httpAnswer, isHealthy, type ApplicationAnswer } from './running-image.ts'

/** What a task needs to hear of its containers. */
export interface ContainerListener {
  onContainerExit(container: Container): void
  onContainerHealth(container: Container): void
}

const sigkill = 137
const sigterm = 143
const signalNumbers: Readonly<Record<string, number>> = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGABRT: 6,
  SIGKILL: 9,
  SIGSEGV: 11,
  SIGTERM: 15,
}

/** One container of a task: it does what its image's behaviour says, from its start to its end. */
export class Container {
  readonly definition: ContainerDefinition
  readonly runtimeId: string
  lastStatus: 'PENDING' | 'RUNNING' | 'STOPPED' = 'PENDING'
  healthStatus: HealthStatus | undefined
  exitCode: number | undefined
  reason: string | undefined
  imageDigest: string | undefined
  readonly #timeline: Timeline
  readonly #listener: ContainerListener
  readonly #plans = new Set<Happening>()
  #behaviour: Behaviour = {}
  #startedMs = 0
  #failedChecks = 0

  constructor(
    timeline: Timeline,
    definition: ContainerDefinition,
    { runtimeId, listener }: { runtimeId: string; listener: ContainerListener },
  ) {
    this.#timeline = timeline
    this.#listener = listener
    this.definition = definition
    this.runtimeId = runtimeId
    if (definition.healthCheck !== undefined) this.healthStatus = 'UNKNOWN'
  }

  get name(): string {
    return this.definition.name ?? ''
  }

  get isEssential(): boolean {
    return this.definition.essential !== false
  }

  /** Whether its own health check, if it has one, has passed. */
  get isHealthyOrUnchecked(): boolean {
    return this.healthStatus === undefined || this.healthStatus === 'HEALTHY'
  }

  start(image: Image, command: readonly string[], log: LogStream | undefined): void {
    this.#behaviour = behaviourFor(image.behaviour, command)
    this.#startedMs = this.#timeline.nowMs()
    this.lastStatus = 'RUNNING'
    for (const { after = '0s', line } of this.#behaviour.logs ?? []) {
      this.#plan(durationMs(after), () => this.#print(log, line))
    }
    const { exit } = this.#behaviour
    if (exit !== undefined) this.#plan(durationMs(exit.after), () => this.#exitByItself(exit))
    if (this.healthStatus !== undefined) this.#planHealthCheck()
  }

  /** What it answers on its port, or undefined when nothing listens there. */
  answer(path: string): ApplicationAnswer | undefined {
    if (this.lastStatus !== 'RUNNING') return undefined
    return httpAnswer(this.#behaviour, path, this.#sinceStartMs())
  }

  /** Ends it from outside; one that had not begun has no exit code. */
  terminate(): void {
    if (this.lastStatus === 'RUNNING') this.exitCode = sigterm
    this.#end()
  }

  /** It will never start. */
  giveUp(reason?: string): void {
    this.reason = reason
    this.#end()
  }

  #print(log: LogStream | undefined, message: string): void {
    log?.events.push({ timestampMs: this.#timeline.nowMs(), message })
  }

  #exitByItself(exit: Exit): void {
    const signal = exit.signal === undefined ? undefined : signalNumbers[exit.signal]
    if (exit.outOfMemory === true) {
      this.exitCode = sigkill
      this.reason = 'OutOfMemoryError: Container killed due to memory usage'
    } else this.exitCode = signal === undefined ? (exit.code ?? 0) : 128 + signal
    this.#end()
    this.#listener.onContainerExit(this)
  }

  #end(): void {
    for (const plan of this.#plans) this.#timeline.cancel(plan)
    this.#plans.clear()
    this.lastStatus = 'STOPPED'
  }

  /** As Docker does: the first check comes one interval after the start. */
  #planHealthCheck(): void {
    const intervalMs = (this.definition.healthCheck?.interval ?? 30) * 1000
    this.#plan(intervalMs, () => {
      this.#planHealthCheck()
      this.#checkHealth()
    })
  }

  #checkHealth(): void {
    const { retries = 3, startPeriod = 0 } = this.definition.healthCheck ?? {}
    const isPassed = isHealthy(this.#behaviour, this.#sinceStartMs())
    const isInStartPeriod = this.#sinceStartMs() <= startPeriod * 1000
    if (isPassed) this.#failedChecks = 0
    else if (!isInStartPeriod) this.#failedChecks += 1
    const before = this.healthStatus
    if (isPassed) this.healthStatus = 'HEALTHY'
    else if (this.#failedChecks >= retries) this.healthStatus = 'UNHEALTHY'
    if (this.healthStatus !== before) this.#listener.onContainerHealth(this)
  }

  #sinceStartMs(): number {
    return this.#timeline.nowMs() - this.#startedMs
  }

  #plan(delayMs: number, run: () => void): void {
    const plan = this.#timeline.after(delayMs, () => {
      this.#plans.delete(plan)
      run()
    })
    this.#plans.add(plan)
  }
}
