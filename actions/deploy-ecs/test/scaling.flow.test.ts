import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { changes } from '../../../test/support/run-in-world.ts'
import { apiDefinition, apiWorld, images } from './api.world.ts'
import { deploy } from './deploy.ts'

/** A world in which the running version needs a secret whose key is taken away a second after the start. */
function brokenMeanwhile(): World {
  const arn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:api-AbCdEf'
  const definition = apiDefinition(images.running)
  const [container] = definition.containerDefinitions
  const secrets = [{ name: 'KEY', valueFrom: `${arn}:KEY::` }]
  const input = { SecretId: 'api', SecretString: '{"OTHER":"canary-2"}' }
  return {
    ...apiWorld(),
    secrets: [{ name: 'api', arn, value: { KEY: 'canary-1' } }],
    taskDefinitions: [{ ...definition, containerDefinitions: [{ ...container, secrets }] }],
    actors: [{ after: '0s', operation: 'PutSecretValue', input }],
  }
}

describe('scaling', () => {
  it('survives failures that outlast the retries', async () => {
    const error = { name: 'ServerException', status: 500 }
    const calls = Array.from({ length: 20 }, (_, i) => i + 3)
    const faults = [{ operation: 'DescribeServices', calls, error }]
    const run = await deploy({ 'desired-count': '4' }, { ...apiWorld(), faults })
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'deployed' } })
    expect(run.summary).toContain('4 of 4')
  })

  it('to tasks that keep dying alike is red early, with the cause, and takes nothing back', async () => {
    const run = await deploy({ 'desired-count': '4' }, brokenMeanwhile())
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'secret' })
    expect(run.errors[0]?.message).toContain('did not contain json key KEY')
    expect(run.errors[0]?.message).toContain('The desired count stays as it was set.')
    expect(changes(run.simulator)).toEqual(['UpdateService'])
    expect(run.seconds).toBeLessThan(120)
    expect(run.everything).not.toContain('canary')
  })

  it('asks at most twenty times a minute', async () => {
    const world: World = { ...apiWorld(), timings: { pull: '8m' } }
    const run = await deploy({ 'desired-count': '4' }, world)
    expect(run.outputs['outcome']).toBe('deployed')
    expect(run.simulator.requests.length / (run.seconds / 60)).toBeLessThan(20)
  })

  it('down is green when so few run', async () => {
    const run = await deploy({ 'desired-count': '1' })
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'deployed' } })
    expect(run.seconds).toBeLessThan(15)
  })
})

describe('somebody who changes the desired count during a rollout', () => {
  const scale = (after: string, desiredCount: number) => ({
    after,
    operation: 'UpdateService',
    input: { cluster: 'shop', service: 'api', desiredCount },
  })

  it.each([
    ['up', 5, 'deployed'],
    ['down', 1, 'deployed'],
  ])('%s, to %i, does not make it red', async (_, desiredCount, outcome) => {
    for (const after of ['1s', '10s', '25s', '32s']) {
      const run = await deploy(
        { image: images.healthy },
        { ...apiWorld(), actors: [scale(after, desiredCount)] },
      )
      expect(run).toMatchObject({ exitCode: 0, outputs: { outcome } })
    }
  })

  it('to more than there is capacity for, when it has succeeded, is green with a warning', async () => {
    const world: World = {
      ...apiWorld(),
      actors: [scale('34s', 9)],
      taskFaults: [{ cause: 'CapacityUnavailable', from: '34s' }],
    }
    const run = await deploy({ image: images.healthy }, world)
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'deployed' } })
    expect(run.warnings.join('\n')).toContain('7 of the tasks that are desired now did not run yet')
    expect(run.seconds).toBeLessThan(120)
  })

  it('to nothing is red, since nothing is proven', async () => {
    const world: World = { ...apiWorld(), actors: [scale('32s', 0)] }
    const run = await deploy({ image: images.healthy }, world)
    expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', failure: 'conflict' } })
  })
})
