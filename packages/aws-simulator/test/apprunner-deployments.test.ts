import {
  CreateServiceCommand,
  StartDeploymentCommand,
  UpdateServiceCommand,
  type AppRunnerClient,
} from '@aws-sdk/client-apprunner'
import { describe, expect, it } from 'vitest'
import type { Behaviour } from '../src/world/world.ts'
import { sleepSeconds } from './in-virtual-time.ts'
import {
  answers,
  ask,
  chatbot,
  chatbotWorld,
  describeService,
  linesOf,
  operationsOf,
  repository,
  secondsOf,
  serviceArn,
  sourceOf,
  untilEnded,
  updateTo,
  withAppRunner,
} from './chatbot-world.ts'

const running = { Status: 'RUNNING' }
const imageOf = (tag: string) => ({
  SourceConfiguration: { ImageRepository: { ImageIdentifier: `${repository}:${tag}` } },
})

async function statusAfter(appRunner: AppRunnerClient, seconds: number) {
  await sleepSeconds(seconds)
  const [newest] = await operationsOf(appRunner)
  return newest?.Status
}

describe('An update to an image in good health', () => {
  const world = chatbotWorld({ v2: answers('v2') })

  it('takes about five minutes, in which the old version answers until the new one does', () =>
    withAppRunner(world, async (scene) => {
      const { appRunner } = scene
      const SourceConfiguration = sourceOf('v2')
      const update = new UpdateServiceCommand({ ServiceArn: serviceArn, SourceConfiguration })
      const { OperationId, Service } = await appRunner.send(update)
      expect(Service).toMatchObject({ Status: 'OPERATION_IN_PROGRESS', ...imageOf('v2') })
      expect((await operationsOf(appRunner))[0]).toMatchObject({
        Id: OperationId,
        Type: 'UPDATE_SERVICE',
        Status: 'PENDING',
      })
      expect(await statusAfter(appRunner, 3)).toBe('IN_PROGRESS')
      await sleepSeconds(240)
      expect((await ask(scene)).body).toBe('v1')
      const ended = await untilEnded(appRunner)
      expect(ended).toMatchObject({ Id: OperationId, Status: 'SUCCEEDED', TargetArn: serviceArn })
      expect(secondsOf(ended)).toBeGreaterThan(240)
      expect(secondsOf(ended)).toBeLessThan(360)
      expect((await ask(scene)).body).toBe('v2')
      expect(await describeService(appRunner)).toMatchObject({ ...running, ...imageOf('v2') })
    }))

  it('is told step by step in the log of events, and in one of the deployment', () =>
    withAppRunner(world, async (scene) => {
      const { Id = '' } = await updateTo(scene.appRunner, 'v2')
      const id = Id.replaceAll('-', '')
      expect(await linesOf(scene, 'service', { streams: ['events'] })).toEqual([
        '[AppRunner] Service update started.',
        '[AppRunner] Service status is set to OPERATION_IN_PROGRESS.',
        `[AppRunner] Deployment with ID : ${id} started. Triggering event : SERVICE_UPDATE`,
        `[AppRunner] Pulling image ${repository}:v2 from ECR repository.`,
        '[AppRunner] Successfully copied the image from ECR.',
        '[AppRunner] Provisioning instances and deploying image for publicly accessible service.',
        "[AppRunner] Performing health check on protocol `HTTP` [Path: '/api/health'], [Port: '3000'].",
        '[AppRunner] Health check is successful. Routing traffic to application.',
        '[AppRunner] Successfully routed incoming traffic to application.',
        '[AppRunner] Service update completed successfully. New configuration is deployed.',
        '[AppRunner] Service status is set to RUNNING.',
      ])
      expect(await linesOf(scene, 'service', { streams: [`deployment/${id}`] })).toEqual([
        '[AppRunner] Starting to pull your application image.',
        '[AppRunner] Successfully pulled your application image from ECR.',
        '[AppRunner] Starting to deploy your application image.',
        '[AppRunner] Successfully deployed your application image.',
      ])
      expect(await linesOf(scene, 'application')).toEqual(['v2 is ready'])
    }))
})

