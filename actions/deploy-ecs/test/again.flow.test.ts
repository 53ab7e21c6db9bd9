import { ECSClient, UpdateServiceCommand } from '@aws-sdk/client-ecs'
import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { changes, runInWorld } from '../../../test/support/run-in-world.ts'
import { contract } from '../src/contract.ts'
import { main } from '../src/main.ts'
import { apiWorld, breaker, digestOf, images } from './api.world.ts'
import { deploy, sleep } from './deploy.ts'
import { deployAlso, workflowRun } from './several-runs.ts'

const service = { cluster: 'shop', service: 'api' }
const arnOf = (revision: number): string =>
  `arn:aws:ecs:us-east-1:123456789012:task-definition/api:${revision}`

describe('the same step again', () => {
  it('after an image came out as another is red again, and not unchanged', async () => {
    const byDigest = `${images.healthy.replace(/:healthy$/, '')}@${digestOf('healthy')}`
    const world = apiWorld()
    const mirrored: World = {
      ...world,
      images: (world.images ?? []).map((image) =>
        image.tags?.[0] === 'healthy' ? { ...image, servesDigest: digestOf('other') } : image,
      ),
    }
    const inputs = { image: byDigest, 'on-failure': 'leave' }
    const run = await runInWorld({ contract, main }, mirrored, {
      inputs: { ...service, ...inputs },
      async afterwards(simulator, recorded) {
        expect(recorded.outputs).toMatchObject({ outcome: 'failed', failure: 'image' })
        const second = await deployAlso(simulator, inputs)
        expect(second.outputs).toMatchObject({ outcome: 'failed', failure: 'image' })
      },
    })
    expect(run.exitCode).toBe(1)
  })

  it('after a crash loop was left is red again between two crashes', async () => {
    const world = apiWorld({ deploymentConfiguration: breaker(false, false) })
    const inputs = { image: images.looping, 'on-failure': 'leave', pin: 'off' }
    const run = await runInWorld({ contract, main }, world, {
      inputs: { ...service, ...inputs },
      async afterwards(simulator) {
        for (const seconds of [5, 10, 15]) {
          await sleep(seconds)
          const second = await deployAlso(simulator, inputs)
          expect(second.outputs).toMatchObject({ outcome: 'failed', failure: 'crash' })
        }
      },
    })
    expect(run.exitCode).toBe(1)
  })

  it('after scaling found no capacity waits for the tasks that are missing', async () => {
    const taskFaults = [{ cause: 'CapacityUnavailable' as const, after: '1s' }]
    const world: World = { ...apiWorld(), taskFaults }
    const inputs = { 'desired-count': '5', timeout: '2m' }
    const run = await runInWorld({ contract, main }, world, {
      inputs: { ...service, ...inputs },
      async afterwards(simulator, recorded) {
        expect(recorded.outputs).toMatchObject({ outcome: 'failed', failure: 'capacity' })
        const second = await deployAlso(simulator, inputs)
        expect(second.exitCode).toBe(1)
        expect(second.log.join()).toContain('Wait until as many tasks of api run as are desired')
      },
    })
    expect(run.exitCode).toBe(1)
  })
})

describe('settings with verify', () => {
  it('are green only where what runs passes', async () => {
    const verify = '{ checks: [{ url: "http://127.0.0.1:9/" }], timeout: 5s }'
    const run = await deploy({ 'desired-count': '3', verify })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'verify' })
  })

  it('are changed while a rollout of the same definition is followed', async () => {
    const inputs = { image: images.healthy, pin: 'off' }
    const run = await runInWorld({ contract, main }, apiWorld(), {
      inputs: { ...service, ...inputs },
      async meanwhile(simulator) {
        await sleep(8)
        const second = await deployAlso(simulator, { ...inputs, 'desired-count': '3' })
        expect(second.outputs['outcome']).toBe('deployed')
        expect(changes(simulator).filter((name) => name === 'RegisterTaskDefinition')).toHaveLength(
          1,
        )
      },
    })
    expect(run.outputs['outcome']).toBe('deployed')
  })
})

describe('the way back', () => {
  it('of a run that looked before another succeeded leads to what that one deployed', async () => {
    const faults = [
      { operation: 'DescribeTaskDefinition', from: '20s', to: '60s', every: 1, delay: '3s' },
    ]
    const world = { ...apiWorld({ deploymentConfiguration: breaker(false) }), faults }
    for (const begin of [28, 29, 30, 31, 32]) {
      const run = await runInWorld({ contract, main }, world, {
        inputs: { ...service, image: images.healthy },
        async meanwhile(simulator) {
          await sleep(begin)
          const crashing = { image: images.crashing, 'in-flight': 'wait' }
          const second = await deployAlso(simulator, crashing)
          expect(second.outputs).toMatchObject({
            outcome: 'rolled-back',
            'previous-task-definition-arn': arnOf(2),
          })
        },
      })
      expect(run.outputs['outcome']).toBe('deployed')
    }
  })

  it('by rollback-to leads further back, and not forth again, when it is run twice', async () => {
    const run = await runInWorld({ contract, main }, apiWorld(), {
      inputs: { ...service, image: images.healthy },
      async afterwards(simulator) {
        const back = { 'rollback-to': 'last-successful' }
        expect((await deployAlso(simulator, back)).outputs).toMatchObject({
          outcome: 'deployed',
          'task-definition-arn': arnOf(1),
        })
        const twice = await deployAlso(simulator, back)
        expect(twice.outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
        expect(twice.errors[0]?.message).toContain('no other version of the service')
      },
    })
    expect(run.exitCode).toBe(0)
  })
})

describe('a run that waits for its turn', () => {
  it('does not wait longer than its time, whoever deploys meanwhile', async () => {
    const inputs = { image: images.healthy, 'in-flight': 'wait', timeout: '60s' }
    const run = await runInWorld({ contract, main }, apiWorld(), {
      inputs: { ...service, ...inputs },
      async before() {
        await deployAgain()
      },
      async meanwhile() {
        for (let i = 0; i < 12; i++) {
          await sleep(20)
          await deployAgain()
        }
      },
    })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'timeout' })
  })

  it('that follows the rollout of another is known to older runs', async () => {
    const [newer, older] = [{ image: images.healthy }, { image: images.running }]
    const run = await runInWorld({ contract, main }, apiWorld(), {
      inputs: { ...service, ...newer },
      run: workflowRun(1000),
      async meanwhile(simulator) {
        await sleep(5)
        const followed = deployAlso(simulator, newer, workflowRun(1002))
        await sleep(5)
        const refused = await deployAlso(simulator, older, workflowRun(1001))
        expect(refused.outputs).toMatchObject({ outcome: 'failed', failure: 'stale-run' })
        expect((await followed).outputs['outcome']).toBe('deployed')
      },
    })
    expect(run.outputs['outcome']).toBe('deployed')
  })
})

/** Somebody else deploys the same again. */
async function deployAgain(): Promise<void> {
  const ecs = new ECSClient({})
  await ecs.send(new UpdateServiceCommand({ ...service, forceNewDeployment: true }))
  ecs.destroy()
}
