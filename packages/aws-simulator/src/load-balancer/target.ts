import type { Happening, Timeline } from '../cloud/timeline.ts'

/** A target group with every setting decided; defaults are those of an Application Load Balancer. */
export interface TargetGroup {
  readonly arn: string
  readonly protocol: 'HTTP' | 'TCP'
  readonly healthCheckPath: string
  readonly matcher: string
  readonly intervalMs: number
  readonly unhealthyThreshold: number
  readonly healthyThreshold: number
  readonly deregistrationDelayMs: number
}

/** What a load balancer needs of an application: what it answers, or undefined when its port is closed. */
export interface TargetApplication {
  answer(path: string): { readonly status: number; readonly delayMs: number } | undefined
  onTargetHealthChange(target: Target): void
}

export type TargetState = 'initial' | 'healthy' | 'unhealthy' | 'draining'

const healthCheckTimeoutMs = 5000

/** An application registered in a target group: checked at the end of every interval from its registration on. */
export class Target {
  readonly group: TargetGroup
  readonly application: TargetApplication
  state: TargetState = 'initial'
  /** Why it is unhealthy, in ELB's words. */
  reason = ''
  readonly #timeline: Timeline
  #next: Happening | undefined
  #passed = 0
  #failed = 0

  constructor(timeline: Timeline, group: TargetGroup, application: TargetApplication) {
    this.#timeline = timeline
    this.group = group
    this.application = application
    this.#next = timeline.after(group.intervalMs, () => this.#check())
  }

  /** No new requests; checks end. */
  drain(): void {
    this.state = 'draining'
    if (this.#next !== undefined) this.#timeline.cancel(this.#next)
    this.#next = undefined
  }

  #check(): void {
    this.#next = this.#timeline.after(this.group.intervalMs, () => this.#check())
    const reason = this.#failure()
    this.#passed = reason === undefined ? this.#passed + 1 : 0
    this.#failed = reason === undefined ? 0 : this.#failed + 1
    if (reason !== undefined) this.reason = reason
    const before = this.state
    // One passed check makes a new target healthy; an unhealthy one needs the whole threshold.
    const needed = before === 'initial' ? 1 : this.group.healthyThreshold
    if (this.#passed >= needed) this.state = 'healthy'
    else if (this.#failed >= this.group.unhealthyThreshold) this.state = 'unhealthy'
    if (this.state !== before) this.application.onTargetHealthChange(this)
  }

  #failure(): string | undefined {
    const answer = this.application.answer(this.group.healthCheckPath)
    if (answer === undefined) return 'Health checks failed'
    if (answer.delayMs > healthCheckTimeoutMs) return 'Request timed out'
    if (this.group.protocol === 'TCP' || matches(this.group.matcher, answer.status))
      return undefined
    return `Health checks failed with these codes: [${answer.status}]`
  }
}

/** Whether a status is in a matcher such as `200`, `200-299` or `200,202`. */
function matches(matcher: string, status: number): boolean {
  return matcher.split(',').some((range) => {
    const [from, to = from] = range.split('-').map(Number)
    return from !== undefined && to !== undefined && status >= from && status <= to
  })
}
