/**
 * One signal for the whole run: it is aborted when GitHub cancels the job (SIGINT, and SIGTERM
 * 7.5 seconds later). Whoever waits, waits under it. `release` gives the signals back.
 */
export function cancellation(): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController()
  const cancel = (): void => controller.abort(new CancelledError())
  process.on('SIGINT', cancel)
  process.on('SIGTERM', cancel)
  return {
    signal: controller.signal,
    release() {
      process.off('SIGINT', cancel)
      process.off('SIGTERM', cancel)
    },
  }
}

/** The reason of the run's signal once the job is cancelled. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError'

  constructor() {
    super('The job was cancelled.')
  }
}

/** Waits, and ends at once with the signal's reason when that is aborted. */
export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(asError(signal.reason))
    const onAbort = (): void => {
      clearTimeout(timer)
      reject(asError(signal.reason))
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort)
      resolve()
    }, milliseconds)
    signal.addEventListener('abort', onAbort, { once: true })
  })
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason))
}

/**
 * Does what has to be done after a cancel under a signal of its own, which leaves it so many seconds: GitHub kills a step ten
 * seconds after the cancel.
 */
export async function underLastSignal<T>(
  seconds: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(new CancelledError()), seconds * 1000)
  try {
    return await work(controller.signal)
  } finally {
    clearTimeout(timer)
  }
}
