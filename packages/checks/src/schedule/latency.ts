/**
 * The latency that so many per cent of the answers did not exceed (nearest rank), in whole
 * milliseconds; undefined without answers.
 */
export function percentile(latenciesMs: readonly number[], percent: number): number | undefined {
  const sorted = latenciesMs.toSorted((a, b) => a - b)
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length))
  const value = sorted[rank - 1]
  return value === undefined ? undefined : Math.round(value)
}
