import { RunTaskCommand, UpdateServiceCommand } from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import type { World } from '../src/world/world.ts'
import { arbiterWorld, network, repository, taskDefinition } from './arbiter-world.ts'
import {
  deploy,
  deployTag,
  describeDeployment,
  describeService,
  describeTasks,
  eventsOf,
  target,
  untilEnded,
} from './deploying.ts'
import { inVirtualTime, sleepSeconds } from './in-virtual-time.ts'
import { container, jobWorld } from './running.ts'

const [onFargate] = arbiterWorld().clusters?.[0]?.services ?? []

/** Arbiter on EC2: one task, on instances of these sizes. */
function onInstances(
  containerInstances: { cpu: number; memory: number }[],
  service: object = {},
): World {
  const { requiresCompatibilities: _, ...definition } = taskDefinition()
  const { networkConfiguration: __, ...onEc2 } = onFargate ?? {}
  return arbiterWorld(
    {},
    {
      taskDefinitions: [{ ...definition, networkMode: 'bridge' }],
      clusters: [
        {
          name: 'arbiter-ai',
          containerInstances,
          services: [{ ...onEc2, launchType: 'EC2', ...service }],
        },
      ],
    },
  )
}

function bridged(tag: string, portMappings = [{ containerPort: 8000 }]) {
  const { requiresCompatibilities: _, ...definition } = taskDefinition(`${repository}:${tag}`)
  const [first] = definition.containerDefinitions
  const containerDefinitions = [{ ...first, portMappings }]
  return { ...definition, containerDefinitions, networkMode: 'bridge' as const }
}

