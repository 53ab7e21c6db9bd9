/** The two signals of a run that a person can interrupt. */
export interface Interruption {
  readonly cancel: AbortSignal
  readonly kill: AbortSignal
  /** Stops listening. */
  dispose(): void
}

/** Turns the first Ctrl-C (or SIGTERM) into a cancel and the second into an end at once. */
export function listenForInterrupts(say: (text: string) => void): Interruption {
  const cancel = new AbortController()
  const kill = new AbortController()
  const interrupt = (): void => {
    if (cancel.signal.aborted) return kill.abort()
    say(
      'Cancelling as GitHub would: steps have 10 s to end. Press Ctrl-C again to end them at once.',
    )
    cancel.abort()
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  return {
    cancel: cancel.signal,
    kill: kill.signal,
    dispose: () => {
      process.off('SIGINT', interrupt)
      process.off('SIGTERM', interrupt)
    },
  }
}
