import type { Cloud } from '../../cloud/cloud.ts'
import type { Target } from '../../load-balancer/target.ts'
import type { Rollouts } from './rollouts.ts'
import type { ServiceState } from './service.ts'
import type { ServiceEvents } from './service-events.ts'
import { deploymentOf, recordDigests } from './service-tasks.ts'
import type { Task, TaskListener } from './task.ts'

/** Watches the tasks of services: counts the good and the bad ones, and replaces those that are unhealthy. */
export class ServiceWatch {
  readonly #cloud: Cloud
  readonly #events: ServiceEvents
  readonly #rollouts: Rollouts
  readonly #reconcile: (service: ServiceState) => void
  readonly #registered = new WeakSet<Task>()
  readonly #served = new WeakSet<Task>()

  /** `reconcile` is called whenever something about a service's tasks has changed. */
  constructor(
    cloud: Cloud,
    { events, rollouts }: { events: ServiceEvents; rollouts: Rollouts },
    reconcile: (service: ServiceState) => void,
  ) {
    this.#cloud = cloud
    this.#events = events
    this.#rollouts = rollouts
    this.#reconcile = reconcile
  }

  /** What listens to the tasks of one service. */
  listener(service: ServiceState): TaskListener {
    return {
      onChange: (task) => this.#changed(service, task),
      onImagesPulled: (task) => recordDigests(service, task),
      onContainerUnhealthy: (task) =>
        this.#afterGrace(service, task, () => {
          const isStill = task.containers.some(({ healthStatus }) => healthStatus === 'UNHEALTHY')
          if (!isStill) return
          this.#events.failedContainerChecks(service, task)
          this.#replace(service, task, 'Task failed container health checks')
        }),
      onTargetUnhealthy: (task, target, port) =>
        this.#afterGrace(service, task, () => this.#targetFailed(service, task, { target, port })),
      onStopped: (task) => this.#ended(service, task),
      onForgotten: (task) => {
        service.tasks.delete(task)
        service.cluster.tasks.delete(task.id)
      },
    }
  }

  #changed(service: ServiceState, task: Task): void {
    const deployment = deploymentOf(service, task)
    if (task.lastStatus === 'RUNNING' && !this.#registered.has(task)) {
      this.#registered.add(task)
      for (const { target } of task.targets) this.#events.registered(service, target.group.arn)
    }
    if (task.isServing && !this.#served.has(task)) {
      this.#served.add(task)
      if (deployment !== undefined) this.#rollouts.countHealthy(deployment)
    }
    if (task.desiredStatus === 'STOPPED') service.isSteady = false
    this.#reconcile(service)
  }

  #targetFailed(
    service: ServiceState,
    task: Task,
    { target, port }: { target: Target; port: number },
  ): void {
    if (target.state !== 'unhealthy') return
    const { reason, group } = target
    this.#events.unhealthyTarget(service, { task, port, group: group.arn, reason })
    this.#replace(service, task, `Task failed ELB health checks in (target-group ${group.arn})`)
  }

  /** During the grace period after its start, a task's bad health is overlooked. */
  #afterGrace(service: ServiceState, task: Task, judge: () => void): void {
    const graceMs = (service.settings.healthCheckGracePeriodSeconds ?? 0) * 1000
    const leftMs = graceMs - task.runningMs
    const judgeIfRunning = () => {
      if (task.desiredStatus === 'RUNNING') judge()
    }
    if (leftMs > 0) this.#cloud.timeline.after(leftMs, judgeIfRunning)
    else judgeIfRunning()
  }

  #replace(service: ServiceState, task: Task, reason: string): void {
    const deployment = deploymentOf(service, task)
    if (deployment !== undefined) this.#rollouts.countFailure(service, deployment)
    task.stop('ServiceSchedulerInitiated', reason)
  }

  #ended(service: ServiceState, task: Task): void {
    const deployment = deploymentOf(service, task)
    const hasFailed =
      task.stopCode === 'TaskFailedToStart' || task.stopCode === 'EssentialContainerExited'
    if (hasFailed && deployment !== undefined) this.#rollouts.countFailure(service, deployment)
    this.#reconcile(service)
  }
}
