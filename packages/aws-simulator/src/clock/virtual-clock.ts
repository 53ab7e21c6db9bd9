import { hasPendingWork } from './pending-work.ts'
import { realSetTimeout } from './real-time.ts'
import { Sleepers, type Sleeper } from './sleepers.ts'

/** How a process tells the authority over time that it sleeps, or that it no longer does. */
export interface ClockLink {
  /** Says: nothing happens here before `untilMs`, unless the authority wakes us. */
  wait(untilMs: number): void
  /** Takes the last `wait` back. */
  withdraw(): void
  /** Whether sleepers are to keep the process alive. */
  keepAlive(isNeeded: boolean): void
}

/** A moment that never comes: who sleeps until then is woken by something else. */
export const farFutureMs = Number.MAX_SAFE_INTEGER

/** So many turns of the event loop without anything new make a quiet moment. */
const quietTurns = 3
const longestLookAgainMs = 10

/**
 * Virtual time of one process: it moves only when everybody here sleeps and nobody awaits an answer,
 * and only as far as the authority grants. Sleepers are woken one at a time, in order.
 */
export class VirtualClock {
  readonly #sleepers = new Sleepers()
  readonly #link: ClockLink
  #nowMs: number
  #holds = 0
  #isWaiting = false
  #isLooking = false
  #activity = 0
  #isStopped = false

  constructor(link: ClockLink, startMs: number) {
    this.#link = link
    this.#nowMs = startMs
  }

  /** Milliseconds since 1970 in virtual time. */
  now(): number {
    return this.#nowMs
  }

  /** Time stands still until the returned function is called; calling it again does nothing. */
  hold(): () => void {
    this.#holds += 1
    this.#noteActivity()
    let isHeld = true
    return () => {
      if (!isHeld) return
      isHeld = false
      this.#holds -= 1
      this.#noteActivity()
    }
  }

  add(sleeper: Sleeper): void {
    this.#sleepers.add(sleeper)
    this.#noteActivity()
  }

  remove(sleeper: Sleeper): void {
    if (this.#sleepers.remove(sleeper)) this.#noteActivity()
  }

  /** To be called when a sleeper's `isRef` has changed. */
  refChanged(): void {
    this.#noteActivity()
  }

  /** The authority has moved time to `nowMs`, or asks everybody to look whether they still sleep. */
  wake(nowMs: number): void {
    this.#nowMs = Math.max(this.#nowMs, nowMs)
    this.#isWaiting = false
    this.#noteActivity()
  }

  /** Nothing is woken any more. */
  stop(): void {
    this.#isStopped = true
    this.#link.keepAlive(false)
  }

  #noteActivity(): void {
    if (this.#isStopped) return
    this.#activity += 1
    if (this.#isWaiting) {
      this.#isWaiting = false
      this.#link.withdraw()
    }
    this.#link.keepAlive(this.#sleepers.hasRef())
    if (!this.#isLooking) {
      this.#isLooking = true
      this.#look(quietTurns)
    }
  }

  /** Looks on every turn of the event loop until something is due or all is quiet. */
  #look(turnsLeft: number): void {
    const seen = this.#activity
    setImmediate(() => {
      if (this.#isStopped) return
      if (this.#activity !== seen) this.#look(quietTurns)
      else if (turnsLeft > 1) this.#look(turnsLeft - 1)
      else this.#quiet(1)
    })
  }

  #quiet(lookAgainMs: number): void {
    const due = this.#sleepers.takeDue(this.#nowMs)
    this.#link.keepAlive(this.#sleepers.hasRef())
    if (due !== undefined) {
      this.#look(quietTurns)
      due.wake()
    } else if (this.#holds > 0 || !this.#sleepers.hasRef()) {
      this.#isLooking = false
    } else if (hasPendingWork()) {
      this.#lookAgain(lookAgainMs)
    } else {
      this.#isLooking = false
      this.#waitForNext()
    }
  }

  #lookAgain(afterMs: number): void {
    const seen = this.#activity
    realSetTimeout(() => {
      if (this.#isStopped) return
      if (this.#activity === seen && hasPendingWork()) {
        this.#lookAgain(Math.min(afterMs * 2, longestLookAgainMs))
      } else this.#look(quietTurns)
    }, afterMs)
  }

  #waitForNext(): void {
    const next = this.#sleepers.next()
    if (next === undefined) return
    this.#isWaiting = true
    this.#link.wait(next.atMs)
  }
}
