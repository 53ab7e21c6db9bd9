import { preloadPath, type Simulator } from '@deploy-actions/aws-simulator'
import type { RunClock } from './run-clock.ts'

/** Virtual time as the simulator keeps it: node processes live in it by its preload. */
export function simulatedClock(simulator: Simulator): RunClock {
  const { clock } = simulator
  return {
    now: () => clock.now(),
    join: () => {
      const { id } = clock.join()
      return Promise.resolve({
        environment: {
          DEPLOY_ACTIONS_CLOCK: simulator.url,
          DEPLOY_ACTIONS_CLOCK_PARTICIPANT: id,
        },
        leave: () => Promise.resolve(clock.leave(id)),
      })
    },
    sleep: (delayMs, signal) => sleepVirtually(clock, clock.now() + delayMs, signal),
    nodeArguments: ['--import', preloadPath],
  }
}

/**
 * Lets a person follow: from now until the signal fires, a virtual second takes at least
 * `realMsPerSecond` while everybody sleeps. It is a participant that sleeps a second at a time, and
 * takes its time to fall asleep again.
 */
export function slowDown(simulator: Simulator, realMsPerSecond: number, signal: AbortSignal): void {
  const { clock } = simulator
  let timer: NodeJS.Timeout | undefined
  const sleep = (): void => clock.wait(participant, clock.now() + 1000, participant.turn)
  const stayAwake = (): void => {
    clearTimeout(timer)
    timer = setTimeout(sleep, realMsPerSecond)
  }
  const leave = (): void => {
    clearTimeout(timer)
    clock.leave(participant.id)
  }
  const participant = clock.join(stayAwake)
  signal.addEventListener('abort', leave, { once: true })
  stayAwake()
}

/**
 * What a process that was just sent a signal gets to do something about it, before time may move.
 */
const reactionMs = 100

function sleepVirtually(
  clock: Simulator['clock'],
  untilMs: number,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const finish = (): void => {
      signal.removeEventListener('abort', finish)
      resolve()
      // Not before those who waited for this moment have done what they wanted to do in it.
      setImmediate(() => clock.leave(participant.id))
    }
    // Somebody who was only asked whether it still sleeps goes on sleeping.
    const woken = (nowMs: number): void => {
      if (nowMs >= untilMs) finish()
      else clock.wait(participant, untilMs, participant.turn)
    }
    const participant = clock.join(woken)
    signal.addEventListener('abort', finish)
    setTimeout(() => clock.wait(participant, untilMs, participant.turn), reactionMs)
  })
}
