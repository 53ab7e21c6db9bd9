import { sleep } from '@deploy-actions/action-kit'

/** How often to look, and how long. */
export interface PollOptions {
  readonly signal: AbortSignal
  /** Milliseconds since the epoch; no look begins after it. */
  readonly deadline: number
  /** Milliseconds until the next look, given how many there were and how long it has been. */
  readonly delayMs: (looks: number, elapsedMs: number) => number
}

/** Thrown when the deadline passes before a look brings an answer. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError'

  constructor() {
    super('The time given is over.')
  }
}

/**
 * Looks again and again until a look gives something else than undefined, and returns that. Throws
 * DeadlineError after the deadline, and the signal's reason when the run is cancelled.
 */
export async function poll<T>(
  look: () => Promise<T | undefined>,
  { signal, deadline, delayMs }: PollOptions,
): Promise<T> {
  const start = Date.now()
  for (let looks = 1; ; looks++) {
    const found = await look()
    if (found !== undefined) return found
    const now = Date.now()
    if (now >= deadline) throw new DeadlineError()
    await sleep(Math.min(delayMs(looks, now - start), deadline - now), signal)
  }
}

/**
 * Does work under a signal that is aborted at the deadline as well as with the run. Throws
 * DeadlineError when the deadline cut the work off, so that no answer that never comes can hold it.
 */
export async function untilDeadline<T>(
  signal: AbortSignal,
  deadline: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = new AbortController()
  const cutOff = (): void => limit.abort(new DeadlineError())
  // A moment later than the deadline: what is at work by then is cut off, what sleeps ends by itself.
  const timer = setTimeout(cutOff, Math.min(deadline - Date.now() + 1_000, longestTimerMs))
  try {
    return await work(AbortSignal.any([signal, limit.signal]))
  } catch (error) {
    if (limit.signal.aborted && !signal.aborted) throw new DeadlineError()
    throw error
  } finally {
    clearTimeout(timer)
  }
}

/** Node's timers go off at once when they are to take longer. */
const longestTimerMs = 2 ** 31 - 1
