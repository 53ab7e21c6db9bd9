import type { Participant, RunClock } from './run-clock.ts'

/**
 * A job's place at the clock. It is held from the start of the job to its end, so that parallel
 * jobs cannot run away from each other between two steps; a node step takes it over, and a bash
 * step, which lives in real time, gives it up.
 */
export class Seat {
  readonly #clock: RunClock
  #participant: Participant | undefined

  private constructor(clock: RunClock, participant: Participant) {
    this.#clock = clock
    this.#participant = participant
  }

  static async take(clock: RunClock): Promise<Seat> {
    return new Seat(clock, await clock.join())
  }

  /** Runs a process in the run's time; the next place is taken before this one is given up. */
  async lend<T>(work: (participant: Participant) => Promise<T>): Promise<T> {
    const lent = this.#participant ?? (await this.#clock.join())
    this.#participant = undefined
    try {
      return await work(lent)
    } finally {
      this.#participant = await this.#clock.join()
      await lent.leave()
    }
  }

  /** Runs a process in real time, for which nobody waits. */
  async vacate<T>(work: () => Promise<T>): Promise<T> {
    await this.leave()
    try {
      return await work()
    } finally {
      this.#participant = await this.#clock.join()
    }
  }

  async leave(): Promise<void> {
    const participant = this.#participant
    this.#participant = undefined
    await participant?.leave()
  }
}
