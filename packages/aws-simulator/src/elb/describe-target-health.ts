import type {
  DescribeTargetHealthInput,
  DescribeTargetHealthOutput,
  TargetDescription,
  TargetHealthDescription,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import type { Target, TargetGroup } from '../load-balancer/target.ts'
import type { TargetGroups } from '../load-balancer/target-groups.ts'
import { requireTargetGroup } from './describe-target-groups.ts'

/** What DescribeTargetHealth answers: every target of the group, or those asked for, registered or not. */
export function describeTargetHealth(
  targetGroups: TargetGroups,
  input: DescribeTargetHealthInput,
): DescribeTargetHealthOutput {
  const group = requireTargetGroup(targetGroups, input.TargetGroupArn)
  const registered = targetGroups.targetsOf(group)
  const isUsed = group.loadBalancerArns.length > 0
  const descriptions =
    input.Targets === undefined
      ? registered.map((target) => description(target, isUsed))
      : input.Targets.map((wanted) => {
          const target = registered.findLast((candidate) => isMeant(wanted, candidate))
          return target === undefined ? unregistered(wanted, group) : description(target, isUsed)
        })
  return { TargetHealthDescriptions: descriptions }
}

function isMeant({ Id: id, Port: port }: TargetDescription, { application }: Target): boolean {
  return application.id === id && (port === undefined || application.port === port)
}

function description(target: Target, isUsed: boolean): TargetHealthDescription {
  const { id, port } = target.application
  return {
    Target: { Id: id, Port: port },
    HealthCheckPort: String(target.healthCheckPort),
    TargetHealth: isUsed
      ? target.health
      : {
          State: 'unused',
          Reason: 'Target.NotInUse',
          Description: 'Target group is not configured to receive traffic from the load balancer',
        },
  }
}

function unregistered(
  { Id: id, Port: port = 80 }: TargetDescription,
  { healthCheckPort }: TargetGroup,
): TargetHealthDescription {
  return {
    Target: { Id: id, Port: port },
    HealthCheckPort: String(healthCheckPort ?? port),
    TargetHealth: {
      State: 'unused',
      Reason: 'Target.NotRegistered',
      Description: 'Target is not registered to the target group',
    },
  }
}
