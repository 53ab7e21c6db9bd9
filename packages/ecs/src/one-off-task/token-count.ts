import { settlingMs } from './anchor.ts'
import { startWithinMs } from './start.ts'

/** A start that is under way is done, and its task named to all, so long after it was begun. */
const namedWithinMs = startWithinMs + settlingMs

/** While a token names no task, it is tried again after so long. */
const pausesMs = { shortest: 2_000, longest: 10_000 }

/**
 * Which token comes next behind an anchor: one that is used up, and has started no task, gives way to the next. An answer that
 * names no task may come from a start that is still under way, so it takes time until that is known; a start of one's own that
 * ECS has answered tells it at once.
 */
export class TokenCount {
  #anchor = ''
  #tokens = 0
  /** When the token was first found to be used, and to name no task. */
  #emptySince: number | undefined
  #isOwnRefusal = false

  /** The number of the token to use behind an anchor. */
  behind(anchor: string): number {
    if (anchor !== this.#anchor) {
      this.#anchor = anchor
      this.#use(0)
    }
    return this.#tokens
  }

  /** ECS has answered a start by this token that it has started no task. */
  noteOwnRefusal(): void {
    // Whether that uses the token up is not documented: the same one is tried first, and only then the next.
    this.#isOwnRefusal = true
  }

  /** The token is used, and names no task; says when to try again, in milliseconds since the epoch. */
  noteEmpty(now: number): number {
    this.#emptySince ??= now
    const spentAt = this.#isOwnRefusal ? now : this.#emptySince + namedWithinMs
    if (now >= spentAt) {
      this.#use(this.#tokens + 1)
      return now
    }
    const { shortest, longest } = pausesMs
    const pauseMs = Math.min(Math.max(now - this.#emptySince, shortest), longest)
    return Math.min(now + pauseMs, spentAt)
  }

  #use(tokens: number): void {
    this.#tokens = tokens
    this.#emptySince = undefined
    this.#isOwnRefusal = false
  }
}
