import type { CreateRepositoryRequest } from '@aws-sdk/client-ecr'
import { EcrRegistry } from '../ecr/ecr-registry.ts'
import { createRepository } from '../ecr/repository-operations.ts'
import type { TargetGroups } from '../load-balancer/target-groups.ts'
import { AwsError } from '../protocol/aws-error.ts'
import { ParameterError } from '../protocol/decode.ts'
import type { Account, Invocation } from './account.ts'
import { durationMs } from './durations.ts'
import type { SourcedWorld } from './load-world.ts'
import { populateAppRunner } from './populate-app-runner.ts'
import type { WorldImage } from './world-images.ts'
import type { WorldPath, WorldSource } from './world-source.ts'

/** Services of the world have been running for so long when it begins. */
export const pastMs = 60 * 60_000

/**
 * Fills the account with what the world file lists, by the very operations that a user would call.
 * Throws a WorldError where ECS refuses.
 */
export function populate({ world, source }: SourcedWorld, account: Account): void {
  const attempt = (name: string, path: WorldPath, act: () => void) => {
    try {
      act()
    } catch (error) {
      if (!(error instanceof AwsError)) throw error
      const inner = error instanceof ParameterError ? error.path : []
      throw source.error([...path, ...inner], `${name} refuses: ${error.message}`)
    }
  }
  const perform = (invocation: Invocation, path: WorldPath) =>
    attempt(invocation.operation, path, () => account.perform(invocation))
  world.repositories?.forEach((input, index) => {
    const name = 'CreateRepository'
    attempt(name, ['repositories', index], () => createWorldRepository(account, input))
  })
  world.images?.forEach((image) => addImage(account, image))
  world.taskDefinitions?.forEach((input, index) =>
    perform({ operation: 'RegisterTaskDefinition', input }, ['taskDefinitions', index]),
  )
  world.clusters?.forEach(({ name, services = [], containerInstances, ...settings }, index) => {
    const cluster = { clusterName: name, ...settings }
    perform({ operation: 'CreateCluster', input: cluster }, ['clusters', index])
    const { clusters } = account.ecs
    if (containerInstances !== undefined)
      clusters.limitTo(containerInstances, clusters.require(name))
    services.forEach((service, at) => {
      ensureTargetGroups(account.cloud.targetGroups, service)
      const path = ['clusters', index, 'services', at]
      checkTaskDefinition(source, account, { reference: service['taskDefinition'], path })
      const input = { desiredCount: 1, ...service, cluster: name }
      perform({ operation: 'CreateService', input }, path)
    })
  })
  world.appRunner?.services?.forEach((service, index) => {
    const path = ['appRunner', 'services', index]
    attempt('CreateService', path, () => populateAppRunner(account, service))
  })
}

/** An image is there from the beginning, or pushed when its moment comes. */
function addImage({ cloud: { images, moments } }: Account, image: WorldImage): void {
  const { pushed } = image
  if (pushed === undefined) images.add(image)
  else moments.after(pushed.since, durationMs(pushed.after), () => images.add(image))
}

/** As CreateRepository does, but also in the registries of other accounts. */
function createWorldRepository(account: Account, input: Readonly<Record<string, unknown>>): void {
  const checked = account.check({ operation: 'CreateRepository', input })
  // `check` has decoded it by the schema of this very operation.
  createRepository(new EcrRegistry(account.cloud), checked as CreateRepositoryRequest)
}

/** ECS would not say what there is instead. */
function checkTaskDefinition(
  source: WorldSource,
  { ecs: { taskDefinitions } }: Account,
  { reference, path }: { readonly reference: unknown; readonly path: WorldPath },
): void {
  if (typeof reference !== 'string' || taskDefinitions.find(reference) !== undefined) return
  const families = taskDefinitions.families()
  const known =
    families.length === 0 ? 'has none' : `has revisions of the families ${families.join(', ')}`
  const problem = `There is no task definition ${reference}: "taskDefinitions" ${known}.`
  throw source.error([...path, 'taskDefinition'], problem)
}

/** A target group that only a service of the world mentions exists too. */
function ensureTargetGroups(
  targetGroups: TargetGroups,
  service: Readonly<Record<string, unknown>>,
): void {
  const loadBalancers: unknown = service['loadBalancers']
  if (!Array.isArray(loadBalancers)) return
  for (const entry of loadBalancers as readonly { targetGroupArn?: unknown }[]) {
    if (typeof entry.targetGroupArn === 'string') targetGroups.ensure(entry.targetGroupArn)
  }
}
