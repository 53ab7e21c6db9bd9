import { FilterLogEventsCommand, GetLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs'
import {
  DescribeTasksCommand,
  ListTagsForResourceCommand,
  RunTaskCommand,
  StopTaskCommand,
  TagResourceCommand,
  UntagResourceCommand,
  type ECSClient,
} from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import { arbiterWorld, network, repository } from './arbiter-world.ts'
import { describeService } from './deploying.ts'
import { inVirtualTime, sleepSeconds } from './in-virtual-time.ts'

const cluster = 'arbiter-ai'
const group = '/ecs/arbiter-backend-sandbox'
const commands = [
  {
    contains: 'alembic upgrade',
    exit: { after: '12s', code: 0 },
    logs: [
      { after: '1s', line: 'Running upgrade a -> b' },
      { after: '11s', line: 'Done' },
      { after: '13s', line: 'never printed' },
    ],
  },
]
const world = arbiterWorld(
  {},
  { images: [{ repository, tags: ['1.4.0'], behaviour: { commands } }] },
)
const migration = {
  cluster,
  taskDefinition: 'arbiter-backend-sandbox',
  networkConfiguration: network,
  startedBy: 'run-42',
  overrides: {
    containerOverrides: [{ name: 'backend', command: ['alembic', 'upgrade', 'head'] }],
  },
}

async function describeTask(ecs: ECSClient, arn: string | undefined) {
  const { tasks } = await ecs.send(new DescribeTasksCommand({ cluster, tasks: [arn ?? ''] }))
  return tasks?.[0]
}

describe('A one-off task', () => {
  it('runs its command to the end, and its lines are in its own log stream', () =>
    inVirtualTime(world, async ({ ecs, logs }) => {
      const { tasks } = await ecs.send(new RunTaskCommand(migration))
      await sleepSeconds(60)
      const task = await describeTask(ecs, tasks?.[0]?.taskArn)
      const id = task?.taskArn?.split('/').at(-1)
      expect(task).toMatchObject({
        lastStatus: 'STOPPED',
        stopCode: 'EssentialContainerExited',
        startedBy: 'run-42',
        group: 'family:arbiter-backend-sandbox',
        containers: [{ exitCode: 0 }],
      })
      const stream = { logGroupName: group, logStreamName: `ecs/backend/${id}` }
      const first = await logs.send(
        new GetLogEventsCommand({ ...stream, startFromHead: true, limit: 1 }),
      )
      const second = await logs.send(
        new GetLogEventsCommand({ ...stream, nextToken: first.nextForwardToken }),
      )
      const third = await logs.send(
        new GetLogEventsCommand({ ...stream, nextToken: second.nextForwardToken }),
      )
      expect(first.events).toMatchObject([{ message: 'Running upgrade a -> b' }])
      expect(second.events).toMatchObject([{ message: 'Done' }])
      expect(third).toMatchObject({ events: [], nextForwardToken: second.nextForwardToken })
      const printedMs = (second.events?.[0]?.timestamp ?? 0) - (task?.startedAt?.getTime() ?? 0)
      expect(printedMs).toBe(11_000)
      const found = await logs.send(
        new FilterLogEventsCommand({ logGroupName: group, filterPattern: 'upgrade' }),
      )
      expect(found.events).toMatchObject([{ message: 'Running upgrade a -> b' }])
    }))

  it('is started once for a client token, and other parameters are a conflict', () =>
    inVirtualTime(world, async ({ ecs }) => {
      const clientToken = 'token-1'
      const first = await ecs.send(new RunTaskCommand({ ...migration, clientToken }))
      const again = await ecs.send(new RunTaskCommand({ ...migration, clientToken }))
      expect(again.tasks?.[0]?.taskArn).toBe(first.tasks?.[0]?.taskArn)
      await expect(
        ecs.send(new RunTaskCommand({ ...migration, clientToken, count: 2 })),
      ).rejects.toMatchObject({
        name: 'ConflictException',
        resourceIds: [first.tasks?.[0]?.taskArn],
      })
    }))

  it('needs subnets', () =>
    inVirtualTime(world, async ({ ecs }) => {
      const { networkConfiguration: _, ...without } = migration
      await expect(ecs.send(new RunTaskCommand(without))).rejects.toMatchObject({
        name: 'InvalidParameterException',
      })
    }))

  it('can be stopped by a user', () =>
    inVirtualTime(world, async ({ ecs }) => {
      const { tasks } = await ecs.send(new RunTaskCommand(migration))
      await sleepSeconds(20)
      const task = tasks?.[0]?.taskArn
      await ecs.send(new StopTaskCommand({ cluster, task, reason: 'cancelled' }))
      await sleepSeconds(20)
      expect(await describeTask(ecs, task)).toMatchObject({
        lastStatus: 'STOPPED',
        stopCode: 'UserInitiated',
        stoppedReason: 'cancelled',
      })
    }))
})

describe('A log group that is missing', () => {
  it('keeps the task from starting, where the world lists its groups', () =>
    inVirtualTime(
      { ...world, logGroups: ['/other'], clusters: [{ name: cluster }] },
      async ({ ecs }) => {
        const { tasks } = await ecs.send(new RunTaskCommand(migration))
        await sleepSeconds(60)
        expect(await describeTask(ecs, tasks?.[0]?.taskArn)).toMatchObject({
          stopCode: 'TaskFailedToStart',
          stoppedReason: expect.stringMatching(/The specified log group does not exist\.$/),
        })
      },
    ))
})

describe('Tags', () => {
  it('are added, replaced and removed', () =>
    inVirtualTime(world, async ({ ecs }) => {
      const { serviceArn: resourceArn } = await describeService(ecs)
      const tag = async (...tags: { key: string; value: string }[]) =>
        ecs.send(new TagResourceCommand({ resourceArn, tags }))
      await tag({ key: 'run', value: '1' }, { key: 'team', value: 'arbiter' })
      await tag({ key: 'run', value: '2' })
      await ecs.send(new UntagResourceCommand({ resourceArn, tagKeys: ['team'] }))
      const { tags } = await ecs.send(new ListTagsForResourceCommand({ resourceArn }))
      expect(tags).toEqual([{ key: 'run', value: '2' }])
    }))
})
