import type { Happening, Timeline } from '../../cloud/timeline.ts'
import type { HealthCheck } from './configuration.ts'
import type { Instance } from './instance.ts'

/** What is checked, and how. */
export interface ProbePlan {
  readonly instance: Instance
  readonly port: number
  readonly healthCheck: HealthCheck
}

/**
 * Checks a new instance at the end of every interval, until as many checks in a row as its thresholds say have passed or
 * failed.
 */
export class HealthProbe {
  readonly #timeline: Timeline
  readonly #plan: ProbePlan
  readonly #onVerdict: (isHealthy: boolean) => void
  #next: Happening | undefined
  #passed = 0
  #failed = 0

  constructor(timeline: Timeline, plan: ProbePlan, onVerdict: (isHealthy: boolean) => void) {
    this.#timeline = timeline
    this.#plan = plan
    this.#onVerdict = onVerdict
    this.#wait()
  }

  stop(): void {
    if (this.#next !== undefined) this.#timeline.cancel(this.#next)
  }

  #wait(): void {
    this.#next = this.#timeline.after(this.#plan.healthCheck.Interval * 1000, () => this.#check())
  }

  #check(): void {
    const { HealthyThreshold, UnhealthyThreshold } = this.#plan.healthCheck
    const isPassed = this.#passes()
    this.#passed = isPassed ? this.#passed + 1 : 0
    this.#failed = isPassed ? 0 : this.#failed + 1
    if (this.#passed >= HealthyThreshold) this.#onVerdict(true)
    else if (this.#failed >= UnhealthyThreshold) this.#onVerdict(false)
    else this.#wait()
  }

  /** By HTTP only 200 counts: users report that neither redirects nor 401 do, and App Runner does not say. */
  #passes(): boolean {
    const { instance, port, healthCheck } = this.#plan
    const { Protocol, Path, Timeout } = healthCheck
    const answer = instance.answer(Path.split('?')[0] ?? '/', port)
    if (answer === undefined) return false
    return Protocol === 'TCP' || (answer.delayMs <= Timeout * 1000 && answer.status === 200)
  }
}
