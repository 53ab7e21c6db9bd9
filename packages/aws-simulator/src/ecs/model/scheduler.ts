import type { Cloud } from '../../cloud/cloud.ts'
import type { Target } from '../../load-balancer/target.ts'
import { rollingMoves, type Moves } from './capacity.ts'
import { Rollouts } from './rollouts.ts'
import { isLive, primaryOf, tasksOf, type DeploymentState, type ServiceState } from './service.ts'
import { ServiceEvents } from './service-events.ts'
import { Task, type TaskListener } from './task.ts'

const batchDelayMs = 1000
/** The scheduler complains about percentages that allow nothing at most this often. */
const stuckEventEveryMs = 5 * 60_000

/** Keeps every service at its desired count, and moves its deployments on as their tasks change. */
export class Scheduler {
  readonly rollouts: Rollouts
  readonly #cloud: Cloud
  readonly #events: ServiceEvents
  readonly #registered = new WeakSet<Task>()
  readonly #served = new WeakSet<Task>()
  readonly #atWork = new Set<ServiceState>()
  readonly #stuckSinceMs = new WeakMap<ServiceState, number>()

  constructor(cloud: Cloud) {
    this.#cloud = cloud
    this.#events = new ServiceEvents(cloud)
    this.rollouts = new Rollouts(cloud, this.#events, (service) => this.reconcile(service))
  }

  /** Does what the state of the service asks for now; what it does itself does not call it again. */
  reconcile(service: ServiceState): void {
    if (this.#atWork.has(service)) return
    this.#atWork.add(service)
    this.#reconcile(service)
    this.#atWork.delete(service)
  }

  #reconcile(service: ServiceState): void {
    const primary = primaryOf(service)
    this.#forgetEndedDeployments(service)
    if (!primary.isOpen) return this.#drainIfDeleted(service)
    const { own, old } = this.#workingTasks(service, primary)
    const newLive = tasksOf(service, primary).filter(isLive).length
    const counts = {
      desired: service.desiredCount,
      newLive,
      newServing: own.filter(({ isServing }) => isServing).length,
      oldLive: old.length,
      oldServing: old.filter(({ isServing }) => isServing).length,
    }
    const moves = rollingMoves(counts, primary.serviceDeployment.configuration)
    const surplus = own.slice(0, Math.max(0, own.length - service.desiredCount))
    this.#stop(service, [...surplus, ...leastUseful(old).slice(0, moves.stop)])
    this.#start(service, primary, moves)
    this.#settle(service, primary)
  }

  /** Stops everything the service runs; it becomes INACTIVE when all has ended. */
  drain(service: ServiceState): void {
    service.status = 'DRAINING'
    service.desiredCount = 0
    for (const deployment of service.deployments) deployment.isOpen = false
    this.#stop(
      service,
      [...service.tasks].filter(({ desiredStatus }) => desiredStatus === 'RUNNING'),
    )
    this.#drainIfDeleted(service)
  }

