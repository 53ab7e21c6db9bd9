import { describe, expect, it } from 'vitest'
import { up, watch, type Behaviour } from './watch-services.ts'

describe('A service that must stay healthy', () => {
  it('is proven just when the time has passed', async () => {
    const { result, elapsedMs } = await watch({
      services: { api: up },
      schedule: { holdMs: 31_000 },
    })
    expect(result.healthy).toBe(true)
    expect(elapsedMs).toBe(31_000)
  })

  it('and fails in that time begins it anew', async () => {
    const api: Behaviour = (at) => (at === 20 ? 500 : 200)
    const { result, elapsedMs } = await watch({ services: { api }, schedule: { holdMs: 30_000 } })
    expect(result.healthy).toBe(true)
    expect(elapsedMs).toBe(52_000)
  })

  it('and fails when no time is left for it is unhealthy at once', async () => {
    const api: Behaviour = (at) => (at >= 40 ? 500 : 200)
    const schedule = { holdMs: 50_000, timeoutMs: 60_000 }
    const { result, elapsedMs } = await watch({ services: { api }, schedule })
    expect(elapsedMs).toBe(40_000)
    expect(result).toMatchObject({
      healthy: false,
      noTimeToHold: true,
      checks: [{ healthy: false, lastStatus: 500 }],
    })
  })

  it('and never is healthy ends when no time is left for it', async () => {
    const schedule = { holdMs: 50_000, timeoutMs: 60_000 }
    const { result, elapsedMs } = await watch({ services: { api: () => 500 }, schedule })
    expect(elapsedMs).toBe(10_000)
    expect(result).toMatchObject({ healthy: false, noTimeToHold: true })
  })

  it('and is cut in that time says how long it was', async () => {
    const schedule = { holdMs: 20_000, timeoutMs: 30_000, requestTimeoutMs: 60_000 }
    const api: Behaviour = (at) => (at >= 11 ? { answersAfterSeconds: 3600 } : 200)
    const { result, elapsedMs } = await watch({ services: { api }, schedule })
    expect(elapsedMs).toBe(30_000)
    expect(result.checks[0]?.reason).toBe(
      'healthy for 30s, but not proven for 20s when the time was over, with a request waiting for 18s',
    )
  })
})

describe('Of several services that must stay healthy', () => {
  it('only the one that stops answering is to blame', async () => {
    const { result } = await watch({
      services: { api: up, web: (at) => (at >= 11 ? { answersAfterSeconds: 3600 } : 200) },
      schedule: { holdMs: 20_000, timeoutMs: 30_000, requestTimeoutMs: 60_000 },
    })
    expect(result.checks.map(({ healthy }) => healthy)).toEqual([true, false])
  })
})
