import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import * as https from 'node:https'
import { text } from 'node:stream/consumers'
import type { IncomingMessage } from 'node:http'
import {
  CreateServiceCommand,
  DescribeServiceCommand,
  ListServicesCommand,
  PauseServiceCommand,
  StartDeploymentCommand,
  TagResourceCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-apprunner'
import { describe, expect, it } from 'vitest'
import { certificateFile, parseWorld, startSimulator, type World } from '../src/index.ts'
import { sleepSeconds } from './in-virtual-time.ts'
import {
  accessRole,
  answers,
  ask,
  chatbot,
  chatbotWorld,
  describeService,
  instanceRole,
  operationsOf,
  serviceArn,
  serviceHost,
  serviceId,
  sourceOf,
  untilEnded,
  withAppRunner,
} from './chatbot-world.ts'

const start = async (world: World) => (await startSimulator({ world, speed: 0 })).stop()

describe('A service of a world', () => {
  it('can be paused when the world begins', () => {
    const services = [{ ...chatbot(), serviceId, status: 'PAUSED' as const }]
    return withAppRunner(chatbotWorld({}, { appRunner: { services } }), async ({ appRunner }) => {
      expect(await describeService(appRunner)).toMatchObject({ Status: 'PAUSED' })
    })
  })

  it('can have failed to be created, if something makes it fail', () => {
    const failed = { ...chatbot({ SourceConfiguration: sourceOf('nowhere') }), serviceId }
    const services = [{ ...failed, status: 'CREATE_FAILED' as const }]
    return withAppRunner(chatbotWorld({}, { appRunner: { services } }), async ({ appRunner }) => {
      expect(await describeService(appRunner)).toMatchObject({ Status: 'CREATE_FAILED' })
    })
  })

  it('is a mistake when it does not become what it is said to be', async () => {
    const services = [{ ...chatbot({ SourceConfiguration: sourceOf('nowhere') }), serviceId }]
    await expect(start(chatbotWorld({}, { appRunner: { services } }))).rejects.toThrow(
      /chatbot does not become RUNNING: it is CREATE_FAILED\..*Failed to copy the image from ECR/,
    )
  })

  it('is refused as CreateService refuses it, with its place', async () => {
    const given = { ...chatbot(), HealthCheckConfiguration: { Interval: 21 } }
    await expect(start(chatbotWorld({}, { appRunner: { services: [given] } }))).rejects.toThrow(
      /CreateService refuses: .*Interval/,
    )
  })

  it.each([
    ['appRunner: { services: [{ ServiceName: abcd }] }', /needs "SourceConfiguration"/],
    [
      'appRunner: { services: [{ ServiceName: abcd, SourceConfiguration: {}, serviceId: x }] }',
      /"appRunner\.services\.0\.serviceId" must be 32 hexadecimal digits/,
    ],
    ['appRunner: { timings: { pull: 2 } }', /must be a length of time/],
    ['appRunner: { service: [] }', /has no "service"; known are services/],
    ['actors: [{ after: 1s, operation: apprunner:UpdateServce, input: {} }]', /UpdateService/],
  ])('%s is a mistake', async (yaml, problem) => {
    await expect(async () => start(parseWorld(yaml))).rejects.toThrow(problem)
  })
})

describe('Actors of a world', () => {
  it('name operations that other services have too with the prefix of IAM', () => {
    const input = { ServiceArn: serviceArn, HealthCheckConfiguration: { Protocol: 'TCP' } }
    const actors = [{ after: '10s', operation: 'apprunner:UpdateService', input }]
    return withAppRunner(chatbotWorld({}, { actors }), async ({ appRunner }) => {
      await sleepSeconds(11)
      expect((await operationsOf(appRunner))[0]).toMatchObject({ Type: 'UPDATE_SERVICE' })
    })
  })

  it('can have an operation under way from the beginning', () => {
    const input = { ServiceArn: serviceArn }
    const actors = [{ after: '0s', operation: 'StartDeployment', input }]
    return withAppRunner(chatbotWorld({}, { actors }), async ({ appRunner }) => {
      expect((await operationsOf(appRunner))[0]).toMatchObject({ Type: 'START_DEPLOYMENT' })
      expect(await untilEnded(appRunner)).toMatchObject({ Status: 'SUCCEEDED' })
    })
  })
})

describe('Faults of a world', () => {
  it('befall App Runner as all services', () => {
    const error = { name: 'ThrottlingException', message: 'Rate exceeded' }
    const faults = [
      { operation: 'DescribeService', calls: [1], error },
      { operation: 'ListOperations', lag: '1m' },
    ]
    return withAppRunner(chatbotWorld({}, { faults }), async ({ appRunner }) => {
      const describeIt = new DescribeServiceCommand({ ServiceArn: serviceArn })
      await expect(appRunner.send(describeIt)).rejects.toMatchObject({
        name: 'ThrottlingException',
      })
      await appRunner.send(describeIt)
      const started = await appRunner.send(new StartDeploymentCommand({ ServiceArn: serviceArn }))
      expect(await operationsOf(appRunner)).toHaveLength(1)
      await sleepSeconds(61)
      expect((await operationsOf(appRunner))[0]).toMatchObject({ Id: started.OperationId })
    })
  })
})

describe('A caller with few permissions', () => {
  const allowed = (Action: string, Resource: string, Condition?: object) => ({
    Effect: 'Allow',
    Action,
    Resource,
    ...(Condition && { Condition }),
  })
  const toAppRunner = { StringEquals: { 'iam:PassedToService': 'apprunner.amazonaws.com' } }
  const withPolicies = (statements: readonly object[], play: Parameters<typeof withAppRunner>[1]) =>
    withAppRunner(chatbotWorld({}, { caller: { policies: [{ Statement: statements }] } }), play)
  const SourceConfiguration = sourceOf('v1')
  const update = new UpdateServiceCommand({ ServiceArn: serviceArn, SourceConfiguration })

  it('may do what is allowed on the service, and nothing else', () =>
    withPolicies([allowed('apprunner:DescribeService', serviceArn)], async ({ appRunner }) => {
      expect(await describeService(appRunner)).toMatchObject({ Status: 'RUNNING' })
      const refused = [
        () => appRunner.send(new PauseServiceCommand({ ServiceArn: serviceArn })),
        () => appRunner.send(new StartDeploymentCommand({ ServiceArn: serviceArn })),
      ]
      for (const send of refused) {
        await expect(send()).rejects.toMatchObject({ name: 'AccessDeniedException' })
      }
      await expect(appRunner.send(new ListServicesCommand({}))).rejects.toThrow(
        /apprunner:ListServices on resource: \*/,
      )
    }))

  it('has to pass the roles that it gives to a service', () =>
    withPolicies([allowed('apprunner:UpdateService', serviceArn)], async ({ appRunner }) => {
      await expect(appRunner.send(update)).rejects.toThrow(
        new RegExp(`iam:PassRole on resource: ${accessRole}`),
      )
    }))

  it('passes them to App Runner', () =>
    withPolicies(
      [
        allowed('apprunner:*', `${serviceArn.replace(/[^:]*$/, '')}service/chatbot*`),
        allowed('iam:PassRole', accessRole, toAppRunner),
        allowed('iam:PassRole', instanceRole, toAppRunner),
      ],
      async ({ appRunner }) => {
        await appRunner.send(update)
        await appRunner.send(
          new TagResourceCommand({ ResourceArn: serviceArn, Tags: [{ Key: 'a', Value: 'b' }] }),
        )
        await appRunner.send(new CreateServiceCommand({ ...chatbot(), ServiceName: 'chatbot-2' }))
        await expect(
          appRunner.send(new CreateServiceCommand({ ...chatbot(), ServiceName: 'other' })),
        ).rejects.toMatchObject({ name: 'AccessDeniedException' })
      },
    ))
})

describe('The address of a service', () => {
  it('is among the endpoints of the simulator', () =>
    withAppRunner(chatbotWorld(), async ({ simulator }) => {
      expect(simulator.endpoints).toEqual({ [serviceHost]: simulator.appRunnerUrl })
      expect((await fetch(simulator.appRunnerUrl)).status).toBe(404)
    }))

  it('answers 404 to a host that is no service, and nothing to who asks a private one', () => {
    const NetworkConfiguration = { IngressConfiguration: { IsPubliclyAccessible: false } }
    const services = [{ ...chatbot({ NetworkConfiguration }), subdomain: 'psbqam834h' }]
    return withAppRunner(chatbotWorld({}, { appRunner: { services } }), async (scene) => {
      expect((await ask(scene, '/', 'other.us-east-1.awsapprunner.com')).status).toBe(404)
      await expect(ask(scene)).rejects.toMatchObject({ code: 'ECONNRESET' })
    })
  })

  it('answers 504 when the application takes longer than two minutes', () =>
    withAppRunner(
      chatbotWorld({
        v1: { ...answers('v1'), http: [{ path: '/api/health' }, { path: '/slow', delay: '5m' }] },
      }),
      async (scene) => {
        const startMs = Date.now()
        expect((await ask(scene, '/slow')).status).toBe(504)
        expect(Date.now() - startMs).toBe(120_000)
      },
    ))

  it('is the same over HTTPS, with a certificate for its host', () =>
    withAppRunner(chatbotWorld(), async ({ simulator }) => {
      const { hostname, port } = new URL(simulator.endpoints[serviceHost] ?? '')
      const ca = readFileSync(certificateFile)
      const to = { hostname, port, path: '/api/health', ca, servername: serviceHost }
      const asked = https.get({ ...to, headers: { host: serviceHost } })
      // The event of a response carries it first.
      const [answer] = (await once(asked, 'response')) as [IncomingMessage]
      expect(await text(answer)).toBe('v1')
    }))

  it('is reached by its own name where the simulator is the proxy', () =>
    withAppRunner(chatbotWorld(), async ({ simulator }) => {
      const program = `fetch('https://${serviceHost}/api/health').then(async (answer) => console.log(await answer.text()))`
      const child = spawn(process.execPath, ['--eval', program], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: {
          HTTPS_PROXY: simulator.appRunnerUrl,
          NODE_USE_ENV_PROXY: '1',
          NODE_EXTRA_CA_CERTS: certificateFile,
        },
      })
      expect(await text(child.stdout)).toBe('v1\n')
    }))
})
