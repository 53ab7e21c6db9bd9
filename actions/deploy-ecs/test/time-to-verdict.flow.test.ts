import {
  DescribeServiceDeploymentsCommand,
  ECSClient,
  ListServiceDeploymentsCommand,
} from '@aws-sdk/client-ecs'
import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { runInWorld } from '../../../test/support/run-in-world.ts'
import { contract } from '../src/contract.ts'
import { main } from '../src/main.ts'
import { apiWorld, breaker, images } from './api.world.ts'
import { deploy } from './deploy.ts'

/** Seconds from the end that ECS records to that of the step, and how often ECS was asked meanwhile. */
async function timeToVerdict(world: World, image: string) {
  let [lateSeconds, begunAt] = [NaN, NaN]
  const run = await runInWorld({ contract, main }, world, {
    inputs: { cluster: 'shop', service: 'api', image },
    async before() {
      begunAt = Date.now()
    },
    async afterwards() {
      const now = Date.now()
      const ecs = new ECSClient({})
      const reference = { cluster: 'shop', service: 'api' }
      const listed = await ecs.send(new ListServiceDeploymentsCommand(reference))
      const arns = (listed.serviceDeployments ?? []).map(
        (brief) => brief.serviceDeploymentArn ?? '',
      )
      const command = new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: arns })
      const { serviceDeployments = [] } = await ecs.send(command)
      ecs.destroy()
      const ends = serviceDeployments.map((one) => Number(one.finishedAt ?? one.stoppedAt))
      lateSeconds = (now - Math.max(...ends)) / 1000
    },
  })
  const waiting = run.simulator.requests.filter(({ at }) => Number(at) >= begunAt + 60_000)
  return { lateSeconds, callsPerMinute: waiting.length / (run.seconds / 60 - 1), run }
}

describe('twenty ten-minute rollouts', () => {
  it('are judged 3 s (median) and 6 s (worst) after the end that ECS records, by 20 calls a minute', async () => {
    const late: number[] = []
    for (let i = 0; i < 20; i++) {
      const image = i % 4 === 3 ? images.crashing : images.healthy
      const world: World = { ...apiWorld(), timings: { pull: `${560_000 + i * 1_234}ms` } }
      const { lateSeconds, callsPerMinute, run } = await timeToVerdict(world, image)
      expect(run.outputs['outcome']).toBe(i % 4 === 3 ? 'rolled-back' : 'deployed')
      expect(callsPerMinute).toBeLessThanOrEqual(20)
      late.push(lateSeconds)
    }
    const sorted = late.toSorted((a, b) => a - b)
    expect(sorted[10]).toBeLessThanOrEqual(3)
    expect(sorted.at(-1)).toBeLessThanOrEqual(6)
  }, 180_000)
})

describe('what is doomed', () => {
  it('is red within 6 s of the stop of a breaker that does not go back', async () => {
    const world = apiWorld({ deploymentConfiguration: breaker(false) })
    const inputs = { image: images.crashing, 'fail-fast': 'false', 'on-failure': 'leave' }
    const run = await deploy(inputs, world)
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'crash' })
    // Two rounds of tasks, and the breaker stops at 52 s.
    expect(run.seconds).toBeLessThan(58)
  })

  it('is known at the second death alike, whatever breaker this step has set', async () => {
    for (const set of ['off', 'stop', 'rollback']) {
      const run = await deploy({ image: images.crashing, 'circuit-breaker': set })
      expect(run.outputs).toMatchObject({ outcome: 'rolled-back', failure: 'crash' })
      expect(run.seconds).toBeLessThan(120)
    }
  })

  it('is not taken for doomed by Spot that is taken away, or by capacity that is not there', async () => {
    const causes = ['SpotInterruption', 'CapacityWithdrawn'] as const
    for (const cause of causes) {
      const world = apiWorld({
        launchType: undefined,
        capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
        deploymentConfiguration: breaker(false, false),
      })
      const since = { operation: 'UpdateService' }
      const run = await deploy(
        { image: images.healthy },
        { ...world, taskFaults: [{ cause, after: '3s', since, tasks: [1, 2, 3, 4] }] },
      )
      expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'deployed' } })
    }
  })
})
