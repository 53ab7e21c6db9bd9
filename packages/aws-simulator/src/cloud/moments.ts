import type { Happening, Timeline } from './timeline.ts'

/** What a moment of a world file counts from: the first call of an operation. */
export interface Since {
  readonly operation: string
}

/** The moments that a world file counts from: its beginning, and the first call of each operation. */
export class Moments {
  readonly #timeline: Timeline
  readonly #waiting: { readonly since: Since | undefined; readonly run: () => void }[] = []
  readonly #firstCallsMs = new Map<string, number>()
  #beganMs: number | undefined

  constructor(timeline: Timeline) {
    this.#timeline = timeline
  }

  /** The world begins. */
  begin(): void {
    this.#beganMs ??= this.#timeline.nowMs()
    this.#release((since) => since === undefined)
  }

  /** A call has arrived; only the first one of each operation, after the beginning, is a moment. */
  noteCall(operation: string): void {
    if (this.#firstCallsMs.has(operation)) return
    this.#firstCallsMs.set(operation, this.#timeline.nowMs())
    this.#release((since) => since?.operation === operation)
  }

  /** Milliseconds since the moment; undefined while it is still to come. */
  elapsedMs(since?: Since): number | undefined {
    const atMs = since === undefined ? this.#beganMs : this.#firstCallsMs.get(since.operation)
    return atMs === undefined ? undefined : this.#timeline.nowMs() - atMs
  }

  /** Lets something happen `delayMs` after the moment, whenever that comes. */
  after(since: Since | undefined, delayMs: number, run: () => void): void {
    const plan = (): Happening => this.#timeline.after(delayMs, run)
    if (this.elapsedMs(since) === undefined) this.#waiting.push({ since, run: plan })
    else plan()
  }

  #release(isMeant: (since: Since | undefined) => boolean): void {
    const due = this.#waiting.filter(({ since }) => isMeant(since))
    for (const waiting of due) {
      this.#waiting.splice(this.#waiting.indexOf(waiting), 1)
      waiting.run()
    }
  }
}
