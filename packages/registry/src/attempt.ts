import { ActionError, CancelledError, formatSeconds, type Log } from '@deploy-actions/action-kit'
import { DeadlineError } from '@deploy-actions/aws'
import type { NotChecked } from './lookup.ts'
import { notCheckedByAws, NotCheckedError } from './not-checked.ts'

/** What a look is made for and under. */
export interface AttemptOptions {
  /** The signal of the run. */
  readonly run: AbortSignal
  readonly log: Log
  /** The registry that is asked, for messages. */
  readonly host: string
  readonly seconds: number
  /** How often a request is made that may fare better the next time; 5 without it. */
  readonly maximumTries?: number
}

/** One look at one image, which ends when its time is over. Call {@link end} when it is done. */
export class Attempt {
  /** Aborted with the run, and when the time is over. */
  readonly signal: AbortSignal
  /** Milliseconds since the epoch. */
  readonly deadline: number
  readonly log: Log
  readonly maximumTries: number
  readonly #options: AttemptOptions
  readonly #timer: NodeJS.Timeout
  #trouble: NotChecked | undefined

  constructor(options: AttemptOptions) {
    const limit = new AbortController()
    const delayMs = options.seconds * 1000
    this.#options = options
    this.#timer = setTimeout(() => limit.abort(new DeadlineError()), delayMs)
    this.signal = AbortSignal.any([options.run, limit.signal])
    this.deadline = Date.now() + delayMs
    this.log = options.log
    this.maximumTries = options.maximumTries ?? 5
  }

  /** Waits for work, and no longer than the attempt: the SDK sleeps on when its signal is aborted. */
  limit<T>(work: Promise<T>): Promise<T> {
    const { signal } = this
    return new Promise((resolve, reject) => {
      const onAbort = (): void => reject(reasonOf(signal))
      if (signal.aborted) onAbort()
      signal.addEventListener('abort', onAbort, { once: true })
      const done = (): void => signal.removeEventListener('abort', onAbort)
      work.then(resolve, reject).finally(done)
    })
  }

  /** Keeps what stands in the way for now: it is told when the time is over. */
  remember(trouble: NotChecked): void {
    this.#trouble = trouble
    this.log.debug(`${trouble.message} Asking again.`)
  }

  /**
   * What a failure says about the image. Throws the reason of the run's signal when that is aborted,
   * and the error itself when it is none of a registry's.
   */
  explain(error: unknown): NotChecked {
    this.#options.run.throwIfAborted()
    if (error instanceof NotCheckedError) return error.notChecked
    if (error instanceof ActionError) return notCheckedByAws(error)
    // The run goes on, so it was this attempt's own limit that cancelled.
    const isOver = error instanceof DeadlineError || error instanceof CancelledError
    if (isOver) return this.#trouble ?? silence(this.#options)
    throw error
  }

  end(): void {
    clearTimeout(this.#timer)
  }
}

/** A run is cancelled with an error, and an attempt ends with one. */
function reasonOf({ reason }: AbortSignal): Error {
  return reason instanceof Error ? reason : new Error(String(reason))
}

function silence({ host, seconds }: AttemptOptions): NotChecked {
  return {
    kind: 'not-checked',
    reason: 'unreachable',
    message: `${host} gave no answer within ${formatSeconds(seconds)}.`,
    remedy: `Check that this runner has a way to ${host}, and run the step again.`,
  }
}
