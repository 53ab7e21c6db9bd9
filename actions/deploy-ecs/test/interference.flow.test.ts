import { describe, expect, it } from 'vitest'
import {
  ECSClient,
  ListServiceDeploymentsCommand,
  StopServiceDeploymentCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs'
import { changes, type WorldRunOptions } from '../../../test/support/run-in-world.ts'
import { apiWorld, images } from './api.world.ts'
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
})
