import { describe, expect, it } from 'vitest'
import { arbiterWorld, repository } from './arbiter-world.ts'
import { deployTag, describeDeployment, describeTasks, eventsOf, untilEnded } from './deploying.ts'
import { inVirtualTime, sleepSeconds } from './in-virtual-time.ts'

describe('A rollout whose percentages let it neither start nor stop a task', () => {
  it('stands still, and its service says which values to change', () => {
    const deploymentConfiguration = { minimumHealthyPercent: 75, maximumPercent: 125 }
    const world = arbiterWorld({ desiredCount: 2, deploymentConfiguration })
    return inVirtualTime(world, async ({ ecs }) => {
      const arn = await deployTag(ecs, '1.5.0')
      await sleepSeconds(1200)
      expect(await describeDeployment(ecs, arn)).toMatchObject({
        status: 'IN_PROGRESS',
        targetServiceRevision: { runningTaskCount: 0, pendingTaskCount: 0 },
      })
      expect(await eventsOf(ecs)).toContain(
        'was unable to stop or start tasks during a deployment because of the service deployment ' +
          'configuration. Update the minimumHealthyPercent or maximumPercent value and try again.',
      )
    })
  })
})

describe('The threshold of the circuit breaker', () => {
  const threshold = async (desiredCount: number, thresholdConfiguration: object = {}) => {
    const isGiven = Object.keys(thresholdConfiguration).length > 0
    const deploymentCircuitBreaker = {
      enable: true,
      rollback: true,
      ...(isGiven && { thresholdConfiguration }),
    }
    let found: number | undefined
    const service = { desiredCount, deploymentConfiguration: { deploymentCircuitBreaker } }
    await inVirtualTime(arbiterWorld(service), async ({ ecs }) => {
      const deployment = await describeDeployment(ecs, await deployTag(ecs, '1.5.0'))
      found = deployment.deploymentCircuitBreaker?.threshold
    })
    return found
  }

  it('is half of the desired count, at least three', async () => {
    expect(await threshold(1)).toBe(3)
    expect(await threshold(11)).toBe(6)
  })

  it.each([
    [{ type: 'COUNT', value: 7 }, 7],
    [{ type: 'BOUNDED_PERCENT', value: 10 }, 3],
    [{ type: 'UNBOUNDED_PERCENT', value: 10 }, 2],
    [{ type: 'UNBOUNDED_PERCENT', value: 90 }, 10],
  ])('is what %o makes of eleven', async (configuration, expected) => {
    expect(await threshold(11, configuration)).toBe(expected)
  })
})

describe('A rollout of which now and then a task is healthy for a while', () => {
  const flapping = (more: object) =>
    arbiterWorld(
      {
        deploymentConfiguration: {
          deploymentCircuitBreaker: { enable: true, rollback: true, ...more },
          minimumHealthyPercent: 100,
          maximumPercent: 125,
        },
        desiredCount: 4,
      },
      {
        images: [
          { repository, tags: ['1.4.0'] },
          {
            repository,
            tags: ['flapping'],
            behaviour: { exit: { after: '35s', code: 1 } },
          },
        ],
      },
    )

  it('goes on for long where a healthy task clears the count', () =>
    inVirtualTime(flapping({}), async ({ ecs }) => {
      const arn = await deployTag(ecs, 'flapping')
      await sleepSeconds(240)
      const stopped = await describeTasks(ecs, 'STOPPED')
      const crashed = stopped.filter(({ stopCode }) => stopCode === 'EssentialContainerExited')
      expect(crashed.length).toBeGreaterThanOrEqual(3)
      expect((await describeDeployment(ecs, arn)).status).toBe('IN_PROGRESS')
    }))

  it('is given up where it does not', () =>
    inVirtualTime(flapping({ resetOnHealthyTask: false }), async ({ ecs }) => {
      const ended = await untilEnded(ecs, await deployTag(ecs, 'flapping'))
      expect(ended.status).toBe('ROLLBACK_SUCCESSFUL')
    }))
})
