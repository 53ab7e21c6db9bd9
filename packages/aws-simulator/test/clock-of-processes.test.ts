import { afterEach, describe, expect, it } from 'vitest'
import { startSimulator, type Simulator, type World } from '../src/index.ts'
import { arbiterWorld } from './arbiter-world.ts'
import { register, runProgram, unregister } from './run-program.ts'

let simulator: Simulator

async function start(world: Partial<World> = {}): Promise<Simulator> {
  simulator = await startSimulator({ world: arbiterWorld({}, world), speed: 0 })
  return simulator
}

afterEach(() => simulator.stop())

describe('An unmodified program with the preload', () => {
  it('polls for thirty virtual minutes in seconds', async () => {
    await start()
    const startedMs = performance.now()
    const { output } = await runProgram(simulator, ['poll.mjs'])
    expect(JSON.parse(output)).toEqual({ polls: 120, virtualMs: 30 * 60_000 })
    expect(performance.now() - startedMs).toBeLessThan(10_000)
  })

  it('waits out throttling in virtual time', async () => {
    const error = { name: 'ThrottlingException', message: 'Rate exceeded' }
    await start({ faults: [{ operation: 'DescribeServices', every: 3, error }] })
    const { output } = await runProgram(simulator, ['poll.mjs', '10'])
    expect(JSON.parse(output)).toMatchObject({ polls: 40 })
  })

  it('does not jump to a deadline while a file is read or a part of it is loaded', async () => {
    await start()
    const { output } = await runProgram(simulator, ['lazy-import.mjs'])
    expect(JSON.parse(output)).toEqual({ virtualMs: 0 })
  })

  it('does not jump to a deadline while it waits for a command of its own', async () => {
    await start()
    const { output } = await runProgram(simulator, ['child-of-its-own.mjs'])
    expect(JSON.parse(output)).toEqual({ virtualMs: 0 })
  })

  it('ends although timers are left that nobody waits for', async () => {
    await start()
    const { code, output } = await runProgram(simulator, ['unref.mjs'])
    expect({ code, output: JSON.parse(output) }).toEqual({ code: 0, output: { virtualMs: 30_000 } })
  })

  it('has timers and clocks that behave as those of Node', async () => {
    await start()
    const { output } = await runProgram(simulator, ['timers.mjs'])
    expect(JSON.parse(output)).toEqual([
      ['at once', 0],
      ['tick', 10],
      ['tick', 20],
      ['tick', 30],
      ['refreshed', 35],
      ['ref', 38],
      ['performance', 38],
      ['date', 38],
    ])
  })

  it('fails at once, with what to do, when no simulator answers', async () => {
    await start()
    const gone = { ...simulator, url: 'http://127.0.0.1:9' }
    const { code, errors } = await runProgram(gone, ['unref.mjs'])
    expect(code).toBe(1)
    expect(errors).toContain('No clock answers at http://127.0.0.1:9: is the simulator running?')
  })
})

describe.each(['http', 'fetch'])('An answer that takes half a minute, asked for by %s', (how) => {
  const faults = [{ operation: '*', delay: '30s' }]

  it('comes after half a minute to one who waits longer', async () => {
    await start({ faults })
    const { output } = await runProgram(simulator, ['slow-answer.mjs', how, '60'])
    expect(JSON.parse(output)).toEqual({ outcome: 400, virtualMs: 30_000 })
  })

  it('is given up by one who waits for ten seconds', async () => {
    await start({ faults })
    const { output } = await runProgram(simulator, ['slow-answer.mjs', how, '10'])
    expect(JSON.parse(output)).toMatchObject({ virtualMs: 10_000 })
    expect(output).toMatch(/"outcome":"(AbortError|TimeoutError)"/)
  })
})

describe('Several processes', () => {
  it('run one after the other, though none of them was registered', async () => {
    await start()
    for (const name of ['first', 'second', 'third']) {
      const { code, errors } = await runProgram(simulator, ['diary.mjs', name, '20'])
      expect({ code, errors }).toEqual({ code: 0, errors: '' })
    }
    expect(simulator.requests.map(({ input }) => input)).toEqual([
      { cluster: 'first' },
      { cluster: 'second' },
      { cluster: 'third' },
    ])
  })

  it('do what they do in the order of virtual time', async () => {
    await start()
    const participants = [await register(simulator), await register(simulator)]
    const plans = [
      ['diary.mjs', 'first', '10', '10', '10', '60'],
      ['diary.mjs', 'second', '5', '20', '5', '31'],
    ]
    await Promise.all(
      plans.map(async (plan, index) => {
        await runProgram(simulator, plan, participants[index])
        await unregister(simulator, participants[index] ?? '')
      }),
    )
    const seen = simulator.requests.map(({ at, input }) => [
      (at.getTime() - Date.parse('2026-01-01T00:00:00Z')) / 1000,
      input,
    ])
    const at = (second: number, cluster: string) => [second, { cluster }]
    expect(seen).toEqual([
      at(5, 'second'),
      at(10, 'first'),
      at(20, 'first'),
      at(25, 'second'),
      at(30, 'first'),
      at(30, 'second'),
      at(61, 'second'),
      at(90, 'first'),
    ])
  })

  it('wait for one that was registered and has not started yet', async () => {
    await start()
    const late = await register(simulator)
    const early = runProgram(simulator, ['diary.mjs', 'early', '600'])
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(simulator.requests).toEqual([])
    await unregister(simulator, late)
    await early
    expect(simulator.requests).toHaveLength(1)
  })
})

describe('A moment at which a test wants to do something', () => {
  it('stops time for all processes until the test is done', async () => {
    await start()
    const participant = await register(simulator)
    const startMs = simulator.clock.now()
    const stopped = simulator.clock.stopAt(startMs + 25_000)
    const running = runProgram(simulator, ['diary.mjs', 'one', '10', '10', '10'], participant)
    const goOn = await stopped
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(simulator.clock.now()).toBe(startMs + 25_000)
    expect(simulator.requests).toHaveLength(2)
    goOn()
    await running
    expect(simulator.requests).toHaveLength(3)
  })
})

describe('The clock while no process takes part', () => {
  it('stands still at speed 0, and can be moved by hand, forwards only', async () => {
    await start()
    const move = async (to: string) =>
      (await fetch(`${simulator.url}/_clock?to=${to}`, { method: 'POST' })).json()
    expect(await move('2026-01-01T01:00:00Z')).toMatchObject({ iso: '2026-01-01T01:00:00.000Z' })
    expect(await move('2026-01-01T00:30:00Z')).toMatchObject({ iso: '2026-01-01T01:00:00.000Z' })
  })

  it('flows with the speed that was asked for', async () => {
    simulator = await startSimulator({ world: arbiterWorld(), speed: 1000 })
    const before = simulator.clock.now()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(simulator.clock.now() - before).toBeGreaterThan(40_000)
  })
})
