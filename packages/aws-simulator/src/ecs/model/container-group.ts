import type { ContainerDependency } from '@aws-sdk/client-ecs'
import type { Timeline } from '../../cloud/timeline.ts'
import type { Container } from './container.ts'
import type { StartFault } from './task-resources.ts'

/** What a task does to start a container, and wants to hear of all of them. */
export interface GroupListener {
  /** Starts a container, or says why that cannot be. */
  start(container: Container): StartFault | undefined
  /** Each container has begun, or has even ended again. */
  onAllStarted(): void
  /** A container can never start. */
  onCannotStart(fault: StartFault): void
  onAllStopped(): void
}

/** The containers of a task in the order of their `dependsOn`: forwards when it starts, backwards when it stops. */
export class ContainerGroup {
  readonly #containers: readonly Container[]
  readonly #timeline: Timeline
  readonly #listener: GroupListener
  readonly #stopMs: number
  #phase: 'waiting' | 'starting' | 'started' | 'stopping' = 'waiting'

  constructor(
    containers: readonly Container[],
    timeline: Timeline,
    { listener, stopMs }: { listener: GroupListener; stopMs: number },
  ) {
    this.#containers = containers
    this.#timeline = timeline
    this.#listener = listener
    this.#stopMs = stopMs
  }

  /** Starts the containers that wait for none, and the others as soon as they may. */
  start(): void {
    this.#phase = 'starting'
    this.#startNext()
  }

  /** Ends all containers, those that others need last. */
  stop(): void {
    this.#phase = 'stopping'
    for (const container of this.#containers) {
      if (container.lastStatus === 'PENDING') container.giveUp()
    }
    this.#stopNext()
  }

  /** A container has ended or its health has changed: others may have waited for that. */
  note(): void {
    if (this.#phase === 'starting') this.#startNext()
    else if (this.#phase === 'stopping') this.#stopNext()
  }

  #startNext(): void {
    for (;;) {
      const next = this.#containers.find((container) => this.#isNext(container))
      if (next === undefined) break
      const { dependsOn = [] } = next.definition
      const hopeless = dependsOn.find((dependency) => this.#isHopeless(dependency))
      if (hopeless !== undefined) return this.#giveUp(next, hopeless, notSuccessful)
      const fault = this.#listener.start(next)
      if (fault !== undefined) return this.#listener.onCannotStart(fault)
      this.#awaitInTime(next)
    }
    if (this.#containers.some(({ lastStatus }) => lastStatus === 'PENDING')) return
    this.#phase = 'started'
    this.#listener.onAllStarted()
  }

  /** Whether it can be decided now what becomes of a container. */
  #isNext({ lastStatus, definition: { dependsOn = [] } }: Container): boolean {
    if (lastStatus !== 'PENDING') return false
    const isReady = dependsOn.every((dependency) => this.#isFulfilled(dependency))
    return isReady || dependsOn.some((dependency) => this.#isHopeless(dependency))
  }

  #stopNext(): void {
    const isLeft = this.#containers.filter(({ lastStatus }) => lastStatus === 'RUNNING')
    if (isLeft.length === 0) return this.#listener.onAllStopped()
    const needed = new Set(
      isLeft
        .flatMap(({ definition }) => definition.dependsOn ?? [])
        .map((one) => one.containerName),
    )
    for (const container of isLeft) {
      if (!needed.has(container.name)) container.stop(this.#stopMs)
    }
  }

  /** With a start timeout, those that wait for this container give up when it is over. */
  #awaitInTime(container: Container): void {
    const { startTimeout } = container.definition
    if (startTimeout === undefined) return
    this.#timeline.after(startTimeout * 1000, () => {
      if (this.#phase !== 'starting') return
      for (const waiting of this.#containers) {
        if (waiting.lastStatus !== 'PENDING') continue
        const late = waiting.definition.dependsOn?.find(
          (one) => one.containerName === container.name && !this.#isFulfilled(one),
        )
        if (late !== undefined) return this.#giveUp(waiting, late, timedOut)
      }
    })
  }

  #giveUp(container: Container, dependency: ContainerDependency, why: string): void {
    const reason =
      'dependency graph: failed to resolve container ordering dependency ' +
      `[${dependency.containerName}] for target [${container.name}] as dependency ${why}`
    this.#listener.onCannotStart({ reason, container: container.name })
  }

  #isFulfilled(dependency: ContainerDependency): boolean {
    const container = this.#find(dependency)
    if (container === undefined) return true
    const hasStopped = container.lastStatus === 'STOPPED'
    if (dependency.condition === 'COMPLETE') return hasStopped
    if (dependency.condition === 'SUCCESS') return hasStopped && container.exitCode === 0
    if (dependency.condition === 'HEALTHY') return container.healthStatus === 'HEALTHY'
    return container.hasStarted
  }

  #isHopeless(dependency: ContainerDependency): boolean {
    const container = this.#find(dependency)
    if (container?.lastStatus !== 'STOPPED') return false
    if (dependency.condition === 'SUCCESS') return container.exitCode !== 0
    return dependency.condition === 'HEALTHY'
  }

  #find({ containerName }: ContainerDependency): Container | undefined {
    return this.#containers.find(({ name }) => name === containerName)
  }
}

const notSuccessful = 'did not exit successfully.'
const timedOut = 'has timed out.'
