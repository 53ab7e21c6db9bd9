import type { World } from '@deploy-actions/aws-simulator'

const registry = '123456789012.dkr.ecr.us-east-1.amazonaws.com'

type Behaviour = NonNullable<NonNullable<World['images']>[number]['behaviour']>

interface WorldChanges {
  /** Of the image `api:2`, which migrates. */
  readonly behaviour?: Behaviour
  /** Of the container `api`. */
  readonly container?: object
  /** Containers beside it. */
  readonly beside?: readonly object[]
}

/** Where the containers of these worlds write. */
export const logConfiguration = {
  logDriver: 'awslogs',
  options: {
    'awslogs-group': '/ecs/api',
    'awslogs-region': 'us-east-1',
    'awslogs-stream-prefix': 'ecs',
  },
}

/** A cluster with a service `api`, whose image migrates in 20 seconds when it is told to. */
export function migrationsWorld(changes: WorldChanges = {}, more: Partial<World> = {}): World {
  const migrating: Behaviour = {
    commands: [
      {
        contains: 'alembic',
        logs: [
          { after: '1s', line: 'INFO Running upgrade 1 -> 2' },
          { after: '19s', line: '::error::not a command' },
        ],
        exit: { after: '20s', code: 0 },
      },
    ],
    ...changes.behaviour,
  }
  return {
    images: [
      { repository: `${registry}/api`, tags: ['1'] },
      { repository: `${registry}/api`, tags: ['2'], behaviour: migrating },
    ],
    taskDefinitions: [
      {
        family: 'api',
        requiresCompatibilities: ['FARGATE'],
        networkMode: 'awsvpc',
        cpu: '256',
        memory: '512',
        executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
        containerDefinitions: [
          {
            name: 'api',
            image: `${registry}/api:1`,
            logConfiguration,
            ...changes.container,
          },
          ...(changes.beside ?? []),
        ],
      },
    ],
    clusters: [
      {
        name: 'shop',
        services: [
          {
            serviceName: 'api',
            taskDefinition: 'api',
            desiredCount: 1,
            launchType: 'FARGATE',
            networkConfiguration: {
              awsvpcConfiguration: {
                subnets: ['subnet-private'],
                securityGroups: ['sg-api'],
                assignPublicIp: 'DISABLED',
              },
            },
          },
        ],
      },
    ],
    ...more,
  }
}
