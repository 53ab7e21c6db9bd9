import type { Cloud } from '../../cloud/cloud.ts'
import { breakerThreshold, isBreakerOn, startDelayMs } from './circuit-breaker.ts'
import {
  isUnderWay,
  primaryOf,
  type DeploymentState,
  type RevisionSettings,
  type RevisionState,
  type ServiceDeploymentState,
  type ServiceState,
} from './service.ts'
import type { ServiceEvents } from './service-events.ts'
import type { TaskDefinitionState } from './task-definitions.ts'

const thresholdExceeded = 'because the circuit breaker threshold was exceeded.'
const failedReason = 'ECS deployment circuit breaker: tasks failed to start.'
const rolledBackByBreaker = `Service deployment rolled back ${thresholdExceeded}`
const rolledBackByUser = 'Service deployment rolled back because StopServiceDeployment was called.'
const stoppedByUser =
  'Service deployment stopped because StopServiceDeployment was called; there is no completed ' +
  'service revision to roll back to.'
const superseded = 'Service deployment stopped because a newer service deployment superseded it.'

/** The life of deployments: begun, superseded, failed, stopped, rolled back, completed. */
export class Rollouts {
  readonly #cloud: Cloud
  readonly #events: ServiceEvents
  readonly #onOpened: (service: ServiceState) => void

  /** `onOpened` is called when a deployment's tasks may be started. */
  constructor(cloud: Cloud, events: ServiceEvents, onOpened: (service: ServiceState) => void) {
    this.#cloud = cloud
    this.#events = events
    this.#onOpened = onOpened
  }

