import type { OperationStatus, OperationType, ServiceStatus } from '@aws-sdk/client-apprunner'
import type { Cloud } from '../../cloud/cloud.ts'
import type { Image } from '../../cloud/image-catalog.ts'
import type { ServiceConfiguration } from './configuration.ts'
import { Deployment, type DeploymentEnd } from './deployment.ts'
import { findSecretsFault } from './environment-secrets.ts'
import { EventLog } from './event-log.ts'
import type { OperationState } from './operation-state.ts'
import type { AppRunnerService } from './service.ts'
import type { AppRunnerTimings } from './timings.ts'

/** An operation that is under way, and what it is done to. */
interface UnderWay {
  readonly service: AppRunnerService
  readonly operation: OperationState
  readonly log: EventLog
}

/** Carries the operations on services out, each to its end. Whether one may begin is for others to check. */
export class Lifecycle {
  readonly #cloud: Cloud
  readonly #timings: AppRunnerTimings
  #onIdle: (service: AppRunnerService) => void = () => undefined

  constructor(cloud: Cloud, timings: AppRunnerTimings) {
    this.#cloud = cloud
    this.#timings = timings
  }

  /** `listener` hears of each service whose operation has ended. */
  onIdle(listener: (service: AppRunnerService) => void): void {
    this.#onIdle = listener
  }

  create(service: AppRunnerService): OperationState {
    return this.#begin(service, 'CREATE_SERVICE', (begun) => {
      if (service.configuration.source.AutoDeploymentsEnabled === true) begun.log.pipelineCreated()
      this.#deploy(begun, (end) => this.#ended(begun, end, 'CREATE_FAILED'))
    })
  }

  /** A paused service only takes the settings, one that could not be created is built again with them. */
  update(service: AppRunnerService, configuration: ServiceConfiguration): OperationState {
    const { status, configuration: before } = service
    service.configuration = configuration
    service.updatedAt = this.#cloud.timeline.now()
    return this.#begin(service, 'UPDATE_SERVICE', (begun) => {
      if (status === 'PAUSED') return this.#configure(begun)
      this.#deploy(begun, (end) => {
        if (status === 'CREATE_FAILED') this.#ended(begun, end, 'CREATE_FAILED')
        else this.#endedOrRolledBack(begun, end, before)
      })
    })
  }

  /** Deploys the configured image again, as its tag means now. */
  deploy(service: AppRunnerService): OperationState {
    return this.#begin(service, 'START_DEPLOYMENT', (begun) => {
      this.#deploy(begun, (end) => this.#endedOrRolledBack(begun, end, service.configuration))
    })
  }

  pause(service: AppRunnerService): OperationState {
    return this.#begin(service, 'PAUSE_SERVICE', (begun) => {
      this.#after(this.#timings.pausing, () => {
        this.#replaceInstance(service, undefined)
        this.#succeed(begun, 'PAUSED')
      })
    })
  }

  /** Runs the version again that was running, from App Runner's own copy. */
  resume(service: AppRunnerService): OperationState {
    return this.#begin(service, 'RESUME_SERVICE', (begun) => {
      this.#deploy(begun, (end) => this.#ended(begun, end, 'PAUSED'), service.image)
    })
  }

  delete(service: AppRunnerService): OperationState {
    return this.#begin(service, 'DELETE_SERVICE', (begun) => {
      this.#after(this.#timings.deleting, () => {
        this.#replaceInstance(service, undefined)
        service.deletedAt = this.#cloud.timeline.now()
        this.#succeed(begun, 'DELETED')
      })
    })
  }

  #begin(
    service: AppRunnerService,
    type: OperationType,
    run: (begun: UnderWay) => void,
  ): OperationState {
    const { ids, timeline } = this.#cloud
    const startedAt = timeline.now()
    const operation: OperationState = {
      id: ids.uuid(),
      type,
      status: 'PENDING',
      startedAt,
      updatedAt: startedAt,
      endedAt: undefined,
    }
    service.operations.unshift(operation)
    service.status = 'OPERATION_IN_PROGRESS'
    const begun = { service, operation, log: new EventLog(this.#cloud, service, operation) }
    begun.log.operationStarted()
    begun.log.status()
    this.#after(this.#timings.scheduling, () => {
      this.#setStatus(operation, 'IN_PROGRESS')
      run(begun)
    })
    return operation
  }

  #deploy(
    { service, operation }: UnderWay,
    onEnd: (end: DeploymentEnd) => void,
    image?: Image,
  ): void {
    const plan = { service, operation, image, onEnd }
    new Deployment(this.#cloud, this.#timings, plan).begin()
  }

  #configure(begun: UnderWay): void {
    this.#after(this.#timings.configuring, () => this.#succeed(begun, 'PAUSED'))
  }

  #ended(begun: UnderWay, end: DeploymentEnd, ifFailed: ServiceStatus): void {
    if (end.kind === 'succeeded') return this.#deployed(begun, end)
    begun.log.operationFailed()
    this.#finish(begun, 'FAILED', ifFailed)
  }

  #endedOrRolledBack(begun: UnderWay, end: DeploymentEnd, before: ServiceConfiguration): void {
    if (end.kind === 'succeeded') return this.#deployed(begun, end)
    begun.log.operationFailed()
    if (end.hadInstances) return this.#rollBack(begun, before)
    begun.service.configuration = before
    this.#finish(begun, 'FAILED', 'RUNNING')
  }

  /** The version before goes on serving; it cannot be restored where it would no longer find its secrets. */
  #rollBack(begun: UnderWay, before: ServiceConfiguration): void {
    const { service, operation, log } = begun
    this.#setStatus(operation, 'ROLLBACK_IN_PROGRESS')
    log.rollingBack()
    this.#after(this.#timings.rollback, () => {
      service.configuration = before
      const fault = findSecretsFault(this.#cloud, before, service.id)
      if (fault !== undefined) log.rollbackFailed(fault)
      this.#finish(begun, fault === undefined ? 'ROLLBACK_SUCCEEDED' : 'ROLLBACK_FAILED', 'RUNNING')
    })
  }

  #deployed(begun: UnderWay, end: DeploymentEnd & { readonly kind: 'succeeded' }): void {
    begun.service.image = end.image
    this.#replaceInstance(begun.service, end.instance)
    this.#succeed(begun, 'RUNNING')
  }

  #replaceInstance(service: AppRunnerService, instance: AppRunnerService['instance']): void {
    service.instance?.stop()
    service.instance = instance
  }

  #succeed(begun: UnderWay, status: ServiceStatus): void {
    begun.log.operationSucceeded()
    this.#finish(begun, 'SUCCEEDED', status)
  }

  #finish({ service, operation, log }: UnderWay, result: OperationStatus, status: ServiceStatus) {
    this.#setStatus(operation, result)
    operation.endedAt = this.#cloud.timeline.now()
    service.status = status
    service.updatedAt = operation.endedAt
    log.status()
    this.#onIdle(service)
  }

  #setStatus(operation: OperationState, status: OperationStatus): void {
    operation.status = status
    operation.updatedAt = this.#cloud.timeline.now()
  }

  #after(delayMs: number, run: () => void): void {
    this.#cloud.timeline.after(delayMs, run)
  }
}
