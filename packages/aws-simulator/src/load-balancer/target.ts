import type {
  TargetHealth,
  TargetHealthReasonEnum,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import type { Happening, Timeline } from '../cloud/timeline.ts'

/** A target group with every setting decided; defaults are those of an Application Load Balancer. */
export interface TargetGroup {
  readonly arn: string
  readonly name: string
  readonly protocol: 'HTTP' | 'TCP'
  readonly port: number
  /** Undefined where nobody declared it: then it takes any kind of target. */
  readonly targetType: 'ip' | 'instance' | undefined
  readonly loadBalancerArns: readonly string[]
  readonly healthCheckPath: string
  /** Undefined means the port that each target is registered with. */
  readonly healthCheckPort: number | undefined
  readonly matcher: string
  readonly intervalMs: number
  readonly timeoutMs: number
  readonly unhealthyThreshold: number
  readonly healthyThreshold: number
  readonly deregistrationDelayMs: number
}

/** What a load balancer needs of an application: what it answers, or undefined when its port is closed. */
export interface TargetApplication {
  /** An IP address, or the id of an instance. */
  readonly id: string
  readonly port: number
  answer(
    path: string,
    port: number,
  ): { readonly status: number; readonly delayMs: number } | undefined
  onTargetHealthChange(target: Target): void
}

export type TargetState = 'initial' | 'healthy' | 'unhealthy' | 'draining'

interface Failure {
  readonly code: TargetHealthReasonEnum
  readonly description: string
}

/** An application registered in a target group: checked at the end of every interval from its registration on. */
export class Target {
  readonly group: TargetGroup
  readonly application: TargetApplication
  state: TargetState = 'initial'
  readonly #timeline: Timeline
  #next: Happening | undefined
  #failure: Failure | undefined
  #passed = 0
  #failed = 0

  constructor(timeline: Timeline, group: TargetGroup, application: TargetApplication) {
    this.#timeline = timeline
    this.group = group
    this.application = application
    this.#next = timeline.after(group.intervalMs, () => this.#check())
  }

  /** Where its health is checked. */
  get healthCheckPort(): number {
    return this.group.healthCheckPort ?? this.application.port
  }

  /** Why it is unhealthy, in ELB's words. */
  get reason(): string {
    return this.#failure?.description ?? ''
  }

  /** What DescribeTargetHealth tells of it. */
  get health(): TargetHealth {
    const { state } = this
    if (state === 'healthy') return { State: state }
    const { code, description } = this.#explanation()
    return { State: state, Reason: code, Description: description }
  }

  /** No new requests; checks end. */
  drain(): void {
    this.state = 'draining'
    if (this.#next !== undefined) this.#timeline.cancel(this.#next)
    this.#next = undefined
  }

  #explanation(): Failure {
    if (this.state === 'draining') {
      return {
        code: 'Target.DeregistrationInProgress',
        description: 'Target deregistration is in progress',
      }
    }
    if (this.state === 'unhealthy' && this.#failure !== undefined) return this.#failure
    return this.#failed === 0
      ? { code: 'Elb.RegistrationInProgress', description: 'Target registration is in progress' }
      : { code: 'Elb.InitialHealthChecking', description: 'Initial health checks in progress' }
  }

  #check(): void {
    this.#next = this.#timeline.after(this.group.intervalMs, () => this.#check())
    const failure = this.#findFailure()
    this.#passed = failure === undefined ? this.#passed + 1 : 0
    this.#failed = failure === undefined ? 0 : this.#failed + 1
    if (failure !== undefined) this.#failure = failure
    const before = this.state
    // One passed check makes a new target healthy; an unhealthy one needs the whole threshold.
    const needed = before === 'initial' ? 1 : this.group.healthyThreshold
    if (this.#passed >= needed) this.state = 'healthy'
    else if (this.#failed >= this.group.unhealthyThreshold) this.state = 'unhealthy'
    if (this.state !== before) this.application.onTargetHealthChange(this)
  }

  #findFailure(): Failure | undefined {
    const { healthCheckPath, timeoutMs, protocol, matcher } = this.group
    const answer = this.application.answer(healthCheckPath, this.healthCheckPort)
    if (answer === undefined) {
      return { code: 'Target.FailedHealthChecks', description: 'Health checks failed' }
    }
    if (protocol === 'TCP') return undefined
    if (answer.delayMs > timeoutMs) {
      return { code: 'Target.Timeout', description: 'Request timed out' }
    }
    if (matches(matcher, answer.status)) return undefined
    const description = `Health checks failed with these codes: [${answer.status}]`
    return { code: 'Target.ResponseCodeMismatch', description }
  }
}

/** Whether a status is in a matcher such as `200`, `200-299` or `200,202`. */
function matches(matcher: string, status: number): boolean {
  return matcher.split(',').some((range) => {
    const [from, to = from] = range.split('-').map(Number)
    return from !== undefined && to !== undefined && status >= from && status <= to
  })
}
