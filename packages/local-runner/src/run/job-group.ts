import type { Job } from '../workflow/model.ts'
import type { MatrixLeg, Strategy } from './matrix.ts'
import type { JobResult, Result } from './results.ts'
import type { NeededJob } from './run-context.ts'

/**
 * All legs of one job: those that wait for a free place, those that run, and the results of those
 * that have ended.
 */
export class JobGroup {
  readonly job: Job
  readonly strategy: Strategy
  readonly needs: Readonly<Record<string, NeededJob>>
  readonly #ended: { readonly index: number; readonly result: JobResult }[] = []
  readonly #waiting: number[]
  readonly #stop = new AbortController()
  #running = 0

  constructor(job: Job, strategy: Strategy, needs: Readonly<Record<string, NeededJob>>) {
    this.job = job
    this.strategy = strategy
    this.needs = needs
    this.#waiting = [...strategy.legs.keys()]
  }

  /** Fires when a leg has failed and the strategy is to stop the others. */
  get stop(): AbortSignal {
    return this.#stop.signal
  }

  get isOver(): boolean {
    return this.#running === 0 && this.#waiting.length === 0
  }

  /** The results of all legs that have ended, in the order of the matrix. */
  get results(): readonly JobResult[] {
    return this.#ended.toSorted((a, b) => a.index - b.index).map(({ result }) => result)
  }

  /** Takes the legs that may start now, as far as `max-parallel` lets them. */
  takeReady(): readonly number[] {
    const ready = this.#waiting.splice(0, this.strategy.maxParallel - this.#running)
    this.#running += ready.length
    return ready
  }

  /** Notes the end of a leg; with fail-fast the legs that have not started are cancelled. */
  end(index: number, result: JobResult): void {
    this.#running -= 1
    this.#ended.push({ index, result })
    if (result.result !== 'failure' || !this.strategy.failFast) return
    this.#stop.abort()
    this.cancelWaiting()
  }

  /** Ends the legs that have not started. */
  cancelWaiting(): void {
    for (const index of this.#waiting.splice(0)) {
      const result = unstarted(this.job, this.strategy.legs[index], 'cancelled')
      this.#ended.push({ index, result })
    }
  }

  /** What other jobs see of this one; of equal outputs the last leg to end wins. */
  get summary(): NeededJob {
    const outputs: Record<string, string> = {}
    for (const { result } of this.#ended) Object.assign(outputs, result.outputs)
    return { result: this.#result(), outputs }
  }

  #result(): Result {
    const results = this.results.map(({ result }) => result)
    const worst = (['failure', 'cancelled', 'success'] as const).find((it) => results.includes(it))
    return worst ?? 'skipped'
  }
}

/** The result of a job that never started. */
export function unstarted(
  job: Job,
  leg: MatrixLeg | undefined,
  result: 'cancelled' | 'skipped',
): JobResult {
  return {
    id: job.id,
    name: legName(job.id, leg),
    ...(leg && { matrix: leg }),
    result,
    outputs: {},
    steps: [],
    durationSeconds: 0,
  }
}

/** The name that GitHub gives to a leg of a job without a `name`. */
export function legName(name: string, leg: MatrixLeg | undefined): string {
  const values = Object.values(leg ?? {}).filter((value) => typeof value !== 'object')
  return values.length === 0 ? name : `${name} (${values.join(', ')})`
}
