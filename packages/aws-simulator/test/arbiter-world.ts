import type { World } from '../src/index.ts'

export const repository = '123456789012.dkr.ecr.us-east-1.amazonaws.com/arbiter-ai/backend'
export const secretArn =
  'arn:aws:secretsmanager:us-east-1:123456789012:secret:arbiter-ai/sandbox-AbCdEf'
export const targetGroupArn =
  'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/backend/0123456789abcdef'

/** The task definition of Arbiter's backend, running `image`. */
export function taskDefinition(image = `${repository}:1.4.0`) {
  return {
    family: 'arbiter-backend-sandbox',
    requiresCompatibilities: ['FARGATE' as const],
    networkMode: 'awsvpc' as const,
    cpu: '512',
    memory: '1024',
    executionRoleArn: 'arn:aws:iam::123456789012:role/arbiter-execution',
    containerDefinitions: [
      {
        name: 'backend',
        image,
        portMappings: [{ containerPort: 8000 }],
        environment: [{ name: 'APP_ENV', value: 'sandbox' }],
        secrets: [{ name: 'DATABASE_URL', valueFrom: `${secretArn}:DATABASE_URL::` }],
        healthCheck: {
          command: ['CMD-SHELL', 'curl -f http://localhost:8000/health || exit 1'],
          interval: 30,
          timeout: 5,
          retries: 3,
          startPeriod: 20,
        },
        logConfiguration: {
          logDriver: 'awslogs' as const,
          options: {
            'awslogs-group': '/ecs/arbiter-backend-sandbox',
            'awslogs-region': 'us-east-1',
            'awslogs-stream-prefix': 'ecs',
          },
        },
      },
    ],
  }
}

/** The same without a health check of its container. */
export function uncheckedDefinition(image = `${repository}:1.4.0`) {
  const definition = taskDefinition(image)
  const containerDefinitions = definition.containerDefinitions.map((container) => ({
    ...container,
    healthCheck: undefined,
  }))
  return { ...definition, containerDefinitions }
}

export const network = {
  awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'] },
}

const images: NonNullable<World['images']> = [
  { repository, tags: ['1.4.0'], behaviour: { startup: { healthyAfter: '20s' } } },
  {
    repository,
    tags: ['1.5.0'],
    behaviour: {
      startup: { healthyAfter: '20s' },
      logs: [{ after: '1s', line: 'Listening on port 8000' }],
      http: [{ path: '/health', status: 200, body: '{"version":"1.5.0"}' }],
    },
  },
  {
    repository,
    tags: ['crashes'],
    behaviour: {
      exit: { after: '3s', code: 3 },
      logs: [{ after: '1s', line: 'DATABASE_URL is refused' }],
    },
  },
]

/** Arbiter's sandbox: one steady service of one task, with the breaker on unless told otherwise. */
export function arbiterWorld(
  service: Record<string, unknown> = {},
  world: Partial<World> = {},
): World {
  return {
    images,
    secrets: [
      { name: 'arbiter-ai/sandbox', arn: secretArn, value: { DATABASE_URL: 'postgresql' } },
    ],
    taskDefinitions: [taskDefinition()],
    clusters: [
      {
        name: 'arbiter-ai',
        services: [
          {
            serviceName: 'backend',
            taskDefinition: 'arbiter-backend-sandbox',
            desiredCount: 1,
            launchType: 'FARGATE',
            networkConfiguration: network,
            deploymentConfiguration: {
              deploymentCircuitBreaker: { enable: true, rollback: true },
            },
            ...service,
          },
        ],
      },
    ],
    ...world,
  }
}
