import type { ClockAuthority } from './authority.ts'
import { holdForOutgoingRequests } from './outgoing-requests.ts'
import { VirtualClock } from './virtual-clock.ts'
import { replaceGlobals } from './virtual-globals.ts'

/** Puts this process under `clock`: global timers, `Date`, `performance.now`, outgoing requests. */
export function putProcessUnder(clock: VirtualClock): () => void {
  const restoreGlobals = replaceGlobals(clock)
  const endHolds = holdForOutgoingRequests(clock)
  return () => {
    endHolds()
    restoreGlobals()
    clock.stop()
  }
}

/**
 * Puts the process of the simulator itself under its virtual time, for tests whose subject runs in the
 * same process; returns what ends it. From then on time moves only when this process sleeps too: it
 * must not wait for a child process that takes part in virtual time itself.
 */
export function installVirtualTime(authority: ClockAuthority): () => void {
  const participant = authority.join()
  const clock = new VirtualClock(
    {
      wait: (untilMs) => authority.wait(participant, untilMs, participant.turn),
      withdraw: () => authority.withdraw(participant),
      // The simulator's own listener keeps this process alive.
      keepAlive: () => undefined,
    },
    authority.now(),
  )
  participant.wake = (nowMs) => clock.wake(nowMs)
  const uninstall = putProcessUnder(clock)
  return () => {
    uninstall()
    authority.leave(participant.id)
  }
}
