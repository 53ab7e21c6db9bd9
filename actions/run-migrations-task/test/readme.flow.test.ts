import { readFileSync } from 'node:fs'
import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { migrate } from './in-flow.ts'
import { migrationsWorld } from './migrations.world.ts'

const text = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

/** The statements in the README under the headings that contain one of these words. */
function statements(...words: readonly string[]): readonly object[] {
  const parts = text.split(/^### /m).filter((part) => words.some((word) => part.startsWith(word)))
  expect(parts).toHaveLength(words.length)
  return parts.flatMap((part) => {
    const [, json = '[]'] = /```json\n([^]+?)```/.exec(part) ?? []
    // A list of statements: the README is written so.
    return JSON.parse(json) as object[]
  })
}

function callerWith(...words: readonly string[]): Pick<World, 'caller'> {
  const policies = [{ Version: '2012-10-17', Statement: statements(...words) }]
  return { caller: { policies } }
}

describe('the statements in the README', () => {
  it('are enough for a migration with the image of the next deployment, its log and its stop', async () => {
    const more = callerWith('Running', '`image`', '`service`', 'The logs', 'Images in')
    const migration = { image: 'api:2', command: 'alembic upgrade head' }
    const run = await migrate(migration, migrationsWorld({}, more))
    expect(run.errors).toEqual([])
    expect(run.outputs['outcome']).toBe('succeeded')
    expect(run.log).toContain('api | INFO Running upgrade 1 -> 2')
    const world = migrationsWorld({ behaviour: { commands: [] } }, more)
    const stopped = await migrate({ ...migration, timeout: '1m' }, world)
    expect(stopped.errors[0]?.message).toContain('It was stopped')
    expect(stopped.warnings).toEqual([])
  })

  it('are enough for a definition with two roles and tags, and for tags of the task', async () => {
    const migration = { image: 'api:2', command: 'alembic upgrade head', tags: 'team=a' }
    const tagged = (...words: readonly string[]): World => {
      const world = migrationsWorld(
        {},
        callerWith('Running', '`image`', '`service`', 'Images in', ...words),
      )
      const taskDefinitions = (world.taskDefinitions ?? []).map((definition) => ({
        ...definition,
        taskRoleArn: 'arn:aws:iam::123456789012:role/api',
        tags: [{ key: 'owner', value: 'b' }],
      }))
      return { ...world, taskDefinitions }
    }
    expect((await migrate(migration, tagged('Tags'))).outputs['outcome']).toBe('succeeded')
    const refused = await migrate(migration, tagged())
    expect(refused.outputs).toMatchObject({ failure: 'access-denied' })
    expect(refused.errors[0]?.message).toContain('ecs:TagResource')
  })

  it('of the first part alone are enough for a definition that is registered', async () => {
    const commands = [{ contains: 'alembic', exit: { after: '5s', code: 0 } }]
    const world = migrationsWorld({ behaviour: { commands } }, callerWith('Running'))
    const [, next] = world.images ?? []
    const images = next ? [{ ...next, tags: ['1'] }] : []
    const inputs = {
      service: '',
      'task-definition': 'api',
      subnets: 'subnet-private',
      command: 'alembic upgrade head',
    }
    const run = await migrate(inputs, { ...world, images })
    expect(run.errors).toEqual([])
    expect(run.outputs['outcome']).toBe('succeeded')
  })
})
