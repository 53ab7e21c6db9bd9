import { ECSClient, UpdateServiceCommand } from '@aws-sdk/client-ecs'
import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { changes, runInWorld } from '../../../test/support/run-in-world.ts'
import { contract } from '../src/contract.ts'
import { main } from '../src/main.ts'
import { apiDefinition, apiWorld, breaker, digestOf, images } from './api.world.ts'
import { definitionWith, secretArn } from './balanced.world.ts'
import { deploy, sleep } from './deploy.ts'
import { deployAlso } from './several-runs.ts'

const secrets = [{ name: 'KEY', valueFrom: `${secretArn}:KEY::` }]
const stored = { name: 'api', arn: secretArn, value: { KEY: 'canary-secret-1' } }
const put = (after: string, SecretString: string) => ({
  after,
  operation: 'PutSecretValue',
  input: { SecretId: 'api', SecretString },
})

describe('a rollback that fails as well', () => {
  const world: World = {
    ...apiWorld({
      taskDefinition: 'api:1',
      deploymentConfiguration: { ...breaker(true), minimumHealthyPercent: 0, maximumPercent: 100 },
    }),
    secrets: [stored],
    taskDefinitions: [
      definitionWith({ secrets, image: images.running }),
      apiDefinition(images.crashing),
    ],
    actors: [put('20s', '{}')],
  }

  it('is said plainly, with what both versions died of and what runs', async () => {
    const run = await deploy({ 'task-definition': 'api:2' }, world)
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'rollback-failed' })
    const message = run.errors[0]?.message ?? ''
    expect(message).toContain('ECS could not go back either')
    expect(message).toContain('0 old and 0 new tasks ran')
    expect(message).toContain('The version before did not come up again: ResourceInitialization')
    expect(message).toContain('container api exited with code 3')
    expect(message).toContain('The service is in need of a person')
    expect(run.everything).not.toContain('canary')
  })
})

describe('a service that is deleted meanwhile', () => {
  const input = { cluster: 'shop', service: 'api', force: true }

  it.each(['1s', '8s', '21s', '28s'])('after %s, makes the step red: a conflict', async (after) => {
    const actors = [{ after, operation: 'DeleteService', input }]
    const run = await deploy({ image: images.healthy }, { ...apiWorld(), actors })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'conflict' })
    expect(run.errors[0]?.message).toContain('api was changed by somebody meanwhile')
  })

  it('makes a change of settings red as well', async () => {
    const actors = [{ after: '5s', operation: 'DeleteService', input }]
    const run = await deploy({ 'desired-count': '4' }, { ...apiWorld(), actors })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'conflict' })
  })
})

describe('an ECS that knows no service deployments', () => {
  const error = { name: 'UnknownOperationException', message: 'no such operation' }
  const faults = [
    { operation: 'ListServiceDeployments', every: 1, error },
    { operation: 'DescribeServiceDeployments', every: 1, error },
  ]

  it('is believed by its older list of deployments, and by the digests of its tasks', async () => {
    const run = await deploy({ image: images.healthy }, { ...apiWorld(), faults })
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'deployed' } })
    expect(run.outputs['image-digests']).toBe(JSON.stringify({ api: digestOf('healthy') }))
    expect(run.log.join('\n')).toContain('The older list of deployments decides')
  })

  it('is left by an update when the rollout fails', async () => {
    const world = apiWorld({ deploymentConfiguration: breaker(false, false) })
    const run = await deploy({ image: images.crashing }, { ...world, faults })
    expect(run.outputs).toMatchObject({ outcome: 'rolled-back', failure: 'crash' })
    expect(changes(run.simulator).at(-1)).toBe('UpdateService')
  })
})

describe('a rollout that a cancelled run has left', () => {
  it('is followed although the secrets are newer than those of the last success', async () => {
    const world: World = {
      ...apiWorld(),
      secrets: [stored],
      taskDefinitions: [definitionWith({ secrets, image: images.running })],
      actors: [put('10m', '{"KEY":"canary-secret-2"}')],
    }
    const first = await runInWorld({ contract, main }, world, {
      inputs: { cluster: 'shop', service: 'api', 'force-new-deployment': 'true' },
      async afterwards(simulator) {
        await sleep(11 * 60)
        const ecs = new ECSClient({})
        const forced = { cluster: 'shop', service: 'api', forceNewDeployment: true }
        await ecs.send(new UpdateServiceCommand(forced))
        ecs.destroy()
        const next = await deployAlso(simulator, { 'task-definition': 'api:1' })
        expect(next.outputs).toMatchObject({ outcome: 'deployed' })
        expect(next.log.join('\n')).toContain('is being rolled out to api already')
      },
    })
    expect(first.outputs['outcome']).toBe('deployed')
  })
})

describe('a service without tasks', () => {
  it('is unproven within ten seconds, with one warning', async () => {
    const run = await deploy({ image: images.healthy }, apiWorld({ desiredCount: 0 }))
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'unproven' } })
    expect(run.seconds).toBeLessThan(10)
    expect(run.warnings).toHaveLength(1)
  })
})
