import {
  DescribeTaskDefinitionCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import { changes } from '../../../test/support/run-in-world.ts'
import { migrate, migrateAlso, migrateTwice, startsIn } from './in-flow.ts'
import { migrationsWorld } from './migrations.world.ts'
import { untilTask, wait } from './tasks-at-work.ts'

const migration = { image: 'api:2', command: 'alembic upgrade head' }

describe('a migration', () => {
  it('runs the image that is deployed next, in the network of the service, to its end', async () => {
    const run = await migrate(migration, migrationsWorld())
    expect(run.errors).toEqual([])
    expect(run.outputs).toMatchObject({
      outcome: 'succeeded',
      'exit-code': '0',
      adopted: 'false',
      'task-definition-arn': 'arn:aws:ecs:us-east-1:123456789012:task-definition/api:2',
    })
    expect(changes(run.simulator)).toEqual(['RegisterTaskDefinition', 'RunTask'])
    const request = run.simulator.requests.find(({ operation }) => operation === 'RunTask')
    expect(request?.input).toMatchObject({
      cluster: 'shop',
      launchType: 'FARGATE',
      networkConfiguration: {
        awsvpcConfiguration: {
          subnets: ['subnet-private'],
          securityGroups: ['sg-api'],
          assignPublicIp: 'DISABLED',
        },
      },
      overrides: { containerOverrides: [{ name: 'api', command: ['alembic', 'upgrade', 'head'] }] },
    })
    expect(run.log).toContain('api | INFO Running upgrade 1 -> 2')
    expect(run.log).toContain('api | ::error::not a command')
    expect(run.seconds).toBeLessThan(90)
  })

  it('that fails is red, with its exit code and its last lines', async () => {
    const commands = [
      {
        contains: 'alembic',
        logs: [{ after: '1s', line: 'relation "users" does not exist' }],
        exit: { after: '2s', code: 3 },
      },
    ]
    const run = await migrate(migration, migrationsWorld({ behaviour: { commands } }))
    expect(run).toMatchObject({
      exitCode: 1,
      outputs: { outcome: 'failed', failure: 'crash', 'exit-code': '3' },
    })
    expect(run.errors[0]?.message).toContain('relation "users" does not exist')
  })

  it('that runs out of memory says so', async () => {
    const commands = [{ contains: 'alembic', exit: { after: '2s', outOfMemory: true } }]
    const run = await migrate(migration, migrationsWorld({ behaviour: { commands } }))
    expect(run.outputs).toMatchObject({ outcome: 'killed', failure: 'oom' })
  })

  it('that is not done in time is stopped, or left', async () => {
    const commands = [{ contains: 'alembic', exit: { after: '2h', code: 0 } }]
    const world = migrationsWorld({ behaviour: { commands } })
    const stopped = await migrate({ ...migration, timeout: '2m' }, world)
    expect(stopped.outputs).toMatchObject({ outcome: 'timed-out', failure: 'timeout' })
    expect(changes(stopped.simulator)).toContain('StopTask')
    const left = await migrate({ ...migration, timeout: '2m', 'on-timeout': 'leave' }, world)
    expect(left.outputs).toMatchObject({ outcome: 'timed-out', failure: 'timeout' })
    expect(changes(left.simulator)).not.toContain('StopTask')
  })

  it('without network is refused, naming the inputs', async () => {
    const run = await migrate({ service: '', 'task-definition': 'api' }, migrationsWorld())
    expect(run.errors[0]?.message).toMatch(
      /^Input subnets: is needed, .* give service, .* or subnets/,
    )
    expect(changes(run.simulator)).toEqual([])
  })

  it('is only planned in a dry run', async () => {
    const run = await migrate({ ...migration, 'dry-run': 'true' }, migrationsWorld())
    expect(run.outputs).toEqual({ outcome: 'planned' })
    expect(changes(run.simulator)).toEqual([])
  })
})

describe('another attempt of the same step', () => {
  const world = migrationsWorld()
  const facts = { attempt: '2' }

  it('after success starts nothing', async () => {
    const { outputs, starts } = await migrateTwice(migration, world, { facts })
    expect(outputs).toMatchObject({ outcome: 'succeeded', adopted: 'true' })
    expect(starts).toBe(1)
  })

  it('after a failure starts the task again', async () => {
    const commands = [{ contains: 'alembic', exit: { after: '2s', code: 1 } }]
    const failing = migrationsWorld({ behaviour: { commands } })
    const { outputs, starts } = await migrateTwice(migration, failing, { facts })
    expect(outputs).toMatchObject({ outcome: 'failed', adopted: 'false' })
    expect(starts).toBe(2)
  })

  it('after success starts nothing, although the service has got another definition meanwhile', async () => {
    const run = await migrate(migration, world, {
      async afterwards(simulator) {
        await deployAnother()
        const again = await migrateAlso(simulator, migration, { attempt: '2' })
        expect(again.outputs).toMatchObject({ outcome: 'succeeded', adopted: 'true' })
      },
    })
    expect(startsIn(run.simulator)).toBe(1)
  })

  it('after a cancel follows the task that is at work', async () => {
    const run = await migrate(migration, world, {
      async meanwhile() {
        await untilTask(({ lastStatus }) => lastStatus === 'RUNNING')
        process.emit('SIGINT')
      },
      async afterwards(simulator) {
        const again = await migrateAlso(simulator, migration, { attempt: '2' })
        expect(again.outputs).toMatchObject({ outcome: 'succeeded', adopted: 'true' })
        expect(startsIn(simulator)).toBe(1)
      },
    })
    expect(run.outputs).toMatchObject({ outcome: 'cancelled', failure: 'cancelled' })
    expect(run.outputs['task-arn']).toContain(':task/shop/')
  })

  it.each([
    ['leg of a matrix', { inputs: { matrix: '{"a":1}' } }],
    ['step', { facts: { step: 'other' } }],
    ['job', { facts: { job: 'other' } }],
    ['run', { facts: { id: '8' } }],
    ['command', { inputs: { command: 'alembic upgrade +1' } }],
  ])('is told from another %s', async (_, second) => {
    const { outputs, starts } = await migrateTwice(migration, world, second)
    expect(outputs).toMatchObject({ outcome: 'succeeded', adopted: 'false' })
    expect(starts).toBe(2)
  })
})

describe('two runs at the same instant', () => {
  it.each([
    ['wait', ['succeeded false', 'succeeded false'], 2],
    ['fail', ['failed undefined', 'succeeded false'], 1],
    ['adopt', ['succeeded false', 'succeeded true'], 1],
  ])('with %s', async (behavior, outcomes, starts) => {
    const inputs = { ...migration, 'lock-behavior': behavior }
    let other: string | undefined
    const run = await migrate(inputs, migrationsWorld(), {
      async meanwhile(simulator) {
        const recorded = await migrateAlso(simulator, inputs, { id: '8' })
        other = `${recorded.outputs['outcome']} ${recorded.outputs['adopted']}`
      },
    })
    const first = `${run.outputs['outcome']} ${run.outputs['adopted']}`
    expect(outcomes).toContain(first)
    expect(outcomes).toContain(other)
    expect(startsIn(run.simulator)).toBe(starts)
  })
})

/** Deploys a definition to the service that differs from what it has run so far. */
async function deployAnother(): Promise<void> {
  const ecs = new ECSClient({})
  const { taskDefinition } = await ecs.send(
    new DescribeTaskDefinitionCommand({ taskDefinition: 'api' }),
  )
  const { family, networkMode, requiresCompatibilities, cpu, memory, executionRoleArn } =
    taskDefinition ?? {}
  const [container] = taskDefinition?.containerDefinitions ?? []
  const containerDefinitions = [{ ...container, environment: [{ name: 'VERSION', value: '2' }] }]
  const roles = { executionRoleArn, networkMode, requiresCompatibilities, cpu, memory }
  await ecs.send(new RegisterTaskDefinitionCommand({ family, containerDefinitions, ...roles }))
  await ecs.send(
    new UpdateServiceCommand({ cluster: 'shop', service: 'api', taskDefinition: 'api' }),
  )
  await wait(180)
  ecs.destroy()
}
