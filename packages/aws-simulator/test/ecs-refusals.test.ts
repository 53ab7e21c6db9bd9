import {
  CreateServiceCommand,
  DeleteServiceCommand,
  DescribeTaskDefinitionCommand,
  ListServiceDeploymentsCommand,
  ListServicesCommand,
  ListTaskDefinitionsCommand,
  ListTasksCommand,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
  type DesiredStatus,
  type LaunchType,
  type RegisterTaskDefinitionCommandInput,
  type ServiceDeploymentStatus,
} from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import { arbiterWorld, network, taskDefinition } from './arbiter-world.ts'
import { describeService, target } from './deploying.ts'
import { inVirtualTime, sleepSeconds } from './in-virtual-time.ts'

type Definition = RegisterTaskDefinitionCommandInput
const base: Definition = taskDefinition()
const container = base.containerDefinitions?.[0] ?? {}
const { executionRoleArn: _role, ...roleless } = base
const withContainers = (
  ...containerDefinitions: NonNullable<Definition['containerDefinitions']>
) => ({
  ...base,
  containerDefinitions,
})

describe('RegisterTaskDefinition', () => {
  it('adds a revision and describes what was registered, and what ECS adds', () =>
    inVirtualTime(arbiterWorld(), async ({ ecs }) => {
      const tags = [{ key: 'team', value: 'arbiter' }]
      const { taskDefinition: added } = await ecs.send(
        new RegisterTaskDefinitionCommand({ ...base, tags }),
      )
      const described = await ecs.send(
        new DescribeTaskDefinitionCommand({
          taskDefinition: 'arbiter-backend-sandbox',
          include: ['TAGS'],
        }),
      )
      expect(added).toMatchObject({ revision: 2, status: 'ACTIVE', cpu: '512' })
      expect(described.taskDefinition).toEqual(added)
      expect(described.tags).toEqual(tags)
      expect(added?.containerDefinitions?.[0]).toMatchObject({ ...container, essential: true })
      const { taskDefinitionArns } = await ecs.send(
        new ListTaskDefinitionsCommand({ familyPrefix: base.family, sort: 'DESC', maxResults: 1 }),
      )
      expect(taskDefinitionArns).toEqual([added?.taskDefinitionArn])
    }))

  it.each<[string, Definition, RegExp]>([
    [
      'a pair of cpu and memory that Fargate lacks',
      { ...base, memory: '8192' },
      /No Fargate config/,
    ],
    ['bridge networking on Fargate', { ...base, networkMode: 'bridge' }, /network mode 'awsvpc'/],
    ['Fargate without task memory', { ...base, memory: undefined }, /cpu and memory/],
    ['secrets without an execution role', roleless, /execution role ARN to support secrets/],
    ['no container', withContainers(), /should not be empty/],
    ['no essential container', withContainers({ ...container, essential: false }), /essential/],
    ['two containers of one name', withContainers(container, container), /backend is used more/],
    [
      'a name in both environment and secrets',
      withContainers({ ...container, environment: [{ name: 'DATABASE_URL', value: 'x' }] }),
      /'DATABASE_URL'/,
    ],
    [
      'other ports on the host',
      withContainers({ ...container, portMappings: [{ containerPort: 80, hostPort: 8080 }] }),
      /must match/,
    ],
    [
      'a health check more often than every five seconds',
      withContainers({ ...container, healthCheck: { command: ['CMD', 'true'], interval: 1 } }),
      /interval should be between 5 and 300/,
    ],
    [
      'a volume that is not declared',
      withContainers({
        ...container,
        mountPoints: [{ sourceVolume: 'data', containerPath: '/d' }],
      }),
      /Unknown volume 'data'/,
    ],
    [
      'a dependency on the health of a container that is not checked',
      withContainers(
        { ...container, dependsOn: [{ containerName: 'proxy', condition: 'HEALTHY' }] },
        { name: 'proxy', image: 'proxy' },
      ),
      /proxy has no health check/,
    ],
    [
      'a dependency on the end of a container that is essential',
      withContainers(
        { ...container, dependsOn: [{ containerName: 'init', condition: 'SUCCESS' }] },
        { name: 'init', image: 'init' },
      ),
      /SUCCESS cannot be set on the essential container init/,
    ],
    [
      'containers that wait for each other',
      withContainers(
        { ...container, dependsOn: [{ containerName: 'proxy', condition: 'START' }] },
        {
          name: 'proxy',
          image: 'proxy',
          dependsOn: [{ containerName: 'backend', condition: 'START' }],
        },
      ),
      /cycle/,
    ],
    [
      'restarts more often than every minute',
      withContainers({
        ...container,
        restartPolicy: { enabled: true, restartAttemptPeriod: 10 },
      }),
      /between 60 and 1800/,
    ],
    [
      'a dependency on a container that is not there',
      withContainers({
        ...container,
        dependsOn: [{ containerName: 'proxy', condition: 'HEALTHY' }],
      }),
      /proxy does not exist/,
    ],
  ])('refuses %s', (_, input, message) =>
    inVirtualTime(arbiterWorld(), async ({ ecs }) => {
      await expect(ecs.send(new RegisterTaskDefinitionCommand(input))).rejects.toMatchObject({
        name: 'ClientException',
        message: expect.stringMatching(message),
        $metadata: { httpStatusCode: 400 },
      })
    }),
  )
})

