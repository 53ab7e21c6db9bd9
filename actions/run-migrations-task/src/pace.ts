/** How long to wait before the next look at what has been followed since a moment: what takes hours is looked at less often. */
export function pauseSince(begunAt: number): number {
  const elapsedMs = Date.now() - begunAt
  if (elapsedMs < 60_000) return 2_000
  return elapsedMs < 600_000 ? 5_000 : 10_000
}
