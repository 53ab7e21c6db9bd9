import { sleep, type Log } from '@deploy-actions/action-kit'
import type { Attempt } from '../attempt.ts'
import type { Check } from '../check.ts'
import { openProbe, type Probe, type ProbeResources } from '../probe.ts'
import { changeLine, stillLine } from './progress.ts'
import type { Schedule } from './schedule.ts'
import { endsAt, isHealthy, nextDelayMs, recorded, unchecked, type WatchState } from './state.ts'
import { concluded, type ChecksResult } from './result.ts'

/** Under what conditions checks are run. */
export interface RunOptions extends ProbeResources {
  readonly schedule: Schedule
  /** The run's own: aborted when the job is cancelled. */
  readonly signal: AbortSignal
  readonly log: Log
}

/**
 * Runs all checks in parallel until they are proven healthy or the time is over, exactly at the
 * deadline: a request under way is cut. Throws the signal's reason when the job is cancelled, and an
 * ActionError at once where AWS refuses to be asked or does not know what is to be checked.
 */
export async function runChecks(
  checks: readonly [Check, ...Check[]],
  options: RunOptions,
): Promise<ChecksResult> {
  const probes = await Promise.all(checks.map((check) => openProbe(check, options)))
  return new Run(checks, probes, options).result()
}

/** The reason that ends what is under way when there is a verdict. */
const verdictReached = new Error('There is a verdict.')

/** A line at least this often. */
const signOfLifeMs = 30_000

class Run {
  readonly #options: RunOptions
  /** One for each check, in their order. */
  readonly #probes: readonly Probe[]
  readonly #startedAt = Date.now()
  readonly #deadline: number
  readonly #over = new AbortController()
  readonly #stop: AbortSignal
  readonly #attemptStarts: (number | undefined)[]
  #state: WatchState
  #printedAt = this.#startedAt
  #timer: NodeJS.Timeout | undefined

  constructor(checks: readonly Check[], probes: readonly Probe[], options: RunOptions) {
    this.#options = options
    this.#probes = probes
    this.#deadline = this.#startedAt + options.schedule.timeoutMs
    this.#stop = AbortSignal.any([options.signal, this.#over.signal])
    this.#state = unchecked(checks)
    this.#attemptStarts = checks.map(() => undefined)
  }

  async result(): Promise<ChecksResult> {
    this.#armTimer()
    try {
      const ends = await Promise.allSettled(
        this.#probes.map((probe, index) => this.#follow(probe, index)),
      )
      this.#options.signal.throwIfAborted()
      for (const end of ends) if (end.status === 'rejected') throw end.reason
    } finally {
      clearTimeout(this.#timer)
    }
    return concluded(this.#state, this.#options.schedule, {
      startedAt: this.#startedAt,
      endedAt: Date.now(),
      cutAfterMs: this.#attemptStarts.map((start) =>
        start === undefined ? undefined : Date.now() - start,
      ),
    })
  }

  /** Attempts of one check, one after the other, until there is a verdict on all. */
  async #follow(probe: Probe, index: number): Promise<void> {
    try {
      while (!this.#stop.aborted) await this.#once(probe, index)
    } catch (error) {
      if (error === verdictReached) return
      // The others end as well: nothing may go on unobserved.
      this.#over.abort(verdictReached)
      throw error
    }
  }

  async #once(probe: Probe, index: number): Promise<void> {
    const { schedule } = this.#options
    this.#attemptStarts[index] = Date.now()
    const limits = { timeoutMs: schedule.requestTimeoutMs, signal: this.#stop }
    const ended = { index, attempt: await probe.attempt(limits), at: Date.now() }
    this.#attemptStarts[index] = undefined
    this.#record(ended)
    await sleep(nextDelayMs(this.#state, ended, schedule), this.#stop)
  }

  #record(ended: { index: number; attempt: Attempt; at: number }): void {
    const before = this.#state
    this.#state = recorded(before, ended, this.#options.schedule)
    this.#print(before, ended)
    if (isHealthy(this.#state, this.#options.schedule)) this.#over.abort(verdictReached)
    else this.#armTimer()
  }

  #armTimer(): void {
    clearTimeout(this.#timer)
    const end = endsAt(this.#state, this.#deadline, this.#options.schedule)
    this.#timer = setTimeout(() => this.#over.abort(verdictReached), Math.max(0, end - Date.now()))
  }

  #print(before: WatchState, { index, at }: { index: number; at: number }): void {
    const [was, is] = [before.checks[index], this.#state.checks[index]]
    const change = was && is ? changeLine(was, is) : undefined
    if (change === undefined && at - this.#printedAt < signOfLifeMs) return
    this.#options.log.info(change ?? stillLine(this.#state, at - this.#startedAt))
    this.#printedAt = at
  }
}
