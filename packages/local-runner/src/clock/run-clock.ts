/** A process that the clock waits for: time does not move while it works. */
export interface Participant {
  /** What the process is told, so that it lives in the run's time. */
  readonly environment: Readonly<Record<string, string>>
  /** Gives the place up; harmless when repeated. */
  leave(): Promise<void>
}

/** The time that a run lives in: real, or virtual as the simulator keeps it. */
export interface RunClock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Takes a place at the clock for a process that is about to start. */
  join(): Promise<Participant>
  /**
   * Waits; ends early, and never rejects, when the signal fires. Only for use while a participant
   * is there.
   */
  sleep(delayMs: number, signal: AbortSignal): Promise<void>
  /** Arguments with which Node starts a process that is to live in this time. */
  readonly nodeArguments: readonly string[]
}

/** Waits in real time; ends early, and never rejects, when the signal fires. */
export function realSleep(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const finish = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', finish)
      resolve()
    }
    const timer = setTimeout(finish, Math.min(delayMs, 2 ** 31 - 1))
    signal.addEventListener('abort', finish)
  })
}

/** Real time: for workflows that touch no AWS. */
export const realClock: RunClock = {
  now: () => Date.now(),
  join: () => Promise.resolve({ environment: {}, leave: () => Promise.resolve() }),
  sleep: realSleep,
  nodeArguments: [],
}
