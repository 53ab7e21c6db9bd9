import { GetLogEventsCommand, type OutputLogEvent } from '@aws-sdk/client-cloudwatch-logs'
import {
  CreateClusterCommand,
  DeregisterTaskDefinitionCommand,
  ListTasksCommand,
  RunTaskCommand,
  type RunTaskCommandInput,
} from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import type { Behaviour, World } from '../src/world/world.ts'
import { network } from './arbiter-world.ts'
import { inVirtualTime, sleepSeconds, type Scene } from './in-virtual-time.ts'
import { cluster, container, jobWorld, run, untilStopped } from './running.ts'

const definition = {
  family: 'job',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  cpu: '256',
  memory: '512',
  executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
  containerDefinitions: [container('app')],
}
const job = { cluster, taskDefinition: 'job', networkConfiguration: network }
const world = (behaviour: Behaviour = {}, more: Partial<World> = {}) =>
  jobWorld({ app: behaviour }, { taskDefinitions: [definition], ...more })

describe('A client token', () => {
  const start = async ({ ecs }: Scene, input: Partial<RunTaskCommandInput> = {}) => {
    const request = { ...job, clientToken: 'migration-1', ...input }
    return (await ecs.send(new RunTaskCommand(request))).tasks?.[0]?.taskArn
  }

  it('is good for a day, after which it starts another task', () =>
    inVirtualTime(world({ exit: { after: '1s', code: 0 } }), async (scene) => {
      const first = await start(scene)
      await sleepSeconds(24 * 3600 - 1)
      expect(await start(scene)).toBe(first)
      await sleepSeconds(1)
      expect(await start(scene)).not.toBe(first)
    }))

  it('is one of its cluster', () =>
    inVirtualTime(world(), async (scene) => {
      await scene.ecs.send(new CreateClusterCommand({ clusterName: 'second' }))
      const first = await start(scene)
      expect(await start(scene, { cluster: 'second' })).not.toBe(first)
    }))

  it('that was used names the task that it started to whom it cannot help', () =>
    inVirtualTime(world(), async (scene) => {
      const first = await start(scene)
      await expect(start(scene, { startedBy: 'somebody' })).rejects.toMatchObject({
        name: 'ConflictException',
        resourceIds: [first],
      })
    }))

  it('names no task to others while the call that used it is still under way', () =>
    inVirtualTime(world({}, { timings: { tokenNaming: '9s' } }), async (scene) => {
      const first = await start(scene)
      const named = () =>
        start(scene, { startedBy: 'somebody' }).catch(
          (error: { resourceIds?: unknown }) => error.resourceIds,
        )
      await sleepSeconds(8)
      expect(await named()).toEqual([])
      await sleepSeconds(1)
      expect(await named()).toEqual([first])
    }))

  it.each(['x'.repeat(65), '', 'with space'])('must be one: %j is none', (clientToken) =>
    inVirtualTime(world(), async (scene) => {
      await expect(start(scene, { clientToken })).rejects.toMatchObject({
        name: 'InvalidParameterException',
      })
    }),
  )
})

describe('RunTask', () => {
  it('is refused with overrides that are too long, for nobody, or of no size', () =>
    inVirtualTime(world(), async ({ ecs }) => {
      const big = { name: 'app', environment: [{ name: 'X', value: 'x'.repeat(8192) }] }
      const cases = [
        [{ containerOverrides: [big] }, /at most 8192/],
        [{ containerOverrides: [{ name: 'nobody' }] }, /named nobody is not a container/],
        [{ cpu: '256', memory: '8192' }, /No Fargate configuration/],
      ] as const
      for (const [overrides, message] of cases) {
        const input = { ...job, overrides } as RunTaskCommandInput
        await expect(ecs.send(new RunTaskCommand(input))).rejects.toMatchObject({
          name: 'InvalidParameterException',
          message: expect.stringMatching(message),
        })
      }
    }))

  it('is refused with a public address on instances, which have their own', () =>
    inVirtualTime(world(), async ({ ecs }) => {
      const input: RunTaskCommandInput = {
        ...job,
        launchType: 'EC2',
        networkConfiguration: {
          awsvpcConfiguration: { subnets: ['subnet-1'], assignPublicIp: 'ENABLED' },
        },
      }
      await expect(ecs.send(new RunTaskCommand(input))).rejects.toMatchObject({
        name: 'InvalidParameterException',
        message: 'Assign public IP is not supported for this launch type.',
      })
    }))

  it('gives the task the tags that it is to have, and finds it by who started it', () =>
    inVirtualTime(
      world({}, { taskDefinitions: [{ ...definition, tags: [{ key: 'team', value: 'a' }] }] }),
      async ({ ecs }) => {
        const startedBy = 'github/run-42'
        const { tasks } = await ecs.send(
          new RunTaskCommand({
            ...job,
            startedBy,
            propagateTags: 'TASK_DEFINITION',
            tags: [{ key: 'run', value: '42' }],
          }),
        )
        expect(tasks?.[0]?.tags).toEqual([
          { key: 'team', value: 'a' },
          { key: 'run', value: '42' },
        ])
        await ecs.send(new RunTaskCommand(job))
        const { taskArns } = await ecs.send(new ListTasksCommand({ cluster, startedBy }))
        expect(taskArns).toEqual([tasks?.[0]?.taskArn])
      },
    ))

  it('can take a definition that was deregistered a moment ago, where that takes its time', () =>
    inVirtualTime(world({}, { timings: { deregistration: '10m' } }), async ({ ecs }) => {
      const taskDefinition = 'job:1'
      await ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition }))
      await sleepSeconds(599)
      expect(await ecs.send(new RunTaskCommand({ ...job, taskDefinition }))).toMatchObject({
        tasks: [{}],
      })
      await sleepSeconds(1)
      await expect(ecs.send(new RunTaskCommand({ ...job, taskDefinition }))).rejects.toMatchObject({
        name: 'ClientException',
        message: 'TaskDefinition is inactive',
      })
    }))
})

