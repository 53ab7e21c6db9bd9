import type { Cloud } from '../../cloud/cloud.ts'
import { alarmWatch } from './deployment-alarms.ts'
import { breakerThreshold, isBreakerOn } from './circuit-breaker.ts'
import type {
  DeploymentState,
  RevisionSettings,
  RevisionState,
  ServiceDeploymentState,
  ServiceState,
} from './service.ts'
import type { TaskDefinitionState } from './task-definitions.ts'

/** Adds to services what ECS keeps of their deployments. */
export class ServiceRecords {
  readonly #cloud: Cloud

  constructor(cloud: Cloud) {
    this.#cloud = cloud
  }

  addRevision(
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

  addServiceDeployment(
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
      alarms: alarmWatch(configuration, this.#cloud.alarms),
    }
    service.serviceDeployments.push(added)
    return added
  }

  /** The added deployment is the PRIMARY; no other one starts tasks any more. */
  addDeployment(
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
}
