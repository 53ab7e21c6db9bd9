import type { Arns } from '../cloud/arns.ts'
import type { Timeline } from '../cloud/timeline.ts'
import type { WorldTargetGroup } from '../world/world.ts'
import { Target, type TargetApplication, type TargetGroup } from './target.ts'

/** The target groups of the account and the targets registered in them. */
export class TargetGroups {
  readonly #arns: Arns
  readonly #timeline: Timeline
  readonly #groups = new Map<string, TargetGroup>()
  readonly #targets = new Map<TargetGroup, Set<Target>>()

  constructor(
    declared: readonly WorldTargetGroup[],
    { arns, timeline }: { arns: Arns; timeline: Timeline },
  ) {
    this.#arns = arns
    this.#timeline = timeline
    for (const given of declared) this.#add(given)
  }

  all(): readonly TargetGroup[] {
    return [...this.#groups.values()]
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
    const target = new Target(this.#timeline, group, application)
    const targets = this.#targets.get(group) ?? new Set()
    this.#targets.set(group, targets.add(target))
    return target
  }

  /** Lets a target drain; it is gone when the deregistration delay of its group is over. */
  deregister(target: Target): void {
    target.drain()
    this.#timeline.after(target.group.deregistrationDelayMs, () => {
      this.#targets.get(target.group)?.delete(target)
    })
  }

  /** Those that are registered, the draining ones among them, the oldest first. */
  targetsOf(group: TargetGroup): readonly Target[] {
    return [...(this.#targets.get(group) ?? [])]
  }

  #add(given: WorldTargetGroup): void {
    const { protocol = 'HTTP' } = given
    const kind = protocol === 'TCP' ? 'net' : 'app'
    const main = this.#arns.of('elasticloadbalancing', `loadbalancer/${kind}/main/50dc6c495c0c9188`)
    this.#groups.set(given.targetGroupArn, {
      arn: given.targetGroupArn,
      name: given.targetGroupArn.split('/').at(-2) ?? '',
      protocol,
      port: given.port ?? 80,
      targetType: given.targetType,
      loadBalancerArns: given.loadBalancerArns ?? [main],
      healthCheckPath: given.healthCheckPath ?? '/',
      healthCheckPort: given.healthCheckPort,
      matcher: given.matcher ?? '200',
      intervalMs: (given.healthCheckIntervalSeconds ?? 30) * 1000,
      timeoutMs: (given.healthCheckTimeoutSeconds ?? 5) * 1000,
      healthyThreshold: given.healthyThresholdCount ?? 5,
      unhealthyThreshold: given.unhealthyThresholdCount ?? 2,
      deregistrationDelayMs: (given.deregistrationDelaySeconds ?? 30) * 1000,
    })
  }
}
