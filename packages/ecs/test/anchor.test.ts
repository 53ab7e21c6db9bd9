import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchorAt, waitFor } from '../src/one-off-task/anchor.ts'

const minute = 60_000
const dayMs = 24 * 60 * minute
const lock = '1f2e3d4c5b6a7988'
const begun = Date.UTC(2026, 0, 1)

const startTakesMs = 20_000

/** The anchor by which a start goes that begins at a moment; undefined while nothing is to be started. */
function usedAt(now: number, endedAt: number | undefined): string | undefined {
  // ECS may forget a stopped task after an hour.
  const isKnown = endedAt !== undefined && endedAt <= now && now - endedAt < 60 * minute
  const last = { taskArn: 'arn:task/1', stoppedAt: new Date(endedAt ?? 0) }
  const anchor = anchorAt(now, isKnown ? last : undefined, lock)
  // Lists that were read long enough, and once more now.
  const readings = { runningAt: [now - 30_000, now], stoppedAt: now }
  const at = waitFor(anchor, { readings, now, startTakesMs })
  return at === undefined ? anchor.name : undefined
}

describe('the anchor of a start', () => {
  it('is the same for all who start while the start of another may take effect, or not be seen', () => {
    const moment = fc.integer({ min: begun, max: begun + dayMs })
    const ended = fc.option(moment, { nil: undefined })
    fc.assert(
      fc.property(
        moment,
        fc.integer({ min: 0, max: startTakesMs + 29_999 }),
        ended,
        (now, later, endedAt) => {
          const [first, second] = [usedAt(now, endedAt), usedAt(now + later, endedAt)]
          fc.pre(first !== undefined && second !== undefined)
          fc.pre(endedAt === undefined || endedAt <= now || endedAt > now + later)
          expect(second).toBe(first)
        },
      ),
      { numRuns: 20_000 },
    )
  })

  it('is the last task while that is certainly described, and then a stretch of time', () => {
    const endedAt = begun + 7 * minute
    expect(usedAt(endedAt + 39 * minute, endedAt)).toBe('arn:task/1')
    expect(usedAt(endedAt + 40 * minute - 1, endedAt)).toBeUndefined()
    expect(usedAt(endedAt + 43 * minute, endedAt)).toMatch(/^stretch \d+$/)
  })

  it('is another stretch after forty minutes, and for another lock another time', () => {
    const at = (now: number, of: string) => anchorAt(now, undefined, of).name
    expect(at(begun, lock)).not.toBe(at(begun + 40 * minute, lock))
    expect(anchorAt(begun, undefined, lock).settledAt).not.toBe(
      anchorAt(begun, undefined, '0000000100000000').settledAt,
    )
  })
})
