import type { Cloud } from '../../cloud/cloud.ts'
import type { Image } from '../../cloud/image-catalog.ts'
import { imageConfigurationOf, portOf } from './configuration.ts'
import { findSecretsFault } from './environment-secrets.ts'
import { EventLog, logGroupOf } from './event-log.ts'
import { HealthProbe } from './health-probe.ts'
import { pullImage } from './image-pull.ts'
import { Instance } from './instance.ts'
import type { OperationState } from './operation-state.ts'
import type { AppRunnerService } from './service.ts'
import type { AppRunnerTimings } from './timings.ts'

/** How a deployment ended. */
export type DeploymentEnd =
  | { readonly kind: 'succeeded'; readonly image: Image; readonly instance: Instance }
  /** Only one that got as far as instances has something to roll back. */
  | { readonly kind: 'failed'; readonly hadInstances: boolean }

/** What a deployment is of, and who wants to know its end. */
export interface DeploymentPlan {
  readonly service: AppRunnerService
  readonly operation: OperationState
  /** App Runner's own copy, where no image is to be pulled. */
  readonly image?: Image | undefined
  readonly onEnd: (end: DeploymentEnd) => void
}

/** Brings the configured version of a service up: its image, an instance, the health check, then its requests. */
export class Deployment {
  readonly #cloud: Cloud
  readonly #timings: AppRunnerTimings
  readonly #plan: DeploymentPlan
  readonly #log: EventLog
  #instance: Instance | undefined
  #probe: HealthProbe | undefined
  #isFailing = false

  constructor(cloud: Cloud, timings: AppRunnerTimings, plan: DeploymentPlan) {
    this.#cloud = cloud
    this.#timings = timings
    this.#plan = plan
    this.#log = new EventLog(cloud, plan.service, plan.operation)
  }

  begin(): void {
    this.#log.deploymentStarted()
    const { image } = this.#plan
    if (image !== undefined) return this.#provision(image)
    this.#log.pulling()
    this.#after(this.#timings.pull, () => this.#pull())
  }

  #pull(): void {
    const pulled = pullImage(this.#cloud, this.#plan.service.configuration)
    if (typeof pulled !== 'string') {
      this.#log.pulled()
      return this.#provision(pulled)
    }
    this.#fail(() => {
      if (pulled === 'access-role') this.#log.accessRoleInvalid()
    }, 'Failed to copy the image from ECR')
  }

  #provision(image: Image): void {
    this.#log.provisioning()
    this.#after(this.#timings.provisioning, () => this.#start(image))
  }

  #start(image: Image): void {
    const { configuration } = this.#plan.service
    const id = this.#cloud.ids.hex32()
    const fault = findSecretsFault(this.#cloud, configuration, id)
    this.#instance = this.#createInstance(image, id)
    if (fault !== undefined) return this.#fail(() => this.#log.secretsUnreadable(fault))
    this.#instance.start()
    this.#log.checkingHealth()
    const { healthCheck } = configuration
    const plan = { instance: this.#instance, port: portOf(configuration), healthCheck }
    this.#probe = new HealthProbe(this.#cloud.timeline, plan, (isHealthy) => {
      if (isHealthy) this.#route(image)
      else this.#fail(() => this.#log.unhealthy(), 'Health check failed.')
    })
  }

  #createInstance({ behaviour }: Image, id: string): Instance {
    const { service } = this.#plan
    const { logs, timeline, timings } = this.#cloud
    const { StartCommand = '' } = imageConfigurationOf(service.configuration)
    const names = { group: logGroupOf(service, 'application'), stream: `instance/${id}` }
    return new Instance(
      timeline,
      {
        id,
        behaviour,
        command: StartCommand === '' ? [] : StartCommand.split(' '),
        memoryMebibytes: Number(service.configuration.instance.Memory),
        openLog: () => logs.openStream({ ...names, mayCreateGroup: true }, timeline.nowMs()),
        stopMs: timings.stopping,
        restartMs: this.#timings.restart,
      },
      (exitCode) => this.#fail(() => this.#log.stopped(exitCode)),
    )
  }

  #route(image: Image): void {
    this.#log.healthy()
    this.#after(this.#timings.routing, () => {
      const instance = this.#instance
      if (instance === undefined || this.#isFailing) return
      this.#log.routed()
      instance.serve()
      this.#plan.onEnd({ kind: 'succeeded', image, instance })
    })
  }

  /** The first cause of a failure decides. */
  #fail(tell: () => void, reason?: string): void {
    if (this.#isFailing) return
    this.#isFailing = true
    this.#probe?.stop()
    tell()
    this.#after(this.#timings.failing, () => {
      this.#instance?.stop()
      this.#log.deploymentFailed(reason)
      this.#plan.onEnd({ kind: 'failed', hadInstances: this.#instance !== undefined })
    })
  }

  #after(delayMs: number, run: () => void): void {
    this.#cloud.timeline.after(delayMs, run)
  }
}