describe('An update to an image that never becomes healthy', () => {
  it('fails after the whole grace of its health check, and is rolled back for a quarter of an hour', () =>
    withAppRunner(
      chatbotWorld({ stuck: { startup: { healthyAfter: 'never' } } }),
      async (scene) => {
        const { appRunner } = scene
        const SourceConfiguration = sourceOf('stuck')
        await appRunner.send(
          new UpdateServiceCommand({ ServiceArn: serviceArn, SourceConfiguration }),
        )
        // Two seconds, two minutes, one minute, then 20 checks.
        expect(await statusAfter(appRunner, 182 + 400)).toBe('IN_PROGRESS')
        expect(await statusAfter(appRunner, 60)).toBe('ROLLBACK_IN_PROGRESS')
        expect(await describeService(appRunner)).toMatchObject({ Status: 'OPERATION_IN_PROGRESS' })
        const ended = await untilEnded(appRunner)
        expect(ended.Status).toBe('ROLLBACK_SUCCEEDED')
        expect(secondsOf(ended)).toBeGreaterThan(182 + 400 + 900)
        expect(await describeService(appRunner)).toMatchObject({ ...running, ...imageOf('v1') })
        expect((await ask(scene)).body).toBe('v1')
        expect(await linesOf(scene, 'service', { streams: ['events'] })).toContain(
          "[AppRunner] Health check failed on protocol `HTTP`[Path: '/api/health'], [Port: '3000']. " +
            'Check your configured port number. For more information, see the application logs.',
        )
      },
    ))

  it('has five checks, five seconds apart, where nothing else was asked for', () =>
    withAppRunner(
      chatbotWorld({ stuck: { startup: { healthyAfter: 'never' } } }),
      async ({ appRunner }) => {
        const HealthCheckConfiguration = { Protocol: 'TCP' } as const
        const SourceConfiguration = sourceOf('stuck')
        const update = { ServiceArn: serviceArn, SourceConfiguration, HealthCheckConfiguration }
        await appRunner.send(new UpdateServiceCommand(update))
        expect(await statusAfter(appRunner, 182 + 39)).toBe('IN_PROGRESS')
        expect(await statusAfter(appRunner, 2)).toBe('ROLLBACK_IN_PROGRESS')
      },
    ))

  it.each<[string, Behaviour]>([
    ['answers another status', { http: [{ path: '/api/health', status: 401 }] }],
    ['does not know the path', { http: [{ path: '/', status: 200 }] }],
    ['answers too late', { http: [{ path: '/api/health', delay: '21s' }] }],
    ['listens on another port', { port: 8080 }],
  ])('is one that %s', (_, behaviour) =>
    withAppRunner(chatbotWorld({ wrong: behaviour }), async ({ appRunner }) => {
      expect(await updateTo(appRunner, 'wrong')).toMatchObject({ Status: 'ROLLBACK_SUCCEEDED' })
    }),
  )

  it('is healthy where only its port is asked about', () =>
    withAppRunner(
      chatbotWorld({ other: { http: [{ path: '/', status: 200 }] } }),
      async ({ appRunner }) => {
        const HealthCheckConfiguration = { Protocol: 'TCP' } as const
        const ended = await updateTo(appRunner, 'other', { HealthCheckConfiguration })
        expect(ended.Status).toBe('SUCCEEDED')
      },
    ))
})

describe('An update to an image that ends at its start', () => {
  it.each<[string, Behaviour, number]>([
    ['with a code', { logs: [{ line: 'boom' }], exit: { after: '3s', code: 3 } }, 3],
    ['for its memory', { memory: [{ after: '1s', mebibytes: 4096 }] }, 137],
    ['because there is no such program', { missingExecutable: true }, 127],
  ])('%s fails at once, and the events tell the exit code', (_, behaviour, code) =>
    withAppRunner(chatbotWorld({ crash: behaviour }), async (scene) => {
      const ended = await updateTo(scene.appRunner, 'crash')
      expect(ended.Status).toBe('ROLLBACK_SUCCEEDED')
      expect(secondsOf(ended)).toBeLessThan(182 + 20 + 900)
      const lines = await linesOf(scene, 'service', { streams: ['events'] })
      expect(lines).toContain(
        '[AppRunner] Your application stopped or failed to start. See logs for more information.  ' +
          `Container exit code: ${code}`,
      )
      expect((await ask(scene)).body).toBe('v1')
    }),
  )

  it('leaves its last words in the log of the application', () =>
    withAppRunner(
      chatbotWorld({ crash: { logs: [{ line: 'boom' }], exit: { after: '3s', code: 3 } } }),
      async (scene) => {
        await updateTo(scene.appRunner, 'crash')
        expect(await linesOf(scene, 'application')).toEqual(['boom'])
      },
    ))
})

