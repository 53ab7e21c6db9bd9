import { durationMs } from '../world/durations.ts'
import type { TaskFaultCause, WorldTaskFault } from '../world/world.ts'
import type { Moments } from './moments.ts'

/** What the faults of a world need to know of a task that is about to start. */
export interface TaskKind {
  readonly cluster: string
  readonly service: string | undefined
  readonly family: string
  readonly capacityProvider: string | undefined
}

/** A fault that befalls a certain task. */
export interface DrawnFault {
  readonly cause: TaskFaultCause
  /** How long the task has been running by then; of causes that end running tasks. */
  readonly afterMs: number
}

/**
 * The faults of the world file that befall tasks. Tasks are counted for each fault by itself, over all
 * that it means; those that began before the world are never meant.
 */
export class TaskFaults {
  readonly #faults: readonly WorldTaskFault[]
  readonly #moments: Moments
  readonly #counts = new Map<WorldTaskFault, number>()

  constructor(faults: readonly WorldTaskFault[], moments: Moments) {
    this.#faults = faults
    this.#moments = moments
  }

  /** Counts a task that starts now; returns what befalls it, in the order of the world file. */
  draw(kind: TaskKind): readonly DrawnFault[] {
    const drawn: DrawnFault[] = []
    for (const fault of this.#faults) {
      if (!this.#isMeant(fault, kind)) continue
      const count = (this.#counts.get(fault) ?? 0) + 1
      this.#counts.set(fault, count)
      if (fault.every !== undefined && count % fault.every !== 0) continue
      if (fault.tasks !== undefined && !fault.tasks.includes(count)) continue
      drawn.push({ cause: fault.cause, afterMs: durationMs(fault.after ?? '0s') })
    }
    return drawn
  }

  #isMeant(fault: WorldTaskFault, { cluster, service, family, capacityProvider }: TaskKind) {
    const elapsedMs = this.#moments.elapsedMs(fault.since)
    if (elapsedMs === undefined || elapsedMs < durationMs(fault.from ?? '0s')) return false
    if (fault.to !== undefined && elapsedMs >= durationMs(fault.to)) return false
    return (
      isOrAny(fault.cluster, cluster) &&
      isOrAny(fault.service, service) &&
      isOrAny(fault.family, family) &&
      isOrAny(fault.capacityProvider, capacityProvider)
    )
  }
}

function isOrAny(wanted: string | undefined, actual: string | undefined): boolean {
  return wanted === undefined || wanted === actual
}
