import {
  DescribeServiceDeploymentsCommand,
  DescribeTasksCommand,
  ListServiceDeploymentsCommand,
  RunTaskCommand,
  UpdateServiceCommand,
  type ECSClient,
} from '@aws-sdk/client-ecs'
import { FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs'
import { describe, expect, it } from 'vitest'
import type { World } from '../src/index.ts'
import { arbiterWorld, network } from './arbiter-world.ts'
import {
  deployTag,
  describeDeployment,
  describeService,
  describeTasks,
  imagesOf,
  listDeployments,
  target,
  untilEnded,
} from './deploying.ts'
import { inVirtualTime, sleepSeconds } from './in-virtual-time.ts'

type Faults = NonNullable<World['faults']>
const force = new UpdateServiceCommand({ ...target, forceNewDeployment: true })

function lagging(faults: Faults, play: (ecs: ECSClient) => Promise<void>, world?: Partial<World>) {
  return inVirtualTime(arbiterWorld({}, { faults, ...world }), ({ ecs }) => play(ecs))
}

describe('A read that lags', () => {
  it('does not list yet what has just begun, and then lists it as it was made', () =>
    lagging([{ operation: 'ListServiceDeployments', lag: '5s' }], async (ecs) => {
      const startMs = Date.now()
      const { service } = await ecs.send(force)
      await sleepSeconds(4)
      expect(await listDeployments(ecs)).toHaveLength(1)
      await sleepSeconds(1)
      const [latest] = await listDeployments(ecs)
      expect(latest).toMatchObject({
        serviceDeploymentArn: service?.currentServiceDeployment,
        createdAt: new Date(startMs),
        status: 'PENDING',
      })
      expect(await describeDeployment(ecs, latest?.serviceDeploymentArn ?? '')).toMatchObject({
        status: 'IN_PROGRESS',
        startedAt: new Date(startMs + 2000),
      })
    }))

  it('still shows the old PRIMARY after an update, although the update told the new one', () =>
    lagging([{ operation: 'DescribeServices', lag: '10s' }], async (ecs) => {
      const before = await describeService(ecs)
      const { service: updated } = await ecs.send(force)
      await sleepSeconds(9)
      expect(withoutMetadata(await describeService(ecs))).toEqual(withoutMetadata(before))
      await sleepSeconds(1)
      expect(await describeService(ecs)).toMatchObject({
        currentServiceDeployment: updated?.currentServiceDeployment,
        deployments: [{ id: updated?.deployments?.[0]?.id, status: 'PRIMARY' }, {}],
      })
    }))

  it('misses by arn what is too new', () =>
    lagging([{ operation: 'Describe*', lag: '5s' }], async (ecs) => {
      const { service } = await ecs.send(force)
      const arn = service?.currentServiceDeployment ?? ''
      const command = new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [arn] })
      expect(await ecs.send(command)).toMatchObject({
        serviceDeployments: [],
        failures: [{ arn, reason: 'MISSING' }],
      })
    }))

  it('misses a task that has just been run, whose lines come later as well', () => {
    const image = '123456789012.dkr.ecr.us-east-1.amazonaws.com/arbiter-ai/backend:1.5.0'
    const faults = [{ operation: '*', lag: '30s' }]
    return inVirtualTime(arbiterWorld({}, { faults }), async ({ ecs, logs }) => {
      await deployTag(ecs, '1.5.0')
      const { tasks = [] } = await ecs.send(
        new RunTaskCommand({
          cluster: target.cluster,
          taskDefinition: 'arbiter-backend-sandbox',
          networkConfiguration: network,
        }),
      )
      const arns = tasks.map(({ taskArn = '' }) => taskArn)
      const describing = new DescribeTasksCommand({ cluster: target.cluster, tasks: arns })
      const filter = { logGroupName: '/ecs/arbiter-backend-sandbox', filterPattern: 'Listening' }
      const lines = async () => (await logs.send(new FilterLogEventsCommand(filter))).events ?? []
      expect((await ecs.send(describing)).failures).toMatchObject([{ reason: 'MISSING' }])
      await sleepSeconds(30)
      const { tasks: seen } = await ecs.send(describing)
      expect(seen).toMatchObject([{ ...tasks[0], containers: [{ image }] }])
      expect(await lines()).toEqual([])
      await sleepSeconds(15)
      expect(await lines()).toMatchObject([{ timestamp: Date.parse('2026-01-01T00:00:15Z') }])
    })
  })

  it.each([
    ['the calls that are listed', { calls: [2] }, [2, 1, 2, 2]],
    ['every second call', { every: 2 }, [2, 1, 2, 1]],
    ['calls in a stretch of time', { from: '2s', to: '4s' }, [2, 2, 1, 1]],
  ])('can be %s only', (_, selection, expected) =>
    lagging([{ operation: 'List*', lag: '1m', ...selection }], async (ecs) => {
      await ecs.send(force)
      const seen: number[] = []
      for (let call = 0; call < 4; call += 1) {
        seen.push((await listDeployments(ecs)).length)
        await sleepSeconds(1)
      }
      expect(seen).toEqual(expected)
    }),
  )

  it('is refused as it would have been then', () =>
    lagging([{ operation: 'ListServiceDeployments', lag: '5s' }], async (ecs) => {
      const nobody = new ListServiceDeploymentsCommand({ ...target, service: 'nobody' })
      const error = { name: 'ServiceNotFoundException' }
      await expect(ecs.send(nobody)).rejects.toMatchObject(error)
    }))

  it('is never a call that changes something: that neither lags nor is counted', () =>
    lagging([{ operation: '*', calls: [1], lag: '1h' }], async (ecs) => {
      const { service } = await ecs.send(new UpdateServiceCommand({ ...target, desiredCount: 3 }))
      expect(service?.desiredCount).toBe(3)
      expect(await describeService(ecs)).toMatchObject({ desiredCount: 1 })
      expect(await describeService(ecs)).toMatchObject({ desiredCount: 3 })
    }))
})