describe('A service that finds no place for its tasks', () => {
  it('says so once, tries again, and goes on when there is capacity', () => {
    const taskFaults: World['taskFaults'] = [{ cause: 'CapacityUnavailable', to: '5m' }]
    return inVirtualTime(arbiterWorld({}, { taskFaults }), async ({ ecs }) => {
      const arn = await deployTag(ecs, '1.5.0')
      await sleepSeconds(240)
      const complaint =
        'was unable to place a task. Reason: Capacity is unavailable at this time. Please try again ' +
        'later or in a different availability zone.'
      expect((await eventsOf(ecs)).filter((event) => event === complaint)).toHaveLength(1)
      expect(await describeDeployment(ecs, arn)).toMatchObject({
        status: 'IN_PROGRESS',
        deploymentCircuitBreaker: { failureCount: 0 },
      })
      expect((await describeService(ecs)).runningCount).toBe(1)
      expect((await untilEnded(ecs, arn)).status).toBe('SUCCESSFUL')
    })
  })

  it('tries no sooner for whatever else happens to it', () => {
    const taskFaults: World['taskFaults'] = [{ cause: 'CapacityUnavailable', tasks: [1, 2] }]
    return inVirtualTime(arbiterWorld({}, { taskFaults }), async ({ ecs }) => {
      const startMs = Date.now()
      await deployTag(ecs, '1.5.0')
      await sleepSeconds(5)
      await ecs.send(new UpdateServiceCommand({ ...target, desiredCount: 2 }))
      await sleepSeconds(60)
      const created = (await describeTasks(ecs, 'RUNNING')).map(({ createdAt }) =>
        Number(createdAt),
      )
      const waits = created.map((createdMs) => (createdMs - startMs) / 1000)
      expect(waits.filter((seconds) => seconds >= 0)).toEqual([32, 32])
    })
  })

  it('says that it is throttled, where ECS throttles itself', () => {
    const taskFaults: World['taskFaults'] = [{ cause: 'OperationsThrottled', to: '1m' }]
    return inVirtualTime(arbiterWorld({}, { taskFaults }), async ({ ecs }) => {
      const ended = await untilEnded(ecs, await deployTag(ecs, '1.5.0'))
      expect(ended.status).toBe('SUCCESSFUL')
      expect(await eventsOf(ecs)).toContain('operations are being throttled. Will try again later.')
    })
  })

  it.each([
    ['memory', { cpu: 2048, memory: 1536 }, 'has insufficient memory available.'],
    ['CPU', { cpu: 768, memory: 4096 }, 'has insufficient CPU units available.'],
  ])('names what the closest instance lacks: %s', (_, size, lack) =>
    inVirtualTime(onInstances([size]), async ({ ecs }) => {
      await deploy(ecs, bridged('1.5.0'))
      await sleepSeconds(60)
      expect(await eventsOf(ecs)).toContainEqual(
        expect.stringMatching(
          new RegExp(`no container instance met all .* \\(container-instance \\w+\\) ${lack}$`),
        ),
      )
    }),
  )

  it('names the port of the host, of which there is one on each instance', () => {
    const world = onInstances([{ cpu: 4096, memory: 8192 }])
    const [definition] = world.taskDefinitions ?? []
    const mappings = [{ containerPort: 8000, hostPort: 80 }]
    const taskDefinitions = [{ ...definition, ...bridged('1.4.0', mappings) }]
    return inVirtualTime({ ...world, taskDefinitions }, async ({ ecs }) => {
      const arn = await deploy(ecs, bridged('1.5.0', mappings))
      await sleepSeconds(60)
      expect(await eventsOf(ecs)).toContainEqual(
        expect.stringMatching(/is already using a port required by your task\.$/),
      )
      expect((await describeDeployment(ecs, arn)).status).toBe('IN_PROGRESS')
    })
  })

  it('goes on when the percentages let an earlier task make room', () => {
    const deploymentConfiguration = { minimumHealthyPercent: 0, maximumPercent: 100 }
    const world = onInstances([{ cpu: 512, memory: 1024 }], { deploymentConfiguration })
    return inVirtualTime(world, async ({ ecs }) => {
      const ended = await untilEnded(ecs, await deploy(ecs, bridged('1.5.0')))
      expect(ended.status).toBe('SUCCESSFUL')
      const [task] = await describeTasks(ecs, 'RUNNING')
      expect(task?.containerInstanceArn).toMatch(/:container-instance\/arbiter-ai\//)
      const [binding] = task?.containers?.[0]?.networkBindings ?? []
      expect(binding).toMatchObject({ containerPort: 8000 })
      expect(binding?.hostPort).toBeGreaterThan(32_767)
    })
  })
})

describe('RunTask without capacity', () => {
  const definition = {
    family: 'job',
    cpu: '256',
    memory: '512',
    containerDefinitions: [container('app')],
  }
  const job = {
    cluster: 'main',
    taskDefinition: 'job',
    networkConfiguration: network,
  }
  const vpc = { ...definition, networkMode: 'awsvpc' }

  it('answers with failures and HTTP 200, and starts what finds a place', () => {
    const clusters = [{ name: 'main', containerInstances: [{ cpu: 512, memory: 2048 }] }]
    const world = jobWorld({ app: {} }, { taskDefinitions: [vpc], clusters })
    return inVirtualTime(world, async ({ ecs }) => {
      const { tasks, failures, $metadata } = await ecs.send(
        new RunTaskCommand({ ...job, launchType: 'EC2', count: 3 }),
      )
      expect($metadata.httpStatusCode).toBe(200)
      expect(tasks).toHaveLength(2)
      expect(failures).toEqual([
        { arn: expect.stringMatching(/:container-instance\/main\//), reason: 'RESOURCE:CPU' },
      ])
    })
  })

  it('answers so on Fargate, too', () => {
    const taskFaults: World['taskFaults'] = [
      { cause: 'CapacityUnavailable', capacityProvider: 'FARGATE_SPOT' },
    ]
    return inVirtualTime(
      jobWorld({ app: {} }, { taskDefinitions: [vpc], taskFaults }),
      async ({ ecs }) => {
        const on = async (capacityProvider: string) =>
          ecs.send(new RunTaskCommand({ ...job, capacityProviderStrategy: [{ capacityProvider }] }))
        expect(await on('FARGATE')).toMatchObject({ tasks: [{}], failures: [] })
        expect(await on('FARGATE_SPOT')).toMatchObject({
          tasks: [],
          failures: [{ reason: expect.stringMatching(/^Capacity is unavailable at this time\./) }],
        })
      },
    )
  })

  it('is refused in a cluster without any instance', () =>
    inVirtualTime(
      jobWorld(
        {},
        { taskDefinitions: [vpc], clusters: [{ name: 'main', containerInstances: [] }] },
      ),
      async ({ ecs }) => {
        await expect(
          ecs.send(new RunTaskCommand({ ...job, launchType: 'EC2' })),
        ).rejects.toMatchObject({
          name: 'InvalidParameterException',
          message: 'No Container Instances were found in your cluster.',
        })
      },
    ))
})