describe('CreateService', () => {
  const input = {
    cluster: 'arbiter-ai',
    serviceName: 'second',
    taskDefinition: 'arbiter-backend-sandbox',
    desiredCount: 1,
    networkConfiguration: network,
  }

  it('makes nothing new of the same request, and refuses another one of that name', () =>
    inVirtualTime(arbiterWorld(), async ({ ecs }) => {
      const first = await ecs.send(new CreateServiceCommand(input))
      const again = await ecs.send(new CreateServiceCommand(input))
      expect(again.service?.deployments).toEqual(first.service?.deployments)
      await expect(
        ecs.send(new CreateServiceCommand({ ...input, desiredCount: 2 })),
      ).rejects.toMatchObject({
        name: 'InvalidParameterException',
        message: 'Creation of service was not idempotent.',
      })
    }))
})

describe('What is not there', () => {
  it('is refused with the error of the service', () =>
    inVirtualTime(arbiterWorld(), async ({ ecs }) => {
      const service = 'backend'
      const cases = [
        [new UpdateServiceCommand({ cluster: 'nowhere', service }), 'ClusterNotFoundException'],
        [new UpdateServiceCommand({ ...target, service: 'nobody' }), 'ServiceNotFoundException'],
        [new UpdateServiceCommand({ ...target, taskDefinition: 'none:7' }), 'ClientException'],
        [new DescribeTaskDefinitionCommand({ taskDefinition: 'none' }), 'ClientException'],
        [new ListTasksCommand({ ...target, serviceName: 'nobody' }), 'ServiceNotFoundException'],
      ] as const
      for (const [command, name] of cases) {
        // One of several commands, each with its own answer.
        await expect(ecs.send(command as ListTasksCommand)).rejects.toMatchObject({ name })
      }
    }))

  it.each<[string, ListTasksCommand | ListServiceDeploymentsCommand, RegExp]>([
    [
      'a status of tasks',
      // What a user may well write, whatever the types of the SDK say.
      new ListTasksCommand({ cluster: 'arbiter-ai', desiredStatus: 'running' as DesiredStatus }),
      /desiredStatus should be one of PENDING, RUNNING, STOPPED/,
    ],
    [
      'a launch type',
      new ListTasksCommand({ cluster: 'arbiter-ai', launchType: 'Fargate' as LaunchType }),
      /launchType should be one of .*FARGATE/,
    ],
    [
      'a status of service deployments',
      new ListServiceDeploymentsCommand({
        ...target,
        status: ['SUCCESSFUL', 'DONE' as ServiceDeploymentStatus],
      }),
      /status should be one of .*SUCCESSFUL/,
    ],
  ])('includes %s that ECS does not have', (...[, command, message]) =>
    inVirtualTime(arbiterWorld(), async ({ ecs }) => {
      // One of several commands, each with its own answer.
      await expect(ecs.send(command as ListTasksCommand)).rejects.toMatchObject({
        name: 'InvalidParameterException',
        message: expect.stringMatching(message),
      })
    }),
  )

  it('includes a service that was deleted', () =>
    inVirtualTime(arbiterWorld(), async ({ ecs }) => {
      await expect(ecs.send(new DeleteServiceCommand(target))).rejects.toMatchObject({
        name: 'InvalidParameterException',
      })
      await ecs.send(new DeleteServiceCommand({ ...target, force: true }))
      expect(await describeService(ecs)).toMatchObject({ status: 'DRAINING' })
      await sleepSeconds(60)
      expect(await describeService(ecs)).toMatchObject({ status: 'INACTIVE', runningCount: 0 })
      await expect(ecs.send(new UpdateServiceCommand(target))).rejects.toMatchObject({
        name: 'ServiceNotActiveException',
      })
    }))
})

describe('A list', () => {
  it('comes in pages', () => {
    const names = Array.from({ length: 25 }, (_, index) => `service-${index}`)
    const [cluster] = arbiterWorld().clusters ?? []
    const [service] = cluster?.services ?? []
    const services = names.map((serviceName) => ({ ...service, serviceName }))
    const world = { ...arbiterWorld(), clusters: [{ name: 'arbiter-ai', services }] }
    return inVirtualTime(world, async ({ ecs }) => {
      const seen: (string | undefined)[] = []
      let nextToken: string | undefined
      do {
        const page = await ecs.send(new ListServicesCommand({ cluster: 'arbiter-ai', nextToken }))
        expect(page.serviceArns?.length).toBeLessThanOrEqual(10)
        seen.push(...(page.serviceArns ?? []).map((arn) => arn.split('/').at(-1)))
        nextToken = page.nextToken
      } while (nextToken !== undefined)
      expect(seen).toEqual(names)
    })
  })
})
