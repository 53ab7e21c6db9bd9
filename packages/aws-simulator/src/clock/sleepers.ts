/** Something that asked to be woken at a moment of virtual time. */
export interface Sleeper {
  atMs: number
  /** Whether it keeps its process alive, as a Node timer does until `unref()`. */
  isRef: boolean
  readonly wake: () => void
}

/** Those who sleep, the next to be woken first; equal moments keep the order of arrival. */
export class Sleepers {
  readonly #sorted: Sleeper[] = []

  add(sleeper: Sleeper): void {
    const index = this.#sorted.findIndex((other) => other.atMs > sleeper.atMs)
    this.#sorted.splice(index === -1 ? this.#sorted.length : index, 0, sleeper)
  }

  /** Returns whether it was still asleep. */
  remove(sleeper: Sleeper): boolean {
    const index = this.#sorted.indexOf(sleeper)
    if (index === -1) return false
    this.#sorted.splice(index, 1)
    return true
  }

  next(): Sleeper | undefined {
    return this.#sorted[0]
  }

  /** Takes out the next one if its moment has come. */
  takeDue(nowMs: number): Sleeper | undefined {
    const next = this.#sorted[0]
    return next !== undefined && next.atMs <= nowMs ? this.#sorted.shift() : undefined
  }

  hasRef(): boolean {
    return this.#sorted.some((sleeper) => sleeper.isRef)
  }
}
