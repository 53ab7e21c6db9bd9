import {
  CreateServiceCommand,
  DeregisterTaskDefinitionCommand,
  RegisterTaskDefinitionCommand,
  StopServiceDeploymentCommand,
  type Task,
} from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import { arbiterWorld, network, repository, taskDefinition } from './arbiter-world.ts'
import {
  deployTag,
  describeDeployment,
  describeService,
  describeTasks,
  eventsOf,
  listDeployments,
  untilEnded,
} from './deploying.ts'
import { inVirtualTime, sleepSeconds } from './in-virtual-time.ts'

const breaker = (enable: boolean, rollback: boolean, more: object = {}) => ({
  deploymentConfiguration: { deploymentCircuitBreaker: { enable, rollback, ...more } },
})

describe('A rollout whose tasks crash, with circuit breaker and rollback', () => {
  it('is rolled back after three failed tasks, and the old revision is steady again', () =>
    inVirtualTime(arbiterWorld(), async ({ ecs }) => {
      const before = await describeService(ecs)
      const ended = await untilEnded(ecs, await deployTag(ecs, 'crashes'))
      const after = await describeService(ecs)
      const reason =
        'Service deployment rolled back because the circuit breaker threshold was exceeded.'
      expect(ended).toMatchObject({
        status: 'ROLLBACK_SUCCESSFUL',
        statusReason: reason,
        rollback: { reason, serviceRevisionArn: before.currentServiceRevisions?.[0]?.arn },
        deploymentCircuitBreaker: { status: 'TRIGGERED', failureCount: 3, threshold: 3 },
      })
      expect(after.taskDefinition).toBe(before.taskDefinition)
      expect(after).toMatchObject({ runningCount: 1, pendingCount: 0 })
      expect((await describeTasks(ecs, 'STOPPED')).filter(hasCrashed)).toHaveLength(3)
    }))

  it('shows a new PRIMARY on the old revision and the failed one while it goes back', () =>
    inVirtualTime(arbiterWorld(), async ({ ecs }) => {
      const [completed] = (await describeService(ecs)).deployments ?? []
      const arn = await deployTag(ecs, 'crashes')
      while ((await describeDeployment(ecs, arn)).status !== 'ROLLBACK_IN_PROGRESS') {
        await sleepSeconds(5)
      }
      const { deployments = [] } = await describeService(ecs)
      expect(deployments[0]).toMatchObject({
        status: 'PRIMARY',
        taskDefinition: completed?.taskDefinition,
        rolloutState: 'IN_PROGRESS',
        rolloutStateReason: `ECS deployment circuit breaker: rolling back to deploymentId ${completed?.id}.`,
      })
      expect(deployments[1]).toMatchObject({
        status: 'ACTIVE',
        rolloutState: 'FAILED',
        rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.',
        failedTasks: 3,
      })
      const events = await eventsOf(ecs)
      expect(events).toContain(
        `(deployment ${deployments[1]?.id}) deployment failed: tasks failed to start.`,
      )
      expect(events).toContain(`rolling back to deployment ${completed?.id}.`)
    }))

  it('keeps the old task serving all the time', () =>
    inVirtualTime(arbiterWorld(), async ({ ecs }) => {
      const arn = await deployTag(ecs, 'crashes')
      for (let seconds = 0; seconds < 180; seconds += 1) {
        const running = await describeTasks(ecs, 'RUNNING')
        expect(running.some(({ healthStatus }) => healthStatus === 'HEALTHY')).toBe(true)
        await sleepSeconds(1)
      }
      expect(await describeDeployment(ecs, arn)).toMatchObject({ status: 'ROLLBACK_SUCCESSFUL' })
    }))

  it('counts as many failures as its threshold says', () =>
    inVirtualTime(
      arbiterWorld(breaker(true, true, { thresholdConfiguration: { type: 'COUNT', value: 1 } })),
      async ({ ecs }) => {
        const ended = await untilEnded(ecs, await deployTag(ecs, 'crashes'))
        expect(ended.deploymentCircuitBreaker).toMatchObject({ failureCount: 1, threshold: 1 })
      },
    ))
})

