import { StopTaskCommand, type ContainerDefinition } from '@aws-sdk/client-ecs'
import { FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs'
import { describe, expect, it } from 'vitest'
import type { Behaviour } from '../src/world/world.ts'
import { inVirtualTime, sleepSeconds, type Scene } from './in-virtual-time.ts'
import {
  cluster,
  container,
  describeTask,
  jobWorld,
  run,
  secondsBetween,
  untilStopped,
} from './running.ts'

const hello = (behaviour: Behaviour = {}): Behaviour => ({
  logs: [{ line: 'hello' }],
  ...behaviour,
})
const healthCheck = { command: ['CMD', 'true'], interval: 5 }

/** When each container said hello, in seconds since the first one did. */
async function beginnings({ logs }: Scene): Promise<Record<string, number>> {
  const { events = [] } = await logs.send(
    new FilterLogEventsCommand({ logGroupName: '/ecs/job', filterPattern: 'hello' }),
  )
  const firstMs = events[0]?.timestamp ?? 0
  return Object.fromEntries(
    events.map(({ logStreamName = '', timestamp = 0 }) => [
      logStreamName.split('/')[1] ?? '',
      (timestamp - firstMs) / 1000,
    ]),
  )
}

describe('A container that depends on another', () => {
  const dependent = (condition: 'START' | 'COMPLETE' | 'SUCCESS' | 'HEALTHY') =>
    container('app', { dependsOn: [{ containerName: 'init', condition }] })
  const init = (more: Partial<ContainerDefinition> = {}) =>
    container('init', { essential: false, ...more })

  it.each([
    ['START', {}, 0],
    ['COMPLETE', { exit: { after: '20s', code: 3 } }, 20],
    ['SUCCESS', { exit: { after: '30s', code: 0 } }, 30],
    ['HEALTHY', { startup: { healthyAfter: '12s' } }, 15],
  ] as const)('begins when %s is fulfilled', (condition, behaviour, expected) =>
    inVirtualTime(jobWorld({ app: hello(), init: hello(behaviour) }), async (scene) => {
      const needed = init(condition === 'HEALTHY' ? { healthCheck } : {})
      const task = await run(scene.ecs, [dependent(condition), needed])
      await sleepSeconds(60)
      expect(await beginnings(scene)).toEqual({ init: 0, app: expected })
      const { startedAt, pullStoppedAt } = await describeTask(scene.ecs, task)
      expect(secondsBetween(pullStoppedAt, startedAt)).toBe(expected + 1)
    }),
  )

  it.each([
    [
      'that fails',
      { exit: { after: '3s', code: 1 } },
      'SUCCESS',
      {},
      /did not exit successfully\.$/,
    ],
    ['that is too late', {}, 'COMPLETE', { startTimeout: 20 }, /has timed out\.$/],
  ] as const)('never begins after one %s, and the task says so', (...given) => {
    const [, behaviour, condition, more, reason] = given
    return inVirtualTime(jobWorld({ app: hello(), init: behaviour }), async (scene) => {
      const started = await run(scene.ecs, [dependent(condition), init(more)])
      const task = await untilStopped(scene.ecs, started)
      expect(task).toMatchObject({
        stopCode: 'TaskFailedToStart',
        stoppedReason: expect.stringMatching(reason),
      })
      expect(task.containers?.[0]?.exitCode).toBeUndefined()
      expect(await beginnings(scene)).toEqual({})
    })
  })

  it('ends before that one', () => {
    const stop = { after: '10s', code: 0, logs: [{ after: '9s', line: 'bye' }] }
    const images = { app: { stop }, init: { stop } }
    return inVirtualTime(jobWorld(images), async (scene) => {
      const task = await run(scene.ecs, [dependent('START'), init()])
      await sleepSeconds(30)
      await scene.ecs.send(new StopTaskCommand({ cluster, task: task.taskArn }))
      const stopped = await untilStopped(scene.ecs, task)
      const { events = [] } = await scene.logs.send(
        new FilterLogEventsCommand({ logGroupName: '/ecs/job', filterPattern: 'bye' }),
      )
      expect(events.map(({ logStreamName }) => logStreamName?.split('/')[1])).toEqual([
        'app',
        'init',
      ])
      expect(secondsBetween(stopped.stoppingAt, stopped.executionStoppedAt)).toBe(20)
    })
  })
})

describe('A container that is told to end', () => {
  const stopped = async (behaviour: Behaviour, more: Partial<ContainerDefinition> = {}) => {
    let result: { exitCode: number | undefined; seconds: number } | undefined
    await inVirtualTime(jobWorld({ app: behaviour }), async ({ ecs }) => {
      const task = await run(ecs, [container('app', more)])
      await sleepSeconds(30)
      await ecs.send(new StopTaskCommand({ cluster, task: task.taskArn }))
      const { containers, stoppingAt, executionStoppedAt } = await untilStopped(ecs, task)
      const seconds = secondsBetween(stoppingAt, executionStoppedAt)
      result = { exitCode: containers?.[0]?.exitCode, seconds }
    })
    return result
  }

  it('ends with its own code in its own time', async () => {
    expect(await stopped({ stop: { after: '12s', code: 0 } })).toEqual({ exitCode: 0, seconds: 12 })
  })

  it('ends by the signal where it does not care', async () => {
    expect(await stopped({})).toEqual({ exitCode: 143, seconds: 2 })
  })

  it('is killed after half a minute, or when its stop timeout is over', async () => {
    const stop = { after: '5m' }
    expect(await stopped({ stop })).toEqual({ exitCode: 137, seconds: 30 })
    expect(await stopped({ stop }, { stopTimeout: 120 })).toEqual({ exitCode: 137, seconds: 120 })
  })
})

describe('A container that ends by itself', () => {
  it('ends its task only where it is essential', () => {
    const images = {
      app: { exit: { after: '40s', code: 0 } },
      sidecar: { exit: { after: '5s', code: 1 } },
    }
    return inVirtualTime(jobWorld(images), async ({ ecs }) => {
      const task = await run(ecs, [container('app'), container('sidecar', { essential: false })])
      await sleepSeconds(30)
      expect(await describeTask(ecs, task)).toMatchObject({
        lastStatus: 'RUNNING',
        containers: [{ lastStatus: 'RUNNING' }, { lastStatus: 'STOPPED', exitCode: 1 }],
      })
      expect(await untilStopped(ecs, task)).toMatchObject({
        containers: [{ exitCode: 0 }, { exitCode: 1 }],
      })
    })
  })

  const restarts = (behaviour: Behaviour, restartPolicy: ContainerDefinition['restartPolicy']) => {
    const images = { app: hello(behaviour) }
    return async (seconds: number) => {
      let count = 0
      await inVirtualTime(jobWorld(images), async ({ ecs, logs }) => {
        await run(ecs, [container('app', { restartPolicy })])
        await sleepSeconds(seconds)
        const asked = new FilterLogEventsCommand({ logGroupName: '/ecs/job' })
        count = (await logs.send(asked)).events?.length ?? 0
      })
      return count
    }
  }
  const exit = { after: '2m', code: 1 }

  it('is started again by its restart policy', async () => {
    const policy = { enabled: true, restartAttemptPeriod: 60 }
    expect(await restarts({ exit }, policy)(5 * 60)).toBe(3)
  })

  it('is not where it ran too short, or with a code that is to be ignored', async () => {
    expect(await restarts({ exit }, { enabled: true })(600)).toBe(1)
    const ignoring = { enabled: true, restartAttemptPeriod: 60, ignoredExitCodes: [1] }
    expect(await restarts({ exit }, ignoring)(600)).toBe(1)
  })
})
