import type { TargetGroups } from '../load-balancer/target-groups.ts'
import { AwsError } from '../protocol/aws-error.ts'
import { ParameterError } from '../protocol/decode.ts'
import type { Account, Invocation } from './account.ts'
import type { SourcedWorld } from './load-world.ts'
import type { WorldPath, WorldSource } from './world-source.ts'

/** Services of the world have been running for so long when it begins. */
export const pastMs = 60 * 60_000

/**
 * Fills the account with what the world file lists, by the very operations that a user would call.
 * Throws a WorldError where ECS refuses.
 */
export function populate({ world, source }: SourcedWorld, account: Account): void {
  const perform = (invocation: Invocation, path: WorldPath) => {
    try {
      account.perform(invocation)
    } catch (error) {
      if (!(error instanceof AwsError)) throw error
      const inner = error instanceof ParameterError ? error.path : []
      throw source.error([...path, ...inner], `${invocation.operation} refuses: ${error.message}`)
    }
  }
  world.taskDefinitions?.forEach((input, index) =>
    perform({ operation: 'RegisterTaskDefinition', input }, ['taskDefinitions', index]),
  )
  world.clusters?.forEach(({ name, services = [] }, index) => {
    const cluster = { clusterName: name }
    perform({ operation: 'CreateCluster', input: cluster }, ['clusters', index])
    services.forEach((service, at) => {
      ensureTargetGroups(account.cloud.targetGroups, service)
      const path = ['clusters', index, 'services', at]
      checkTaskDefinition(source, account, { reference: service['taskDefinition'], path })
      const input = { desiredCount: 1, ...service, cluster: name }
      perform({ operation: 'CreateService', input }, path)
    })
  })
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
