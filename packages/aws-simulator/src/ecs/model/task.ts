import type { LoadBalancer, Tag, TaskStopCode } from '@aws-sdk/client-ecs'
import type { Cloud } from '../../cloud/cloud.ts'
import type { Image } from '../../cloud/image-catalog.ts'
import type { LogStream } from '../../cloud/log-store.ts'
import type { Happening } from '../../cloud/timeline.ts'
import type { Target } from '../../load-balancer/target.ts'
import { Container } from './container.ts'
import { ContainerGroup } from './container-group.ts'
import { pullImages } from './image-pull.ts'
import { registerTarget, type RegisteredTarget } from './load-balanced.ts'
import { misfortuneOf, type Misfortune } from './misfortune.ts'
import { findRegistryAuthFault } from './registry-auth.ts'
import { behaviourOf, overweight } from './running-containers.ts'
import { findRouteFault, unreachableMs } from './task-network.ts'
import type { TaskRequest } from './task-request.ts'
import { openLogs } from './task-logs.ts'
import type { StartFault } from './task-resources.ts'
import { findSecretFault } from './task-secrets.ts'
import { interruptionsOf } from './interruption.ts'

/** What the starter of a task wants to hear of it. */
export interface TaskListener {
  /** It runs, has become healthy, or begins to stop. */
  onChange(task: Task): void
  onImagesPulled(task: Task): void
  /** A container's health check has failed too often. */
  onContainerUnhealthy(task: Task): void
  onTargetUnhealthy(task: Task, target: Target, port: number): void
  onStopped(task: Task): void
  /** Its retention is over: it can no longer be described. */
  onForgotten(task: Task): void
}

export type TaskStatus =
  | 'PROVISIONING'
  | 'PENDING'
  | 'ACTIVATING'
  | 'RUNNING'
  | 'DEACTIVATING'
  | 'STOPPING'
  | 'DEPROVISIONING'
  | 'STOPPED'

/** A task and its life, from provisioning to the end of its retention. */
export class Task {
  readonly id: string
  readonly arn: string
  readonly request: TaskRequest
  readonly containers: readonly Container[]
  readonly createdAt: Date
  readonly address: string
  lastStatus: TaskStatus = 'PROVISIONING'
  desiredStatus: 'RUNNING' | 'STOPPED' = 'RUNNING'
  tags: readonly Tag[]
  connectivityAt: Date | undefined
  pullStartedAt: Date | undefined
  pullStoppedAt: Date | undefined
  startedAt: Date | undefined
  stoppingAt: Date | undefined
  executionStoppedAt: Date | undefined
  stoppedAt: Date | undefined
  stopCode: TaskStopCode | undefined
  stoppedReason: string | undefined
  targets: readonly RegisteredTarget[] = []
  /** Counts changes of state, as ECS does. */
  version = 1
  readonly #cloud: Cloud
  readonly #listener: TaskListener
  readonly #group: ContainerGroup
  readonly #misfortune: Misfortune | undefined
  #phase: Happening | undefined
  #images: ReadonlyMap<string, Image> = new Map()
  #logs: ReadonlyMap<string, LogStream> = new Map()

  constructor(cloud: Cloud, request: TaskRequest, listener: TaskListener) {
    this.#cloud = cloud
    this.#listener = listener
    this.request = request
    this.id = cloud.ids.hex32()
    this.arn = cloud.arns.of('ecs', `task/${request.clusterName}/${this.id}`)
    this.createdAt = cloud.timeline.now()
    this.tags = request.tags ?? []
    this.address = `10.0.${parseInt(this.id.slice(0, 2), 16)}.${parseInt(this.id.slice(2, 4), 16)}`
    this.#misfortune = misfortuneOf(request)
    this.containers = this.#createContainers()
    this.#group = this.#createGroup()
    this.#next(cloud.timings.provisioning, () => this.#unless('provisioning', () => this.#pend()))
  }