  #workingTasks(service: ServiceState, primary: DeploymentState) {
    const working = [...service.tasks].filter(({ desiredStatus }) => desiredStatus === 'RUNNING')
    return {
      own: working.filter(({ request }) => request.startedBy === primary.id),
      old: working.filter(({ request }) => request.startedBy !== primary.id),
    }
  }

  #start(service: ServiceState, primary: DeploymentState, moves: Moves): void {
    const waitMs = primary.startsAfterMs - this.#cloud.timeline.nowMs()
    if (moves.isStuck) return this.#complain(service)
    if (moves.start === 0) return
    if (waitMs > 0) return this.#later(service, waitMs)
    const tasks = Array.from({ length: moves.start }, () => this.#startTask(service, primary))
    this.#events.started(service, tasks)
    service.isSteady = false
    this.#later(service, batchDelayMs)
  }

  #startTask(service: ServiceState, { id, revision }: DeploymentState): Task {
    const { settings, taskDefinition } = revision
    const request = {
      clusterName: service.cluster.name,
      clusterArn: service.cluster.arn,
      definition: taskDefinition,
      group: `service:${service.name}`,
      startedBy: id,
      launchType: settings.launchType ?? 'FARGATE',
      platformVersion: settings.platformVersion ?? 'LATEST',
      networkConfiguration: settings.networkConfiguration,
      loadBalancers: settings.loadBalancers,
      tags: propagatedTags(service, taskDefinition.tags),
    }
    const task = new Task(this.#cloud, request, this.#listener(service))
    service.tasks.add(task)
    service.cluster.tasks.set(task.id, task)
    return task
  }

  #stop(service: ServiceState, tasks: readonly Task[]): void {
    if (tasks.length === 0) return
    service.isSteady = false
    this.#events.stopped(service, tasks)
    for (const task of tasks) {
      const deployment = deploymentOf(service, task)
      const reason = `Scaling activity initiated by (deployment ${deployment?.id ?? primaryOf(service).id})`
      task.stop('ServiceSchedulerInitiated', reason)
    }
    this.#later(service, batchDelayMs)
  }

  #settle(service: ServiceState, primary: DeploymentState): void {
    const unstopped = [...service.tasks].filter(({ lastStatus }) => lastStatus !== 'STOPPED')
    const isWhole =
      unstopped.length === service.desiredCount &&
      unstopped.every((task) => task.isServing && task.request.startedBy === primary.id)
    if (!isWhole) return
    if (primary.rolloutState === 'IN_PROGRESS') {
      this.rollouts.complete(service, primary)
      service.deployments = [primary]
    }
    if (service.isSteady) return
    service.isSteady = true
    this.#events.steady(service)
  }

  /** A failed deployment stays visible until another one has completed. */
  #forgetEndedDeployments(service: ServiceState): void {
    service.deployments = service.deployments.filter((deployment) => {
      if (deployment.status === 'PRIMARY' || deployment.rolloutState === 'FAILED') return true
      return tasksOf(service, deployment).some(({ lastStatus }) => lastStatus !== 'STOPPED')
    })
  }

  #drainIfDeleted(service: ServiceState): void {
    const hasEnded = [...service.tasks].every(({ lastStatus }) => lastStatus === 'STOPPED')
    if (service.status === 'DRAINING' && hasEnded) service.status = 'INACTIVE'
  }

  #complain(service: ServiceState): void {
    const nowMs = this.#cloud.timeline.nowMs()
    const lastMs = this.#stuckSinceMs.get(service) ?? -Infinity
    if (nowMs - lastMs < stuckEventEveryMs) return
    this.#stuckSinceMs.set(service, nowMs)
    this.#events.stuck(service)
  }

  #later(service: ServiceState, delayMs: number): void {
    this.#cloud.timeline.after(delayMs, () => this.reconcile(service))
  }

  #listener(service: ServiceState): TaskListener {
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
      if (deployment !== undefined) this.rollouts.countHealthy(deployment)
    }
    if (task.desiredStatus === 'STOPPED') service.isSteady = false
    this.reconcile(service)
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
    if (deployment !== undefined) this.rollouts.countFailure(service, deployment)
    task.stop('ServiceSchedulerInitiated', reason)
  }

  #ended(service: ServiceState, task: Task): void {
    const deployment = deploymentOf(service, task)
    const hasFailed =
      task.stopCode === 'TaskFailedToStart' || task.stopCode === 'EssentialContainerExited'
    if (hasFailed && deployment !== undefined) this.rollouts.countFailure(service, deployment)
    this.reconcile(service)
  }
}

function deploymentOf(service: ServiceState, task: Task): DeploymentState | undefined {
  return service.deployments.find(({ id }) => id === task.request.startedBy)
}

/** Those that do not serve first, then the oldest. */
function leastUseful(tasks: readonly Task[]): readonly Task[] {
  return tasks.toSorted((a, b) => Number(a.isServing) - Number(b.isServing))
}

/** The service remembers the digests that its first task found, and every later task runs those. */
function recordDigests(service: ServiceState, task: Task): void {
  const revision = deploymentOf(service, task)?.revision
  for (const { name, imageDigest } of task.containers) {
    if (revision === undefined || imageDigest === undefined || revision.digests.has(name)) continue
    revision.digests.set(name, imageDigest)
  }
}

function propagatedTags(service: ServiceState, ofDefinition: Task['tags']): Task['tags'] {
  if (service.settings.propagateTags === 'SERVICE') return service.tags
  return service.settings.propagateTags === 'TASK_DEFINITION' ? ofDefinition : []
}
