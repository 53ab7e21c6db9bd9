import { describe, expect, it } from 'vitest'
import {
  ECSClient,
  ListServiceDeploymentsCommand,
  StopServiceDeploymentCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs'
import { changes, runInWorld, type WorldRunOptions } from '../../../test/support/run-in-world.ts'
import { contract } from '../src/contract.ts'
import { main } from '../src/main.ts'
import { apiDefinition, apiWorld, images } from './api.world.ts'
import { deploy, sleep } from './deploy.ts'

/** What somebody else does in the account, some virtual seconds after the start. */
function after(
  seconds: number,
  act: (ecs: ECSClient) => Promise<unknown>,
): WorldRunOptions['meanwhile'] {
  return async () => {
    await sleep(seconds)
    const ecs = new ECSClient({})
    await act(ecs)
    ecs.destroy()
  }
}

describe('somebody else at work', () => {
  it('who deploys at the same time makes the step red: superseded', async () => {
    const takeOver = after(20, (ecs) =>
      ecs.send(
        new UpdateServiceCommand({
          cluster: 'shop',
          service: 'api',
          taskDefinition: 'api:1',
          forceNewDeployment: true,
        }),
      ),
    )
    const run = await deploy({ image: images.healthy }, apiWorld(), takeOver)
    expect(run).toMatchObject({
      exitCode: 1,
      outputs: { outcome: 'superseded', failure: 'superseded' },
    })
  })

  it('who stops the deployment makes the step red: rolled back, for no fault of the image', async () => {
    const stop = after(20, async (ecs) => {
      const { serviceDeployments } = await ecs.send(
        new ListServiceDeploymentsCommand({
          cluster: 'shop',
          service: 'api',
          status: ['IN_PROGRESS'],
        }),
      )
      const serviceDeploymentArn = serviceDeployments?.[0]?.serviceDeploymentArn
      await ecs.send(
        new StopServiceDeploymentCommand({ serviceDeploymentArn, stopType: 'ROLLBACK' }),
      )
    })
    const run = await deploy({ image: images.healthy }, apiWorld(), stop)
    expect(run).toMatchObject({
      exitCode: 1,
      outputs: { outcome: 'rolled-back', failure: 'cancelled' },
    })
  })
})

describe('an autoscaler', () => {
  it('that goes to 0 while a crashing image is rolled out does not make it green and proven', async () => {
    const toNothing = after(5, (ecs) =>
      ecs.send(new UpdateServiceCommand({ cluster: 'shop', service: 'api', desiredCount: 0 })),
    )
    const run = await deploy({ image: images.crashing }, apiWorld(), toNothing)
    expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', failure: 'conflict' } })
    expect(run.errors[0]?.message).toContain('Somebody set the desired count of api to 0')
  })
})

describe('a rollback that is under way', () => {
  it('is waited for before the next deployment begins', async () => {
    const definitions = [apiDefinition(images.running), apiDefinition(images.crashing)]
    const world = { ...apiWorld({ taskDefinition: 'api:1' }), taskDefinitions: definitions }
    const inputs = { cluster: 'shop', service: 'api', image: images.healthy }
    const run = await runInWorld({ contract, main }, world, {
      inputs,
      async before() {
        const ecs = new ECSClient({})
        const crashing = { cluster: 'shop', service: 'api', taskDefinition: 'api:2' }
        await ecs.send(new UpdateServiceCommand(crashing))
        ecs.destroy()
        await sleep(56)
      },
    })
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'deployed' } })
    expect(run.log.join('\n')).toContain('ECS is going back from an earlier deployment of api')
    expect(run.warnings.join()).not.toContain('this one replaces it')
  })
})

describe('a rollout that is under way already', () => {
  it('is followed by the next run, and not begun again', async () => {
    const before = async (): Promise<void> => {
      const ecs = new ECSClient({})
      await ecs.send(
        new UpdateServiceCommand({ cluster: 'shop', service: 'api', taskDefinition: 'api:2' }),
      )
      ecs.destroy()
    }
    const definitions = [apiDefinition(images.running), apiDefinition(images.healthy)]
    const world = apiWorld({ taskDefinition: 'api:1' })
    const run = await runInWorld(
      { contract, main },
      { ...world, taskDefinitions: definitions },
      {
        inputs: { cluster: 'shop', service: 'api', 'task-definition': 'api:2' },
        before,
      },
    )
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'deployed' } })
    expect(changes(run.simulator)).toEqual(['UpdateService'])
    expect(run.log.join()).toContain('is being rolled out to api already')
  })
})

describe('a cancelled job', () => {
  const cancel = async (): Promise<void> => {
    await sleep(20)
    process.emit('SIGINT')
  }

  it('leaves the rollout running', async () => {
    const run = await deploy({ image: images.healthy }, apiWorld(), cancel)
    expect(run).toMatchObject({
      exitCode: 1,
      outputs: { outcome: 'cancelled', failure: 'cancelled' },
    })
    expect(changes(run.simulator)).toEqual(['RegisterTaskDefinition', 'UpdateService'])
  })

  it('asks ECS to go back where that is wanted, within the seconds that GitHub leaves', async () => {
    const run = await deploy({ image: images.healthy, 'on-cancel': 'rollback' }, apiWorld(), cancel)
    expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', failure: 'cancelled' } })
    expect(changes(run.simulator)).toContain('StopServiceDeployment')
    expect(run.seconds).toBeLessThan(27)
  })

  it('that is cancelled while the service is being updated goes back as well', async () => {
    const faults = [{ operation: 'UpdateService', calls: [1], delay: '4s' }]
    const early = async (): Promise<void> => {
      await sleep(2)
      process.emit('SIGINT')
    }
    const inputs = { image: images.healthy, 'on-cancel': 'rollback' }
    const run = await deploy(inputs, { ...apiWorld(), faults }, early)
    expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', failure: 'cancelled' } })
    expect(run.errors[0]?.message).toContain('ECS was asked to go back')
  })
})
