import type {
  LaunchType,
  LoadBalancer,
  NetworkConfiguration,
  Tag,
  TaskOverride,
  TaskStopCode,
} from '@aws-sdk/client-ecs'
import type { Cloud } from '../../cloud/cloud.ts'
import type { Image } from '../../cloud/image-catalog.ts'
import type { Happening } from '../../cloud/timeline.ts'
import type { Target } from '../../load-balancer/target.ts'
import { Container } from './container.ts'
import type { TaskDefinitionState } from './task-definitions.ts'
import { findSecretFault, openLogs, pullImages, type StartFault } from './task-resources.ts'

/** What a task is started with. */
export interface TaskRequest {
  readonly clusterName: string
  readonly clusterArn: string
  readonly definition: TaskDefinitionState
  readonly group: string
  readonly startedBy: string | undefined
  readonly launchType: LaunchType
  readonly platformVersion: string
  readonly networkConfiguration?: NetworkConfiguration | undefined
  readonly loadBalancers?: readonly LoadBalancer[] | undefined
  readonly overrides?: TaskOverride | undefined
  readonly tags?: readonly Tag[] | undefined
}

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

interface RegisteredTarget {
  readonly target: Target
  readonly containerName: string
  readonly containerPort: number
}

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
  #phase: Happening | undefined

  constructor(cloud: Cloud, request: TaskRequest, listener: TaskListener) {
    this.#cloud = cloud
    this.#listener = listener
    this.request = request
    this.id = cloud.ids.hex32()
    this.arn = cloud.arns.of('ecs', `task/${request.clusterName}/${this.id}`)
    this.createdAt = cloud.timeline.now()
    this.tags = request.tags ?? []
    this.address = `10.0.${parseInt(this.id.slice(0, 2), 16)}.${parseInt(this.id.slice(2, 4), 16)}`
    this.containers = (request.definition.content.containerDefinitions ?? []).map(
      (definition, index) =>
        new Container(cloud.timeline, definition, {
          runtimeId: `${this.id}-${String(index + 1).padStart(10, '0')}`,
          listener: {
            onContainerExit: (container) => this.#containerExited(container),
            onContainerHealth: (container) => this.#containerHealthChanged(container),
          },
        }),
    )
    this.#next(cloud.timings.provisioning, () => this.#pend())
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

  #pend(): void {
    this.connectivityAt = this.#cloud.timeline.now()
    this.pullStartedAt = this.#cloud.timeline.now()
    this.#enter('PENDING')
    const fault = findSecretFault(this.#definitions(), this.#cloud.secrets)
    if (fault !== undefined) this.#failToStart(fault)
    else this.#next(this.#cloud.timings.pull, () => this.#activate())
  }

  #activate(): void {
    const pulled = pullImages(this.#definitions(), this.#cloud)
    if ('fault' in pulled) return this.#failToStart(pulled.fault)
    for (const container of this.containers) {
      container.imageDigest = pulled.images.get(container.name)?.digest
    }
    this.pullStoppedAt = this.#cloud.timeline.now()
    this.#enter('ACTIVATING')
    this.#listener.onImagesPulled(this)
    this.#next(this.#cloud.timings.activation, () => this.#run(pulled.images))
  }

  #run(images: ReadonlyMap<string, Image>): void {
    const opened = openLogs(this.#definitions(), this.id, this.#cloud)
    if ('fault' in opened) return this.#failToStart(opened.fault)
    this.startedAt = this.#cloud.timeline.now()
    this.#enter('RUNNING')
    for (const container of this.containers) {
      const image = images.get(container.name)
      if (image === undefined) continue
      container.start(image, this.#command(container), opened.logs.get(container.name))
    }
    this.targets = (this.request.loadBalancers ?? []).flatMap((given) => this.#register(given))
    this.#next(this.#cloud.timings.settling, () => this.#listener.onChange(this))
    this.#listener.onChange(this)
  }

  #register({ targetGroupArn, containerName, containerPort = 80 }: LoadBalancer) {
    const container = this.containers.find(({ name }) => name === containerName)
    if (targetGroupArn === undefined || container === undefined) return []
    const target = this.#cloud.targetGroups.register(targetGroupArn, {
      answer: (path) => container.answer(path),
      onTargetHealthChange: (changed) => {
        if (changed.state === 'unhealthy') {
          this.#listener.onTargetUnhealthy(this, changed, containerPort)
        } else this.#listener.onChange(this)
      },
    })
    return [{ target, containerName: container.name, containerPort }]
  }

  #failToStart(fault: StartFault): void {
    if (!this.#beginStopping('TaskFailedToStart', fault.reason)) return
    for (const container of this.containers) {
      container.giveUp(container.name === fault.container ? fault.reason : undefined)
    }
    this.#deprovision()
    this.#listener.onChange(this)
  }

  #containerExited(container: Container): void {
    if (!container.isEssential) return
    if (!this.#beginStopping('EssentialContainerExited', 'Essential container in task exited'))
      return
    this.#terminate()
    this.#listener.onChange(this)
  }

  #containerHealthChanged(container: Container): void {
    this.version += 1
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
    for (const { target } of this.targets) target.drain()
    return true
  }

  #terminate(): void {
    const isOver = this.containers.every(({ lastStatus }) => lastStatus !== 'RUNNING')
    if (isOver) return this.#deprovision()
    this.#enter('STOPPING')
    this.#next(this.#cloud.timings.stopping, () => this.#deprovision())
  }

  #deprovision(): void {
    for (const container of this.containers) {
      if (container.lastStatus !== 'STOPPED') container.terminate()
    }
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

  #command(container: Container): readonly string[] {
    const overrides = this.request.overrides?.containerOverrides ?? []
    const override = overrides.find(({ name }) => name === container.name)
    return override?.command ?? container.definition.command ?? []
  }

  #definitions() {
    return this.containers.map(({ definition }) => definition)
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
