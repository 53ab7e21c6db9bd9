import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { migrate, migrateAlso, startsIn } from './in-flow.ts'
import { migrationsWorld } from './migrations.world.ts'
import { migrating } from './shown.ts'
import { oneOffTasks, overlaps, stopTasks, untilTask, wait } from './tasks-at-work.ts'

const migration = { image: 'api:2', command: 'alembic upgrade head' }

/** Works for hours, and takes its time when it is told to end. */
const slow = { exit: { after: '5h', code: 0 }, stop: { after: '100s', code: 1 } }

/** The world with containers that may take two minutes to stop. */
function patient(world: World): World {
  const { taskDefinitions = [] } = world
  const definitions = taskDefinitions.map((definition) => ({
    ...definition,
    // Of the world above, which has such a list.
    containerDefinitions: (definition['containerDefinitions'] as readonly object[]).map((one) => ({
      ...one,
      stopTimeout: 120,
    })),
  }))
  return { ...world, taskDefinitions: definitions }
}

describe('a task that has run for long and is being stopped', () => {
  it.each([1, 5])(
    'is in neither list of ECS for a while, and still keeps others from starting (%i s later)',
    async (seconds) => {
      const faults = [{ operation: 'ListTasks', every: 2, lag: '12s' }]
      const found: (readonly string[])[] = []
      await migrate(
        { ...migration, timeout: '85m', logs: 'off' },
        patient(migrating(slow, { faults })),
        {
          async meanwhile(simulator) {
            const { createdAt } = await untilTask(() => true)
            await wait(85 * 60 - (Date.now() - Number(createdAt)) / 1000)
            await untilTask(({ desiredStatus }) => desiredStatus === 'STOPPED')
            await wait(seconds)
            await migrateAlso(simulator, { ...migration, timeout: '3m' }, { id: '8' })
          },
          async afterwards() {
            await wait(300)
            const tasks = await oneOffTasks()
            expect(tasks).toHaveLength(2)
            found.push(overlaps(tasks))
          },
        },
      )
      expect(found).toEqual([[]])
    },
    60_000,
  )
})

describe('a start that is still under way, and whose token names no task yet', () => {
  it.each(['5s', '9s', '15s'])('for %s, with lists that lag as long', async (time) => {
    const faults = [
      { operation: 'RunTask', calls: [1], delay: time },
      { operation: 'ListTasks', lag: time },
    ]
    const found: (readonly string[])[] = []
    const world = migrationsWorld({}, { faults, timings: { tokenNaming: time } })
    await migrate(migration, world, {
      async meanwhile(simulator) {
        const other = await migrateAlso(simulator, migration, { id: '8' })
        expect(other.outputs).toMatchObject({ outcome: 'succeeded', adopted: 'false' })
      },
      async afterwards() {
        await wait(60)
        found.push(overlaps(await oneOffTasks()))
      },
    })
    expect(found).toEqual([[]])
  })
})

describe('another attempt, while the task of the last one is being stopped', () => {
  it.each([
    ['for a cancel', { 'on-cancel': 'stop' }, true],
    ['for its timeout', { timeout: '20s' }, false],
  ])('%s, waits for its end and starts it again', async (_, inputs, isCancelled) => {
    const command = { exit: { after: '70s', code: 0 }, stop: { after: '25s', code: 143 } }
    const first = { ...migration, ...inputs }
    const run = await migrate(first, migrating(command), {
      async meanwhile(simulator) {
        await untilTask(({ lastStatus }) => lastStatus === 'RUNNING')
        if (isCancelled) process.emit('SIGINT')
        await untilTask(({ desiredStatus }) => desiredStatus === 'STOPPED')
        await wait(5)
        const again = await migrateAlso(simulator, migration, { attempt: '2' })
        expect(again.outputs).toMatchObject({ outcome: 'succeeded', adopted: 'false' })
      },
      async afterwards() {
        expect(overlaps(await oneOffTasks())).toEqual([])
      },
    })
    expect(startsIn(run.simulator)).toBe(2)
  })

  it('is told by whom it was stopped, where it follows it to its end', async () => {
    const command = { exit: { after: '70s', code: 0 }, stop: { after: '25s', code: 143 } }
    const run = await migrate(migration, migrating(command), {
      async meanwhile(simulator) {
        await untilTask(({ lastStatus }) => lastStatus === 'RUNNING')
        const adopting = { ...migration, 'lock-behavior': 'adopt' }
        const following = migrateAlso(simulator, adopting, { id: '8' })
        await wait(10)
        await stopTasks('The job was cancelled')
        const { outputs, errors } = await following
        expect(outputs).toMatchObject({ outcome: 'killed', failure: 'cancelled' })
        expect(errors[0]?.message).toContain('on-cancel: stop')
      },
    })
    expect(run.outputs).toMatchObject({ outcome: 'killed', failure: 'cancelled' })
  })
})

