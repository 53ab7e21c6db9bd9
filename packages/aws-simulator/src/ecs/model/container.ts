import type { ContainerDefinition, HealthStatus } from '@aws-sdk/client-ecs'
import type { LogStream } from '../../cloud/log-store.ts'
import type { Happening, Timeline } from '../../cloud/timeline.ts'
import { durationMs } from '../../world/durations.ts'
import type { Behaviour, Exit, LogLine } from '../../world/world.ts'
import { httpAnswer, isHealthy, type ApplicationAnswer } from './running-image.ts'

/** What a task needs to hear of its containers. */
export interface ContainerListener {
  onContainerExit(container: Container): void
  onContainerHealth(container: Container): void
  onContainerMemory(container: Container): void
}

const sigkill = 137
const sigterm = 143
const defaultStopTimeoutSeconds = 30
/** How long a container must have run before its restart policy restarts it, unless that says otherwise. */
const defaultRestartPeriodSeconds = 300
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
  hasStarted = false
  /** What it holds, in MiB. */
  memoryMebibytes = 0
  readonly #timeline: Timeline
  readonly #listener: ContainerListener
  readonly #plans = new Set<Happening>()
  #behaviour: Behaviour = {}
  #log: LogStream | undefined
  #startedMs = 0
  #failedChecks = 0
  #isStopping = false

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

  /** The port on which its process listens by itself, if it says so. */
  get ownPort(): number | undefined {
    return this.lastStatus === 'RUNNING' ? this.#behaviour.port : undefined
  }

  start(behaviour: Behaviour, log: LogStream | undefined): void {
    this.#behaviour = behaviour
    this.#log = log
    this.hasStarted = true
    this.#run()
  }

  /** What it answers on a port, or undefined when nothing listens there; without a port it is asked where it listens. */
  answer(path: string, port?: number): ApplicationAnswer | undefined {
    if (this.lastStatus !== 'RUNNING') return undefined
    const { port: own } = this.#behaviour
    if (own !== undefined && port !== undefined && own !== port) return undefined
    return httpAnswer(this.#behaviour, path, this.#sinceStartMs())
  }

  /**
   * Tells it to end: it takes as long as its image does, and is killed when its stop timeout is over.
   * One that has not begun never will, and has no exit code.
   */
  stop(usuallyMs: number): void {
    if (this.lastStatus === 'PENDING') return this.giveUp()
    if (this.lastStatus === 'STOPPED' || this.#isStopping) return
    this.#isStopping = true
    const { after, code = sigterm, logs = [] } = this.#behaviour.stop ?? {}
    const neededMs = after === undefined ? usuallyMs : durationMs(after)
    const timeoutMs = (this.definition.stopTimeout ?? defaultStopTimeoutSeconds) * 1000
    for (const line of logs) this.#planLines(line)
    this.#plan(Math.min(neededMs, timeoutMs), () => {
      this.#exit(neededMs > timeoutMs ? sigkill : code)
    })
  }

  /** It will never start. */
  giveUp(reason?: string): void {
    this.reason = reason
    this.#end()
  }

  /** The kernel ends it for the memory that it holds. */
  killForMemory(): void {
    this.reason = 'OutOfMemoryError: Container killed due to memory usage'
    this.#exit(sigkill)
  }

  #run(): void {
    this.#startedMs = this.#timeline.nowMs()
    this.#failedChecks = 0
    this.lastStatus = 'RUNNING'
    this.exitCode = undefined
    if (this.healthStatus !== undefined) this.healthStatus = 'UNKNOWN'
    const { logs = [], exit, memory = [] } = this.#behaviour
    for (const line of logs) this.#planLines(line)
    for (const { after = '0s', mebibytes } of memory) {
      this.#plan(durationMs(after), () => {
        this.memoryMebibytes = mebibytes
        this.#listener.onContainerMemory(this)
      })
    }
    if (exit !== undefined) this.#plan(durationMs(exit.after), () => this.#exitByItself(exit))
    if (this.healthStatus !== undefined) this.#planHealthCheck()
  }

  #planLines({ after = '0s', line, repeat = { times: 1 }, arrival }: LogLine): void {
    const everyMs = durationMs(repeat.every ?? '1ms')
    const arrivalMs = arrival === undefined ? undefined : durationMs(arrival)
    const print = (n: number) => {
      this.#log?.print(line.replaceAll('{n}', String(n)), this.#timeline.nowMs(), arrivalMs)
      if (n < repeat.times) this.#plan(everyMs, () => print(n + 1))
    }
    if (repeat.times > 0) this.#plan(durationMs(after), () => print(1))
  }

  #exitByItself(exit: Exit): void {
    if (exit.outOfMemory === true) return this.killForMemory()
    const signal = exit.signal === undefined ? undefined : signalNumbers[exit.signal]
    const code = signal === undefined ? (exit.code ?? 0) : 128 + signal
    if (this.#isToRestart(code)) {
      this.#cancelPlans()
      this.#run()
    } else this.#exit(code)
  }

  /** A restart policy restarts what has run long enough, whatever it ended with that is not to be ignored. */
  #isToRestart(code: number): boolean {
    const {
      enabled = false,
      ignoredExitCodes = [],
      restartAttemptPeriod,
    } = this.definition.restartPolicy ?? {}
    if (!enabled || this.#isStopping || ignoredExitCodes.includes(code)) return false
    return this.#sinceStartMs() >= (restartAttemptPeriod ?? defaultRestartPeriodSeconds) * 1000
  }

  #exit(code: number): void {
    this.exitCode = code
    this.#end()
    this.#listener.onContainerExit(this)
  }

  #end(): void {
    this.#cancelPlans()
    this.memoryMebibytes = 0
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

  #cancelPlans(): void {
    for (const plan of this.#plans) this.#timeline.cancel(plan)
    this.#plans.clear()
  }
}
