import type { EcsModel } from '../ecs/model/ecs.ts'
import { primaryOf } from '../ecs/model/service.ts'
import { AwsError } from '../protocol/aws-error.ts'
import { ParameterError } from '../protocol/decode.ts'
import { matchesOperation, readsOnly } from '../protocol/operation.ts'
import type { Account } from './account.ts'
import { durationMs } from './durations.ts'
import type { SourcedWorld } from './load-world.ts'
import { pastMs } from './populate.ts'
import type { WorldPath } from './world-source.ts'

/** Throws a WorldError when the populated account is not what the world may begin with. */
export function checkStart(sourced: SourcedWorld, account: Account): void {
  sourced.world.clusters?.forEach((cluster, index) => {
    cluster.services?.forEach((service, at) => {
      const path = ['clusters', index, 'services', at]
      const name = service['serviceName']
      checkSteady(sourced, account.ecs, { cluster: cluster.name, service: name, path })
    })
  })
  checkEndpoints(sourced, account.ecs)
  checkActors(sourced, account)
  checkLags(sourced, account)
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
function checkActors({ world, source }: SourcedWorld, account: Account): void {
  world.actors?.forEach(({ operation, input }, index) => {
    const path = ['actors', index]
    try {
      account.check({ operation, input })
    } catch (error) {
      if (!(error instanceof AwsError)) throw error
      const inner = error instanceof ParameterError ? ['input', ...error.path] : ['operation']
      throw source.error([...path, ...inner], error.message)
    }
  })
}

/** A fault that would never make any answer lag is a mistake. */
function checkLags({ world, source }: SourcedWorld, { services }: Account): void {
  const reads = services
    .flatMap(({ operations }) => operations.map(({ name }) => name))
    .filter(readsOnly)
  world.faults?.forEach(({ operation, lag, error, reset }, index) => {
    if (lag === undefined) return
    const path = ['faults', index]
    if (!reads.some((name) => matchesOperation(operation, name))) {
      const advice = 'name one that does, such as DescribeServices, or several, such as Describe*.'
      throw source.error([...path, 'operation'], `${operation} reads nothing that lags: ${advice}`)
    }
    if (error !== undefined || reset === true) {
      const problem = 'An answer that is an error or is lost cannot lag: make two faults of this.'
      throw source.error([...path, 'lag'], problem)
    }
    if (durationMs(lag) > pastMs) {
      const problem = 'A lag may be an hour at most: the world is no older when it begins.'
      throw source.error([...path, 'lag'], problem)
    }
  })
}
