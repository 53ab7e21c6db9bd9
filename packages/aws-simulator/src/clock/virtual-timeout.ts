import type { Sleeper } from './sleepers.ts'
import type { VirtualClock } from './virtual-clock.ts'

/** What `setTimeout` takes besides its callback's arguments. */
export interface TimerRequest {
  readonly callback: (...args: unknown[]) => void
  readonly args: readonly unknown[]
  readonly delayMs: unknown
  readonly isRepeated: boolean
}

const longestDelayMs = 2 ** 31 - 1
let lastId = 0

/**
 * A timer of virtual time with the face of Node's `Timeout`. As in Node, a delay that is no number
 * between 1 and 2^31-1 counts as the shortest; but here the shortest takes no time at all, so that
 * "as soon as possible" needs no move of the clock.
 */
export class VirtualTimeout {
  readonly id = ++lastId
  readonly #clock: VirtualClock
  readonly #request: TimerRequest
  readonly #delayMs: number
  readonly #sleeper: Sleeper
  #isActive = false

  constructor(clock: VirtualClock, request: TimerRequest) {
    this.#clock = clock
    this.#request = request
    const delayMs = Number(request.delayMs)
    this.#delayMs = delayMs >= 1 && delayMs <= longestDelayMs ? Math.trunc(delayMs) : 0
    this.#sleeper = { atMs: 0, isRef: true, wake: () => this.#fire() }
    this.#start()
  }

  ref(): this {
    return this.#setRef(true)
  }

  unref(): this {
    return this.#setRef(false)
  }

  hasRef(): boolean {
    return this.#sleeper.isRef
  }

  /** Starts its delay anew, also when it has fired already. */
  refresh(): this {
    this.#clock.remove(this.#sleeper)
    this.#start()
    return this
  }

  close(): this {
    this.#isActive = false
    this.#clock.remove(this.#sleeper)
    return this
  }

  get isActive(): boolean {
    return this.#isActive
  }

  [Symbol.toPrimitive](): number {
    return this.id
  }

  [Symbol.dispose](): void {
    this.close()
  }

  #start(): void {
    const shortestMs = this.#request.isRepeated ? 1 : 0
    this.#isActive = true
    this.#sleeper.atMs = this.#clock.now() + Math.max(shortestMs, this.#delayMs)
    this.#clock.add(this.#sleeper)
  }

  #setRef(isRef: boolean): this {
    this.#sleeper.isRef = isRef
    this.#clock.refChanged()
    return this
  }

  #fire(): void {
    if (this.#request.isRepeated) this.#start()
    else this.#isActive = false
    this.#request.callback(...this.#request.args)
  }
}
