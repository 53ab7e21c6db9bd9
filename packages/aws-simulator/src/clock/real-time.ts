/**
 * The machine's own timers and clock, kept before anything replaces the global ones. Only the clock's
 * machinery may use them: all else lives in virtual time.
 */
export const realSetTimeout = globalThis.setTimeout
export const realClearTimeout = globalThis.clearTimeout
export const RealDate = globalThis.Date
const realPerformanceNow = globalThis.performance.now.bind(globalThis.performance)

/** Milliseconds of the machine's monotonic clock; only differences mean something. */
export function realMilliseconds(): number {
  return realPerformanceNow()
}
