/** Something that will happen in the world, unless it is cancelled before. */
export interface Happening {
  readonly atMs: number
  readonly run: () => void
}

/**
 * What will happen, in order of time; equal moments keep the order in which they were planned. It
 * never waits: `runUntil` lets happen what has become due, each at its own exact moment.
 */
export class Timeline {
  readonly #queue: Happening[] = []
  #nowMs: number

  constructor(startMs: number) {
    this.#nowMs = startMs
  }

  /** The moment of what happens now. */
  now(): Date {
    return new Date(this.#nowMs)
  }

  nowMs(): number {
    return this.#nowMs
  }

  /** Plans something `delayMs` after now. */
  after(delayMs: number, run: () => void): Happening {
    const happening = { atMs: this.#nowMs + Math.max(0, Math.round(delayMs)), run }
    const index = this.#queue.findIndex((other) => other.atMs > happening.atMs)
    this.#queue.splice(index === -1 ? this.#queue.length : index, 0, happening)
    return happening
  }

  cancel(happening: Happening): void {
    const index = this.#queue.indexOf(happening)
    if (index !== -1) this.#queue.splice(index, 1)
  }

  /** Lets everything happen that is due until `untilMs`; the past is left alone. */
  runUntil(untilMs: number): void {
    for (;;) {
      const next = this.#queue[0]
      if (next === undefined || next.atMs > untilMs) break
      this.#queue.shift()
      this.#nowMs = next.atMs
      next.run()
    }
    this.#nowMs = Math.max(this.#nowMs, untilMs)
  }
}
