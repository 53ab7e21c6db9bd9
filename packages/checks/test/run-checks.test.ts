import { CancelledError } from '@deploy-actions/action-kit'
import { describe, expect, it } from 'vitest'
import { up, watch, type Behaviour } from './watch-services.ts'

const between = (from: number, to: number, at: number) => from <= at && at < to

describe('A service that is healthy from the start', () => {
  it('is proven by three successes, two seconds apart', async () => {
    const { result, elapsedMs } = await watch({ services: { api: up } })
    expect(result).toMatchObject({
      healthy: true,
      checks: [{ healthy: true, reason: '', attempts: 3 }],
    })
    expect(elapsedMs).toBe(4000)
  })

  it('is proven at once by one success where that is enough', async () => {
    const { elapsedMs, result } = await watch({ services: { api: up }, schedule: { successes: 1 } })
    expect([elapsedMs, result.checks[0]?.attempts]).toEqual([0, 1])
  })
})

describe('A service that starts', () => {
  it('is asked less and less often, and then every two seconds', async () => {
    const api: Behaviour = (at) => (at < 20 ? 503 : 200)
    const { result, elapsedMs, log } = await watch({ services: { api } })
    // Failures at 0, 2, 5, 9.5 and 16.25 seconds; successes at 26.375, 28.375 and 30.375.
    expect(elapsedMs).toBe(30_375)
    expect(result.checks[0]).toMatchObject({ healthy: true, attempts: 8, successesInRow: 3 })
    expect(log).toEqual([
      '✗ api: answered 503, expected 200-299; it says: starting',
      '• api: answered 200 in 0 ms',
      '✓ api: healthy, answered 200 in 0 ms (3 successes in a row)',
    ])
  })

  it('and falls back needs its successes in a row again', async () => {
    const api: Behaviour = (at) => (between(4, 5, at) ? 500 : 200)
    const { result } = await watch({ services: { api } })
    expect(result).toMatchObject({ healthy: true, checks: [{ attempts: 6, successesInRow: 3 }] })
  })
})

describe('A service that never answers well', () => {
  it('is unhealthy exactly at the deadline, for the reason it gave last', async () => {
    const { result, elapsedMs } = await watch({
      services: { api: (at) => (at < 30 ? 502 : 503) },
      schedule: { timeoutMs: 61_000 },
    })
    expect(elapsedMs).toBe(61_000)
    expect(result).toMatchObject({
      healthy: false,
      noTimeToHold: false,
      checks: [
        { healthy: false, lastStatus: 503, reason: expect.stringContaining('answered 503') },
      ],
    })
  })

  it('gives a sign of life about every half minute, and a line for each change', async () => {
    const { log } = await watch({
      services: { api: (at) => (at < 70 ? 502 : 503) },
      schedule: { timeoutMs: 120_000 },
    })
    expect(log).toEqual([
      '✗ api: answered 502, expected 200-299; it says: starting',
      '… after 41s still not healthy: api',
      '✗ api: answered 503, expected 200-299; it says: starting',
      '… after 1m 41s still not healthy: api',
    ])
  })
})

describe('A service that lets its caller wait', () => {
  const silent: Behaviour = () => ({ answersAfterSeconds: 3600 })

  it('fails each attempt after the time of a request', async () => {
    const { result, elapsedMs } = await watch({
      services: { api: silent },
      schedule: { timeoutMs: 30_000, requestTimeoutMs: 3000 },
    })
    expect(elapsedMs).toBe(30_000)
    expect(result.checks[0]?.reason).toMatch(/took the connection, but gave no answer within 3s$/)
    expect(result.checks[0]?.attempts).toBe(5)
  })

  it('is cut exactly at the deadline', async () => {
    const { result, elapsedMs } = await watch({
      services: { api: silent },
      schedule: { timeoutMs: 5000 },
    })
    expect(elapsedMs).toBe(5000)
    expect(result.checks[0]).toMatchObject({
      attempts: 1,
      healthy: false,
      reason: 'gave no answer within 5s, when the time was over',
    })
  })

  it('and is cut keeps the reason that was known before', async () => {
    const { result } = await watch({
      services: { api: (at) => (at < 1 ? 500 : silent(at)) },
      schedule: { timeoutMs: 5000 },
    })
    expect(result.checks[0]).toMatchObject({
      attempts: 2,
      reason: expect.stringContaining('answered 500'),
    })
  })

  it('and is cut after successes says how many there were', async () => {
    const { result } = await watch({
      services: { api: (at) => (at < 3 ? 200 : silent(at)) },
      schedule: { timeoutMs: 9000 },
    })
    expect(result.checks[0]).toMatchObject({
      attempts: 3,
      reason: '2 of 3 successes in a row when the time was over, with a request waiting for 5s',
    })
  })

  it('has a latency as long as the wait', async () => {
    const { result } = await watch({ services: { api: () => ({ answersAfterSeconds: 4 }) } })
    expect(result).toMatchObject({ healthy: true, checks: [{ latenciesMs: [4000, 4000, 4000] }] })
  })
})

describe('Several services', () => {
  it('are healthy when all are at the same time', async () => {
    const services: Record<string, Behaviour> = {
      api: (at) => (between(20, 21, at) ? 500 : 200),
      web: (at) => (at < 17 ? 503 : 200),
    }
    const { result, elapsedMs } = await watch({ services })
    expect(result.healthy).toBe(true)
    expect(elapsedMs).toBe(30_375)
    expect(result.checks.map(({ successesInRow }) => successesInRow >= 3)).toEqual([true, true])
  })

  it('are unhealthy because of those that are, and say so of those alone', async () => {
    const { result } = await watch({
      services: { api: up, web: () => 500 },
      schedule: { timeoutMs: 20_000 },
    })
    expect(result.checks.map(({ healthy }) => healthy)).toEqual([true, false])
    expect(result.healthy).toBe(false)
  })
})

describe('A run that is cancelled', () => {
  it.each<[when: string, behaviour: Behaviour]>([
    ['between two attempts', () => 503],
    ['while a request is under way', () => ({ answersAfterSeconds: 3600 })],
  ])('%s ends at once with the reason of the signal', async (_when, behaviour) => {
    const controller = new AbortController()
    const reason = new CancelledError()
    let arrived = 0
    const api: Behaviour = (at) => {
      arrived += 1
      setTimeout(() => controller.abort(reason), 1000)
      return behaviour(at)
    }
    await expect(watch({ services: { api }, signal: controller.signal })).rejects.toBe(reason)
    expect(arrived).toBe(1)
  })
})

describe('A run that breaks in one check', () => {
  it('ends in all of them at once', async () => {
    const broken = new Error('The log is full.')
    const asked: number[] = []
    const web: Behaviour = (at) => {
      asked.push(at)
      return 503
    }
    const listen = (message: string): void => {
      if (message.startsWith('✓ api')) throw broken
    }
    await expect(watch({ services: { api: up, web }, listen })).rejects.toBe(broken)
    expect(asked).toEqual([0, 2])
  })
})
