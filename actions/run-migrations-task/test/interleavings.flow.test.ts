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
  behavior: fc.constantFrom('wait' as const, 'fail' as const, 'adopt' as const),
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
        expect({ sample, overlapping: overlaps(tasks) }).toEqual({ sample, overlapping: [] })
        expect({ sample, broken: brokenPromises(sample, runs) }).toEqual({ sample, broken: [] })
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

/** The runs that did not come to the end that their lock-behavior promises; all, where none has done the work. */
function brokenPromises(
  { behavior, exitCode }: Interleaving,
  runs: readonly string[],
): readonly string[] {
  const end = exitCode === 0 ? 'succeeded ' : 'failed crash'
  const promised = {
    wait: [`${end} false`],
    adopt: [`${end} false`, `${end} true`],
    // One whose first task found no capacity may come second with its next.
    fail: [`${end} false`, 'failed conflict', 'failed conflict false'],
  }
  if (!runs.includes(`${end} false`)) return runs
  return runs.filter((run) => !promised[behavior].includes(run))
}
