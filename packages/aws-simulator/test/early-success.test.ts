import { describe, expect, it } from 'vitest'
import { startSimulator, type World } from '../src/index.ts'
import { arbiterWorld } from './arbiter-world.ts'
import { deployTag, describeService, describeTasks, untilEnded } from './deploying.ts'
import { inVirtualTime, sleepSeconds } from './in-virtual-time.ts'

/** Ten tasks of Arbiter, two at a time; enough is what the criteria say. */
function criteria(more: object): World {
  return arbiterWorld({
    desiredCount: 10,
    deploymentConfiguration: {
      minimumHealthyPercent: 50,
      maximumPercent: 120,
      deploymentCircuitBreaker: { enable: true, rollback: true },
      earlySuccessCriteria: { enable: true, healthyPercent: 60, ...more },
    },
  })
}

describe('A rollout with early success criteria', () => {
  it('succeeds with enough new tasks, while the earlier ones are still there, where these may go later', () =>
    inVirtualTime(criteria({ sourceServiceRevisionCleanup: 'DEFERRED' }), async ({ ecs }) => {
      const ended = await untilEnded(ecs, await deployTag(ecs, '1.5.0'))
      const { deployments = [] } = await describeService(ecs)
      expect(ended.status).toBe('SUCCESSFUL')
      expect(ended.targetServiceRevision?.runningTaskCount).toBeLessThan(10)
      expect(ended.targetServiceRevision?.runningTaskCount).toBeGreaterThanOrEqual(6)
      expect(deployments).toMatchObject([
        { status: 'PRIMARY', rolloutState: 'COMPLETED' },
        { status: 'ACTIVE' },
      ])
      await sleepSeconds(300)
      expect(await describeService(ecs)).toMatchObject({ runningCount: 10, deployments: [{}] })
      const running = await describeTasks(ecs, 'RUNNING')
      expect(new Set(running.map(({ taskDefinitionArn }) => taskDefinitionArn))).toEqual(
        new Set([expect.stringMatching(/:2$/)]),
      )
    }))

  it('succeeds only when the earlier tasks are gone, where it is to wait for that', () =>
    inVirtualTime(criteria({ sourceServiceRevisionCleanup: 'BLOCKING' }), async ({ ecs }) => {
      const ended = await untilEnded(ecs, await deployTag(ecs, '1.5.0'))
      const stopped = await describeTasks(ecs, 'STOPPED')
      const lastMs = Math.max(...stopped.map(({ stoppedAt }) => Number(stoppedAt)))
      expect(ended.status).toBe('SUCCESSFUL')
      expect(stopped).toHaveLength(10)
      expect(Number(ended.finishedAt)).toBeGreaterThanOrEqual(lastMs)
      expect(ended.targetServiceRevision?.runningTaskCount).toBeLessThan(10)
      await sleepSeconds(300)
      expect(await describeService(ecs)).toMatchObject({ runningCount: 10, deployments: [{}] })
    }))

  it('fails as any other when too few are ever healthy', () =>
    inVirtualTime(criteria({ sourceServiceRevisionCleanup: 'DEFERRED' }), async ({ ecs }) => {
      const ended = await untilEnded(ecs, await deployTag(ecs, 'crashes'))
      expect(ended.status).toBe('ROLLBACK_SUCCESSFUL')
      expect(await describeService(ecs)).toMatchObject({ runningCount: 10 })
    }))

  it.each<[string, object, RegExp]>([
    ['nobody says when the earlier tasks go', {}, /sourceServiceRevisionCleanup must be specified/],
    [
      'they ask for less than the minimum',
      { healthyPercent: 40, sourceServiceRevisionCleanup: 'BLOCKING' },
      /must be between minimumHealthyPercent and 100/,
    ],
  ])('is refused when %s', async (_, more, message) => {
    await expect(startSimulator({ world: criteria(more) })).rejects.toThrow(message)
  })
})
