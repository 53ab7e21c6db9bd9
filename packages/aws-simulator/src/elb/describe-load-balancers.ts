import type {
  Action,
  DescribeListenersInput,
  DescribeListenersOutput,
  DescribeLoadBalancersInput,
  DescribeLoadBalancersOutput,
  DescribeRulesInput,
  DescribeRulesOutput,
  LoadBalancer,
  Rule,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import type { Cloud } from '../cloud/cloud.ts'
import type { TargetGroup } from '../load-balancer/target.ts'
import type { TargetGroups } from '../load-balancer/target-groups.ts'
import { AwsError } from '../protocol/aws-error.ts'
import { markerPage } from './marker-page.ts'

/** What DescribeLoadBalancers answers: those that target groups name. */
export function describeLoadBalancers(
  { targetGroups, arns }: Cloud,
  input: DescribeLoadBalancersInput,
): DescribeLoadBalancersOutput {
  const { LoadBalancerArns: wanted, Names: names } = input
  const known = loadBalancersOf(targetGroups)
  const found = known.filter((arn) => wanted?.includes(arn) ?? names?.includes(nameOf(arn)) ?? true)
  const isMissing = found.length < (wanted ?? names ?? []).length
  if (isMissing) throw new AwsError('LoadBalancerNotFound', 'One or more load balancers not found')
  const { items, NextMarker } = markerPage(found, input)
  return {
    LoadBalancers: items.map((arn): LoadBalancer => ({
      LoadBalancerArn: arn,
      LoadBalancerName: nameOf(arn),
      DNSName: `${nameOf(arn)}-1234567890.${arns.region}.elb.amazonaws.com`,
      Scheme: 'internet-facing',
      VpcId: 'vpc-0123456789abcdef0',
      State: { Code: 'active' },
      Type: arn.includes(':loadbalancer/net/') ? 'network' : 'application',
      IpAddressType: 'ipv4',
    })),
    NextMarker,
  }
}

/** What DescribeListeners answers: each load balancer has one, on port 80, whose first group is its default. */
export function describeListeners(
  targetGroups: TargetGroups,
  input: DescribeListenersInput,
): DescribeListenersOutput {
  const { LoadBalancerArn: loadBalancer, ListenerArns: wanted } = input
  const known = loadBalancersOf(targetGroups)
  if (loadBalancer !== undefined && !known.includes(loadBalancer)) {
    throw new AwsError('LoadBalancerNotFound', 'One or more load balancers not found')
  }
  const found = known.filter(
    (arn) => wanted?.includes(listenerArn(arn)) ?? (loadBalancer ?? arn) === arn,
  )
  if (found.length < (wanted ?? []).length) throw listenerNotFound()
  const { items, NextMarker } = markerPage(found, input)
  return {
    Listeners: items.map((arn) => {
      const [group] = groupsOf(targetGroups, arn)
      return {
        ListenerArn: listenerArn(arn),
        LoadBalancerArn: arn,
        Port: 80,
        Protocol: group?.protocol ?? 'HTTP',
        DefaultActions: group === undefined ? [] : [forward(group)],
      }
    }),
    NextMarker,
  }
}

/** What DescribeRules answers: a rule for each further group by the path of its name, and the default. */
export function describeRules(
  targetGroups: TargetGroups,
  input: DescribeRulesInput,
): DescribeRulesOutput {
  const { ListenerArn: listener, RuleArns: wanted } = input
  const rules = loadBalancersOf(targetGroups)
    .filter((arn) => listener === undefined || listenerArn(arn) === listener)
    .flatMap((arn) => rulesOf(targetGroups, arn))
  if (listener !== undefined && rules.length === 0) throw listenerNotFound()
  const found = rules.filter(({ RuleArn: arn = '' }) => wanted?.includes(arn) ?? true)
  if (found.length < (wanted ?? []).length) {
    throw new AwsError('RuleNotFound', 'One or more rules not found')
  }
  const { items, NextMarker } = markerPage(found, input)
  return { Rules: items, NextMarker }
}

function rulesOf(targetGroups: TargetGroups, loadBalancer: string): readonly Rule[] {
  const [first, ...others] = groupsOf(targetGroups, loadBalancer)
  const ruleArn = (id: string) =>
    `${listenerArn(loadBalancer).replace(':listener/', ':listener-rule/')}/${id.padStart(16, '0')}`
  const rules = others.map((group, index): Rule => ({
    RuleArn: ruleArn(String(index + 1)),
    Priority: String(index + 1),
    Conditions: [{ Field: 'path-pattern', Values: [`/${group.name}/*`] }],
    Actions: [forward(group)],
    IsDefault: false,
  }))
  if (first === undefined) return rules
  const byDefault = { RuleArn: ruleArn('0'), Priority: 'default', IsDefault: true }
  return [...rules, { ...byDefault, Conditions: [], Actions: [forward(first)] }]
}

function forward({ arn }: TargetGroup): Action {
  return { Type: 'forward', TargetGroupArn: arn, Order: 1 }
}

function groupsOf(targetGroups: TargetGroups, loadBalancer: string): readonly TargetGroup[] {
  return targetGroups.all().filter((group) => group.loadBalancerArns.includes(loadBalancer))
}

function loadBalancersOf(targetGroups: TargetGroups): readonly string[] {
  return [...new Set(targetGroups.all().flatMap((group) => group.loadBalancerArns))]
}

function nameOf(arn: string): string {
  return arn.split('/').at(-2) ?? ''
}

function listenerArn(loadBalancer: string): string {
  return `${loadBalancer.replace(':loadbalancer/', ':listener/')}/f2f7dc8efc522ab2`
}

function listenerNotFound(): AwsError {
  return new AwsError('ListenerNotFound', 'One or more listeners not found')
}
