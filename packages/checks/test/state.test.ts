import { describe, expect, it } from 'vitest'
import type { Attempt } from '../src/attempt.ts'
import { delayMs, type Schedule } from '../src/schedule/schedule.ts'
import {
  endsAt,
  isHealthy,
  nextDelayMs,
  recorded,
  unchecked,
  type WatchState,
} from '../src/schedule/state.ts'
import { oneCheck } from './one-check.ts'

const base: Schedule = {
  timeoutMs: 60_000,
  intervalMs: 2000,
  requestTimeoutMs: 10_000,
  successes: 2,
  holdMs: 0,
}

const pass: Attempt = { verdict: 'passed', seen: 'answered 200', status: 200, latencyMs: 10 }
const fail: Attempt = {
  verdict: 'failed',
  status: 503,
  findings: [{ key: 'status 503', message: 'answered 503', remedy: '' }],
}

/** The state after attempts such as `a+0 b-1000`: check, result, and when it ended. */
function after(attempts: string, schedule = base): WatchState {
  const checks = ['a', 'b'].map((name) => oneCheck({ name, url: 'http://localhost' }))
  return attempts.split(' ').reduce((state, word) => {
    const [, name, sign, at] = /^([ab])([+-])(\d+)$/.exec(word) ?? []
    const ended = {
      index: name === 'a' ? 0 : 1,
      attempt: sign === '+' ? pass : fail,
      at: Number(at),
    }
    return recorded(state, ended, schedule)
  }, unchecked(checks))
}

describe('Two checks that need two successes in a row', () => {
  it.each<[verdict: boolean, attempts: string, why: string]>([
    [false, 'a+0', 'one has not answered'],
    [false, 'a+0 a+2', 'one has not answered'],
    [false, 'a+0 b+0 a+2', 'one has a single success'],
    [true, 'a+0 b+0 a+2 b+2', 'both have two'],
    [false, 'a+0 a+2 b+2 a-4 b+4', 'one fails again'],
    [false, 'a+0 a+2 b+2 a-4 b+4 a+6', 'the successes are not in a row'],
    [true, 'a+0 a+2 b+2 a-4 b+4 a+6 a+8', 'both have two in a row again'],
  ])('are healthy: %s after %s, because %s', (verdict, attempts) => {
    expect(isHealthy(after(attempts), base)).toBe(verdict)
  })
})

describe('Two checks that must hold for ten milliseconds', () => {
  const schedule = { ...base, holdMs: 10 }

  it.each<[verdict: boolean, attempts: string, why: string]>([
    [false, 'a+0 b+3 a+6 b+9', 'it is too early'],
    [false, 'a+0 b+3 a+6 b+9 a+13', 'one has no answer after the time'],
    [true, 'a+0 b+3 a+6 b+9 a+13 b+14', 'both answered after it'],
    [false, 'a+0 b+3 a+6 b-9 a+13 b+14 b+16', 'a failure began the time anew'],
    [true, 'a+0 b+3 a+6 b-9 b+14 b+16 a+24 b+24', 'they held after the failure'],
  ])('are healthy: %s after %s, because %s', (verdict, attempts) => {
    expect(isHealthy(after(attempts, schedule), schedule)).toBe(verdict)
  })

  it('are over when no room is left for it, and at the deadline once it has begun', () => {
    expect(endsAt(after('a+0 b-1', schedule), 100, schedule)).toBe(90)
    expect(endsAt(after('a+0 b+1', schedule), 100, schedule)).toBe(100)
  })

  it('are looked at just when it ends', () => {
    const state = after('a+0 b+3', schedule)
    expect(nextDelayMs(state, { index: 1, at: 3 }, schedule)).toBe(10)
    expect(nextDelayMs(state, { index: 1, at: 9 }, schedule)).toBe(4)
    expect(nextDelayMs(state, { index: 1, at: 13 }, schedule)).toBe(2000)
  })
})

describe('The time between attempts', () => {
  it('grows by half with each failure, up to 15 seconds, and is short again after a success', () => {
    const delays = [0, 1, 2, 3, 4, 5, 6, 7, 1000].map((failures) => delayMs(base, failures))
    expect(delays).toEqual([2000, 2000, 3000, 4500, 6750, 10_125, 15_000, 15_000, 15_000])
  })

  it('never falls below a longer interval', () => {
    expect(delayMs({ ...base, intervalMs: 30_000 }, 8)).toBe(30_000)
  })
})
