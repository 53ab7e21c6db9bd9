import type { Cloud } from '../../cloud/cloud.ts'
import type { Push } from '../../cloud/image-catalog.ts'
import { parseReference } from '../../registry/model/reference.ts'
import { imageIdentifierOf } from './configuration.ts'
import type { Lifecycle } from './lifecycle.ts'
import type { AppRunnerService } from './service.ts'
import type { Services } from './services.ts'
import type { AppRunnerTimings } from './timings.ts'

/** What a push can start a deployment of. */
export interface AutoDeploymentOptions {
  readonly cloud: Cloud
  readonly services: Services
  readonly lifecycle: Lifecycle
  readonly timings: AppRunnerTimings
}

/**
 * Deploys services whose tag was pushed. One that an operation is done to is deployed after that operation (so the
 * simulator has it; App Runner does not say), one that is paused or could not be created is left alone.
 */
export class AutoDeployments {
  readonly #options: AutoDeploymentOptions
  /** What was pushed to services while an operation was done to them. */
  readonly #missed = new Map<AppRunnerService, Push>()

  constructor(options: AutoDeploymentOptions) {
    this.#options = options
    options.lifecycle.onIdle((service) => {
      const push = this.#missed.get(service)
      this.#missed.delete(service)
      if (push !== undefined) this.#deploy(service, push)
    })
  }

  notice(push: Push): void {
    const { cloud, services, timings } = this.#options
    for (const service of services.existing) {
      if (!watches(service, push)) continue
      cloud.timeline.after(timings.autoDeployment, () => this.#deploy(service, push))
    }
  }

  #deploy(service: AppRunnerService, push: Push): void {
    if (!watches(service, push)) return
    if (service.status === 'OPERATION_IN_PROGRESS') this.#missed.set(service, push)
    if (service.status === 'RUNNING') this.#options.lifecycle.deploy(service)
  }
}

function watches({ configuration }: AppRunnerService, { host, name, tags }: Push): boolean {
  if (configuration.source.AutoDeploymentsEnabled !== true) return false
  const reference = parseReference(imageIdentifierOf(configuration))
  const { tag = 'latest', digest } = reference
  const isSame = reference.host === host && reference.name === name
  return isSame && digest === undefined && tags.includes(tag)
}