describe('a task that ECS has forgotten when its end is looked for', () => {
  const timings = { deprovisioning: '1s', stoppedTaskRetention: '1s' }
  // Seen before its end, and not again.
  const faults = [{ operation: 'DescribeTasks', from: '75s', to: '165s', every: 1, reset: true }]
  const world = migrating({ exit: { after: '60s', code: 0 } }, { timings, faults })

  it.each([
    ['is waited for no longer, once it is sure to be gone', '20m', { outcome: 'succeeded' }, 2],
    ['is not said to be at work', '4m', { failure: 'timeout' }, 1],
  ])('%s', async (_, timeout, outputs, starts) => {
    const run = await migrate({ ...migration, timeout: '2m' }, world, {
      async meanwhile(simulator) {
        await untilTask(({ lastStatus }) => lastStatus === 'RUNNING')
        const other = await migrateAlso(simulator, { ...migration, timeout }, { id: '8' })
        expect(other.outputs).toMatchObject(outputs)
        const isTold = other.errors[0]?.message.includes('ECS has not described it since')
        expect(isTold ?? false).toBe(starts === 1)
      },
    })
    expect(startsIn(run.simulator)).toBe(starts)
  })
})

describe('lock-behavior: adopt', () => {
  it('does not follow a task that is being stopped, but waits for its end', async () => {
    const command = { exit: { after: '70s', code: 0 }, stop: { after: '25s', code: 143 } }
    const run = await migrate({ ...migration, timeout: '20s' }, migrating(command), {
      async meanwhile(simulator) {
        await untilTask(({ desiredStatus }) => desiredStatus === 'STOPPED')
        const inputs = { ...migration, 'lock-behavior': 'adopt' }
        const other = await migrateAlso(simulator, inputs, { id: '8' })
        expect(other.outputs).toMatchObject({ outcome: 'succeeded', adopted: 'false' })
      },
    })
    expect(startsIn(run.simulator)).toBe(2)
  })

  it.each([
    ['another image', { image: 'api:1' }, 'it runs api:2'],
    ['another command', { command: 'alembic upgrade +2' }, 'its command is another one'],
  ])('warns when the task that is followed does other work, with %s', async (_, change, words) => {
    const run = await migrate(migration, migrating({ exit: { after: '60s', code: 0 } }), {
      async meanwhile(simulator) {
        await untilTask(({ lastStatus }) => lastStatus === 'RUNNING')
        const adopting = { ...migration, 'lock-behavior': 'adopt' }
        const [other, same] = await Promise.all([
          migrateAlso(simulator, { ...adopting, ...change }, { id: '8' }),
          migrateAlso(simulator, adopting, { id: '9' }),
        ])
        expect(other.outputs).toMatchObject({ outcome: 'succeeded', adopted: 'true' })
        expect(other.warnings.join('\n')).toContain(words)
        expect(same.warnings).toEqual([])
      },
    })
    expect(startsIn(run.simulator)).toBe(1)
  })
})
