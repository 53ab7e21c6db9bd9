import { DescribeServicesCommand, ECSClient, type Service } from '@aws-sdk/client-ecs'
import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { changes, runInWorld } from '../../../test/support/run-in-world.ts'
import { contract } from '../src/contract.ts'
import { main } from '../src/main.ts'
import { apiDefinition, apiWorld, digestOf, images } from './api.world.ts'
import { deploy } from './deploy.ts'
import { deployAlso } from './several-runs.ts'
import { written } from './written-file.ts'

const arnOf = (revision: number): string =>
  `arn:aws:ecs:us-east-1:123456789012:task-definition/api:${revision}`

async function describeService(): Promise<Service | undefined> {
  const ecs = new ECSClient({})
  const command = new DescribeServicesCommand({ cluster: 'shop', services: ['api'] })
  const { services = [] } = await ecs.send(command)
  ecs.destroy()
  return services[0]
}

describe('rollback-to', () => {
  it.each([
    ['the version before', 'last-successful'],
    ['a revision', '1'],
    ['a revision with its family', 'api:1'],
    ['its ARN', arnOf(1)],
    ['the tag of an image', 'running'],
    ['the digest of an image', digestOf('running')],
  ])('goes to %s: %s', async (_, version) => {
    const first = await runInWorld({ contract, main }, apiWorld(), {
      inputs: { cluster: 'shop', service: 'api', image: images.healthy },
      async afterwards(simulator) {
        const recorded = await deployAlso(simulator, { 'rollback-to': version })
        expect(recorded.outputs).toMatchObject({
          outcome: 'deployed',
          'task-definition-arn': arnOf(1),
          'previous-task-definition-arn': arnOf(2),
        })
      },
    })
    expect(first.exitCode).toBe(0)
  })

  it('goes past a version that failed', async () => {
    const first = await runInWorld({ contract, main }, apiWorld(), {
      inputs: { cluster: 'shop', service: 'api', image: images.healthy },
      async afterwards(simulator) {
        const crashing = {
          image: images.crashing,
          'on-failure': 'leave',
          'circuit-breaker': 'stop',
        }
        expect((await deployAlso(simulator, crashing)).exitCode).toBe(1)
        const back = await deployAlso(simulator, { 'rollback-to': 'last-successful' })
        expect(back.outputs).toMatchObject({ outcome: 'deployed', 'task-definition-arn': arnOf(2) })
      },
    })
    expect(first.exitCode).toBe(0)
  })

  it('that leads nowhere says what there is', async () => {
    const none = await deploy({ 'rollback-to': 'last-successful' })
    expect(none.errors[0]?.message).toContain('no other version of the service')
    const first = await runInWorld({ contract, main }, apiWorld(), {
      inputs: { cluster: 'shop', service: 'api', image: images.healthy },
      async afterwards(simulator) {
        const recorded = await deployAlso(simulator, { 'rollback-to': 'v9' })
        expect(recorded.errors[0]?.message).toMatch(/There is: api:1 of .* \(api:running\)/)
      },
    })
    expect(first.exitCode).toBe(0)
  })
})

describe('scaling alone', () => {
  it('starts no deployment, and is green when so many run', async () => {
    const run = await deploy({ 'desired-count': '4' })
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'deployed' } })
    expect(changes(run.simulator)).toEqual(['UpdateService'])
    expect(run.summary).toContain('4 of 4')
  })

  it('to what it is already changes nothing', async () => {
    const run = await deploy({ 'desired-count': '2' })
    expect(run.outputs).toMatchObject({ outcome: 'unchanged' })
    expect(changes(run.simulator)).toEqual([])
  })

  it('to nothing is unproven, with a warning, and refused by preflight: strict', async () => {
    const run = await deploy({ 'desired-count': '0' })
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'unproven' } })
    const strict = await deploy({ 'desired-count': '0', preflight: 'strict' })
    expect(strict.outputs).toMatchObject({ outcome: 'failed', failure: 'preflight' })
  })

  it('that does not come about is red, with the reason', async () => {
    const taskFaults = [{ cause: 'CapacityUnavailable' as const, after: '1s' }]
    const world: World = { ...apiWorld(), taskFaults }
    const run = await deploy({ 'desired-count': '4', timeout: '2m' }, world)
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'capacity' })
    expect(run.errors[0]?.message).toContain('2 of 4 tasks of api run')
  })

  it('goes together with a deployment in one call', async () => {
    const run = await runInWorld({ contract, main }, apiWorld(), {
      inputs: { cluster: 'shop', service: 'api', image: images.healthy, 'desired-count': '3' },
      async afterwards() {
        expect(await describeService()).toMatchObject({ desiredCount: 3, runningCount: 3 })
      },
    })
    expect(run.outputs['outcome']).toBe('deployed')
    expect(changes(run.simulator)).toEqual(['RegisterTaskDefinition', 'UpdateService'])
  })
})

