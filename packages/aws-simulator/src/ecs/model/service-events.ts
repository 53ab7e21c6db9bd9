import type { Cloud } from '../../cloud/cloud.ts'
import type { DeploymentState, ServiceState } from './service.ts'
import type { Task } from './task.ts'

const longestHistory = 100
const repeatAfterMs = 6 * 60 * 60_000

/** Writes the events of services, in ECS's own sentences. */
export class ServiceEvents {
  readonly #cloud: Cloud

  constructor(cloud: Cloud) {
    this.#cloud = cloud
  }

  steady(service: ServiceState): void {
    this.#add(service, 'has reached a steady state.')
  }

  started(service: ServiceState, tasks: readonly Task[]): void {
    this.#add(service, `has started ${tasks.length} tasks: ${list(tasks)}.`)
  }

  stopped(service: ServiceState, tasks: readonly Task[]): void {
    this.#add(service, `has stopped ${tasks.length} running tasks: ${list(tasks)}.`)
  }

  failedContainerChecks(service: ServiceState, task: Task): void {
    this.#add(service, `(task ${task.id}) failed container health checks.`)
  }

  unhealthyTarget(
    service: ServiceState,
    { task, port, group, reason }: { task: Task; port: number; group: string; reason: string },
  ): void {
    const text = `(task ${task.id}) (port ${port}) is unhealthy in (target-group ${group})`
    this.#add(service, `${text} due to (reason ${reason}).`)
  }

  registered(service: ServiceState, group: string): void {
    this.#add(service, `registered 1 targets in (target-group ${group})`)
  }

  completed(service: ServiceState, deployment: DeploymentState): void {
    this.#add(service, `(deployment ${deployment.id}) deployment completed.`)
  }

  failed(service: ServiceState, deployment: DeploymentState, why: string): void {
    this.#add(service, `(deployment ${deployment.id}) deployment failed: ${why}`)
  }

  /** No place for a task was found; the same again is left out until the cause is resolved or six hours have passed. */
  unplaced(service: ServiceState, complaint: string): void {
    const text = `(service ${service.name}) ${complaint}`
    const nowMs = this.#cloud.timeline.nowMs()
    const latest = service.events.findLast(({ message }) => message === text)
    const isResolved =
      latest !== undefined && this.#hasStartedSince(service, latest.createdAt.getTime())
    const isFresh = latest !== undefined && nowMs - latest.createdAt.getTime() < repeatAfterMs
    if (!isFresh || isResolved) this.#add(service, complaint)
  }

  rollingBack(service: ServiceState, deploymentId: string): void {
    this.#add(service, `rolling back to deployment ${deploymentId}.`)
  }

  throttled(service: ServiceState): void {
    this.#add(service, 'is unable to consistently start tasks successfully.')
  }

  stuck(service: ServiceState): void {
    this.#add(
      service,
      'was unable to stop or start tasks during a deployment because of the service deployment ' +
        'configuration. Update the minimumHealthyPercent or maximumPercent value and try again.',
    )
  }

  #hasStartedSince({ tasks }: ServiceState, sinceMs: number): boolean {
    return [...tasks].some(({ createdAt }) => createdAt.getTime() > sinceMs)
  }

  #add(service: ServiceState, text: string): void {
    service.events.push({
      id: this.#cloud.ids.uuid(),
      createdAt: this.#cloud.timeline.now(),
      message: `(service ${service.name}) ${text}`,
    })
    if (service.events.length > longestHistory) service.events.shift()
  }
}

function list(tasks: readonly Task[]): string {
  return tasks.map(({ id }) => `(task ${id})`).join(' ')
}
