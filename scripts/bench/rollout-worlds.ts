import type { World } from '@deploy-actions/aws-simulator'

const registry = '123456789012.dkr.ecr.us-east-1.amazonaws.com'

const runningDigest = `sha256:${'1'.repeat(64)}`

/** The images of the service `api`, by what they do; what runs is named as deploy-ecs leaves it. */
export const images = {
  running: `${registry}/api@${runningDigest}`,
  healthy: `${registry}/api:healthy`,
  crashing: `${registry}/api:crashing`,
  missing: `${registry}/api:missing`,
} as const

/** What a world is made of. */
export interface WorldOptions {
  /** The container of `api:2`, which is to be deployed where `api:1` runs. */
  readonly container: Readonly<Record<string, unknown>>
  readonly desiredCount?: number
  readonly breaker?: { readonly enable: boolean; readonly rollback: boolean }
  /** How long tasks take to pull their images, in milliseconds: most of the rollout. */
  readonly pullMs?: number
}

/** A cluster `shop` whose service `api` runs `api:1`; tasks are replaced one at a time. */
export function apiWorld({
  container,
  desiredCount = 2,
  breaker = { enable: true, rollback: true },
  pullMs = 8_000,
}: WorldOptions): World {
  const repository = `${registry}/api`
  const service = {
    serviceName: 'api',
    taskDefinition: 'api:1',
    desiredCount,
    launchType: 'FARGATE',
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
    deploymentConfiguration: {
      minimumHealthyPercent: 100,
      maximumPercent: desiredCount === 1 ? 200 : 150,
      deploymentCircuitBreaker: breaker,
    },
  }
  return {
    images: [
      { repository, tags: ['running'], digest: runningDigest },
      { repository, tags: ['healthy'] },
      { repository, tags: ['crashing'], behaviour: { exit: { after: '3s', code: 3 } } },
    ],
    secrets: [{ name: 'api', arn: secretArn, value: { DATABASE_URL: 'postgresql://db' } }],
    taskDefinitions: [definition({ image: images.running }), definition(container)],
    clusters: [{ name: 'shop', services: [service] }],
    timings: { pull: `${pullMs}ms` },
  }
}

/** A secret with one key, DATABASE_URL. */
export const secretArn: string = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:api-AbCdEf'

function definition(container: Readonly<Record<string, unknown>>) {
  return {
    family: 'api',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
    containerDefinitions: [
      { name: 'api', essential: true, portMappings: [{ containerPort: 8000 }], ...container },
    ],
  }
}
