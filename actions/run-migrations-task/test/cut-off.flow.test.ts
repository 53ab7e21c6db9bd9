import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { migrate, migrateAlso, startsIn } from './in-flow.ts'
import { migrating, migratingBeside } from './shown.ts'

/** In a definition with several essential containers. */
const migration = {
  service: '',
  'task-definition': 'api',
  subnets: 'subnet-1',
  images: 'api=api:2',
  container: 'api',
  command: 'alembic upgrade head',
}

/** Ends in good order when it is told to, with its work half done. */
const obedient = { logs: [{ after: '1s', line: 'step 1 of 9' }], stop: { after: '1s', code: 0 } }

function without(service: World): World {
  return { ...service, clusters: [{ name: 'shop' }] }
}

function beside(code: number, after = '5s'): World {
  const behaviour = { exit: { after, code } }
  return without(migratingBeside(obedient, { proxy: { essential: true }, behaviour }))
}

describe('a migration that is told to end since another essential container has ended', () => {
  it.each([
    ['fails', 1],
    ['ends well', 0],
  ])('is no success although it obeys with 0, where the other one %s', async (_, code) => {
    const run = await migrate(migration, beside(code))
    expect(run.outputs).toMatchObject({ outcome: 'killed', failure: 'crash', 'exit-code': '0' })
    expect(run.errors[0]?.message).toContain(`proxy (exit code ${code})`)
  })

  it('is no success where the other one was killed before, as ECS kills containers', async () => {
    const slowly = { ...obedient, stop: { after: '10s', code: 0 } }
    const behaviour = { exit: { after: '5s', signal: 'SIGKILL' } }
    const world = migratingBeside(slowly, { proxy: { essential: true }, behaviour })
    const run = await migrate(migration, without(world))
    expect(run.outputs).toMatchObject({ outcome: 'killed', 'exit-code': '0' })
    expect(run.errors[0]?.message).toContain('had ended before, proxy (exit code 137)')
  })

  it('is no success either where it is not essential itself', async () => {
    const behaviour = { exit: { after: '5s', code: 0 } }
    const world = migratingBeside(obedient, { proxy: { essential: true }, behaviour })
    const { taskDefinitions = [] } = world
    const definitions = taskDefinitions.map((definition) => ({
      ...definition,
      // Of the world above, which has such a list.
      containerDefinitions: (definition['containerDefinitions'] as readonly object[]).map(
        (one) => ({
          essential: false,
          ...one,
        }),
      ),
    }))
    const run = await migrate(migration, without({ ...world, taskDefinitions: definitions }))
    expect(run.outputs).toMatchObject({ outcome: 'killed', 'exit-code': '0' })
  })

  it('is started again by the next attempt, which takes its end for no success', async () => {
    const { simulator } = await migrate(migration, beside(1), {
      async afterwards(same) {
        await migrateAlso(same, migration, { attempt: '2' })
      },
    })
    expect(startsIn(simulator)).toBe(2)
  })
})

describe('a migration that ends first beside another essential container', () => {
  it.each([
    ['is killed for it', {}],
    ['takes its time to end in good order', { stop: { after: '5s', code: 0 } }],
  ])('succeeds where the other one %s', async (_, behaviour) => {
    const world = migratingBeside(
      { exit: { after: '20s', code: 0 } },
      { proxy: { essential: true }, behaviour },
    )
    const run = await migrate(migration, without(world))
    expect(run.errors).toEqual([])
    expect(run.outputs).toMatchObject({ outcome: 'succeeded', 'exit-code': '0' })
  })
})

describe('a migration whose host is found unhealthy', () => {
  it('is no success although it ends in good order', async () => {
    const taskFaults = [{ cause: 'InfrastructureHealth', after: '4s', family: 'api' }] as const
    const world = migrating(obedient, { taskFaults })
    const run = await migrate({ image: 'api:2', command: 'alembic upgrade head' }, world)
    expect(run.outputs).toMatchObject({ outcome: 'killed', failure: 'capacity', 'exit-code': '0' })
    expect(startsIn(run.simulator)).toBe(1)
  })
})
