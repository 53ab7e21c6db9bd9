import { DescribeServicesCommand, ECSClient } from '@aws-sdk/client-ecs'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { installVirtualTime, startSimulator } from '../src/index.ts'
import { arbiterWorld } from './arbiter-world.ts'
import { describeService } from './deploying.ts'
import { clientOptions, inVirtualTime, sleepSeconds } from './in-virtual-time.ts'

describe('Virtual time in the process of the simulator', () => {
  it('lets thirty minutes of three pollers pass in seconds', async () => {
    const startedMs = performance.now()
    await inVirtualTime(arbiterWorld(), async ({ ecs, simulator }) => {
      const poll = async () => {
        for (let polls = 0; polls < 120; polls += 1) {
          await describeService(ecs)
          await sleepSeconds(15)
        }
      }
      await Promise.all([poll(), poll(), poll()])
      expect(simulator.clock.now()).toBe(Date.parse('2026-01-01T00:30:00Z'))
      expect(simulator.requests).toHaveLength(360)
    })
    expect(performance.now() - startedMs).toBeLessThan(10_000)
  })

  it('lets the SDK wait out its own back-off', async () => {
    const error = { name: 'ThrottlingException', message: 'Rate exceeded' }
    const faults = [{ operation: 'DescribeServices', calls: [1, 2, 3], error }]
    await inVirtualTime(arbiterWorld({}, { faults }), async ({ simulator }) => {
      const ecs = new ECSClient({ ...clientOptions(simulator), maxAttempts: 5 })
      const { $metadata } = await ecs.send(
        new DescribeServicesCommand({ cluster: 'arbiter-ai', services: ['backend'] }),
      )
      expect($metadata.attempts).toBe(4)
      expect($metadata.totalRetryDelay).toBe(
        simulator.clock.now() - Date.parse('2026-01-01T00:00:00Z'),
      )
    })
  })

  it('fires a deadline of its own before an answer that comes later', () => {
    const faults = [{ operation: 'DescribeServices', delay: '90s' }]
    return inVirtualTime(arbiterWorld({}, { faults }), async ({ ecs }) => {
      const startMs = Date.now()
      const command = new DescribeServicesCommand({ cluster: 'arbiter-ai', services: ['backend'] })
      await expect(
        ecs.send(command, { abortSignal: AbortSignal.timeout(20_000) }),
      ).rejects.toMatchObject({ name: 'AbortError' })
      expect(Date.now() - startMs).toBe(20_000)
    })
  })

  it('stands still while files are read', () =>
    inVirtualTime(arbiterWorld(), async () => {
      const startMs = Date.now()
      const deadline = setTimeout(() => undefined, 60_000)
      for (let round = 0; round < 50; round += 1) await readFile(import.meta.filename)
      expect(Date.now()).toBe(startMs)
      clearTimeout(deadline)
    }))

  it('gives the real timers and clocks back', async () => {
    const before = [setTimeout, setInterval, clearTimeout, Date]
    const simulator = await startSimulator({ world: arbiterWorld() })
    const uninstall = installVirtualTime(simulator.clock)
    expect(Date.now()).toBeLessThan(Date.parse('2026-01-02T00:00:00Z'))
    uninstall()
    expect([setTimeout, setInterval, clearTimeout, Date]).toEqual(before)
    expect(Date.now()).toBeGreaterThan(Date.parse('2026-01-02T00:00:00Z'))
    await simulator.stop()
  })
})
