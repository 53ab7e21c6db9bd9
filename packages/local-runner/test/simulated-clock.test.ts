import { startSimulator, type Simulator } from '@deploy-actions/aws-simulator'
import { describe, expect, it, onTestFinished } from 'vitest'
import { simulatedClock, slowDown } from '../src/clock/simulated-clock.ts'

async function simulator(): Promise<Simulator> {
  const started = await startSimulator({ world: { region: 'us-east-1' } })
  onTestFinished(() => started.stop())
  return started
}

const never = new AbortController().signal

describe('a wait in virtual time', () => {
  it('takes its time there, and next to none in reality', async () => {
    const clock = simulatedClock(await simulator())
    const [from, realFrom] = [clock.now(), performance.now()]
    await clock.sleep(3_600_000, never)
    expect(clock.now() - from).toBeGreaterThanOrEqual(3_600_000)
    expect(performance.now() - realFrom).toBeLessThan(5000)
  })

  it('ends when its signal fires, and keeps nobody waiting afterwards', async () => {
    const started = await simulator()
    const clock = simulatedClock(started)
    const stop = new AbortController()
    const place = await clock.join()
    const from = clock.now()
    const waiting = clock.sleep(3_600_000, stop.signal)
    stop.abort()
    await waiting
    expect(clock.now()).toBe(from)
    await place.leave()
    await expect.poll(() => started.clock.participantCount).toBe(0)
  })
})

describe('virtual time that is slowed down', () => {
  it('gives a person time to read, until it is not any more', async () => {
    const started = await simulator()
    const clock = simulatedClock(started)
    const over = new AbortController()
    slowDown(started, 10, over.signal)
    const realFrom = performance.now()
    await clock.sleep(30_000, never)
    expect(performance.now() - realFrom).toBeGreaterThanOrEqual(290)
    over.abort()
    await expect.poll(() => started.clock.participantCount).toBe(0)
  })
})
