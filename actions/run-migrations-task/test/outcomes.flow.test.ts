import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { migrate, startsIn } from './in-flow.ts'
import { migrationsWorld } from './migrations.world.ts'
import { stopTasks, wait } from './tasks-at-work.ts'

const migration = { image: 'api:2', command: 'alembic upgrade head' }
const registry = '123456789012.dkr.ecr.us-east-1.amazonaws.com'

type Command = NonNullable<
  NonNullable<NonNullable<World['images']>[number]['behaviour']>['commands']
>[number]

/** A world in which the migration ends so. */
function ending(exit: Command['exit'], more: Partial<World> = {}): World {
  const command = { contains: 'alembic', ...(exit !== undefined && { exit }) }
  return migrationsWorld({ behaviour: { commands: [command] } }, more)
}

/** The same world, with a sidecar beside the container that migrates. */
function withSidecar(
  { essential, sidecar }: { essential: readonly [boolean, boolean]; sidecar: object },
  exit: NonNullable<Command['exit']> = { after: '20s', code: 0 },
): World {
  const proxy = { name: 'proxy', image: `${registry}/proxy:1`, essential: essential[1] }
  const world = migrationsWorld({
    behaviour: { commands: [{ contains: 'alembic', exit }] },
    container: { essential: essential[0] },
    beside: [proxy],
  })
  const image = { repository: `${registry}/proxy`, tags: ['1'], behaviour: sidecar }
  return { ...world, images: [...(world.images ?? []), image] }
}

describe('a migration beside other containers', () => {
  it('succeeds although a sidecar fails', async () => {
    const sidecar = { exit: { after: '5s', code: 1 } }
    const run = await migrate(migration, withSidecar({ essential: [true, false], sidecar }))
    expect(run.outputs).toMatchObject({ outcome: 'succeeded', 'exit-code': '0' })
  })

  it('in a container that is not essential ends with it, and the others are stopped', async () => {
    const world = withSidecar({ essential: [false, true], sidecar: {} })
    const run = await migrate(
      { ...migration, image: '', images: 'api=api:2', container: 'api' },
      world,
    )
    expect(run.errors).toEqual([])
    expect(run.outputs).toMatchObject({ outcome: 'succeeded', 'exit-code': '0' })
    expect(run.seconds).toBeLessThan(90)
  })

  it('in a container that is not essential fails by its own exit code, not as stopped', async () => {
    const world = withSidecar({ essential: [false, true], sidecar: {} }, { after: '9s', code: 4 })
    const image = { image: '', images: 'api=api:2' }
    const run = await migrate({ ...migration, ...image, container: 'api' }, world)
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'crash', 'exit-code': '4' })
  })

  it('needs a name where several are essential', async () => {
    const world = withSidecar({ essential: [true, true], sidecar: {} })
    const run = await migrate({ ...migration, image: '' }, world)
    expect(run.errors[0]?.message).toMatch(/container: is needed.*api, proxy/)
    expect(startsIn(run.simulator)).toBe(0)
  })
})

describe('a migration that is cut off', () => {
  it('by a signal of its own was killed', async () => {
    const run = await migrate(migration, ending({ after: '3s', signal: 'SIGSEGV' }))
    expect(run.outputs).toMatchObject({ outcome: 'killed', failure: 'crash', 'exit-code': '139' })
  })

  it('for want of memory names the memory to raise', async () => {
    const run = await migrate(migration, ending({ after: '3s', outOfMemory: true }))
    expect(run.outputs).toMatchObject({ outcome: 'killed', failure: 'oom', 'exit-code': '137' })
    expect(run.errors[0]?.message).toMatch(/memory/i)
  })

  it.each([
    ['with the code of the signal', {}],
    ['although it ends in good order', { stop: { after: '1s', code: 0 } }],
  ])('by a person is no success, %s', async (_, behaviour) => {
    const world = migrationsWorld({ behaviour: { ...behaviour, commands: [] } })
    const run = await migrate(migration, world, {
      async meanwhile() {
        await wait(45)
        await stopTasks('enough of it')
      },
    })
    expect(run.outputs).toMatchObject({
      outcome: 'killed',
      failure: 'cancelled',
      'stopped-reason': 'enough of it',
    })
    expect(startsIn(run.simulator)).toBe(1)
  })

  it('by Spot says so', async () => {
    const taskFaults = [{ cause: 'SpotInterruption', after: '4s', family: 'api' }] as const
    const run = await migrate(
      { ...migration, 'capacity-provider-strategy': 'FARGATE_SPOT' },
      ending({ after: '30s', code: 0 }, { taskFaults }),
    )
    expect(run.outputs).toMatchObject({ outcome: 'killed', failure: 'capacity' })
    expect(startsIn(run.simulator)).toBe(1)
  })
})

describe('a task that never starts', () => {
  const secrets = [
    { name: 'KEY', valueFrom: `arn:aws:secretsmanager:us-east-1:123456789012:secret:gone-AbCdEf` },
  ]

  const alone = { ...migration, service: '', 'task-definition': 'api', subnets: 'subnet-1' }
  const world = { ...migrationsWorld({ container: { secrets } }), clusters: [{ name: 'shop' }] }

  it('for a secret that is missing is refused before anything is changed', async () => {
    const run = await migrate(alone, world)
    expect(run.outputs).toMatchObject({ outcome: 'never-started', failure: 'secret' })
    expect(startsIn(run.simulator)).toBe(0)
  })

  it('for a secret that is missing says so, also without preflight', async () => {
    const run = await migrate({ ...alone, preflight: 'off' }, world)
    expect(run.outputs).toMatchObject({ outcome: 'never-started', failure: 'secret' })
    expect(run.errors[0]?.message).toContain('before api was run')
    expect(startsIn(run.simulator)).toBe(1)
  })

  it('for an image that is missing names the image', async () => {
    const inputs = { ...migration, image: 'api:9', preflight: 'off', pin: 'off' }
    const run = await migrate(inputs, migrationsWorld())
    expect(run.outputs).toMatchObject({ outcome: 'never-started', failure: 'image' })
  })

  it.each([
    ['CapacityUnavailable', 3],
    ['CapacityWithdrawn', 3],
    ['NetworkInterfaceTimeout', 3],
  ] as const)('for %s is tried again, as often as start-attempts says', async (cause, starts) => {
    const taskFaults = [{ cause, since: { operation: 'RunTask' }, family: 'api' }]
    const run = await migrate(migration, ending({ after: '9s', code: 0 }, { taskFaults }))
    expect(run.outputs['outcome']).toBe('never-started')
    expect(startsIn(run.simulator)).toBeGreaterThanOrEqual(starts)
  })

  it('for want of capacity succeeds with the next attempt', async () => {
    const taskFaults = [
      { cause: 'CapacityUnavailable', since: { operation: 'RunTask' }, tasks: [1] },
    ] as const
    const run = await migrate(migration, ending({ after: '9s', code: 0 }, { taskFaults }))
    expect(run.outputs).toMatchObject({ outcome: 'succeeded', adopted: 'false' })
  })
})

describe('success-exit-codes', () => {
  it('says which exit codes are good', async () => {
    const inputs = { ...migration, 'success-exit-codes': '0, 3' }
    const run = await migrate(inputs, ending({ after: '3s', code: 3 }))
    expect(run.outputs).toMatchObject({ outcome: 'succeeded', 'exit-code': '3' })
    expect(run.exitCode).toBe(0)
  })
})
