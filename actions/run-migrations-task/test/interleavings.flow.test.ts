import type { World } from '@deploy-actions/aws-simulator'
import type { Recorded } from '@deploy-actions/action-kit/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { migrate, migrateAlso } from './in-flow.ts'
import { migrationsWorld } from './migrations.world.ts'
import { oneOffTasks, overlaps } from './tasks-at-work.ts'

const faults = [
  { operation: '*', every: 3, error: { name: 'ThrottlingException', message: 'Rate exceeded' } },
  { operation: '*', every: 4, reset: true },
  { operation: '*', every: 5, error: { name: 'ServerException', status: 500 } },
  { operation: 'RunTask', calls: [1], reset: true, takesEffect: true },
  {
    operation: 'RunTask',
    every: 2,
    error: { name: 'ServerException', status: 500 },
    takesEffect: true,
  },
  { operation: 'RunTask', every: 1, delay: '7s' },
  { operation: 'RunTask', calls: [1, 2], delay: '19s' },
  { operation: 'ListTasks', lag: '9s' },
  { operation: 'ListTasks', every: 2, lag: '12s' },
  { operation: 'DescribeTasks', lag: '25s' },
  { operation: 'DescribeTasks', every: 3, lag: '4s' },
  { operation: '*', lag: '5s' },
]

const taskFaults = [
  { cause: 'CapacityUnavailable', tasks: [1] },
  { cause: 'CapacityWithdrawn', tasks: [1] },
  { cause: 'NetworkInterfaceTimeout', tasks: [1] },
] as const satisfies World['taskFaults']

/** Some runs that want to migrate under one lock, at the same instant or nearly so; seconds are virtual. */
const interleaving = fc.record({
  behavior: fc.constantFrom('wait', 'fail', 'adopt'),
  // The first of them has no delay.
  delays: fc.array(fc.constantFrom(0, 0, 0, 0.01, 0.3, 1, 2, 5), { minLength: 1, maxLength: 2 }),
  faults: fc.subarray(faults, { maxLength: 2 }),
  taskFault: fc.option(fc.constantFrom(...taskFaults), { nil: undefined, freq: 3 }),
  exitCode: fc.constantFrom(0, 0, 0, 1),
  minute: fc.integer({ min: 0, max: 59 }),
})

type Interleaving = typeof interleaving extends fc.Arbitrary<infer T> ? T : never

const chunks = Array.from({ length: 20 }, (_, seed) => seed + 1)

describe('runs of one lock at the same instant', () => {
  it.each(chunks)(
    'never have two migrations at work, and get what lock-behavior promises (seed %i)',
    async (seed) => {
      for (const sample of fc.sample(interleaving, { seed, numRuns: 10 })) {
        const { runs, tasks } = await play(sample)
        const context = JSON.stringify({ sample, runs })
        expect(overlaps(tasks), context).toEqual([])
        expectPromised(sample, runs, context)
      }
    },
    60_000,
  )
})

interface Played {
  readonly runs: readonly string[]
  readonly tasks: Awaited<ReturnType<typeof oneOffTasks>>
}

async function play({
  behavior,
  delays,
  exitCode,
  minute,
  ...befalls
}: Interleaving): Promise<Played> {
  const inputs = { image: 'api:2', command: 'alembic upgrade head', 'lock-behavior': behavior }
  const commands = [{ contains: 'alembic', exit: { after: '20s', code: exitCode } }]
  const world = migrationsWorld(
    { behaviour: { commands } },
    {
      start: `2026-01-01T00:${String(minute).padStart(2, '0')}:00Z`,
      faults: befalls.faults,
      ...(befalls.taskFault && { taskFaults: [befalls.taskFault] }),
    },
  )
  const others: Recorded[] = []
  let tasks: Played['tasks'] = []
  const run = await migrate(inputs, world, {
    async meanwhile(simulator) {
      const started = delays.map(async (seconds, i) => {
        await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
        others.push(await migrateAlso(simulator, inputs, { id: String(8 + i) }))
      })
      await Promise.all(started)
    },
    async afterwards() {
      await new Promise((resolve) => setTimeout(resolve, 60_000))
      tasks = await oneOffTasks()
    },
  })
  return { runs: [run, ...others].map(told), tasks }
}

function told({ outputs, errors }: Recorded): string {
  const { outcome, failure = '', adopted = '' } = outputs
  const words = failure === 'bug' || failure === 'service-error' ? errors[0]?.message : ''
  return [outcome, failure, adopted, words].join(' ').trim()
}

function expectPromised(
  { behavior, exitCode }: Interleaving,
  runs: readonly string[],
  context: string,
) {
  const [done, adopted] =
    exitCode === 0
      ? ['succeeded  false', 'succeeded  true']
      : ['failed crash false', 'failed crash true']
  const count = (what: string): number => runs.filter((run) => run === what).length
  // One whose first task found no capacity may come second with its next.
  const conflicts = runs.filter((run) => run.startsWith('failed conflict')).length
  if (behavior === 'wait') expect(count(done), context).toBe(runs.length)
  else if (behavior === 'adopt') {
    expect(count(done) + count(adopted), context).toBe(runs.length)
    expect(count(done), context).toBeGreaterThan(0)
  } else {
    expect(count(done) + conflicts, context).toBe(runs.length)
    expect(count(done), context).toBeGreaterThan(0)
  }
}
