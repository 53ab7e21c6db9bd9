import type { Timeline } from '../cloud/timeline.ts'
import { durationMs } from './durations.ts'
import type { Actor } from './world.ts'

/** Others at work in the account: each acts once, some time after the start or after a first call. */
export class Actors {
  readonly #timeline: Timeline
  readonly #perform: (actor: Actor) => void
  readonly #waiting: Set<Actor>

  /** `perform` carries an actor's operation out. */
  constructor(actors: readonly Actor[], timeline: Timeline, perform: (actor: Actor) => void) {
    this.#timeline = timeline
    this.#perform = perform
    this.#waiting = new Set(actors)
  }

  /** The world begins: those who wait for no call are on their way. */
  begin(): void {
    this.#send((actor) => actor.since === undefined)
  }

  /** A call has arrived: those who waited for its operation are on their way. */
  noteCall(operation: string): void {
    this.#send((actor) => actor.since?.operation === operation)
  }

  #send(isMeant: (actor: Actor) => boolean): void {
    for (const actor of this.#waiting) {
      if (!isMeant(actor)) continue
      this.#waiting.delete(actor)
      this.#timeline.after(durationMs(actor.after), () => this.#perform(actor))
    }
  }
}
