/** Who pulls, as a registry tells callers apart: the job, or the tasks behind their gateway. */
export type Puller = 'job' | 'tasks'

/** How many manifests one caller may ask for within a stretch of time. */
export class RateLimit {
  readonly requests: number
  readonly perMs: number
  readonly #taken = new Map<Puller, { readonly sinceMs: number; count: number }>()

  constructor(requests: number, perMs: number) {
    this.requests = requests
    this.perMs = perMs
  }

  /** Counts a request; returns for how many milliseconds it is refused, 0 if it is not. */
  take(puller: Puller, nowMs: number): number {
    const before = this.#taken.get(puller)
    const isOver = before === undefined || nowMs >= before.sinceMs + this.perMs
    const current = isOver ? { sinceMs: nowMs, count: 0 } : before
    this.#taken.set(puller, current)
    if (current.count >= this.requests) return current.sinceMs + this.perMs - nowMs
    current.count += 1
    return 0
  }
}
