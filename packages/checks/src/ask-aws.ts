import { formatSeconds } from '@deploy-actions/action-kit'
import { isTransient } from '@deploy-actions/aws'
import type { Attempt, Limits, UnansweredAttempt } from './attempt.ts'

/**
 * Makes an attempt that asks AWS. What AWS does not answer in time, throttles or fails to answer is
 * `unanswered`. Throws the reason of the limits' signal, and every refusal that stays one.
 */
export async function askAws(
  { timeoutMs, signal }: Limits,
  ask: (signal: AbortSignal) => Promise<Attempt>,
): Promise<Attempt> {
  const timeout = new AbortController()
  const timer = setTimeout(() => timeout.abort(), timeoutMs)
  try {
    return await ask(AbortSignal.any([signal, timeout.signal]))
  } catch (error) {
    signal.throwIfAborted()
    if (timeout.signal.aborted) {
      return unanswered('slow', `AWS gave no answer within ${formatSeconds(timeoutMs / 1000)}`)
    }
    if (!isTransient(error)) throw error
    return unanswered('failing', error instanceof Error ? error.message : String(error))
  } finally {
    clearTimeout(timer)
  }
}

/** An attempt that AWS gave no answer to: health is as unknown as before. */
export function unanswered(key: string, message: string): UnansweredAttempt {
  const remedy =
    'Run the step again, with fewer jobs at the same time or a longer interval, or raise request-timeout.'
  return { verdict: 'unanswered', trouble: { key, message, remedy } }
}
