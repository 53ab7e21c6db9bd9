import type { TargetHealthDescription } from '@aws-sdk/client-elastic-load-balancing-v2'
import { count } from '@deploy-actions/action-kit'
import type { Finding } from '../finding.ts'
import { remedyForTarget } from './target-remedies.ts'

/** Whether a target counts: one that drains is on its way out, and gets no new requests. */
export function isCounted({ TargetHealth: health }: TargetHealthDescription): boolean {
  return health?.State !== 'draining'
}

/**
 * Everything that keeps the targets of a group from being healthy: none is there, or the load balancer does not
 * call each of them healthy. Those for the same reason are told together, the most frequent reason first.
 */
export function judgeTargets(targets: readonly TargetHealthDescription[]): readonly Finding[] {
  const counted = targets.filter(isCounted)
  if (counted.length === 0) return [noTarget(targets.length)]
  const unhealthy = counted.filter((target) => target.TargetHealth?.State !== 'healthy')
  const groups = [...Map.groupBy(unhealthy, wordsOf)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  )
  return groups.map(([words, [first, ...others]]) => ({
    key: words,
    message: `${others.length + 1} of ${count(counted.length, 'target')} ${words} (${addressesOf([...(first ? [first] : []), ...others])})`,
    remedy: remedyForTarget(first?.TargetHealth),
  }))
}

function noTarget(draining: number): Finding {
  const rest = draining === 0 ? '' : `; ${count(draining, 'target')} draining`
  return {
    key: 'no target',
    message: `no target is registered${rest}`,
    remedy:
      'Look whether tasks of the service run, and whether the service names this target group in its loadBalancers.',
  }
}

/** The state of a target in the words of ELB: `unhealthy, Target.Timeout: Request timed out`. */
function wordsOf({ TargetHealth: health }: TargetHealthDescription): string {
  const { State: state = 'of unknown health', Reason: reason, Description: said } = health ?? {}
  const isYetToCome = state === 'initial' ? 'not yet healthy (initial)' : state
  const why = [reason, said].filter((part) => part).join(': ')
  return why === '' ? isYetToCome : `${isYetToCome}, ${why}`
}

const shownAddresses = 5

function addressesOf(targets: readonly TargetHealthDescription[]): string {
  const addresses = targets.map(({ Target: target }) => {
    const port = target?.Port === undefined ? '' : `:${target.Port}`
    return `${target?.Id ?? ''}${port}`
  })
  const more = addresses.length - shownAddresses
  return `${addresses.slice(0, shownAddresses).join(', ')}${more > 0 ? `, and ${more} more` : ''}`
}
