import { sleep } from '@deploy-actions/action-kit'
import type { NotChecked } from '../lookup.ts'
import { NotCheckedError } from '../not-checked.ts'
import type { Failure } from './network-failure.ts'

/** A try that came to nothing. */
export interface Setback extends Failure {
  /** How long the registry wants to be left alone; undefined where it does not say. */
  readonly retryAfterMs?: number | undefined
}

/** How long to go on trying. */
export interface Persistence {
  readonly maximumTries: number
  /** Milliseconds since the epoch: no pause ends later. */
  readonly deadline: number
  readonly signal: AbortSignal
  /** Keeps what stands in the way for now. */
  remember(trouble: NotChecked): void
}

const firstPauseMs = 250

/**
 * Tries again with growing pauses, or those that the registry asks for, while what fails may pass.
 * Throws a NotCheckedError when that lasts, and the signal's reason when that is aborted.
 */
export async function persist<T extends object>(
  tryOnce: () => Promise<T | Setback>,
  by: Persistence,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    const outcome = await tryOnce()
    if (!isSetback(outcome)) return outcome
    const { notChecked, isTransient, retryAfterMs } = outcome
    const delayMs = retryAfterMs ?? firstPauseMs * 2 ** (tries - 1)
    const isTooLate = Date.now() + delayMs >= by.deadline
    if (!isTransient || tries >= by.maximumTries || isTooLate) throw new NotCheckedError(notChecked)
    by.remember(notChecked)
    await sleep(delayMs, by.signal)
  }
}

function isSetback(outcome: object): outcome is Setback {
  return 'isTransient' in outcome
}
