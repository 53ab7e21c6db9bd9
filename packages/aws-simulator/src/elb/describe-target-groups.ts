import type {
  DescribeTargetGroupsInput,
  DescribeTargetGroupsOutput,
  TargetGroup as TargetGroupView,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import type { TargetGroup } from '../load-balancer/target.ts'
import type { TargetGroups } from '../load-balancer/target-groups.ts'
import { AwsError } from '../protocol/aws-error.ts'
import { markerPage } from './marker-page.ts'

/** What DescribeTargetGroups answers: by ARN, by name, by load balancer, or all. */
export function describeTargetGroups(
  targetGroups: TargetGroups,
  input: DescribeTargetGroupsInput,
): DescribeTargetGroupsOutput {
  const { TargetGroupArns: arns, Names: names, LoadBalancerArn: loadBalancer } = input
  const given = [arns, names, loadBalancer].filter((criterion) => criterion !== undefined)
  if (given.length > 1) {
    throw new AwsError(
      'ValidationError',
      'Target group names, target group ARNs, and a load balancer ARN cannot be specified at the same time',
    )
  }
  const all = targetGroups.all()
  const wanted = arns ?? names
  const found =
    wanted === undefined
      ? all.filter(
          (group) => loadBalancer === undefined || group.loadBalancerArns.includes(loadBalancer),
        )
      : wanted.map((reference) => {
          const one = all.find(({ arn, name }) => (arns === undefined ? name : arn) === reference)
          return one ?? notFound()
        })
  const { items, NextMarker } = markerPage(found, input)
  return { TargetGroups: items.map(view), NextMarker }
}

/** The group of this ARN; throws ELB's TargetGroupNotFound. */
export function requireTargetGroup(targetGroups: TargetGroups, arn = ''): TargetGroup {
  return targetGroups.find(arn) ?? notFound()
}

function notFound(): never {
  throw new AwsError('TargetGroupNotFound', 'One or more target groups not found')
}

function view(group: TargetGroup): TargetGroupView {
  const isHttp = group.protocol === 'HTTP'
  return {
    TargetGroupArn: group.arn,
    TargetGroupName: group.name,
    Protocol: group.protocol,
    ...(isHttp && { ProtocolVersion: 'HTTP1' }),
    Port: group.port,
    VpcId: 'vpc-0123456789abcdef0',
    HealthCheckProtocol: group.protocol,
    HealthCheckPort:
      group.healthCheckPort === undefined ? 'traffic-port' : String(group.healthCheckPort),
    HealthCheckEnabled: true,
    HealthCheckIntervalSeconds: group.intervalMs / 1000,
    HealthCheckTimeoutSeconds: group.timeoutMs / 1000,
    HealthyThresholdCount: group.healthyThreshold,
    UnhealthyThresholdCount: group.unhealthyThreshold,
    ...(isHttp && {
      HealthCheckPath: group.healthCheckPath,
      Matcher: { HttpCode: group.matcher },
    }),
    LoadBalancerArns: [...group.loadBalancerArns],
    TargetType: group.targetType ?? 'ip',
    IpAddressType: 'ipv4',
  }
}
