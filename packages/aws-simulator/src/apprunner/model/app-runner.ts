import type { Cloud } from '../../cloud/cloud.ts'
import type { WorldAppRunner } from '../../world/world-app-runner.ts'
import { AutoDeployments } from './auto-deployments.ts'
import { Lifecycle } from './lifecycle.ts'
import { Services } from './services.ts'
import { SharedConfigurations } from './shared-configurations.ts'
import { appRunnerTimings } from './timings.ts'

/** All that App Runner keeps of one account. */
export interface AppRunnerModel {
  readonly cloud: Cloud
  readonly services: Services
  readonly shared: SharedConfigurations
  readonly lifecycle: Lifecycle
}

/** An App Runner without services. */
export function createAppRunnerModel(cloud: Cloud, world: WorldAppRunner): AppRunnerModel {
  const timings = appRunnerTimings(world.timings)
  const services = new Services(cloud, world.serviceQuota)
  const lifecycle = new Lifecycle(cloud, timings)
  const autoDeployments = new AutoDeployments({ cloud, services, lifecycle, timings })
  cloud.images.onPush((push) => autoDeployments.notice(push))
  return { cloud, services, lifecycle, shared: new SharedConfigurations(cloud, world) }
}
