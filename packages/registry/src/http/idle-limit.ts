import { formatSeconds } from '@deploy-actions/action-kit'

/** The reason of an {@link IdleLimit} whose time is over. */
export class IdleError extends Error {
  override readonly name = 'IdleError'

  constructor(seconds: number) {
    super(`Nothing moved for ${formatSeconds(seconds)}.`)
  }
}

/** Ends a transfer that stands still, and with it all that is done under its signal. Call {@link end} when it is over. */
export class IdleLimit {
  /** Aborted with the run, when nothing moved for too long, and at the end. */
  readonly signal: AbortSignal
  readonly #controller = new AbortController()
  readonly #seconds: number
  #timer: NodeJS.Timeout

  constructor(seconds: number, run: AbortSignal) {
    this.#seconds = seconds
    this.#timer = this.#start()
    this.signal = AbortSignal.any([run, this.#controller.signal])
  }

  /** Something moved. */
  touch(): void {
    clearTimeout(this.#timer)
    this.#timer = this.#start()
  }

  end(): void {
    clearTimeout(this.#timer)
    this.#controller.abort(new Error('The transfer is over.'))
  }

  #start(): NodeJS.Timeout {
    const stop = (): void => this.#controller.abort(new IdleError(this.#seconds))
    return setTimeout(stop, this.#seconds * 1000)
  }
}
