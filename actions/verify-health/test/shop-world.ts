import type { World } from '@deploy-actions/aws-simulator'
import {
  runInWorld,
  type WorldRun,
  type WorldRunOptions,
} from '../../../test/support/run-in-world.ts'
import { contract } from '../src/contract.ts'
import { main } from '../src/main.ts'
import { withDefaults } from './in-flow.ts'

const registry = '123456789012.dkr.ecr.us-east-1.amazonaws.com'

/** The digests of versions 1 and 2 of the shop. */
export const digests = [`sha256:${'1'.repeat(64)}`, `sha256:${'2'.repeat(64)}`] as const

type Images = NonNullable<World['images']>
export type Behaviour = NonNullable<Images[number]['behaviour']>

/** What differs from a shop whose worker is steady. */
export interface Shop extends Omit<World, 'images' | 'taskDefinitions' | 'clusters'> {
  readonly behaviour?: Behaviour
  readonly nextBehaviour?: Behaviour
  /** Fields of the worker's container, of its service. */
  readonly container?: Readonly<Record<string, unknown>>
  readonly service?: Readonly<Record<string, unknown>>
  /** Services besides the worker. */
  readonly others?: readonly Readonly<Record<string, unknown>>[]
}

/** A cluster `shop` with the service `worker`, which runs worker:1; worker:2 is there to be deployed. */
export function shop({
  behaviour,
  nextBehaviour,
  container,
  service,
  others,
  ...rest
}: Shop): World {
  const definition = (version: number) => ({
    family: 'worker',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
    containerDefinitions: [
      { name: 'worker', image: `${registry}/shop/worker:${version}`, ...container },
    ],
  })
  return {
    images: [behaviour, nextBehaviour].map((one, index) => ({
      repository: `${registry}/shop/worker`,
      tags: [String(index + 1)],
      digest: digests[index] ?? '',
      ...(one && { behaviour: one }),
    })),
    taskDefinitions: [definition(1), definition(2)],
    clusters: [
      {
        name: 'shop',
        services: [{ serviceName: 'worker', ...service }, ...(others ?? [])].map((one) => ({
          taskDefinition: 'worker:1',
          desiredCount: 2,
          launchType: 'FARGATE',
          networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
          ...one,
        })),
      },
    ],
    ...rest,
  }
}

/** Checks the shop; without other inputs its worker. */
export function verifyShop(
  world: World,
  { inputs, ...options }: Partial<WorldRunOptions> = {},
): Promise<WorldRun> {
  const asked = inputs ?? { cluster: 'shop', services: 'worker' }
  return runInWorld({ contract, main }, world, { inputs: withDefaults(asked), ...options })
}

/** The one entry of the report. */
export function onlyEntry({ outputs }: WorldRun): Record<string, unknown> {
  const [entry] = JSON.parse(outputs['report'] ?? '[]') as Record<string, unknown>[] // ours
  if (entry === undefined) throw new Error('The report is empty.')
  return entry
}

/** Somebody deploys the next version of the worker so long after the start. */
export const deploysNext = (after: string) => ({
  after,
  operation: 'UpdateService',
  input: { cluster: 'shop', service: 'worker', taskDefinition: 'worker:2' },
})
