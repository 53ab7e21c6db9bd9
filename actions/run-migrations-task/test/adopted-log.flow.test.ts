import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import type { Recorded } from '@deploy-actions/action-kit/testing'
import { migrate, migrateAlso } from './in-flow.ts'
import { logConfiguration } from './migrations.world.ts'
import { migrating, shown } from './shown.ts'
import { untilTask, wait } from './tasks-at-work.ts'

const migration = { image: 'api:2', command: 'alembic upgrade head' }
const secret = 'Wv63-canary-5T'

/** What a second run shows of the task of the first, which it follows. */
async function following(
  world: World,
  first: Readonly<Record<string, string>>,
  second: Readonly<Record<string, string>>,
): Promise<Recorded> {
  const seen: Recorded[] = []
  await migrate(first, world, {
    async meanwhile(simulator) {
      await untilTask(({ lastStatus }) => lastStatus === 'RUNNING')
      await wait(3)
      const inputs = { ...second, 'lock-behavior': 'adopt' }
      seen.push(await migrateAlso(simulator, inputs, { id: '8' }))
    },
  })
  const [recorded] = seen
  if (recorded === undefined) throw new Error('The second run has not come to its end.')
  return recorded
}

const quoting = {
  logs: [{ after: '30s', line: `cannot log in with ${secret}` }],
  exit: { after: '60s', code: 1 },
}

describe('the task of another run', () => {
  it('is followed without showing what was secret in its environment', async () => {
    const first = { ...migration, environment: `DB_PASSWORD=${secret}` }
    const recorded = await following(migrating(quoting), first, migration)
    expect(shown(recorded.log)).toEqual(['cannot log in with ***'])
    expect(JSON.stringify(recorded)).not.toContain(secret)
  })

  it('with another definition is followed where that one writes, without what is secret in it', async () => {
    const world = migrating(quoting)
    const [definition] = world.taskDefinitions ?? []
    // Of the world above, which has such a list.
    const [api] = (definition?.['containerDefinitions'] ?? []) as readonly object[]
    const options = { ...logConfiguration.options, 'awslogs-group': '/ecs/staging' }
    const staging = {
      ...definition,
      family: 'staging',
      containerDefinitions: [
        {
          ...api,
          environment: [{ name: 'DATABASE_PASSWORD', value: secret }],
          logConfiguration: { ...logConfiguration, options },
        },
      ],
    }
    const taskDefinitions = [...(world.taskDefinitions ?? []), staging]
    const inputs = { ...migration, lock: 'database' }
    const first = { ...inputs, 'task-definition': 'staging' }
    const recorded = await following({ ...world, taskDefinitions }, first, inputs)
    expect(shown(recorded.log)).toEqual(['cannot log in with ***'])
    expect(recorded.outputs['log-url']).toContain('/$252Fecs$252Fstaging/log-events/')
    expect(recorded.errors[0]?.message).toContain('  | cannot log in with ***')
    expect(JSON.stringify(recorded)).not.toContain(secret)
  })

  it('whose definition cannot be read is followed without its log, which is said', async () => {
    // Three for the first run, two for the plan of the second.
    const error = { name: 'ClientException', message: 'Unable to describe task definition.' }
    const faults = [{ operation: 'DescribeTaskDefinition', calls: [6], error }]
    const first = { ...migration, environment: `DB_PASSWORD=${secret}` }
    const recorded = await following(migrating(quoting, { faults }), first, migration)
    expect(recorded.outputs).toMatchObject({ outcome: 'failed', 'exit-code': '1', adopted: 'true' })
    expect(recorded.log.join('\n')).toContain('api:2 of that task cannot be read')
    expect(shown(recorded.log)).toEqual([])
    expect(JSON.stringify(recorded)).not.toContain(secret)
  })
})
