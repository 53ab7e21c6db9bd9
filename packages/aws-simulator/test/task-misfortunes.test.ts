import { describe, expect, it } from 'vitest'
import type { Behaviour, TaskFaultCause, World } from '../src/world/world.ts'
import { inVirtualTime } from './in-virtual-time.ts'
import { container, describeTask, jobWorld, run, secondsBetween, untilStopped } from './running.ts'

const onEc2 = {
  definition: { networkMode: 'bridge' as const, requiresCompatibilities: [] },
  request: { launchType: 'EC2' as const, networkConfiguration: undefined },
}

describe('A task that cannot start for no fault of its own', () => {
  it.each<[TaskFaultCause, RegExp, RegExp]>([
    ['CapacityWithdrawn', /^Capacity is unavailable at this time\. Please try again later/, /^$/],
    [
      'NetworkInterfaceTimeout',
      /^Timeout waiting for network interface provisioning to complete\.$/,
      /^$/,
    ],
    [
      'NoSpaceLeftOnDevice',
      /^CannotPullContainerError: .*no space left on device$/,
      /no space left on device$/,
    ],
    ['CannotCreateContainer', /^Task failed to start$/, /^CannotCreateContainerError: /],
    ['ContainerStartTimeout', /^Task failed to start$/, /^ContainerRuntimeTimeoutError: .* 1m/],
  ])('says why: %s', (cause, stopped, ofContainer) =>
    inVirtualTime(jobWorld({ app: {} }, { taskFaults: [{ cause }] }), async ({ ecs }) => {
      const task = await untilStopped(ecs, await run(ecs, [container('app')]))
      expect(task).toMatchObject({
        stopCode: 'TaskFailedToStart',
        stoppedReason: expect.stringMatching(stopped),
      })
      expect(task.startedAt).toBeUndefined()
      const [first] = task.containers ?? []
      expect(first?.exitCode).toBeUndefined()
      expect(first?.reason ?? '').toMatch(ofContainer)
    }),
  )

  it('is told in the words of the agent of EC2 there, and tried for as long', () =>
    inVirtualTime(
      jobWorld({ app: {} }, { taskFaults: [{ cause: 'ContainerStartTimeout' }] }),
      async ({ ecs }) => {
        const task = await untilStopped(ecs, await run(ecs, [container('app')], onEc2))
        expect(task.containers?.[0]?.reason).toBe(
          'DockerTimeoutError: Could not transition to started; timed out after waiting 3m0s',
        )
        expect(secondsBetween(task.pullStoppedAt, task.stoppingAt)).toBeGreaterThan(180)
      },
    ))

  it('is one of those that the world means, by number, time and kind', () => {
    const taskFaults: World['taskFaults'] = [
      { cause: 'NoSpaceLeftOnDevice', family: 'job', tasks: [2] },
      { cause: 'CapacityWithdrawn', family: 'other' },
      { cause: 'CapacityWithdrawn', from: '1h' },
      { cause: 'CapacityWithdrawn', since: { operation: 'DescribeServices' } },
    ]
    const images = { app: { exit: { after: '1s', code: 0 } } }
    return inVirtualTime(jobWorld(images, { taskFaults }), async ({ ecs }) => {
      const codes: (string | undefined)[] = []
      for (let count = 0; count < 3; count += 1) {
        const task = await untilStopped(ecs, await run(ecs, [container('app')]))
        codes.push(task.stopCode)
      }
      expect(codes).toEqual([
        'EssentialContainerExited',
        'TaskFailedToStart',
        'EssentialContainerExited',
      ])
    })
  })
})

describe('A task that runs is interrupted', () => {
  it.each<[TaskFaultCause, string, RegExp]>([
    ['SpotInterruption', 'FARGATE_SPOT', /^Your Spot Task was interrupted\.$/],
    ['TerminationNotice', 'FARGATE', /^ECS is performing maintenance on the underlying/],
    ['InfrastructureHealth', 'FARGATE', /^The underlying infrastructure hosting the task/],
  ])('by a %s', (cause, capacityProvider, reason) =>
    inVirtualTime(
      jobWorld({ app: {} }, { taskFaults: [{ cause, after: '90s' }] }),
      async ({ ecs }) => {
        const capacityProviderStrategy = [{ capacityProvider, weight: 1 }]
        const request = { capacityProviderStrategy }
        const task = await untilStopped(ecs, await run(ecs, [container('app')], { request }))
        expect(task).toMatchObject({
          stopCode: cause,
          stoppedReason: expect.stringMatching(reason),
          capacityProviderName: capacityProvider,
          containers: [{ exitCode: 143 }],
        })
        expect(secondsBetween(task.startedAt, task.stoppingAt)).toBe(90)
      },
    ),
  )

  it('never by Spot where it does not run on Spot', () => {
    const taskFaults: World['taskFaults'] = [{ cause: 'SpotInterruption', after: '5s' }]
    const images = { app: { exit: { after: '60s', code: 0 } } }
    return inVirtualTime(jobWorld(images, { taskFaults }), async ({ ecs }) => {
      const task = await untilStopped(ecs, await run(ecs, [container('app')]))
      expect(task.stopCode).toBe('EssentialContainerExited')
    })
  })
})

