import type { Timeline } from '../cloud/timeline.ts'
import type { WorldTargetGroup } from '../world/world.ts'
import { Target, type TargetApplication, type TargetGroup } from './target.ts'

/** The target groups of the account and the targets registered in them. */
export class TargetGroups {
  readonly #timeline: Timeline
  readonly #groups = new Map<string, TargetGroup>()

  constructor(timeline: Timeline, declared: readonly WorldTargetGroup[]) {
    this.#timeline = timeline
    for (const given of declared) this.#add(given)
  }

  find(arn: string): TargetGroup | undefined {
    return this.#groups.get(arn)
  }

  /** Adds a group that nobody declared: it only checks that the port is open. */
  ensure(arn: string): void {
    if (!this.#groups.has(arn)) this.#add({ targetGroupArn: arn, protocol: 'TCP' })
  }

  /** Registers an application as a target; its health checks begin. */
  register(arn: string, application: TargetApplication): Target {
    this.ensure(arn)
    const group = this.#groups.get(arn)
    if (group === undefined) throw new Error(`The target group ${arn} has vanished.`)
    return new Target(this.#timeline, group, application)
  }

  #add(given: WorldTargetGroup): void {
    this.#groups.set(given.targetGroupArn, {
      arn: given.targetGroupArn,
      protocol: given.protocol ?? 'HTTP',
      healthCheckPath: given.healthCheckPath ?? '/',
      matcher: given.matcher ?? '200',
      intervalMs: (given.healthCheckIntervalSeconds ?? 30) * 1000,
      healthyThreshold: given.healthyThresholdCount ?? 5,
      unhealthyThreshold: given.unhealthyThresholdCount ?? 2,
      deregistrationDelayMs: (given.deregistrationDelaySeconds ?? 30) * 1000,
    })
  }
}
