import type { CreateServiceCommandInput } from '@aws-sdk/client-apprunner'
import type { World } from '@deploy-actions/aws-simulator'

type WorldAppRunner = NonNullable<World['appRunner']>
type WorldService = NonNullable<WorldAppRunner['services']>[number]
type Image = NonNullable<World['images']>[number]
export type Behaviour = NonNullable<Image['behaviour']>

export const account = '123456789012'
export const host = `${account}.dkr.ecr.us-east-1.amazonaws.com`
export const repository = `${host}/ai-chatbot`
export const serviceId = '8fe1e10304f84fd2b0df550fe98a71fa'
export const serviceArn = `arn:aws:apprunner:us-east-1:${account}:service/chatbot/${serviceId}`
export const serviceHost = 'psbqam834h.us-east-1.awsapprunner.com'
export const secretArn = `arn:aws:secretsmanager:us-east-1:${account}:secret:chatbot/auth-AbCdEf`
export const accessRole = `arn:aws:iam::${account}:role/chatbot-access`
export const instanceRole = `arn:aws:iam::${account}:role/chatbot-instance`
export const scaling = `arn:aws:apprunner:us-east-1:${account}:autoscalingconfiguration/busy`
export const connector = `arn:aws:apprunner:us-east-1:${account}:vpcconnector/private/1/0123456789abcdef0123456789abcdef`

/** The image of a tag, as the service names it. */
export const imageOf = (tag: string): string => `${repository}:${tag}`

/** The digest that an image of this world has: its tag, spelled out in hexadecimal digits. */
export function digestOf(tag: string): string {
  return `sha256:${Buffer.from(tag).toString('hex').padEnd(64, '0')}`
}

/** An image by the digest that its tag is on. */
export const pinnedTo = (tag: string): string => `${repository}@${digestOf(tag)}`

/** An image that is healthy after some seconds, and says which it is. */
export function answers(version: string, healthyAfter = '15s'): Behaviour {
  return {
    startup: { healthyAfter },
    port: 3000,
    logs: [{ line: `${version} is ready` }],
    http: [{ path: '/api/health', body: version }],
  }
}

/** Images by what they do. */
export const behaviours: Readonly<Record<string, Behaviour>> = {
  v1: answers('v1'),
  v2: answers('v2'),
  crashing: {
    logs: [
      { after: '1s', line: 'booting' },
      { after: '2s', line: 'POSTGRES_URL is not set' },
    ],
    exit: { after: '3s', code: 3 },
  },
  hungry: { exit: { after: '3s', outOfMemory: true } },
  stuck: { startup: { healthyAfter: 'never' }, logs: [{ line: 'waiting for the database' }] },
}

/** The guide's health check: twenty failures in a row, twenty seconds apart. */
export const patientCheck = {
  Protocol: 'HTTP',
  Path: '/api/health',
  Interval: 20,
  Timeout: 20,
  HealthyThreshold: 1,
  UnhealthyThreshold: 20,
} as const

/** A quick one, with which failures show within a minute. */
export const quickCheck = { ...patientCheck, Interval: 5, Timeout: 2, UnhealthyThreshold: 5 }

export const variables = { AUTH_TRUST_HOST: 'true', AWS_REGION: 'us-east-1' }
export const secretReferences = { AUTH_SECRET: `${secretArn}:AUTH_SECRET::` }

/** How an image of a tag is run. */
export function sourceOf(image: string, settings: object = {}, autoDeployments = false) {
  return {
    ImageRepository: {
      ImageIdentifier: image,
      ImageRepositoryType: 'ECR',
      ImageConfiguration: {
        Port: '3000',
        RuntimeEnvironmentVariables: variables,
        RuntimeEnvironmentSecrets: secretReferences,
        ...settings,
      },
    },
    AutoDeploymentsEnabled: autoDeployments,
    AuthenticationConfiguration: { AccessRoleArn: accessRole },
  } as const satisfies CreateServiceCommandInput['SourceConfiguration']
}

/** The service of the world, running v1. */
export function chatbot(more: Partial<WorldService> = {}): WorldService {
  return {
    ServiceName: 'chatbot',
    serviceId,
    subdomain: 'psbqam834h',
    SourceConfiguration: sourceOf(pinnedTo('v1')),
    InstanceConfiguration: { Cpu: '1024', Memory: '2048', InstanceRoleArn: instanceRole },
    HealthCheckConfiguration: patientCheck,
    NetworkConfiguration: {
      EgressConfiguration: { EgressType: 'VPC', VpcConnectorArn: connector },
      IngressConfiguration: { IsPubliclyAccessible: true },
    },
    ...more,
  }
}

export interface Changes extends Omit<Partial<World>, 'appRunner'> {
  readonly service?: Partial<WorldService>
  readonly appRunner?: Partial<WorldAppRunner>
  /** Besides those that every world has. */
  readonly moreImages?: readonly Image[]
}

/** An account with one service, `chatbot`, which runs v1, and images called as their tags. */
export function chatbotWorld({
  service,
  appRunner,
  moreImages = [],
  ...more
}: Changes = {}): World {
  return {
    region: 'us-east-1',
    account,
    images: [
      ...Object.entries(behaviours).map(([tag, behaviour]) => ({
        repository,
        tags: [tag],
        digest: digestOf(tag),
        behaviour,
      })),
      ...moreImages,
    ],
    secrets: [
      { name: 'chatbot/auth', arn: secretArn, value: { AUTH_SECRET: 'canary-auth-9f31c7' } },
    ],
    appRunner: { services: [chatbot(service)], ...appRunner },
    ...more,
  }
}
