import {
  DescribeServiceRevisionsCommand,
  StopTaskCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import { arbiterWorld } from './arbiter-world.ts'
import {
  deployTag,
  describeService,
  describeTasks,
  eventsOf,
  imagesOf,
  listDeployments,
  target,
  untilEnded,
} from './deploying.ts'
import { inVirtualTime, sleepSeconds } from './in-virtual-time.ts'

describe('UpdateService', () => {
  it('starts no deployment when nothing changes', () =>
    inVirtualTime(arbiterWorld(), async ({ ecs }) => {
      const { taskDefinition } = await describeService(ecs)
      await ecs.send(new UpdateServiceCommand({ ...target, taskDefinition }))
      expect(await listDeployments(ecs)).toHaveLength(1)
    }))

  it('starts one of the same definition when it is forced', () =>
    inVirtualTime(arbiterWorld(), async ({ ecs }) => {
      const { service } = await ecs.send(
        new UpdateServiceCommand({ ...target, forceNewDeployment: true }),
      )
      const ended = await untilEnded(ecs, service?.currentServiceDeployment ?? '')
      expect(ended.status).toBe('SUCCESSFUL')
      expect(await describeTasks(ecs, 'STOPPED')).toHaveLength(1)
    }))

  it('scales out and in without a deployment', () =>
    inVirtualTime(arbiterWorld(), async ({ ecs }) => {
      await ecs.send(new UpdateServiceCommand({ ...target, desiredCount: 3 }))
      await sleepSeconds(60)
      expect(await describeService(ecs)).toMatchObject({ runningCount: 3 })
      await ecs.send(new UpdateServiceCommand({ ...target, desiredCount: 0 }))
      await sleepSeconds(60)
      expect(await describeService(ecs)).toMatchObject({ runningCount: 0, pendingCount: 0 })
      expect(await listDeployments(ecs)).toHaveLength(1)
      expect((await eventsOf(ecs)).at(-1)).toBe('has reached a steady state.')
    }))

  it('to no tasks completes a rollout that is under way, with nothing running', () => {
    const input = { ...target, desiredCount: 0 }
    const actors = [{ after: '20s', operation: 'UpdateService', input }]
    return inVirtualTime(arbiterWorld({}, { actors }), async ({ ecs }) => {
      const ended = await untilEnded(ecs, await deployTag(ecs, '1.5.0'))
      expect(ended).toMatchObject({
        status: 'SUCCESSFUL',
        targetServiceRevision: { requestedTaskCount: 0, runningTaskCount: 0 },
      })
      expect(await describeService(ecs)).toMatchObject({
        desiredCount: 0,
        runningCount: 0,
        pendingCount: 0,
        deployments: [{ status: 'PRIMARY', rolloutState: 'COMPLETED' }],
      })
    })
  })

  it('supersedes a rollout that is under way', () =>
    inVirtualTime(arbiterWorld(), async ({ ecs }) => {
      const first = await deployTag(ecs, '1.5.0')
      await sleepSeconds(20)
      const second = await deployTag(ecs, '1.4.0')
      expect(await untilEnded(ecs, first)).toMatchObject({
        status: 'STOPPED',
        statusReason: expect.stringContaining('superseded'),
      })
      expect(await untilEnded(ecs, second)).toMatchObject({ status: 'SUCCESSFUL' })
      expect((await describeService(ecs)).deployments).toHaveLength(1)
    }))
})

describe('A task of a rollout that somebody stops', () => {
  it('tells who and why, is replaced, and counts as no failure', () =>
    inVirtualTime(arbiterWorld(), async ({ ecs }) => {
      const arn = await deployTag(ecs, '1.5.0')
      await sleepSeconds(20)
      const task = (await describeTasks(ecs, 'RUNNING')).at(-1)?.taskArn
      const stop = new StopTaskCommand({ cluster: target.cluster, task, reason: 'looks odd' })
      await ecs.send(stop)
      expect(await untilEnded(ecs, arn)).toMatchObject({
        status: 'SUCCESSFUL',
        deploymentCircuitBreaker: { failureCount: 0 },
      })
      const stopped = await describeTasks(ecs, 'STOPPED')
      expect(stopped.find(({ taskArn }) => taskArn === task)).toMatchObject({
        stopCode: 'UserInitiated',
        stoppedReason: 'looks odd',
      })
      expect((await describeService(ecs)).runningCount).toBe(1)
    }))
})

describe('A service deployment that ended long ago', () => {
  it('is forgotten, and its revision too as soon as nothing runs it', () => {
    const timings = { deploymentRetention: '30m' }
    return inVirtualTime(arbiterWorld({}, { timings }), async ({ ecs }) => {
      const [old] = (await describeService(ecs)).currentServiceRevisions ?? []
      expect(await listDeployments(ecs)).toEqual([])
      expect(await imagesOf(ecs, old?.arn)).toHaveLength(1)
      await untilEnded(ecs, await deployTag(ecs, '1.5.0'))
      const command = new DescribeServiceRevisionsCommand({ serviceRevisionArns: [old?.arn ?? ''] })
      expect(await ecs.send(command)).toMatchObject({
        serviceRevisions: [],
        failures: [{ arn: old?.arn, reason: 'MISSING' }],
      })
      expect(await listDeployments(ecs)).toHaveLength(1)
    })
  })
})