describe('The log of a task', () => {
  /** All that can be read, page by page, from the first line on. */
  const linesOf = async ({ logs }: Scene, taskArn = '') => {
    const stream = {
      logGroupName: '/ecs/job',
      logStreamName: `ecs/app/${taskArn.split('/').at(-1)}`,
    }
    const events: OutputLogEvent[] = []
    const pages: number[] = []
    let nextToken: string | undefined
    for (;;) {
      const command = new GetLogEventsCommand({ ...stream, startFromHead: true, nextToken })
      const { events: page = [], nextForwardToken } = await logs.send(command)
      if (nextForwardToken === nextToken) return { events, pages }
      events.push(...page)
      pages.push(page.length)
      nextToken = nextForwardToken
    }
  }

  it('arrives late, goes on after the stop, and is complete in the end', () => {
    const behaviour = {
      logs: [{ line: 'one' }, { after: '9s', line: 'two' }],
      exit: { after: '10s', code: 0 },
    }
    return inVirtualTime(world(behaviour, { timings: { logArrival: '12s' } }), async (scene) => {
      const task = await run(scene.ecs, [container('app')])
      await sleepSeconds(20)
      await expect(linesOf(scene, task.taskArn)).rejects.toMatchObject({
        name: 'ResourceNotFoundException',
      })
      const { stoppedAt } = await untilStopped(scene.ecs, task)
      const early = await linesOf(scene, task.taskArn)
      await sleepSeconds(12)
      const { events } = await linesOf(scene, task.taskArn)
      expect(early.events.map(({ message }) => message)).toEqual(['one'])
      expect(events.map(({ message }) => message)).toEqual(['one', 'two'])
      expect(events.at(-1)?.ingestionTime).toBe((events.at(-1)?.timestamp ?? 0) + 12_000)
      expect(events.at(-1)?.ingestionTime).toBeGreaterThan(Number(stoppedAt))
    })
  })

  it('keeps its order where one line is late: what follows waits for it', () => {
    const logs = [
      { line: 'one' },
      { after: '2s', line: 'two', arrival: '30s' },
      { after: '3s', line: 'three' },
    ]
    return inVirtualTime(world({ logs, exit: { after: '9s', code: 0 } }), async (scene) => {
      const task = await untilStopped(scene.ecs, await run(scene.ecs, [container('app')]))
      const early = await linesOf(scene, task.taskArn)
      await sleepSeconds(30)
      const { events } = await linesOf(scene, task.taskArn)
      expect(early.events.map(({ message }) => message)).toEqual(['one'])
      expect(events.map(({ message }) => message)).toEqual(['one', 'two', 'three'])
    })
  })

  it('does not send a reader back whose answer lags', () => {
    const faults = [{ operation: 'GetLogEvents', calls: [2], lag: '30s' }]
    const logs = [{ line: 'line {n}', repeat: { times: 20, every: '1s' } }]
    return inVirtualTime(world({ logs }, { faults }), async (scene) => {
      const task = await run(scene.ecs, [container('app')])
      await sleepSeconds(60)
      const logGroupName = '/ecs/job'
      const logStreamName = `ecs/app/${task.taskArn?.split('/').at(-1)}`
      const read = (nextToken?: string) =>
        scene.logs.send(
          new GetLogEventsCommand({ logGroupName, logStreamName, startFromHead: true, nextToken }),
        )
      const { nextForwardToken: token } = await read()
      expect(await read(token)).toMatchObject({ events: [], nextForwardToken: token })
      expect(await read(token)).toMatchObject({ events: [], nextForwardToken: token })
    })
  })

  it('has the name of the container where it has no prefix', () => {
    const options = { 'awslogs-group': '/ecs/job' }
    const unnamed = container('app', { logConfiguration: { logDriver: 'awslogs', options } })
    const behaviour = { logs: [{ line: 'one' }], exit: { after: '5s', code: 0 } }
    return inVirtualTime(world(behaviour), async (scene) => {
      const { containers } = await untilStopped(scene.ecs, await run(scene.ecs, [unnamed]))
      const logStreamName = containers?.[0]?.runtimeId
      const command = new GetLogEventsCommand({ logGroupName: '/ecs/job', logStreamName })
      const { events } = await scene.logs.send(command)
      expect(events).toMatchObject([{ message: 'one' }])
    })
  })

  it('is read in pages of 10,000 lines', () => {
    const logs = [{ line: 'line {n}', repeat: { times: 25_000 } }]
    return inVirtualTime(world({ logs, exit: { after: '60s', code: 0 } }), async (scene) => {
      const task = await untilStopped(scene.ecs, await run(scene.ecs, [container('app')]))
      const { events, pages } = await linesOf(scene, task.taskArn)
      expect(pages).toEqual([10_000, 10_000, 5_000])
      expect(events.map(({ message }) => message)).toEqual(
        Array.from({ length: 25_000 }, (_, index) => `line ${index + 1}`),
      )
    })
  })

  it('is read in pages of one mebibyte', () => {
    const logs = [{ line: 'x'.repeat(100_000), repeat: { times: 25 } }]
    return inVirtualTime(world({ logs, exit: { after: '9s', code: 0 } }), async (scene) => {
      const task = await untilStopped(scene.ecs, await run(scene.ecs, [container('app')]))
      const { pages } = await linesOf(scene, task.taskArn)
      expect(pages).toEqual([10, 10, 5])
    })
  })
})
