import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { changes } from '../../../test/support/run-in-world.ts'
import { migrate, migrateAlso, migrateTwice, startsIn } from './in-flow.ts'
import { migrationsWorld } from './migrations.world.ts'
import { oneOffTasks, untilTask, wait } from './tasks-at-work.ts'

const migration = { image: 'api:2', command: 'alembic upgrade head' }
const rate = { name: 'ThrottlingException', message: 'Rate exceeded' }
const broken = { name: 'ServerException', status: 500 }

function cancelAfter(seconds: number) {
  return async (): Promise<void> => {
    await wait(seconds)
    process.emit('SIGTERM')
  }
}

/** As soon as ECS has a task, of which it may not have told yet. */
async function cancelAtStart(): Promise<void> {
  await untilTask(() => true)
  process.emit('SIGINT')
}

describe('on a day when AWS is hard to reach', () => {
  const every = [2, 3, 5, 7].flatMap((n) => [
    [`every call number ${n} is throttled`, { operation: '*', every: n, error: rate }] as const,
    [`every connection number ${n} is cut`, { operation: '*', every: n, reset: true }] as const,
    [`every call number ${n} fails`, { operation: '*', every: n, error: broken }] as const,
  ])

  it.each([
    ...every,
    [
      'ten in a row are throttled',
      { operation: '*', calls: [9, 10, 11, 12, 13, 14, 15, 16, 17, 18], error: rate },
    ],
    ['every answer is late', { operation: '*', every: 1, delay: '2s' }],
    ['every read lags', { operation: '*', lag: '8s' }],
  ] as const)('and %s: one task, the right verdict, the whole log', async (_, fault) => {
    const faults = [fault] as NonNullable<World['faults']>
    const run = await migrate(migration, migrationsWorld({}, { faults }))
    expect(run.errors).toEqual([])
    expect(run.outputs).toMatchObject({ outcome: 'succeeded', 'exit-code': '0', adopted: 'false' })
    expect(run.log.filter((line) => line.startsWith('api | '))).toEqual([
      'api | INFO Running upgrade 1 -> 2',
      'api | ::error::not a command',
    ])
  })

  it.each([
    ['once', { calls: [1] }],
    ['whenever it is asked', { every: 1 }],
  ])('and the answer of RunTask is lost %s: one task', async (_, when) => {
    const faults = [{ operation: 'RunTask', ...when, reset: true, takesEffect: true }]
    let tasks = 0
    const run = await migrate(migration, migrationsWorld({}, { faults }), {
      async afterwards() {
        tasks = (await oneOffTasks()).length
      },
    })
    expect(run.outputs).toMatchObject({ outcome: 'succeeded', adopted: 'false' })
    expect(tasks).toBe(1)
  })

  it('and StopTask is refused: the time is over all the same, and it is said', async () => {
    const allowed = { Effect: 'Allow', Action: '*', Resource: '*' }
    const refused = { Effect: 'Deny', Action: 'ecs:StopTask', Resource: '*' }
    const caller = { policies: [{ Version: '2012-10-17', Statement: [allowed, refused] }] }
    const world = migrationsWorld({ behaviour: { commands: [] } }, { caller })
    const run = await migrate({ ...migration, timeout: '2m' }, world)
    expect(run.outputs).toMatchObject({ outcome: 'timed-out', failure: 'timeout' })
    expect(run.warnings.join('\n')).toContain('ecs:StopTask')
    expect(run.errors[0]?.message).toContain('It was left as it is')
  })
})