describe('A rollout whose tasks crash, with circuit breaker but without rollback', () => {
  it('is stopped, and what ran before goes on', () =>
    inVirtualTime(arbiterWorld(breaker(true, false)), async ({ ecs }) => {
      const ended = await untilEnded(ecs, await deployTag(ecs, 'crashes'))
      await sleepSeconds(600)
      const { deployments, runningCount } = await describeService(ecs)
      expect(ended).toMatchObject({ status: 'STOPPED' })
      expect(ended.rollback).toBeUndefined()
      expect(deployments).toMatchObject([
        { status: 'PRIMARY', rolloutState: 'FAILED', runningCount: 0 },
        { status: 'ACTIVE', runningCount: 1 },
      ])
      expect(runningCount).toBe(1)
      expect((await describeTasks(ecs, 'STOPPED')).filter(hasCrashed)).toHaveLength(3)
    }))
})

describe('A rollout whose tasks crash, without circuit breaker', () => {
  it('goes on for ever, more and more slowly', () =>
    inVirtualTime(arbiterWorld(breaker(false, false)), async ({ ecs }) => {
      const arn = await deployTag(ecs, 'crashes')
      await sleepSeconds(45 * 60)
      const tasks = await describeTasks(ecs, 'STOPPED')
      const starts = tasks.map(({ createdAt }) => Number(createdAt)).toSorted((a, b) => a - b)
      const gaps = starts.slice(1).map((start, index) => start - (starts[index] ?? 0))
      expect(await describeDeployment(ecs, arn)).toMatchObject({
        status: 'IN_PROGRESS',
        deploymentCircuitBreaker: { status: 'DISABLED' },
      })
      expect(gaps.at(-1)).toBeGreaterThan(8 * 60_000)
      expect(tasks.length).toBeLessThan(15)
      expect(await eventsOf(ecs)).toContain('is unable to consistently start tasks successfully.')
    }))
})

describe('The first deployment of a service', () => {
  it('has nothing to roll back to: it is stopped', () =>
    inVirtualTime({ ...arbiterWorld(), clusters: [{ name: 'arbiter-ai' }] }, async ({ ecs }) => {
      await ecs.send(new RegisterTaskDefinitionCommand(taskDefinition(`${repository}:crashes`)))
      const { service } = await ecs.send(
        new CreateServiceCommand({
          cluster: 'arbiter-ai',
          serviceName: 'backend',
          taskDefinition: 'arbiter-backend-sandbox',
          desiredCount: 1,
          networkConfiguration: network,
          deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
        }),
      )
      const ended = await untilEnded(ecs, service?.currentServiceDeployment ?? '')
      expect(ended.status).toBe('STOPPED')
      expect(ended.rollback).toBeUndefined()
    }))
})

describe('A rollback to a definition that was deregistered', () => {
  it('fails', () =>
    inVirtualTime(arbiterWorld(), async ({ ecs }) => {
      const arn = await deployTag(ecs, 'crashes')
      const old = { taskDefinition: 'arbiter-backend-sandbox:1' }
      await ecs.send(new DeregisterTaskDefinitionCommand(old))
      expect(await untilEnded(ecs, arn)).toMatchObject({
        status: 'ROLLBACK_FAILED',
        deploymentCircuitBreaker: { status: 'TRIGGERED' },
      })
    }))
})

describe('StopServiceDeployment', () => {
  it('rolls a rollout back by its request, step by step', () =>
    inVirtualTime(arbiterWorld(breaker(false, false)), async ({ ecs }) => {
      const before = await describeService(ecs)
      const arn = await deployTag(ecs, 'crashes')
      await sleepSeconds(30)
      await ecs.send(new StopServiceDeploymentCommand({ serviceDeploymentArn: arn }))
      const seen = new Set<string | undefined>()
      for (let steps = 0; steps < 8; steps += 1) {
        seen.add((await describeDeployment(ecs, arn)).status)
        await sleepSeconds(0.5)
      }
      expect([...seen]).toEqual(['STOP_REQUESTED', 'ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS'])
      expect(await untilEnded(ecs, arn)).toMatchObject({ status: 'ROLLBACK_SUCCESSFUL' })
      expect((await describeService(ecs)).taskDefinition).toBe(before.taskDefinition)
    }))

  it('is refused for a service deployment that has ended', () =>
    inVirtualTime(arbiterWorld(), async ({ ecs }) => {
      const [ended] = await listDeployments(ecs)
      const serviceDeploymentArn = ended?.serviceDeploymentArn
      await expect(
        ecs.send(new StopServiceDeploymentCommand({ serviceDeploymentArn })),
      ).rejects.toMatchObject({ name: 'ConflictException', resourceIds: [serviceDeploymentArn] })
    }))
})

function hasCrashed({ stopCode }: Task): boolean {
  return stopCode === 'EssentialContainerExited'
}
