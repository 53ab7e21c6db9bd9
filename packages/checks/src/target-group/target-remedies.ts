import type { TargetHealth } from '@aws-sdk/client-elastic-load-balancing-v2'

const answers =
  'Compare path, port and expected status of the target group with what the application answers, and read its log.'
const wait = 'Wait until its health checks have passed: when they only take long, raise timeout.'

/**
 * What to do, by the reason that ELB gives.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
const remedies: Readonly<Record<string, string>> = {
  'Target.ResponseCodeMismatch': answers,
  'Target.FailedHealthChecks': `Check that the application listens on the port of the health check on 0.0.0.0, and that the security groups let the load balancer in. ${answers}`,
  'Target.Timeout':
    'Look whether the application is busy or waits for something, often its database, and whether the security groups let the load balancer in; or raise the time-out of the health check.',
  'Target.NotInUse':
    'Let a listener or a rule of a load balancer forward to the target group, and enable the availability zones of the targets on that load balancer.',
  'Target.NotRegistered':
    'Look whether tasks of the service run, and whether the service names this target group in its loadBalancers.',
  'Target.InvalidState': 'Start the instance that is the target, or take it out of the group.',
  'Target.IpUnusable': 'The address belongs to the load balancer itself: register another one.',
  'Target.HealthCheckDisabled':
    'Switch the health checks of the target group on: without them nobody knows whether it is healthy.',
  'Elb.RegistrationInProgress': wait,
  'Elb.InitialHealthChecking': wait,
  'Elb.InternalError': 'AWS reports an error of its own: run the step again.',
}

/** What to do about a target that is not healthy. */
export function remedyForTarget(health: TargetHealth | undefined): string {
  return remedies[health?.Reason ?? ''] ?? (health?.State === 'initial' ? wait : answers)
}
