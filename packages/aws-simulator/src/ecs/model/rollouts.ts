import type { Cloud } from '../../cloud/cloud.ts'
import type { Alarm } from '../../cloudwatch/alarm-store.ts'
import { isBreakerOn, startDelayMs } from './circuit-breaker.ts'
import { bakeMs } from './deployment-alarms.ts'
import { alarmFailure, breakerFailure, type DeploymentFailure } from './deployment-failure.ts'
import {
  isUnderWay,
  primaryOf,
  type DeploymentState,
  type RevisionSettings,
  type ServiceDeploymentState,
  type ServiceState,
} from './service.ts'
import type { ServiceEvents } from './service-events.ts'
import { ServiceRecords } from './service-records.ts'
import type { TaskDefinitionState } from './task-definitions.ts'

const rolledBackByUser = 'Service deployment rolled back because StopServiceDeployment was called.'
const stoppedByUser =
  'Service deployment stopped because StopServiceDeployment was called; there is no completed ' +
  'service revision to roll back to.'
const superseded = 'Service deployment stopped because a newer service deployment superseded it.'

/** The life of deployments: begun, superseded, failed, stopped, rolled back, completed. */
export class Rollouts {
  readonly #cloud: Cloud
  readonly #events: ServiceEvents
  readonly #records: ServiceRecords
  readonly #reconcile: (service: ServiceState) => void
  /** The deployments that alarms watch, with their services. */
  readonly #watched = new Map<DeploymentState, ServiceState>()