describe('a job that is cancelled', () => {
  // Before the start, in the moment of it, while the task is provisioned, at work, and while its log is drained.
  it.each([0.001, 10, 15, 15.1, 18, 45, 52])(
    'after %s s leaves the task to the next run, which finds it',
    async (seconds) => {
      let tasks = 0
      const run = await migrate(migration, migrationsWorld(), {
        meanwhile: cancelAfter(seconds),
        async afterwards(simulator) {
          const again = await migrateAlso(simulator, migration, { attempt: '2' })
          expect(again.outputs).toMatchObject({ outcome: 'succeeded' })
          tasks = (await oneOffTasks()).length
        },
      })
      expect(run.outputs).toMatchObject({ outcome: 'cancelled', failure: 'cancelled' })
      expect(tasks).toBe(1)
      expect(changes(run.simulator)).not.toContain('StopTask')
    },
  )

  it.each([
    ['answers within seconds', { operation: 'RunTask', calls: [1], delay: '2s' }],
    ['answers too late', { operation: 'RunTask', calls: [1], delay: '12s' }],
    ['never answers', { operation: 'RunTask', every: 1, reset: true, takesEffect: true }],
  ])('while RunTask %s learns of its task, and stops it if it is to', async (_, fault) => {
    const inputs = { ...migration, 'on-cancel': 'stop' }
    const run = await migrate(inputs, migrationsWorld({}, { faults: [fault] }), {
      meanwhile: cancelAtStart,
      async afterwards() {
        await wait(10)
        expect((await oneOffTasks()).map(({ desiredStatus }) => desiredStatus)).toEqual(['STOPPED'])
      },
    })
    expect(run.outputs).toMatchObject({ outcome: 'cancelled', failure: 'cancelled' })
    expect(run.outputs['task-arn']).toContain(':task/shop/')
  })

  it('while RunTask has not answered is told that a task may be at work, which goes on', async () => {
    const faults = [{ operation: 'RunTask', calls: [1], delay: '12s' }]
    const run = await migrate(migration, migrationsWorld({}, { faults }), {
      meanwhile: cancelAtStart,
    })
    expect(run.log.join('\n')).toContain('a task may be at work')
    expect(changes(run.simulator)).not.toContain('StopTask')
  })

  it('stops the task with on-cancel: stop, within the seconds that GitHub leaves', async () => {
    const run = await migrate({ ...migration, 'on-cancel': 'stop' }, migrationsWorld(), {
      meanwhile: cancelAfter(45),
    })
    expect(run.outputs).toMatchObject({ outcome: 'cancelled', failure: 'cancelled' })
    expect(run.seconds).toBeLessThan(52)
    expect(changes(run.simulator)).toContain('StopTask')
  })

  it('never stops the task of another run that it only follows', async () => {
    const run = await migrate(migration, migrationsWorld(), {
      async meanwhile(simulator) {
        const following = { ...migration, 'lock-behavior': 'adopt', 'on-cancel': 'stop' }
        await Promise.all([
          migrateAlso(simulator, following, { id: '8' }),
          // Both of them are cancelled.
          cancelAfter(60)(),
        ])
      },
    })
    expect(run.outputs).toMatchObject({ outcome: 'cancelled', failure: 'cancelled' })
    expect(startsIn(run.simulator)).toBe(1)
    expect(changes(run.simulator)).not.toContain('StopTask')
  })
})

describe('a piece of work with a key of its own', () => {
  const keyed = { ...migration, 'idempotency-key': 'schema-7' }

  it('is done once by several runs', async () => {
    const facts = { id: '8', job: 'other' }
    const { outputs, starts } = await migrateTwice(keyed, migrationsWorld(), { facts })
    expect(outputs).toMatchObject({ outcome: 'succeeded', adopted: 'true' })
    expect(starts).toBe(1)
  })

  it('is done again once ECS has forgotten its task, and not left waiting for it', async () => {
    const second = { facts: { id: '8' }, afterSeconds: 2 * 3600 }
    const { outputs, starts } = await migrateTwice(keyed, migrationsWorld(), second)
    expect(outputs).toMatchObject({ outcome: 'succeeded', adopted: 'false' })
    expect(starts).toBe(2)
  })
})

describe('a lock with a name', () => {
  it('holds across families, also for a task that has run for hours', async () => {
    const commands = [{ contains: 'alembic', exit: { after: '3h', code: 0 } }]
    const world = migrationsWorld({ behaviour: { commands } })
    const [definition] = world.taskDefinitions ?? []
    const other = { ...definition, family: 'staging' } as NonNullable<
      World['taskDefinitions']
    >[number]
    const inputs = { ...migration, lock: 'database', timeout: '5h' }
    const run = await migrate(
      inputs,
      { ...world, taskDefinitions: [...(world.taskDefinitions ?? []), other] },
      {
        async meanwhile(simulator) {
          await wait(2 * 3600)
          const staging = { ...inputs, 'task-definition': 'staging', 'lock-behavior': 'fail' }
          const second = await migrateAlso(simulator, staging, { id: '8' })
          expect(second.outputs).toMatchObject({ outcome: 'failed', failure: 'conflict' })
        },
      },
    )
    expect(run.outputs).toMatchObject({ outcome: 'succeeded' })
    expect(startsIn(run.simulator)).toBe(1)
  })
})

describe('the role of the job', () => {
  const calls = [
    'ecs:DescribeServices',
    'ecs:DescribeTaskDefinition',
    'ecs:RegisterTaskDefinition',
    'ecs:ListTasks',
    'ecs:DescribeTasks',
    'ecs:RunTask',
    'iam:PassRole',
  ]

  it.each(calls)('that may not call %s is told the statement', async (action) => {
    const allowed = { Effect: 'Allow', NotAction: action, Resource: '*' }
    const caller = { policies: [{ Version: '2012-10-17', Statement: [allowed] }] }
    const run = await migrate(migration, migrationsWorld({}, { caller }))
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'access-denied' })
    expect(run.errors[0]?.message).toContain(`"Action":"${action}"`)
    expect(startsIn(run.simulator)).toBe(0)
  })
})
