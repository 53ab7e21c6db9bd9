import type { Persistence } from '../http/persist.ts'
import type { ConnectionContext } from '../store/connection.ts'

/** Longer a registry may not ask to be left alone in the middle of a copy. */
const longestPauseMs = 5 * 60_000

/**
 * How long a transfer is tried again: about half a minute without progress, whatever time was spent on
 * transfers themselves.
 */
export function perseverance({ signal, log }: ConnectionContext): Persistence {
  return {
    maximumTries: 8,
    get deadline() {
      return Date.now() + longestPauseMs
    },
    signal,
    remember: ({ message }) => log.debug(`${message} Trying again.`),
  }
}