describe('A history that is read late', () => {
  const input = { ...target, desiredCount: 2 }
  const since = { operation: 'RegisterTaskDefinition' }
  const actors = [
    { after: '70s', operation: 'UpdateService', input },
    { after: '20s', since, operation: 'UpdateService', input: { ...input, service: 'nobody' } },
    { after: '30s', since, operation: 'UpdateService', input: { ...target, desiredCount: 0 } },
  ]
  const error = { name: 'ServerException', status: 500 }

  /** What is seen of a busy quarter of an hour when all is over. */
  async function seen(lag: string | undefined): Promise<unknown> {
    let result: unknown
    const faults: Faults = [
      { operation: 'UpdateService', calls: [2], error, takesEffect: true },
      ...(lag === undefined ? [] : [{ operation: '*', lag }]),
    ]
    await lagging(
      faults,
      async (ecs) => {
        await sleepSeconds(7)
        const crashing = await deployTag(ecs, 'crashes')
        const unknown = new UpdateServiceCommand({ ...target, taskDefinition: 'none' })
        await expect(ecs.send(force)).rejects.toMatchObject({ name: error.name })
        await expect(ecs.send(unknown)).rejects.toMatchObject({ name: 'ClientException' })
        await sleepSeconds(200)
        const healthy = await deployTag(ecs, '1.5.0')
        await sleepSeconds(900)
        const ended = [await untilEnded(ecs, crashing), await untilEnded(ecs, healthy)]
        result = [
          ...ended,
          await describeService(ecs),
          await describeTasks(ecs, 'RUNNING'),
          await describeTasks(ecs, 'STOPPED'),
          await imagesOf(ecs, ended[1]?.targetServiceRevision?.arn),
        ].map(withoutMetadata)
      },
      { actors },
    )
    return result
  }

  it('has the same ids and moments, whatever befell it and whoever was at work', async () => {
    const now = await seen(undefined)
    expect(await seen('1s')).toEqual(now)
    expect(await seen('3m')).toEqual(now)
  })
})

function withoutMetadata(answer: object): object {
  return Array.isArray(answer) ? answer : { ...answer, $metadata: undefined }
}
