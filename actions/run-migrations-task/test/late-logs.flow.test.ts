import { describe, expect, it } from 'vitest'
import { migrate, migrateAlso } from './in-flow.ts'
import { logConfiguration } from './migrations.world.ts'
import { migrating, migratingBeside, onInstances, shown } from './shown.ts'
import { wait } from './tasks-at-work.ts'

const migration = { image: 'api:2', command: 'alembic upgrade head' }
const ends = { exit: { after: '20s', code: 0 } } as const

describe('lines that come late', () => {
  it.each(['5s', '8s', '15s'])('by %s, after prompt ones, are shown', async (arrival) => {
    const logs = [
      { after: '1s', line: 'first' },
      { after: '19.9s', line: 'LAST', arrival },
    ]
    const run = await migrate(migration, migrating({ logs, ...ends }))
    expect(shown(run.log)).toEqual(['first', 'LAST'])
  })

  it.each(['8s', '12s'])(
    'by %s, as the only ones of their container, are waited for although another one was prompt',
    async (arrival) => {
      const logs = [{ after: '19.9s', line: 'DONE: 7 migrations', arrival }]
      const world = migratingBeside(
        { logs, ...ends },
        {
          proxy: { essential: false, logConfiguration },
          behaviour: { logs: [{ after: '1s', line: 'proxy up' }] },
        },
      )
      const run = await migrate(migration, world)
      expect(shown(run.log)).toEqual(['DONE: 7 migrations'])
      expect(shown(run.log, 'proxy')).toEqual(['proxy up'])
    },
  )

  it('of a task that ended long ago are not waited for', async () => {
    const run = await migrate(migration, migrating({ logs: [{ line: 'one' }], ...ends }), {
      async afterwards(simulator) {
        await wait(30 * 60)
        const begun = Date.now()
        const again = await migrateAlso(simulator, migration, { attempt: '2' })
        expect(shown(again.log)).toEqual(['one'])
        expect(again.outputs).toMatchObject({ adopted: 'true', 'duration-seconds': '0' })
        expect(Date.now() - begun).toBeLessThan(60_000)
      },
    })
    expect(run.outputs['outcome']).toBe('succeeded')
  })

  it('are not waited for where what goes on beside the migration may not be stopped', async () => {
    const allowed = { Effect: 'Allow', Action: '*', Resource: '*' }
    const refused = { Effect: 'Deny', Action: 'ecs:StopTask', Resource: '*' }
    const policies = [{ Version: '2012-10-17', Statement: [allowed, refused] }]
    const world = migratingBeside(ends, {
      proxy: { essential: true, logConfiguration },
      behaviour: { logs: [{ line: 'up', repeat: { times: 9_000, every: '1s' } }] },
    })
    const [definition] = world.taskDefinitions ?? []
    const [api, proxy] = (definition?.['containerDefinitions'] ?? []) as readonly object[]
    const containerDefinitions = [{ ...api, essential: false }, proxy]
    const run = await migrate(
      { ...migration, image: '', images: 'api=api:2', container: 'api' },
      {
        ...world,
        taskDefinitions: [{ ...definition, containerDefinitions }],
        caller: { policies },
      },
    )
    expect(run.outputs['outcome']).toBe('succeeded')
    expect(run.warnings.join('\n')).toContain('ecs:StopTask')
    expect(Number(run.outputs['duration-seconds'])).toBeLessThan(90)
  })
})

describe('a log that does not answer', () => {
  const faults = [{ operation: 'GetLogEvents', every: 1, delay: '1h' }]

  it('does not keep a migration from succeeding in its time', async () => {
    const run = await migrate({ ...migration, timeout: '2m' }, migrating(ends, { faults }))
    expect(run.outputs).toMatchObject({ outcome: 'succeeded', 'exit-code': '0' })
    expect(Number(run.outputs['duration-seconds'])).toBeLessThan(180)
    expect(run.log.join('\n')).toContain('CloudWatch Logs did not answer for the log of api')
  })

  it('does not keep a migration that takes too long from being stopped', async () => {
    const run = await migrate({ ...migration, timeout: '2m' }, migrating({}, { faults }))
    expect(run.outputs).toMatchObject({ outcome: 'timed-out', failure: 'timeout' })
    expect(run.outputs['stopped-reason']).toBe('The time given by timeout is over')
    expect(run.errors[0]?.message).toContain('It was stopped')
    expect(Number(run.outputs['duration-seconds'])).toBeLessThan(360)
  })
})

describe('a log that grows faster than it is read', () => {
  it('keeps no step from ending in its time', async () => {
    const repeat = { times: 12_000, every: '50ms' }
    const faults = [{ operation: 'GetLogEvents', every: 1, delay: '100ms' }]
    const world = migrating({ logs: [{ after: '1s', line: 'row {n}', repeat }] }, { faults })
    const run = await migrate({ ...migration, timeout: '2m' }, world)
    expect(run.outputs['outcome']).toBe('timed-out')
    expect(Number(run.outputs['duration-seconds'])).toBeLessThan(300)
    const rows = shown(run.log)
    expect(rows).toEqual(rows.map((_, i) => `row ${i + 1}`))
  }, 30_000)
})

describe('a log whose token has expired', () => {
  it('is read on, with no line lost and none twice', async () => {
    const error = {
      name: 'InvalidParameterException',
      message: 'The specified nextToken is invalid.',
    }
    const faults = [{ operation: 'GetLogEvents', calls: [12, 20], error }]
    const repeat = { times: 180, every: '100ms' }
    const logs = [{ after: '1s', line: 'row {n}', repeat }]
    const run = await migrate(migration, migrating({ logs, ...ends }, { faults }))
    expect(shown(run.log)).toEqual(Array.from({ length: 180 }, (_, i) => `row ${i + 1}`))
  })
})

describe('a log in a place of its own', () => {
  it('in another region is linked there, and the role is told of it there', async () => {
    const allowed = { Effect: 'Allow', Action: '*', Resource: '*' }
    const refused = { Effect: 'Deny', Action: 'logs:GetLogEvents', Resource: '*' }
    const policies = [{ Version: '2012-10-17', Statement: [allowed, refused] }]
    const options = { ...logConfiguration.options, 'awslogs-region': 'eu-west-1' }
    const world = onInstances(migrating({ exit: { after: '9s', code: 1 } }), {
      logConfiguration: { ...logConfiguration, options },
    })
    const inputs = { ...migration, service: '', 'task-definition': 'api' }
    const run = await migrate(inputs, { ...world, caller: { policies } })
    expect(run.outputs['log-url']).toMatch(/^https:\/\/eu-west-1\..*region=eu-west-1#.*log-events/)
    const statement = '"Resource":"arn:aws:logs:eu-west-1:123456789012:log-group:/ecs/api:*"'
    expect(run.log.join('\n')).toContain(statement)
    expect(run.errors[0]?.message).toContain(statement)
  })

  it('without a stream prefix is found by the id of the container', async () => {
    const { 'awslogs-stream-prefix': _, ...options } = logConfiguration.options
    const world = onInstances(migrating({ logs: [{ after: '1s', line: 'one' }], ...ends }), {
      logConfiguration: { ...logConfiguration, options },
    })
    const run = await migrate({ ...migration, service: '', 'task-definition': 'api' }, world)
    expect(shown(run.log)).toEqual(['one'])
    expect(run.outputs['log-url']).toMatch(/log-events\/[0-9a-f]{32}-\d+$/)
  })
})
