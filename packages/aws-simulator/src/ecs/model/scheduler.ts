import type { Cloud } from '../../cloud/cloud.ts'
import { rollingMoves, type Moves } from './capacity.ts'
import { place } from './placement.ts'
import { progressOf } from './rollout-progress.ts'
import { Rollouts } from './rollouts.ts'
import { isLive, primaryOf, tasksOf, type DeploymentState, type ServiceState } from './service.ts'
import { ServiceEvents } from './service-events.ts'
import { deploymentOf, wantedTask } from './service-tasks.ts'
import { ServiceWatch } from './service-watch.ts'
import { Task } from './task.ts'

const batchDelayMs = 1000
/** The scheduler complains about percentages that allow nothing at most this often. */
const stuckEventEveryMs = 5 * 60_000
/** After so long it looks for a place again. */
const placementRetryMs = 15_000

/** Keeps every service at its desired count, and moves its deployments on as their tasks change. */
export class Scheduler {
  readonly rollouts: Rollouts
  readonly #cloud: Cloud
  readonly #events: ServiceEvents
  readonly #watch: ServiceWatch
  readonly #atWork = new Set<ServiceState>()
  readonly #unplacedUntilMs = new WeakMap<ServiceState, number>()
  readonly #stuckSinceMs = new WeakMap<ServiceState, number>()

  constructor(cloud: Cloud) {
    this.#cloud = cloud
    this.#events = new ServiceEvents(cloud)
    const reconcile = (service: ServiceState) => this.reconcile(service)
    this.rollouts = new Rollouts(cloud, this.#events, reconcile)
    const parts = { events: this.#events, rollouts: this.rollouts }
    this.#watch = new ServiceWatch(cloud, parts, reconcile)
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
      isOldDispensable:
        primary.rolloutState === 'COMPLETED' || progressOf(service, primary).isEnough,
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
    const nowMs = this.#cloud.timeline.nowMs()
    if (nowMs < (this.#unplacedUntilMs.get(service) ?? 0)) return
    const tasks: Task[] = []
    while (tasks.length < moves.start) {
      const task = this.#startTask(service, primary)
      if (task === undefined) break
      tasks.push(task)
    }
    if (tasks.length < moves.start) {
      this.#unplacedUntilMs.set(service, nowMs + placementRetryMs)
      this.#later(service, placementRetryMs)
    }
    if (tasks.length === 0) return
    this.#events.started(service, tasks)
    service.isSteady = false
    this.#later(service, batchDelayMs)
  }

  /** Starts one more task; returns undefined, and says why, when there is no place for it. */
  #startTask(service: ServiceState, deployment: DeploymentState): Task | undefined {
    const placement = place(wantedTask(service, deployment), service.cluster, this.#cloud)
    if (placement.kind === 'refused') {
      this.#events.unplaced(service, placement.complaint)
      return undefined
    }
    const task = new Task(this.#cloud, placement.request, this.#watch.listener(service))
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
    const { isWhole, isReady } = progressOf(service, primary)
    if (primary.rolloutState === 'IN_PROGRESS' && isReady) {
      if (!this.rollouts.hasBaked(service, primary)) return
      this.rollouts.complete(service, primary)
      service.deployments = service.deployments.filter(
        (one) => one === primary || hasUnstopped(service, one),
      )
    }
    if (!isWhole || service.isSteady) return
    service.isSteady = true
    this.#events.steady(service)
  }

  /** A failed deployment stays visible until another one has completed. */
  #forgetEndedDeployments(service: ServiceState): void {
    service.deployments = service.deployments.filter((deployment) => {
      if (deployment.status === 'PRIMARY' || deployment.rolloutState === 'FAILED') return true
      return hasUnstopped(service, deployment)
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
}

function hasUnstopped(service: ServiceState, deployment: DeploymentState): boolean {
  return tasksOf(service, deployment).some(({ lastStatus }) => lastStatus !== 'STOPPED')
}

/** Those that do not serve first, then the oldest. */
function leastUseful(tasks: readonly Task[]): readonly Task[] {
  return tasks.toSorted((a, b) => Number(a.isServing) - Number(b.isServing))
}
