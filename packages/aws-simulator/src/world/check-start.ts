import type { EcsModel } from '../ecs/model/ecs.ts'
import { primaryOf } from '../ecs/model/service.ts'
import type { Account } from './account.ts'
import { checkAppRunner } from './check-app-runner.ts'
import { checkOperations } from './check-operations.ts'
import type { SourcedWorld } from './load-world.ts'
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
  checkAppRunner(sourced, account.appRunner)
  checkEndpoints(sourced, account.ecs)
  checkOperations(sourced, account)
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