  /** Begins a deployment of a new revision; one that is under way is superseded. */
  begin(
    service: ServiceState,
    taskDefinition: TaskDefinitionState,
    settings: RevisionSettings,
  ): DeploymentState {
    const revision = this.#addRevision(service, taskDefinition, settings)
    const sources = service.deployments.map((deployment) => deployment.revision)
    for (const earlier of service.serviceDeployments.filter(isUnderWay)) {
      this.#finish(earlier, 'STOPPED', superseded)
    }
    const serviceDeployment = this.#addServiceDeployment(service, revision, sources)
    const deployment = this.#addDeployment(service, serviceDeployment, revision)
    this.#cloud.timeline.after(this.#cloud.timings.scheduling, () => {
      if (serviceDeployment.status !== 'PENDING') return
      serviceDeployment.startedAt = this.#cloud.timeline.now()
      this.#enter(serviceDeployment, 'IN_PROGRESS')
      this.#open(service, deployment)
    })
    return deployment
  }

  /** All its tasks serve and no others are left. */
  complete(service: ServiceState, deployment: DeploymentState): void {
    this.#roll(deployment, 'COMPLETED', `ECS deployment ${deployment.id} completed.`)
    service.lastCompleted = deployment
    this.#events.completed(service, deployment)
    const { serviceDeployment } = deployment
    if (serviceDeployment.breaker.status === 'MONITORING') {
      serviceDeployment.breaker.status = 'MONITORING_COMPLETE'
    }
    if (deployment.isRollback) {
      this.#finish(serviceDeployment, 'ROLLBACK_SUCCESSFUL', serviceDeployment.statusReason)
    } else this.#finish(serviceDeployment, 'SUCCESSFUL')
  }

  /** One more of its tasks has failed: starts slow down, and the circuit breaker may trip. */
  countFailure(service: ServiceState, deployment: DeploymentState): void {
    const { serviceDeployment } = deployment
    deployment.failedTasks += 1
    deployment.updatedAt = this.#cloud.timeline.now()
    const delayMs = startDelayMs(deployment.failedTasks)
    deployment.startsAfterMs = this.#cloud.timeline.nowMs() + delayMs
    if (deployment.rolloutState === 'IN_PROGRESS' && isUnderWay(serviceDeployment)) {
      serviceDeployment.breaker.failureCount = deployment.failedTasks
      const hasTripped = deployment.failedTasks >= serviceDeployment.breaker.threshold
      if (hasTripped && isBreakerOn(serviceDeployment.configuration) && deployment.isOpen) {
        return this.#trip(service, deployment)
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

  #trip(service: ServiceState, deployment: DeploymentState): void {
    const { serviceDeployment } = deployment
    const { deploymentCircuitBreaker } = serviceDeployment.configuration
    deployment.isOpen = false
    serviceDeployment.breaker.status = 'TRIGGERED'
    this.#roll(deployment, 'FAILED', failedReason)
    this.#events.failed(service, deployment)
    if (deployment.isRollback) {
      this.#finish(
        serviceDeployment,
        'ROLLBACK_FAILED',
        `Service deployment rollback failed ${thresholdExceeded}`,
      )
    } else if (deploymentCircuitBreaker?.rollback === true && service.lastCompleted !== undefined) {
      this.#rollBack(service, serviceDeployment, {
        reason: rolledBackByBreaker,
        rolloutReason: 'ECS deployment circuit breaker: rolling back to deploymentId',
      })
    } else {
      this.#finish(serviceDeployment, 'STOPPED', `Service deployment stopped ${thresholdExceeded}`)
    }
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
    const rollback = this.#addDeployment(service, serviceDeployment, revision)
    rollback.rolloutStateReason = `${rolloutReason} ${lastCompleted.id}.`
    this.#open(service, rollback)
  }

  #open(service: ServiceState, deployment: DeploymentState): void {
    deployment.isOpen = true
    this.#onOpened(service)
  }

  #addRevision(
    service: ServiceState,
    taskDefinition: TaskDefinitionState,
    settings: RevisionSettings,
  ): RevisionState {
    const revision: RevisionState = {
      arn: this.#arn('service-revision', service, this.#cloud.ids.digits19()),
      createdAt: this.#cloud.timeline.now(),
      taskDefinition,
      settings,
      digests: new Map(),
    }
    service.revisions.push(revision)
    return revision
  }

  #addServiceDeployment(
    service: ServiceState,
    target: RevisionState,
    sources: readonly RevisionState[],
  ): ServiceDeploymentState {
    const now = this.#cloud.timeline.now()
    const configuration = service.deploymentConfiguration
    const added: ServiceDeploymentState = {
      arn: this.#arn('service-deployment', service, this.#cloud.ids.token21()),
      createdAt: now,
      updatedAt: now,
      sources: [...new Set(sources)],
      target,
      configuration,
      status: 'PENDING',
      breaker: {
        status: isBreakerOn(configuration) ? 'MONITORING' : 'DISABLED',
        failureCount: 0,
        threshold: breakerThreshold(configuration, service.desiredCount),
      },
    }
    service.serviceDeployments.push(added)
    return added
  }

  #addDeployment(
    service: ServiceState,
    serviceDeployment: ServiceDeploymentState,
    revision: RevisionState,
  ): DeploymentState {
    const id = `ecs-svc/${this.#cloud.ids.digits19()}`
    const now = this.#cloud.timeline.now()
    const added: DeploymentState = {
      id,
      revision,
      serviceDeployment,
      isRollback: serviceDeployment.target !== revision,
      createdAt: now,
      updatedAt: now,
      status: 'PRIMARY',
      rolloutState: 'IN_PROGRESS',
      rolloutStateReason: `ECS deployment ${id} in progress.`,
      isOpen: false,
      failedTasks: 0,
      startsAfterMs: 0,
    }
    for (const earlier of service.deployments) {
      earlier.status = 'ACTIVE'
      earlier.isOpen = false
    }
    service.deployments = [added, ...service.deployments]
    service.isSteady = false
    return added
  }

  #arn(kind: string, service: ServiceState, id: string): string {
    return this.#cloud.arns.of('ecs', `${kind}/${service.cluster.name}/${service.name}/${id}`)
  }

  #roll(deployment: DeploymentState, state: 'COMPLETED' | 'FAILED', reason: string): void {
    deployment.rolloutState = state
    deployment.rolloutStateReason = reason
    deployment.updatedAt = this.#cloud.timeline.now()
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
  }
}
