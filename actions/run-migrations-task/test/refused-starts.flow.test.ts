import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { changes } from '../../../test/support/run-in-world.ts'
import { migrate, startsIn } from './in-flow.ts'
import { migrationsWorld } from './migrations.world.ts'
import { oneOffTasks } from './tasks-at-work.ts'

const migration = { image: 'api:2', command: 'alembic upgrade head' }
const registry = '123456789012.dkr.ecr.us-east-1.amazonaws.com'

type Faults = NonNullable<World['faults']>

function withFaults(...faults: Faults): World {
  return migrationsWorld({}, { faults })
}

describe('RunTask without an answer', () => {
  it.each([
    ['for throttling', { error: { name: 'ThrottlingException', message: 'Rate exceeded' } }],
    ['for errors of ECS', { error: { name: 'ServerException', status: 500 } }],
    ['for silence', { delay: '1h' }],
    ['for lost connections', { reset: true }],
  ])(
    '%s, again and again, is an error of the service, and what may be at work is said',
    async (_, fault) => {
      const run = await migrate(
        migration,
        withFaults(
          { operation: 'RunTask', every: 1, ...fault },
          { operation: 'ListTasks', lag: '1h' },
        ),
      )
      expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'service-error' })
      expect(run.errors[0]?.message).toContain('A task may have been started')
      expect(run.errors[0]?.message).toContain('Run the step again')
    },
  )
})

describe('ListTasks that fails for minutes', () => {
  it('is asked again until it answers', async () => {
    const error = { name: 'ServerException', status: 500 }
    const fault = { operation: 'ListTasks', to: '3m', every: 1, error }
    const run = await migrate(migration, withFaults(fault), {
      async afterwards() {
        expect(await oneOffTasks()).toHaveLength(1)
      },
    })
    expect(run.outputs).toMatchObject({ outcome: 'succeeded', adopted: 'false' })
  })
})

describe('a want of capacity', () => {
  it('that ECS tells by an exception is tried again', async () => {
    const message =
      'Capacity is unavailable at this time. Please try again later or in a different availability zone'
    const error = { name: 'ClientException', message }
    const run = await migrate(migration, withFaults({ operation: 'RunTask', calls: [1], error }))
    expect(run.outputs).toMatchObject({ outcome: 'succeeded' })
    expect(startsIn(run.simulator)).toBe(1)
  })

  it('on instances says what there is too little of, after as many attempts as there are', async () => {
    const run = await migrate(
      { service: '', 'task-definition': 'api', 'launch-type': 'EC2', command: 'alembic x' },
      onSmallInstances(),
    )
    expect(run.outputs).toMatchObject({ outcome: 'never-started', failure: 'capacity' })
    expect(run.errors[0]?.message).toMatch(/in 3 attempts: RESOURCE:/)
  })
})

/** A cluster whose instances have room for nothing. */
function onSmallInstances(): World {
  const world = migrationsWorld()
  const definitions = (world.taskDefinitions ?? []).map((definition) => ({
    ...definition,
    networkMode: 'bridge',
    requiresCompatibilities: ['EC2'],
  }))
  const clusters = [{ name: 'shop', containerInstances: [{ cpu: 128, memory: 128 }] }]
  return { ...world, taskDefinitions: definitions, clusters }
}

describe('what ECS refuses', () => {
  it.each([
    [
      'a subnet that is gone',
      'InvalidParameterException',
      'Error retrieving subnet information for [subnet-private]: The subnet ID does not exist',
      'Input subnets',
    ],
    [
      'an inactive cluster',
      'ClusterNotFoundException',
      'The referenced cluster was inactive.',
      'Input cluster',
    ],
    [
      'an unknown platform version',
      'PlatformUnknownException',
      'The specified platform version does not exist.',
      'Input platform-version',
    ],
    [
      'what no input is about',
      'ClientException',
      'TaskDefinition is inactive.',
      'ECS refuses to run the task',
    ],
  ])('for %s is a wrong input, by name, and tried once', async (_, name, message, words) => {
    const fault = { operation: 'RunTask', every: 1, error: { name, message } }
    const run = await migrate(migration, withFaults(fault))
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    expect(run.errors[0]?.message).toContain(words)
    expect(run.errors[0]?.message).toContain(message)
    const calls = run.simulator.requests.filter(({ operation }) => operation === 'RunTask')
    expect(calls).toHaveLength(1)
  })

  it('as an address for a task on instances is a wrong input', async () => {
    const inputs = { ...migration, 'launch-type': 'EC2', 'assign-public-ip': 'ENABLED' }
    const run = await migrate(inputs, migrationsWorld())
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    expect(run.errors[0]?.message).toContain('Input assign-public-ip')
  })
})

describe('an image for another container than the one that runs the command', () => {
  it('is refused before anything is changed, since the migration would run the old one', async () => {
    const beside = [{ name: 'migrate', image: `${registry}/api:1`, essential: false }]
    const run = await migrate({ ...migration, container: 'migrate' }, migrationsWorld({ beside }))
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    expect(run.errors[0]?.message).toContain('migrate=api:2')
    expect(changes(run.simulator)).toEqual([])
  })
})
