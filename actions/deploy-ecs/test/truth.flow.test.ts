import { ECSClient, UpdateServiceCommand } from '@aws-sdk/client-ecs'
import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import type { WorldRun } from '../../../test/support/run-in-world.ts'
import { apiWorld, breaker, digestOf, images } from './api.world.ts'
import { deploy, sleep } from './deploy.ts'

const byDigest = `${images.healthy.replace(/:healthy$/, '')}@${digestOf('healthy')}`

/** The world in which a mirror serves other content than the reference of the healthy image says. */
function mirroredWorld(): World {
  const world = apiWorld()
  const servesDigest = digestOf('something-else')
  return {
    ...world,
    images: (world.images ?? []).map((image) =>
      image.tags?.includes('healthy') ? { ...image, servesDigest } : image,
    ),
  }
}

const denied = {
  operation: 'DescribeServiceDeployments',
  every: 1,
  error: { name: 'AccessDeniedException', status: 400, message: 'not authorized' },
}

describe('an image that is not the one asked for', () => {
  it('is red although its deployment succeeded, by the service revision', async () => {
    const run = await deploy({ image: byDigest }, mirroredWorld())
    expect(run).toMatchObject({
      exitCode: 1,
      outputs: { outcome: 'rolled-back', failure: 'image' },
    })
    expect(run.errors[0]?.message).toContain(
      `api should run ${digestOf('healthy')} and runs ${digestOf('something-else')}`,
    )
  })

  it('is red also where only the running tasks tell', async () => {
    const run = await deploy({ image: byDigest }, { ...mirroredWorld(), faults: [denied] })
    expect(run).toMatchObject({
      exitCode: 1,
      outputs: { outcome: 'rolled-back', failure: 'image' },
    })
  })
})

describe('reads that lag behind', () => {
  const lagging = [
    { operation: 'Describe*', lag: '4s' },
    { operation: 'List*', lag: '4s' },
  ]

  it.each([
    ['healthy', { outcome: 'deployed' }],
    ['crashing', { outcome: 'rolled-back', failure: 'crash' }],
  ] as const)('do not change the verdict on a %s image', async (image, outputs) => {
    for (const faults of [lagging, [...lagging, denied], [denied, ...lagging]]) {
      const run = await deploy({ image: images[image] }, { ...apiWorld(), faults })
      expect(run.outputs).toMatchObject(outputs)
    }
  })

  it('do not make a rollout watch another one of the same definition', async () => {
    const run = await deployAfterAnother()
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'deployed' } })
  })

  it('do not let this step undo a newer deployment of somebody else', async () => {
    const faults = [{ operation: 'DescribeServices', lag: '9s' }]
    const world = { ...apiWorld({ deploymentConfiguration: breaker(false) }), faults }
    const run = await deploy({ image: images.healthy }, world, async () => {
      await sleep(20)
      const ecs = new ECSClient({})
      const input = { cluster: 'shop', service: 'api', taskDefinition: 'api:1' }
      await ecs.send(new UpdateServiceCommand({ ...input, forceNewDeployment: true }))
      ecs.destroy()
    })
    expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'superseded' } })
    const updates = run.simulator.requests.filter(({ operation }) => operation === 'UpdateService')
    expect(updates).toHaveLength(2)
  })
})

/** Somebody forces the very definition that this step forces, two seconds before it does. */
function deployAfterAnother(): Promise<WorldRun> {
  const input = {
    cluster: 'shop',
    service: 'api',
    taskDefinition: 'api:1',
    forceNewDeployment: true,
  }
  const actors = [{ after: '2s', operation: 'UpdateService', input }]
  const faults = [
    { operation: 'DescribeTaskDefinition', calls: [1], delay: '4s' },
    { operation: 'List*', lag: '4s' },
    { operation: 'DescribeServices', lag: '3s' },
  ]
  return deploy({ 'force-new-deployment': 'true' }, { ...apiWorld(), actors, faults })
}
