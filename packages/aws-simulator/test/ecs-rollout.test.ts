import {
  DescribeServicesCommand,
  DescribeTasksCommand,
  ListTasksCommand,
} from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import { arbiterWorld, repository } from './arbiter-world.ts'
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

describe('A service of the world', () => {
  it('is steady when the world begins', () =>
    inVirtualTime(arbiterWorld({ desiredCount: 2 }), async ({ ecs }) => {
      const service = await describeService(ecs)
      expect(service).toMatchObject({ desiredCount: 2, runningCount: 2, pendingCount: 0 })
      expect(service.deployments).toMatchObject([{ status: 'PRIMARY', rolloutState: 'COMPLETED' }])
      expect((await listDeployments(ecs)).map(({ status }) => status)).toEqual(['SUCCESSFUL'])
    }))
})

describe('A rollout of a healthy image', () => {
  it('succeeds when the new task is healthy and the old one is gone', () =>
    inVirtualTime(arbiterWorld(), async ({ ecs }) => {
      const before = await describeService(ecs)
      const ended = await untilEnded(ecs, await deployTag(ecs, '1.5.0'))
      const after = await describeService(ecs)
      expect(ended).toMatchObject({
        status: 'SUCCESSFUL',
        sourceServiceRevisions: [{ arn: before.currentServiceRevisions?.[0]?.arn }],
        deploymentCircuitBreaker: { status: 'MONITORING_COMPLETE', failureCount: 0, threshold: 3 },
      })
      expect(after.deployments).toMatchObject([
        { status: 'PRIMARY', rolloutState: 'COMPLETED', runningCount: 1, failedTasks: 0 },
      ])
      expect(after.taskDefinition).toMatch(/arbiter-backend-sandbox:2$/)
      expect(after.currentServiceRevisions).toMatchObject([
        { arn: ended.targetServiceRevision?.arn, runningTaskCount: 1 },
      ])
    }))

  it('takes exactly as long as its parts', () =>
    inVirtualTime(arbiterWorld(), async ({ ecs }) => {
      const ended = await untilEnded(ecs, await deployTag(ecs, '1.5.0'))
      // 2 s scheduling, 5 s network, 8 s pull, 1 s activation, first passing check at 30 s, old task 10 s.
      const seconds = (ended.finishedAt?.getTime() ?? 0) - (ended.createdAt?.getTime() ?? 0)
      expect(seconds / 1000).toBe(2 + 5 + 8 + 1 + 30 + 10)
    }))

  it('leads every task through its states, with their moments', () =>
    inVirtualTime(arbiterWorld(), async ({ ecs }) => {
      const seen = new Set<string | undefined>()
      const arn = await deployTag(ecs, '1.5.0')
      await sleepSeconds(2)
      const { taskArns = [] } = await ecs.send(
        new ListTasksCommand({ ...target, serviceName: 'backend' }),
      )
      const [started = ''] = taskArns.filter((taskArn) => taskArn !== undefined).slice(-1)
      for (let seconds = 0; seconds < 20; seconds += 1) {
        const { tasks } = await ecs.send(
          new DescribeTasksCommand({ cluster: target.cluster, tasks: [started] }),
        )
        seen.add(tasks?.[0]?.lastStatus)
        await sleepSeconds(1)
      }
      await untilEnded(ecs, arn)
      const [old] = await describeTasks(ecs, 'STOPPED')
      const [task] = await describeTasks(ecs, 'RUNNING')
      expect([...seen]).toEqual(['PROVISIONING', 'PENDING', 'ACTIVATING', 'RUNNING'])
      expect(task).toMatchObject({ healthStatus: 'HEALTHY', group: 'service:backend' })
      expect(task?.startedBy).toBe((await describeService(ecs)).deployments?.[0]?.id)
      const moments = [task?.createdAt, task?.pullStartedAt, task?.pullStoppedAt, task?.startedAt]
      expect(moments.map(Number)).toEqual(moments.map(Number).toSorted((a, b) => a - b))
      expect(old).toMatchObject({
        lastStatus: 'STOPPED',
        stopCode: 'ServiceSchedulerInitiated',
        stoppedReason: expect.stringContaining(
          'Scaling activity initiated by (deployment ecs-svc/',
        ),
        containers: [{ exitCode: 143 }],
      })
    }))

  it('names the digest that runs, in the revision and on the container', () =>
    inVirtualTime(arbiterWorld(), async ({ ecs }) => {
      const ended = await untilEnded(ecs, await deployTag(ecs, '1.5.0'))
      const [image] = await imagesOf(ecs, ended.targetServiceRevision?.arn)
      const [task] = await describeTasks(ecs, 'RUNNING')
      expect(image?.imageDigest).toMatch(/^sha256:[0-9a-f]{64}$/)
      expect(task?.containers?.[0]?.imageDigest).toBe(image?.imageDigest)
    }))

  it('names the digest that was served, where a mirror changes the image on its way', () => {
    const servesDigest = `sha256:${'cd'.repeat(32)}`
    const { images = [] } = arbiterWorld()
    const mirrored = images.map((image) =>
      image.tags?.includes('1.5.0') === true ? { ...image, servesDigest } : image,
    )
    return inVirtualTime(arbiterWorld({}, { images: mirrored }), async ({ ecs }) => {
      const ended = await untilEnded(ecs, await deployTag(ecs, '1.5.0'))
      const [image] = await imagesOf(ecs, ended.targetServiceRevision?.arn)
      const [task] = await describeTasks(ecs, 'RUNNING')
      expect(image).toMatchObject({ image: `${repository}:1.5.0`, imageDigest: servesDigest })
      expect(task?.containers).toMatchObject([{ imageDigest: servesDigest }])
    })
  })

  it('tells its steps in the words of ECS', () =>
    inVirtualTime(arbiterWorld(), async ({ ecs }) => {
      const earlier = (await eventsOf(ecs)).length
      await untilEnded(ecs, await deployTag(ecs, '1.5.0'))
      const events = (await eventsOf(ecs)).slice(earlier)
      expect(events).toEqual([
        expect.stringMatching(/^has started 1 tasks: \(task [0-9a-f]{32}\)\.$/),
        expect.stringMatching(/^has stopped 1 running tasks: \(task [0-9a-f]{32}\)\.$/),
        expect.stringMatching(/^\(deployment ecs-svc\/\d{19}\) deployment completed\.$/),
        'has reached a steady state.',
      ])
    }))

  it('never has fewer healthy tasks than minimumHealthyPercent, nor more than maximumPercent', () =>
    inVirtualTime(
      arbiterWorld({
        desiredCount: 4,
        deploymentConfiguration: { minimumHealthyPercent: 50, maximumPercent: 100 },
      }),
      async ({ ecs }) => {
        const arn = await deployTag(ecs, '1.5.0')
        const counts = new Set<number>()
        for (let seconds = 0; seconds < 200; seconds += 1) {
          const { runningCount = 0, pendingCount = 0 } = await describeService(ecs)
          counts.add(runningCount)
          expect(runningCount + pendingCount).toBeLessThanOrEqual(4)
          expect(runningCount).toBeGreaterThanOrEqual(2)
          await sleepSeconds(1)
        }
        expect(counts).toContain(2)
        expect(await untilEnded(ecs, arn)).toMatchObject({ status: 'SUCCESSFUL' })
      },
    ))

  it('has the same history every time', async () => {
    const histories: unknown[] = []
    for (let run = 0; run < 2; run += 1) {
      await inVirtualTime(arbiterWorld(), async ({ ecs }) => {
        // Different callers look at different moments: that must change nothing.
        await sleepSeconds(0.1)
        for (let look = 0; look < run * 3; look += 1) await describeService(ecs)
        const ended = await untilEnded(ecs, await deployTag(ecs, '1.5.0'))
        histories.push([ended, await describeService(ecs)].map(withoutMetadata))
      })
    }
    expect(histories[0]).toEqual(histories[1])
  })
})

