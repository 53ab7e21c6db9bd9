import type { EcsModel } from '../ecs/model/ecs.ts'
import { primaryOf } from '../ecs/model/service.ts'
import { AwsError } from '../protocol/aws-error.ts'
import { ParameterError } from '../protocol/decode.ts'
import type { Gateway } from '../server/gateway.ts'
import type { SourcedWorld } from './load-world.ts'
import type { WorldPath } from './world-source.ts'

/** Services of the world have been running for so long when it begins. */
export const pastMs = 60 * 60_000

/**
 * Fills the account with what the world file lists, by the very operations that a user would call, and
 * lets time pass until `startMs`. Throws a WorldError where ECS refuses, or a service is not steady.
 */
export function populate(
  sourced: SourcedWorld,
  { gateway, model, startMs }: { gateway: Gateway; model: EcsModel; startMs: number },
): void {
  const { world } = sourced
  const perform = (operation: string, input: object, path: WorldPath) =>
    performAt(sourced, gateway, { operation, input, path })
  world.taskDefinitions?.forEach((definition, index) =>
    perform('RegisterTaskDefinition', definition, ['taskDefinitions', index]),
  )
  world.clusters?.forEach(({ name, services = [] }, index) => {
    perform('CreateCluster', { clusterName: name }, ['clusters', index])
    services.forEach((service, at) => {
      ensureTargetGroups(model, service)
      const path = ['clusters', index, 'services', at]
      perform('CreateService', { desiredCount: 1, ...service, cluster: name }, path)
    })
  })
  model.cloud.timeline.runUntil(startMs)
  world.clusters?.forEach((cluster, index) => {
    cluster.services?.forEach((service, at) => {
      const path = ['clusters', index, 'services', at]
      checkSteady(sourced, model, { cluster: cluster.name, service: service['serviceName'], path })
    })
  })
  checkEndpoints(sourced, model)
  checkActors(sourced, gateway)
}

interface Step {
  readonly operation: string
  readonly input: unknown
  readonly path: WorldPath
}

function performAt({ source }: SourcedWorld, gateway: Gateway, step: Step): void {
  try {
    gateway.perform(step.operation, step.input)
  } catch (error) {
    if (!(error instanceof AwsError)) throw error
    const inner = error instanceof ParameterError ? error.path : []
    throw source.error([...step.path, ...inner], `${step.operation} refuses: ${error.message}`)
  }
}

/** A target group that only a service of the world mentions exists too. */
function ensureTargetGroups(model: EcsModel, service: Readonly<Record<string, unknown>>): void {
  const loadBalancers: unknown = service['loadBalancers']
  if (!Array.isArray(loadBalancers)) return
  for (const entry of loadBalancers as readonly { targetGroupArn?: unknown }[]) {
    if (typeof entry.targetGroupArn === 'string') {
      model.cloud.targetGroups.ensure(entry.targetGroupArn)
    }
  }
}

function checkSteady(
  { source }: SourcedWorld,
  { clusters }: EcsModel,
  { cluster, service: name, path }: { cluster: string; service: unknown; path: WorldPath },
): void {
  const service = clusters.require(cluster).services.get(String(name))
  if (service === undefined || service.isSteady) return
  const stopped = [...service.tasks].findLast(({ stoppedReason }) => stoppedReason !== undefined)
  const why = stopped?.stoppedReason ?? primaryOf(service).rolloutStateReason
  throw source.error(path, `The service ${String(name)} does not become steady: ${why}`)
}

function checkEndpoints({ world, source }: SourcedWorld, { clusters }: EcsModel): void {
  world.endpoints?.forEach(({ cluster, service, rules = [] }, index) => {
    const known = clusters.find(cluster)?.services
    const path = ['endpoints', index]
    if (known === undefined) {
      throw source.error([...path, 'cluster'], `There is no cluster ${cluster} in "clusters".`)
    }
    for (const name of [service, ...rules.map((rule) => rule.service)]) {
      if (known.has(name)) continue
      throw source.error(path, `The cluster ${cluster} has no service ${name} in "clusters".`)
    }
  })
}

/** What an actor will do must at least be a call that the service understands. */
function checkActors({ world, source }: SourcedWorld, gateway: Gateway): void {
  world.actors?.forEach(({ operation, input }, index) => {
    const path = ['actors', index]
    try {
      gateway.check(operation, input)
    } catch (error) {
      if (!(error instanceof AwsError)) throw error
      const inner = error instanceof ParameterError ? ['input', ...error.path] : ['operation']
      throw source.error([...path, ...inner], error.message)
    }
  })
}