  /** `reconcile` is called when the tasks of a service may have to change. */
  constructor(cloud: Cloud, events: ServiceEvents, reconcile: (service: ServiceState) => void) {
    this.#cloud = cloud
    this.#events = events
    this.#records = new ServiceRecords(cloud)
    this.#reconcile = reconcile
    cloud.alarms.onAlarm((alarm) => this.#alarmed(alarm))
  }

  /** Begins a deployment of a new revision; one that is under way is superseded. */
  begin(
    service: ServiceState,
    taskDefinition: TaskDefinitionState,
    settings: RevisionSettings,
  ): DeploymentState {
    const revision = this.#records.addRevision(service, taskDefinition, settings)
    const sources = service.deployments.map((deployment) => deployment.revision)
    for (const earlier of service.serviceDeployments.filter(isUnderWay)) {
      this.#finish(earlier, 'STOPPED', superseded)
    }
    const serviceDeployment = this.#records.addServiceDeployment(service, revision, sources)
    const deployment = this.#records.addDeployment(service, serviceDeployment, revision)
    if (serviceDeployment.alarms.status === 'MONITORING') this.#watched.set(deployment, service)
    this.#cloud.timeline.after(this.#cloud.timings.scheduling, () => {
      if (serviceDeployment.status !== 'PENDING') return
      serviceDeployment.startedAt = this.#cloud.timeline.now()
      this.#enter(serviceDeployment, 'IN_PROGRESS')
      this.#open(service, deployment)
    })
    return deployment
  }

  /** Whether a deployment whose tasks are in place has been watched long enough; asks again when that is so. */
  hasBaked(service: ServiceState, deployment: DeploymentState): boolean {
    const { configuration, alarms } = deployment.serviceDeployment
    const neededMs = bakeMs(configuration, alarms, this.#cloud.timings)
    if (deployment.isRollback || neededMs === 0) return true
    const nowMs = this.#cloud.timeline.nowMs()
    if (deployment.bakedAtMs === undefined) {
      deployment.bakedAtMs = nowMs + neededMs
      this.#cloud.timeline.after(neededMs, () => this.#reconcile(service))
    }
    return nowMs >= deployment.bakedAtMs
  }

  /** Its tasks serve, all or as many as are enough. */
  complete(service: ServiceState, deployment: DeploymentState): void {
    this.#roll(deployment, 'COMPLETED', `ECS deployment ${deployment.id} completed.`)
    service.lastCompleted = deployment
    this.#events.completed(service, deployment)
    const { serviceDeployment } = deployment
    if (deployment.isRollback) this.#finish(serviceDeployment, 'ROLLBACK_SUCCESSFUL')
    else this.#finish(serviceDeployment, 'SUCCESSFUL')
  }

  /** One more of its tasks has failed: starts slow down, and the circuit breaker may trip. */
  countFailure(service: ServiceState, deployment: DeploymentState): void {
    const { serviceDeployment } = deployment
    deployment.failedTasks += 1
    deployment.updatedAt = this.#cloud.timeline.now()
    const delayMs = startDelayMs(deployment.failedTasks)
    deployment.startsAfterMs = this.#cloud.timeline.nowMs() + delayMs
    if (deployment.rolloutState === 'IN_PROGRESS' && isUnderWay(serviceDeployment)) {
      const { breaker, configuration } = serviceDeployment
      breaker.failureCount = deployment.failedTasks
      const hasTripped = deployment.failedTasks >= breaker.threshold
      if (hasTripped && isBreakerOn(configuration) && deployment.isOpen) {
        breaker.status = 'TRIGGERED'
        return this.#fail(service, deployment, breakerFailure)
      }
    }
    if (delayMs > 0 && startDelayMs(deployment.failedTasks - 1) === 0)
      this.#events.throttled(service)
  }

  /** One of its tasks has become healthy: by default that clears the count of failures. */
  countHealthy(deployment: DeploymentState): void {
    const { serviceDeployment } = deployment
    const { resetOnHealthyTask = true } =
      serviceDeployment.configuration.deploymentCircuitBreaker ?? {}
    if (!resetOnHealthyTask || deployment.rolloutState === 'FAILED') return
    deployment.failedTasks = 0
    deployment.startsAfterMs = 0
    if (serviceDeployment.breaker.status !== 'TRIGGERED') serviceDeployment.breaker.failureCount = 0
  }

  /** What StopServiceDeployment asks for, step by step. */
  stop(service: ServiceState, serviceDeployment: ServiceDeploymentState): void {
    const stepMs = this.#cloud.timings.scheduling / 2
    serviceDeployment.stoppedAt = this.#cloud.timeline.now()
    this.#enter(serviceDeployment, 'STOP_REQUESTED')
    primaryOf(service).isOpen = false
    this.#cloud.timeline.after(stepMs, () => {
      if (serviceDeployment.status !== 'STOP_REQUESTED') return
      this.#roll(primaryOf(service), 'FAILED', 'ECS deployment stopped by StopServiceDeployment.')
      if (service.lastCompleted === undefined) {
        return this.#finish(serviceDeployment, 'STOPPED', stoppedByUser)
      }
      this.#enter(serviceDeployment, 'ROLLBACK_REQUESTED')
      this.#cloud.timeline.after(stepMs, () => {
        if (serviceDeployment.status !== 'ROLLBACK_REQUESTED') return
        this.#rollBack(service, serviceDeployment, {
          reason: rolledBackByUser,
          rolloutReason: 'ECS deployment rollback: rolling back to deploymentId',
        })
      })
    })
  }

  /** A deployment that an alarm watches fails as soon as that goes off, also before its first task. */
  #alarmed({ name }: Alarm): void {
    for (const [deployment, service] of this.#watched) {
      const { alarms, status } = deployment.serviceDeployment
      const isBeginning = status === 'PENDING' || status === 'IN_PROGRESS'
      if (!isBeginning || !alarms.alarmNames.includes(name)) continue
      alarms.status = 'TRIGGERED'
      alarms.triggeredAlarmNames.push(name)
      this.#fail(service, deployment, alarmFailure)
    }
  }

  #fail(service: ServiceState, deployment: DeploymentState, failure: DeploymentFailure): void {
    const { serviceDeployment } = deployment
    const { because, rollingBack: rolloutReason } = failure
    deployment.isOpen = false
    this.#roll(deployment, 'FAILED', failure.rolloutReason)
    this.#events.failed(service, deployment, failure.event)
    if (deployment.isRollback) {
      this.#finish(
        serviceDeployment,
        'ROLLBACK_FAILED',
        `Service deployment rollback failed ${because}`,
      )
    } else if (
      failure.isToRollBack(serviceDeployment.configuration) &&
      service.lastCompleted !== undefined
    ) {
      const reason = `Service deployment rolled back ${because}`
      this.#rollBack(service, serviceDeployment, { reason, rolloutReason })
    } else this.#finish(serviceDeployment, 'STOPPED', `Service deployment stopped ${because}`)
  }

  #rollBack(
    service: ServiceState,
    serviceDeployment: ServiceDeploymentState,
    { reason, rolloutReason }: { reason: string; rolloutReason: string },
  ): void {
    const { lastCompleted } = service
    if (lastCompleted === undefined) return
    const { revision } = lastCompleted
    const startedAt = this.#cloud.timeline.now()
    serviceDeployment.rollback = { reason, startedAt, serviceRevisionArn: revision.arn }
    if (revision.taskDefinition.status === 'INACTIVE') {
      const problem = 'The task definition of the service revision to roll back to is INACTIVE.'
      return this.#finish(serviceDeployment, 'ROLLBACK_FAILED', problem)
    }
    serviceDeployment.statusReason = reason
    this.#enter(serviceDeployment, 'ROLLBACK_IN_PROGRESS')
    this.#events.rollingBack(service, lastCompleted.id)
    const rollback = this.#records.addDeployment(service, serviceDeployment, revision)
    rollback.rolloutStateReason = `${rolloutReason} ${lastCompleted.id}.`
    service.capacityProviderStrategy = undefined
    this.#open(service, rollback)
  }

  #open(service: ServiceState, deployment: DeploymentState): void {
    deployment.isOpen = true
    this.#reconcile(service)
  }

  #roll(deployment: DeploymentState, state: 'COMPLETED' | 'FAILED', reason: string): void {
    deployment.rolloutState = state
    deployment.rolloutStateReason = reason
    deployment.updatedAt = this.#cloud.timeline.now()
    this.#watched.delete(deployment)
  }

  #enter(
    serviceDeployment: ServiceDeploymentState,
    status: ServiceDeploymentState['status'],
  ): void {
    serviceDeployment.status = status
    serviceDeployment.updatedAt = this.#cloud.timeline.now()
  }

  #finish(
    serviceDeployment: ServiceDeploymentState,
    status: 'SUCCESSFUL' | 'STOPPED' | 'ROLLBACK_SUCCESSFUL' | 'ROLLBACK_FAILED',
    reason?: string,
  ): void {
    this.#enter(serviceDeployment, status)
    if (reason !== undefined) serviceDeployment.statusReason = reason
    serviceDeployment.finishedAt = this.#cloud.timeline.now()
    if (status === 'STOPPED') serviceDeployment.stoppedAt ??= this.#cloud.timeline.now()
    for (const monitor of [serviceDeployment.breaker, serviceDeployment.alarms]) {
      if (monitor.status === 'MONITORING') monitor.status = 'MONITORING_COMPLETE'
    }
  }
}
