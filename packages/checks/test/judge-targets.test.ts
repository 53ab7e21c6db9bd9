import type {
  TargetHealth,
  TargetHealthDescription,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { describe, expect, it } from 'vitest'
import { judgeTargets } from '../src/target-group/judge-targets.ts'

/** Targets 10.0.0.1, 10.0.0.2 and so on, with this health. */
function targets(...health: readonly (TargetHealth | undefined)[]): TargetHealthDescription[] {
  return health.map((one, index) => ({
    Target: { Id: `10.0.0.${index + 1}`, Port: 8000 },
    ...(one && { TargetHealth: one }),
  }))
}

const healthy: TargetHealth = { State: 'healthy' }
const draining: TargetHealth = {
  State: 'draining',
  Reason: 'Target.DeregistrationInProgress',
  Description: 'Target deregistration is in progress',
}
const timeout: TargetHealth = {
  State: 'unhealthy',
  Reason: 'Target.Timeout',
  Description: 'Request timed out',
}

describe('A target group', () => {
  it.each<[what: string, health: readonly TargetHealth[]]>([
    ['all of whose targets are healthy', [healthy, healthy]],
    ['with a target that drains beside a healthy one', [draining, healthy]],
  ])('%s is healthy', (_, health) => {
    expect(judgeTargets(targets(...health))).toEqual([])
  })

  it.each<[message: string, remedy: string, health: readonly (TargetHealth | undefined)[]]>([
    ['no target is registered', 'names this target group', []],
    ['no target is registered; 1 target draining', 'names this target group', [draining]],
    [
      '2 of 3 targets unhealthy, Target.Timeout: Request timed out (10.0.0.1:8000, 10.0.0.3:8000)',
      'security groups',
      [timeout, healthy, timeout],
    ],
    [
      '1 of 1 target not yet healthy (initial), Elb.RegistrationInProgress: Target registration is in progress (10.0.0.1:8000)',
      'raise timeout',
      [
        {
          State: 'initial',
          Reason: 'Elb.RegistrationInProgress',
          Description: 'Target registration is in progress',
        },
      ],
    ],
    [
      '1 of 1 target unused, Target.NotInUse: Target group is not configured to receive traffic from the load balancer (10.0.0.1:8000)',
      'forward to the target group',
      [
        {
          State: 'unused',
          Reason: 'Target.NotInUse',
          Description: 'Target group is not configured to receive traffic from the load balancer',
        },
      ],
    ],
    [
      '1 of 1 target unavailable, Target.HealthCheckDisabled: Health checks are disabled for this target (10.0.0.1:8000)',
      'Switch the health checks',
      [
        {
          State: 'unavailable',
          Reason: 'Target.HealthCheckDisabled',
          Description: 'Health checks are disabled for this target',
        },
      ],
    ],
    ['1 of 1 target of unknown health (10.0.0.1:8000)', 'Compare path', [undefined]],
  ])('is not healthy: %s', (message, remedy, health) => {
    const [first, ...others] = judgeTargets(targets(...health))
    expect(first?.message).toBe(message)
    expect(first?.remedy).toContain(remedy)
    expect(others).toEqual([])
  })

  it('tells the most frequent reason first, and few addresses of many', () => {
    const internal: TargetHealth = { State: 'unhealthy', Reason: 'Elb.InternalError' }
    const found = judgeTargets(targets(internal, ...Array.from({ length: 7 }, () => timeout)))
    expect(found.map(({ message }) => message)).toEqual([
      '7 of 8 targets unhealthy, Target.Timeout: Request timed out (10.0.0.2:8000, 10.0.0.3:8000, 10.0.0.4:8000, 10.0.0.5:8000, 10.0.0.6:8000, and 2 more)',
      '1 of 8 targets unhealthy, Elb.InternalError (10.0.0.1:8000)',
    ])
  })
})
