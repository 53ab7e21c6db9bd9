import type { Duration } from './world.ts'

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }
const shape = /^(?:\d+(?:\.\d+)?(?:ms|s|m|h))+$/
const part = /(\d+(?:\.\d+)?)(ms|s|m|h)/g

/** Whether a text is a length of time, such as `1m30s`. */
export function isDuration(text: string): boolean {
  return shape.test(text)
}

/** Milliseconds of a duration such as `1m30s`; throws a RangeError for anything else. */
export function durationMs(duration: Duration): number {
  if (!isDuration(duration)) throw new RangeError(`${duration} is no duration such as 1m30s.`)
  let totalMs = 0
  for (const [, amount, unit] of duration.matchAll(part)) {
    totalMs += Number(amount) * (unitMs[unit ?? ''] ?? 0)
  }
  return totalMs
}
