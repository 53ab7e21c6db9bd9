import type { World } from '@deploy-actions/aws-simulator'

const registry = '123456789012.dkr.ecr.us-east-1.amazonaws.com'

/** Images of the service by what they do. */
export const images = {
  running: `${registry}/api:running`,
  healthy: `${registry}/api:healthy`,
  crashing: `${registry}/api:crashing`,
  hungry: `${registry}/api:hungry`,
  looping: `${registry}/api:looping`,
  missing: `${registry}/api:missing`,
} as const

const image = (tag: string, behaviour: NonNullable<World['images']>[number]['behaviour']) => ({
  repository: `${registry}/api`,
  tags: [tag],
  digest: digestOf(tag),
  ...(behaviour ? { behaviour } : {}),
})

/** The digest that an image of this world has: its tag, spelled out in hexadecimal digits. */
export function digestOf(tag: string): string {
  return `sha256:${Buffer.from(tag).toString('hex').padEnd(64, '0')}`
}

/** A definition of the service `api` with the given image, as RegisterTaskDefinition takes it. */
export function apiDefinition(imageName: string) {
  return {
    family: 'api',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
    containerDefinitions: [
      {
        name: 'api',
        image: imageName,
        portMappings: [{ containerPort: 8000 }],
        environment: [{ name: 'API_PASSWORD', value: 'canary-environment-77aa' }],
        logConfiguration: {
          logDriver: 'awslogs',
          options: {
            'awslogs-group': '/ecs/api',
            'awslogs-region': 'us-east-1',
            'awslogs-stream-prefix': 'ecs',
          },
        },
      },
    ],
  }
}

/** One cluster with one steady service `api` of two tasks; `changes` go into its CreateService. */
export function apiWorld(changes: Readonly<Record<string, unknown>> = {}): World {
  return {
    region: 'us-east-1',
    account: '123456789012',
    images: [
      image('running', { startup: { healthyAfter: '5s' } }),
      image('healthy', { startup: { healthyAfter: '20s' } }),
      image('crashing', {
        logs: [
          { after: '1s', line: 'booting' },
          { after: '2s', line: 'DATABASE_URL is not set (API_PASSWORD=canary-environment-77aa)' },
        ],
        exit: { after: '3s', code: 3 },
      }),
      image('looping', { exit: { after: '8s', code: 4 } }),
      image('hungry', { exit: { after: '3s', outOfMemory: true } }),
    ],
    taskDefinitions: [apiDefinition(images.running)],
    clusters: [
      {
        name: 'shop',
        services: [
          {
            serviceName: 'api',
            taskDefinition: 'api',
            desiredCount: 2,
            launchType: 'FARGATE',
            networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
            deploymentConfiguration: breaker(true),
            ...changes,
          },
        ],
      },
    ],
  }
}

/** A deployment configuration with a circuit breaker; without rollback, or without any, on request. */
export function breaker(rollback: boolean, enable = true) {
  return {
    minimumHealthyPercent: 100,
    maximumPercent: 200,
    deploymentCircuitBreaker: { enable, rollback },
  }
}