  /** Whether it does its work: running, and healthy by every check that there is. */
  get isServing(): boolean {
    if (this.lastStatus !== 'RUNNING' || this.desiredStatus !== 'RUNNING') return false
    const essential = this.containers.filter(({ isEssential }) => isEssential)
    if (!essential.every(({ isHealthyOrUnchecked }) => isHealthyOrUnchecked)) return false
    if (!this.targets.every(({ target }) => target.state === 'healthy')) return false
    // A target group vouches for a port, not for what comes after: such a task must settle as well.
    const isChecked =
      this.targets.length === 0 && essential.some(({ healthStatus }) => healthStatus !== undefined)
    return isChecked || this.runningMs >= this.#cloud.timings.settling
  }

  /** How long it has been running. */
  get runningMs(): number {
    if (this.startedAt === undefined) return 0
    return this.#cloud.timeline.nowMs() - this.startedAt.getTime()
  }

  /** Ends it; does nothing if it is ending already. */
  stop(stopCode: TaskStopCode, reason: string): void {
    if (!this.#beginStopping(stopCode, reason)) return
    const delaysMs = this.targets.map(({ target }) => target.group.deregistrationDelayMs)
    if (delaysMs.length > 0 && stopCode === 'ServiceSchedulerInitiated') {
      this.#enter('DEACTIVATING')
      this.#next(Math.max(...delaysMs), () => this.#terminate())
    } else this.#terminate()
    this.#listener.onChange(this)
  }

  #createContainers(): readonly Container[] {
    const { containerDefinitions = [] } = this.request.definition.content
    return containerDefinitions.map(
      (definition, index) =>
        new Container(this.#cloud.timeline, definition, {
          runtimeId: `${this.id}-${String(index + 1).padStart(10, '0')}`,
          listener: {
            onContainerExit: (container) => this.#containerExited(container),
            onContainerHealth: (container) => this.#containerHealthChanged(container),
            onContainerMemory: () => overweight(this)?.killForMemory(),
          },
        }),
    )
  }

  #createGroup(): ContainerGroup {
    const { timeline, timings } = this.#cloud
    return new ContainerGroup(this.containers, timeline, {
      stopMs: timings.stopping,
      listener: {
        start: (container) => this.#startContainer(container),
        onAllStarted: () => this.#run(),
        onCannotStart: (fault) => this.#failToStart(fault),
        onAllStopped: () => this.#deprovision(),
      },
    })
  }

  #pend(): void {
    this.connectivityAt = this.#cloud.timeline.now()
    this.pullStartedAt = this.#cloud.timeline.now()
    this.#enter('PENDING')
    const unreachable = findRouteFault(this.request, this.#cloud)
    if (unreachable !== undefined) {
      return this.#next(unreachableMs, () => this.#failToStart(unreachable))
    }
    const fault =
      findSecretFault(this.#cloud, this.request, this.id) ??
      findRegistryAuthFault(this.#cloud, this.request, this.id)
    if (fault !== undefined) this.#failToStart(fault)
    else this.#next(this.#cloud.timings.pull, () => this.#unless('pull', () => this.#activate()))
  }

  #activate(): void {
    const pulled = pullImages(this.#cloud, this.request, this.id)
    if ('fault' in pulled) return this.#failToStart(pulled.fault)
    this.#images = pulled.images
    for (const container of this.containers) {
      container.imageDigest = pulled.images.get(container.name)?.digest
    }
    this.pullStoppedAt = this.#cloud.timeline.now()
    this.#enter('ACTIVATING')
    this.#listener.onImagesPulled(this)
    this.#next(this.#cloud.timings.activation, () => this.#unless('start', () => this.#begin()))
  }

  #begin(): void {
    const opened = openLogs(this.#cloud, this.request, this)
    if ('fault' in opened) return this.#failToStart(opened.fault)
    this.#logs = opened.logs
    this.#group.start()
  }

  #startContainer(container: Container): StartFault | undefined {
    const image = this.#images.get(container.name)
    const found = behaviourOf(this, container, image?.behaviour ?? {})
    if ('fault' in found) return found.fault
    container.start(found.behaviour, this.#logs.get(container.name))
    return undefined
  }

  #run(): void {
    if (this.desiredStatus === 'STOPPED') return
    this.startedAt = this.#cloud.timeline.now()
    this.#enter('RUNNING')
    this.targets = (this.request.loadBalancers ?? []).flatMap((given) => this.#register(given))
    for (const { afterMs, stopCode, reason } of interruptionsOf(this.request)) {
      this.#cloud.timeline.after(afterMs, () => this.stop(stopCode, reason))
    }
    this.#next(this.#cloud.timings.settling, () => this.#listener.onChange(this))
    this.#listener.onChange(this)
  }

  #register(given: LoadBalancer): readonly RegisteredTarget[] {
    return registerTarget(this, given, {
      targetGroups: this.#cloud.targetGroups,
      onChange: (target, port) => {
        if (target.state === 'unhealthy') this.#listener.onTargetUnhealthy(this, target, port)
        else this.#listener.onChange(this)
      },
    })
  }

  #failToStart({ reason, container: name, containerReason = reason }: StartFault): void {
    if (!this.#beginStopping('TaskFailedToStart', reason)) return
    for (const container of this.containers) {
      if (container.lastStatus !== 'PENDING') continue
      container.giveUp(container.name === name ? containerReason : undefined)
    }
    this.#terminate()
    this.#listener.onChange(this)
  }

  #containerExited(container: Container): void {
    this.version += 1
    if (container.isEssential && this.desiredStatus === 'RUNNING') {
      this.#beginStopping('EssentialContainerExited', 'Essential container in task exited')
      this.#terminate()
      this.#listener.onChange(this)
    } else this.#group.note()
  }

  #containerHealthChanged(container: Container): void {
    this.version += 1
    this.#group.note()
    if (!container.isEssential) return
    if (container.healthStatus === 'UNHEALTHY') this.#listener.onContainerUnhealthy(this)
    else this.#listener.onChange(this)
  }

  #beginStopping(stopCode: TaskStopCode, reason: string): boolean {
    if (this.desiredStatus === 'STOPPED') return false
    this.desiredStatus = 'STOPPED'
    this.stoppingAt = this.#cloud.timeline.now()
    this.stopCode = stopCode
    this.stoppedReason = reason
    for (const { target } of this.targets) this.#cloud.targetGroups.deregister(target)
    return true
  }

  #terminate(): void {
    if (this.#phase !== undefined) this.#cloud.timeline.cancel(this.#phase)
    if (this.containers.some(({ lastStatus }) => lastStatus === 'RUNNING')) this.#enter('STOPPING')
    this.#group.stop()
  }

  #deprovision(): void {
    this.executionStoppedAt = this.#cloud.timeline.now()
    this.#enter('DEPROVISIONING')
    this.#next(this.#cloud.timings.deprovisioning, () => this.#end())
  }

  #end(): void {
    this.stoppedAt = this.#cloud.timeline.now()
    this.#enter('STOPPED')
    this.#next(this.#cloud.timings.stoppedTaskRetention, () => this.#listener.onForgotten(this))
    this.#listener.onStopped(this)
  }

  /** Goes on, unless a misfortune of this phase befalls the task. */
  #unless(phase: Misfortune['phase'], goOn: () => void): void {
    if (this.#misfortune?.phase !== phase) return goOn()
    const { delayMs, fault } = this.#misfortune
    this.#next(delayMs, () => this.#failToStart(fault))
  }

  #enter(status: TaskStatus): void {
    this.lastStatus = status
    this.version += 1
  }

  /** What comes next replaces what was to come. */
  #next(delayMs: number, run: () => void): void {
    if (this.#phase !== undefined) this.#cloud.timeline.cancel(this.#phase)
    this.#phase = this.#cloud.timeline.after(delayMs, run)
  }
}
