/** How often checks are made, and when there is a verdict. */
export interface Schedule {
  /** For everything, `holdMs` included. */
  readonly timeoutMs: number
  readonly intervalMs: number
  /** For one attempt. */
  readonly requestTimeoutMs: number
  /** Attempts of each check that must succeed one after the other. */
  readonly successes: number
  /** How long all checks must stay healthy after the first moment in which all were. */
  readonly holdMs: number
}

const longestIntervalMs = 15_000
const growth = 1.5

/** Milliseconds to the next attempt, after so many failures in a row. */
export function delayMs({ intervalMs }: Schedule, failuresInRow: number): number {
  if (failuresInRow === 0) return intervalMs
  const grown = Math.round(intervalMs * growth ** Math.min(failuresInRow - 1, 50))
  return Math.min(grown, Math.max(intervalMs, longestIntervalMs))
}