describe('A task in a subnet', () => {
  const subnets: World['subnets'] = [
    { subnetId: 'public', route: 'internet-gateway' },
    { subnetId: 'private', route: 'nat-gateway' },
    { subnetId: 'isolated', route: 'none' },
  ]
  const images: Readonly<Record<string, Behaviour>> = { app: { exit: { after: '1s', code: 0 } } }
  const secrets = (valueFrom: string) => ({ secrets: [{ name: 'KEY', valueFrom }] })

  it.each([
    ['public', 'ENABLED'],
    ['private', 'DISABLED'],
  ] as const)('%s with public addresses %s reaches its registry', (subnet, assignPublicIp) =>
    inVirtualTime(jobWorld(images, { subnets }), async ({ ecs }) => {
      const awsvpcConfiguration = { subnets: [subnet], assignPublicIp }
      const request = { networkConfiguration: { awsvpcConfiguration } }
      const task = await untilStopped(ecs, await run(ecs, [container('app')], { request }))
      expect(task.stopCode).toBe('EssentialContainerExited')
    }),
  )

  it.each([
    ['without a public address', 'public', {}, /^CannotPullContainerError: .*i\/o timeout$/],
    ['without a route', 'isolated', {}, /^CannotPullContainerError: .*i\/o timeout$/],
    [
      'and with an image in ECR',
      'isolated',
      { image: '123456789012.dkr.ecr.us-east-1.amazonaws.com/job:1' },
      /^ResourceInitializationError: .*registry auth from Amazon ECR.*dial tcp .* i\/o timeout$/,
    ],
    [
      'and with a secret',
      'isolated',
      secrets('arn:aws:secretsmanager:us-east-1:123456789012:secret:x-AbCdEf'),
      /^ResourceInitializationError: .*secret from asm.*RequestCanceled.*context deadline exceeded/,
    ],
    [
      'and with a parameter',
      'isolated',
      secrets('/app/key'),
      /^ResourceInitializationError: .*secrets from ssm.*RequestCanceled.*context deadline exceeded/,
    ],
  ])('%s stops, since it reaches nothing', (_, subnet, more, reason) =>
    inVirtualTime(jobWorld(images, { subnets }), async ({ ecs }) => {
      const awsvpcConfiguration = { subnets: [subnet] }
      const request = { networkConfiguration: { awsvpcConfiguration } }
      const task = await untilStopped(ecs, await run(ecs, [container('app', more)], { request }))
      expect(task).toMatchObject({
        stopCode: 'TaskFailedToStart',
        stoppedReason: expect.stringMatching(reason),
      })
    }),
  )
})

describe('What an image asks too much of', () => {
  const needing = (mebibytes: number): Behaviour => ({
    memory: [{ after: '5s', mebibytes }],
    exit: { after: '10s', code: 0 },
  })
  const oom = { exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' }

  it.each([
    ['its container has a smaller limit', needing(300), { memory: 256 }, oom],
    ['its task is smaller', needing(600), {}, oom],
    ['it fits', needing(300), { memory: 400 }, { exitCode: 0 }],
  ])('memory: %s', (_, behaviour, more, end) =>
    inVirtualTime(jobWorld({ app: behaviour }), async ({ ecs }) => {
      const task = await untilStopped(ecs, await run(ecs, [container('app', more)]))
      expect(task).toMatchObject({ stopCode: 'EssentialContainerExited', containers: [end] })
    }),
  )

  it('memory that several containers hold together ends the one that holds most', () =>
    inVirtualTime(jobWorld({ app: needing(200), proxy: needing(400) }), async ({ ecs }) => {
      const containers = [container('app'), container('proxy', { essential: false })]
      const task = await untilStopped(ecs, await run(ecs, containers))
      expect(task.containers).toMatchObject([{ exitCode: 0 }, oom])
    }))

  it('memory, which an override can give', () =>
    inVirtualTime(jobWorld({ app: needing(600) }), async ({ ecs }) => {
      const request = { overrides: { memory: '1024' } }
      const task = await untilStopped(ecs, await run(ecs, [container('app')], { request }))
      expect(task).toMatchObject({ memory: '1024', containers: [{ exitCode: 0 }] })
    }))

  it('a port that another container of its task has', () =>
    inVirtualTime(jobWorld({ app: { port: 8080 }, proxy: { port: 8080 } }), async (scene) => {
      const { ecs } = scene
      const containers = [container('app'), container('proxy')]
      const task = await untilStopped(ecs, await run(ecs, containers))
      expect(task.containers).toMatchObject([{ exitCode: 143 }, { exitCode: 1 }])
    }))

  it('an executable that is not in it', () => {
    const commands = [{ contains: 'alembic', missingExecutable: true }]
    return inVirtualTime(jobWorld({ app: { commands } }), async ({ ecs }) => {
      const containerOverrides = [{ name: 'app', command: ['alembic', 'upgrade', 'head'] }]
      const request = { overrides: { containerOverrides } }
      const started = await run(ecs, [container('app')], { request })
      expect((await describeTask(ecs, started)).overrides).toMatchObject({ containerOverrides })
      expect(await untilStopped(ecs, started)).toMatchObject({
        stopCode: 'TaskFailedToStart',
        stoppedReason: 'Task failed to start',
        containers: [
          {
            reason: expect.stringMatching(
              /^CannotStartContainerError: .*exec: "alembic": executable file not found in \$PATH: unknown$/,
            ),
          },
        ],
      })
    })
  })
})
