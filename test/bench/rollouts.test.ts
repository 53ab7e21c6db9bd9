import { startSimulator } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { endOfDeployment } from '../../scripts/bench/recorded-end.ts'
import { phasesMs } from '../../scripts/bench/rollout-cases.ts'
import { callRates } from '../../scripts/bench/rollout-run.ts'
import { apiWorld, images } from '../../scripts/bench/rollout-worlds.ts'

const callsAt = (...seconds: number[]) => seconds.map((second) => ({ at: new Date(second * 1000) }))

describe('calls while waiting', () => {
  it('are counted for each minute, from the one moment until before the other', () => {
    const calls = callsAt(5, 10, 70, 100, 120, 130, 400)
    expect(callRates(calls, 10_000, 130_000)).toEqual({ callsPerMinute: 2, busiestMinute: 3 })
  })

  it('are counted for the busiest minute, wherever it begins', () => {
    const calls = callsAt(0, 55, 60, 65, 100, 114, 115, 119)
    expect(callRates(calls, 0, 240_000).busiestMinute).toBe(6)
  })

  it('may be none', () => {
    expect(callRates([], 0, 60_000)).toEqual({ callsPerMinute: 0, busiestMinute: 0 })
  })
})

describe('the phases of rollouts', () => {
  it('lie within the fifteen seconds that the peer waits, none close to another', () => {
    const phases = phasesMs(8).toSorted((a, b) => a - b)
    const gaps = phases.slice(1).map((phase, index) => phase - (phases[index] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThan(700)
    expect(phases[0]).toBe(0)
    expect(phases.at(-1)).toBeLessThan(15_000)
  })
})

describe('the end of a rollout', () => {
  it('is the moment that ECS has recorded, and nothing is made up before', async () => {
    const update = { cluster: 'shop', service: 'api', taskDefinition: 'api:2' }
    const simulator = await startSimulator({
      world: {
        ...apiWorld({ container: { image: images.healthy }, pullMs: 275_000 }),
        actors: [{ after: '0s', operation: 'UpdateService', input: update }],
      },
      speed: 0,
    })
    try {
      const begun = simulator.clock.now()
      await expect(endOfDeployment(simulator.url, begun)).rejects.toThrow('no end')
      const moment = new Date(begun + 3_600_000).toISOString()
      await fetch(`${simulator.url}/_clock?to=${moment}`, { method: 'POST' })
      const minutes = ((await endOfDeployment(simulator.url, begun)) - begun) / 60_000
      expect(minutes).toBeGreaterThan(9)
      expect(minutes).toBeLessThan(11)
    } finally {
      await simulator.stop()
    }
  })
})