describe('settings of the service', () => {
  it('are sent only where they differ, and keep what they do not name', async () => {
    const settings = {
      'enable-execute-command': 'true',
      'propagate-tags': 'SERVICE',
      'maximum-percent': '150',
      'health-check-grace-period': '30s',
      'circuit-breaker': 'stop',
    }
    const first = await runInWorld({ contract, main }, apiWorld(), {
      inputs: { cluster: 'shop', service: 'api', ...settings },
      async afterwards(simulator, recorded) {
        expect(recorded.outputs['outcome']).toBe('deployed')
        expect(await describeService()).toMatchObject({
          enableExecuteCommand: true,
          propagateTags: 'SERVICE',
          healthCheckGracePeriodSeconds: 30,
          deploymentConfiguration: {
            minimumHealthyPercent: 100,
            maximumPercent: 150,
            deploymentCircuitBreaker: { enable: true, rollback: false },
          },
        })
        const again = await deployAlso(simulator, settings)
        expect(again.outputs['outcome']).toBe('unchanged')
      },
    })
    expect(first.exitCode).toBe(0)
  })
})

describe('creating a service', () => {
  const definition = {
    desiredCount: 2,
    launchType: 'FARGATE',
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
  }
  const nothing: World = { ...apiWorld(), clusters: [{ name: 'shop', services: [] }] }

  it('that is not there deploys to it', async () => {
    const inputs = {
      create: 'if-missing',
      'service-definition': await written('service.json', definition),
      'task-definition': await written('task.json', apiDefinition(images.healthy)),
    }
    const run = await runInWorld({ contract, main }, nothing, {
      inputs: { cluster: 'shop', service: 'api', ...inputs },
      async afterwards(simulator) {
        expect(await describeService()).toMatchObject({ desiredCount: 2, runningCount: 2 })
        const again = await deployAlso(simulator, inputs)
        expect(again.outputs['outcome']).toBe('unchanged')
      },
    })
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'created' } })
    expect(changes(run.simulator)).toEqual(['RegisterTaskDefinition', 'CreateService'])
  })

  it('whose first version crashes is red, and there is nothing to go back to', async () => {
    const run = await deploy(
      {
        create: 'if-missing',
        'service-definition': await written('service.json', definition),
        'task-definition': await written('task.json', apiDefinition(images.crashing)),
      },
      nothing,
    )
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'crash' })
    expect(run.errors[0]?.message).toContain('There is no earlier version to go back to.')
  })

  it('from a definition that is wrong is refused with all that is wrong', async () => {
    const file = await written('service.json', { ...definition, desiredCout: 1, launchType: 3 })
    const inputs = { create: 'if-missing', 'service-definition': file, 'task-definition': 'api:1' }
    const run = await deploy(inputs, nothing)
    expect(run.errors[0]?.message).toContain('desiredCout is not a key that AWS knows')
    expect(run.errors[0]?.message).toContain('launchType must be text')
    expect(changes(run.simulator)).toEqual([])
  })

  it('that is not there is an error without create', async () => {
    const run = await deploy({ 'task-definition': 'api:1' }, nothing)
    expect(run.errors[0]?.message).toContain('there is no service api in the cluster shop')
  })
})

describe('a definition that runs already', () => {
  const secretArn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:api-AbCdEf'
  const withSecret = (): World => {
    const definition = apiDefinition(images.running)
    const [container] = definition.containerDefinitions
    const secrets = [{ name: 'KEY', valueFrom: `${secretArn}:KEY::` }]
    return {
      ...apiWorld(),
      secrets: [{ name: 'api', arn: secretArn, value: { KEY: 'canary-one' } }],
      taskDefinitions: [{ ...definition, containerDefinitions: [{ ...container, secrets }] }],
      actors: [
        {
          after: '10m',
          operation: 'PutSecretValue',
          input: { SecretId: 'api', SecretString: '{"KEY":"canary-two"}' },
        },
      ],
    }
  }

  it('is left alone while its secrets are the same, and deployed when one has a newer version', async () => {
    const run = await runInWorld({ contract, main }, withSecret(), {
      inputs: { cluster: 'shop', service: 'api', 'task-definition': 'api:1' },
      async afterwards(simulator, recorded) {
        expect(recorded.outputs['outcome']).toBe('unchanged')
        await new Promise((resolve) => setTimeout(resolve, 11 * 60_000))
        const inputs = { 'task-definition': 'api:1' }
        const second = await deployAlso(simulator, inputs)
        expect(second.outputs['outcome']).toBe('deployed')
        expect(second.log.join('\n')).toContain(
          'in new tasks, since api has a newer version than the service was deployed with',
        )
        const third = await deployAlso(simulator, inputs)
        expect(third.outputs['outcome']).toBe('unchanged')
      },
    })
    expect(run.everything).not.toContain('canary')
  })

  it('does not stand still for a desired count that is asked for besides', async () => {
    const run = await deploy({ 'task-definition': 'api:1', 'desired-count': '3' })
    expect(run.outputs['outcome']).toBe('deployed')
    expect(run.log.join()).toContain('Change desiredCount of api, which starts no deployment.')
  })
})

it('sends what is asked for and nothing that empties what was set elsewhere', async () => {
  const run = await deploy({ image: images.healthy })
  const update = run.simulator.requests.find(({ operation }) => operation === 'UpdateService')
  expect(Object.keys(update?.input ?? {}).toSorted()).toEqual([
    'cluster',
    'service',
    'taskDefinition',
  ])
})
