import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import {
  AppRunnerClient,
  DescribeServiceCommand,
  ListOperationsCommand,
  UpdateServiceCommand,
  type CreateServiceCommandInput,
  type OperationSummary,
  type Service,
  type UpdateServiceCommandInput,
} from '@aws-sdk/client-apprunner'
import { FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs'
import type { World } from '../src/index.ts'
import type { WorldAppRunner } from '../src/world/world-app-runner.ts'
import type { Behaviour } from '../src/world/world.ts'
import { clientOptions, inVirtualTime, sleepSeconds, type Scene } from './in-virtual-time.ts'

export const serviceId = '8fe1e10304f84fd2b0df550fe98a71fa'
export const serviceArn = `arn:aws:apprunner:us-east-1:123456789012:service/chatbot/${serviceId}`
export const serviceHost = 'psbqam834h.us-east-1.awsapprunner.com'
export const repository = '123456789012.dkr.ecr.us-east-1.amazonaws.com/ai-chatbot'
export const secretArn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:chatbot/auth-AbCdEf'
export const accessRole = 'arn:aws:iam::123456789012:role/chatbot-access'
export const instanceRole = 'arn:aws:iam::123456789012:role/chatbot-instance'

/** The guide's health check: twenty failures in a row, twenty seconds apart. */
export const patientCheck = {
  Protocol: 'HTTP',
  Path: '/api/health',
  Interval: 20,
  Timeout: 20,
  HealthyThreshold: 1,
  UnhealthyThreshold: 20,
} as const

/** The source of the service, with an image of a tag. */
export function sourceOf(tag: string, settings: object = {}) {
  return {
    ImageRepository: {
      ImageIdentifier: `${repository}:${tag}`,
      ImageRepositoryType: 'ECR',
      ImageConfiguration: {
        Port: '3000',
        RuntimeEnvironmentVariables: { AUTH_TRUST_HOST: 'true' },
        ...settings,
      },
    },
    AutoDeploymentsEnabled: false,
    AuthenticationConfiguration: { AccessRoleArn: accessRole },
  } as const
}

/** What CreateService is given for the service of the world. */
export function chatbot(more: Partial<CreateServiceCommandInput> & { ServiceName?: string } = {}) {
  return {
    ServiceName: 'chatbot',
    SourceConfiguration: sourceOf('v1'),
    InstanceConfiguration: { InstanceRoleArn: instanceRole },
    HealthCheckConfiguration: patientCheck,
    ...more,
  } satisfies CreateServiceCommandInput
}

/** An account with the service running, and the images that are listed, called as their tags. */
export function chatbotWorld(
  images: Readonly<Record<string, Behaviour>> = {},
  { appRunner, ...more }: Partial<World> & { appRunner?: Partial<WorldAppRunner> } = {},
): World {
  const behaviours: Readonly<Record<string, Behaviour>> = { v1: answers('v1'), ...images }
  return {
    images: Object.entries(behaviours).map(([tag, behaviour]) => ({
      repository,
      tags: [tag],
      behaviour,
    })),
    secrets: [{ name: 'chatbot/auth', arn: secretArn, value: { AUTH_SECRET: 'x' } }],
    appRunner: { services: [{ ...chatbot(), serviceId, subdomain: 'psbqam834h' }], ...appRunner },
    ...more,
  }
}

/** An image that is healthy after some seconds, and says which it is. */
export function answers(version: string, healthyAfter = '15s'): Behaviour {
  return {
    startup: { healthyAfter },
    port: 3000,
    logs: [{ line: `${version} is ready` }],
    http: [{ path: '/api/health', body: version }],
  }
}

export interface AppRunnerScene extends Scene {
  readonly appRunner: AppRunnerClient
}

/** Runs `play` in a world with a client of App Runner. */
export function withAppRunner(world: World, play: (scene: AppRunnerScene) => Promise<void>) {
  return inVirtualTime(world, async (scene) => {
    const appRunner = new AppRunnerClient(clientOptions(scene.simulator))
    try {
      await play({ ...scene, appRunner })
    } finally {
      appRunner.destroy()
    }
  })
}

export async function describeService(
  appRunner: AppRunnerClient,
  ServiceArn = serviceArn,
): Promise<Service | undefined> {
  return (await appRunner.send(new DescribeServiceCommand({ ServiceArn }))).Service
}

/** What was done to a service, newest first. */
export async function operationsOf(
  appRunner: AppRunnerClient,
  ServiceArn = serviceArn,
): Promise<readonly OperationSummary[]> {
  const { OperationSummaryList = [] } = await appRunner.send(
    new ListOperationsCommand({ ServiceArn }),
  )
  return OperationSummaryList
}

/** Polls until the newest operation of a service has ended; gives up after an hour. */
export async function untilEnded(
  appRunner: AppRunnerClient,
  ServiceArn = serviceArn,
): Promise<OperationSummary> {
  for (let polls = 0; polls < 360; polls += 1) {
    const [newest] = await operationsOf(appRunner, ServiceArn)
    if (newest?.EndedAt !== undefined) return newest
    await sleepSeconds(10)
  }
  throw new Error(`No operation on ${ServiceArn} has ended within an hour.`)
}

/** Updates the service to an image and waits for the end. */
export async function updateTo(
  appRunner: AppRunnerClient,
  tag: string,
  more: Partial<UpdateServiceCommandInput> = {},
): Promise<OperationSummary> {
  await appRunner.send(
    new UpdateServiceCommand({
      ServiceArn: serviceArn,
      SourceConfiguration: sourceOf(tag),
      ...more,
    }),
  )
  return untilEnded(appRunner)
}

/** How long an operation took, in seconds. */
export function secondsOf({ StartedAt, EndedAt }: OperationSummary): number {
  return (Number(EndedAt) - Number(StartedAt)) / 1000
}

/** The lines of the service's own logs or of its application's since the world began. */
export async function linesOf(
  { logs }: Pick<Scene, 'logs'>,
  kind: 'service' | 'application',
  {
    streams,
    id = serviceId,
  }: { readonly streams?: string[]; readonly id?: string | undefined } = {},
): Promise<readonly string[]> {
  const { events = [] } = await logs.send(
    new FilterLogEventsCommand({
      logGroupName: `/aws/apprunner/chatbot/${id}/${kind}`,
      startTime: Date.parse('2026-01-01T00:00:00Z'),
      ...(streams && { logStreamNames: streams }),
    }),
  )
  return events.map(({ message = '' }) => message)
}

/** What the service of the world answers at its address. */
export async function ask(
  { simulator }: Pick<Scene, 'simulator'>,
  path = '/api/health',
  host = serviceHost,
): Promise<{ readonly status: number; readonly body: string }> {
  const { hostname, port } = new URL(simulator.appRunnerUrl)
  const asked = get({ hostname, port, path, headers: { host } })
  // The event of a response carries it first.
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  return { status: answer.statusCode ?? 0, body: await text(answer) }
}