describe('A task that was stopped', () => {
  it('can be described for an hour', () =>
    inVirtualTime(arbiterWorld(), async ({ ecs }) => {
      await untilEnded(ecs, await deployTag(ecs, '1.5.0'))
      await sleepSeconds(59 * 60)
      expect(await describeTasks(ecs, 'STOPPED')).toHaveLength(1)
      await sleepSeconds(120)
      expect(await describeTasks(ecs, 'STOPPED')).toHaveLength(0)
    }))
})

describe('DescribeServices', () => {
  it('reports what is missing as a failure, and takes ten services at most', () =>
    inVirtualTime(arbiterWorld(), async ({ ecs }) => {
      const services = Array.from({ length: 11 }, (_, index) => `s${index}`)
      const describing = (names: string[]) =>
        ecs.send(new DescribeServicesCommand({ cluster: 'arbiter-ai', services: names }))
      expect(await describing(['nobody'])).toMatchObject({
        services: [],
        failures: [
          { reason: 'MISSING', arn: expect.stringContaining('service/arbiter-ai/nobody') },
        ],
      })
      await expect(describing(services)).rejects.toMatchObject({
        name: 'InvalidParameterException',
      })
    }))
})

function withoutMetadata(answer: object): object {
  return { ...answer, $metadata: undefined }
}