describe('An update to an image that cannot be had', () => {
  const world = chatbotWorld()
  const arm = { repository, tags: ['arm'], platforms: ['linux/arm64'] }

  it.each(['nowhere', 'arm'])('such as %s, fails without anything to roll back', (tag) =>
    withAppRunner({ ...world, images: [...(world.images ?? []), arm] }, async (scene) => {
      const { appRunner } = scene
      const ended = await updateTo(appRunner, tag)
      expect(ended.Status).toBe('FAILED')
      expect(secondsOf(ended)).toBeLessThan(180)
      expect(await describeService(appRunner)).toMatchObject({ ...running, ...imageOf('v1') })
      const id = ended.Id?.replaceAll('-', '')
      expect(await linesOf(scene, 'service', { streams: ['events'] })).toContain(
        `[AppRunner] Deployment with ID : ${id} failed. Failure reason : Failed to copy the image from ECR`,
      )
    }),
  )
})

describe('A deployment of the configured image', () => {
  it('runs what its tag means by then', () => {
    const world = chatbotWorld({ v2: answers('v2') })
    const moved = { repository, tags: ['v1'], behaviour: answers('moved'), pushed: { after: '1s' } }
    return withAppRunner({ ...world, images: [...(world.images ?? []), moved] }, async (scene) => {
      await sleepSeconds(2)
      expect((await ask(scene)).body).toBe('v1')
      const start = new StartDeploymentCommand({ ServiceArn: serviceArn })
      const { OperationId } = await scene.appRunner.send(start)
      expect(await untilEnded(scene.appRunner)).toMatchObject({
        Id: OperationId,
        Type: 'START_DEPLOYMENT',
        Status: 'SUCCEEDED',
      })
      expect((await ask(scene)).body).toBe('moved')
    })
  })
})

describe('A service that is created', () => {
  const ServiceName = 'chatbot-staging'
  const create = (tag: string) =>
    new CreateServiceCommand({ ...chatbot(), ServiceName, SourceConfiguration: sourceOf(tag) })

  it('runs after minutes, at an address of its own', () =>
    withAppRunner(chatbotWorld(), async (scene) => {
      const { appRunner } = scene
      const { Service, OperationId } = await appRunner.send(create('v1'))
      const { ServiceArn, ServiceUrl = '' } = Service ?? {}
      expect(ServiceUrl).toMatch(/^[a-z0-9]{10}\.us-east-1\.awsapprunner\.com$/)
      expect((await ask(scene, '/api/health', ServiceUrl)).status).toBe(503)
      const ended = await untilEnded(appRunner, ServiceArn)
      expect(ended).toMatchObject({ Id: OperationId, Type: 'CREATE_SERVICE', Status: 'SUCCEEDED' })
      expect(await describeService(appRunner, ServiceArn)).toMatchObject(running)
      expect((await ask(scene, '/api/health', ServiceUrl)).body).toBe('v1')
    }))

  it('has failed to be when its image is not there, until an update builds it again', () =>
    withAppRunner(chatbotWorld(), async ({ appRunner }) => {
      const { Service } = await appRunner.send(create('nowhere'))
      const { ServiceArn } = Service ?? {}
      const ended = await untilEnded(appRunner, ServiceArn)
      expect(ended).toMatchObject({ Type: 'CREATE_SERVICE', Status: 'FAILED' })
      expect(await describeService(appRunner, ServiceArn)).toMatchObject({
        Status: 'CREATE_FAILED',
      })
      const SourceConfiguration = sourceOf('v1')
      await appRunner.send(new UpdateServiceCommand({ ServiceArn, SourceConfiguration }))
      expect(await untilEnded(appRunner, ServiceArn)).toMatchObject({ Status: 'SUCCEEDED' })
      expect(await describeService(appRunner, ServiceArn)).toMatchObject(running)
    }))
})

describe('An instance that ends after it has served', () => {
  it('is started again', () =>
    withAppRunner(
      chatbotWorld({ mortal: { ...answers('mortal'), exit: { after: '10m', code: 1 } } }),
      async (scene) => {
        expect(await updateTo(scene.appRunner, 'mortal')).toMatchObject({ Status: 'SUCCEEDED' })
        const seen = new Set<number>()
        for (let polls = 0; polls < 120; polls += 1) {
          seen.add((await ask(scene)).status)
          await sleepSeconds(5)
        }
        expect(seen).toEqual(new Set([200, 503]))
        expect((await ask(scene)).body).toBe('mortal')
      },
    ))
})
