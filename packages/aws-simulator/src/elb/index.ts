import {
  DescribeListeners$,
  DescribeLoadBalancers$,
  DescribeRules$,
  DescribeTargetGroups$,
  DescribeTargetHealth$,
  type DescribeListenersInput,
  type DescribeLoadBalancersInput,
  type DescribeRulesInput,
  type DescribeTargetGroupsInput,
  type DescribeTargetHealthInput,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import type { Cloud } from '../cloud/cloud.ts'
import { operation, type ServiceDefinition } from '../protocol/operation.ts'
import {
  describeListeners,
  describeLoadBalancers,
  describeRules,
} from './describe-load-balancers.ts'
import { describeTargetGroups } from './describe-target-groups.ts'
import { describeTargetHealth } from './describe-target-health.ts'

/** Elastic Load Balancing, as far as it is read. */
export function createElb(cloud: Cloud): ServiceDefinition {
  const { targetGroups } = cloud
  return {
    target: '2015-12-01',
    protocol: 'query',
    parameterError: 'ValidationError',
    permissions: { prefix: 'elasticloadbalancing', needs: {} },
    operations: [
      operation(DescribeTargetGroups$, (input: DescribeTargetGroupsInput) =>
        describeTargetGroups(targetGroups, input),
      ),
      operation(DescribeTargetHealth$, (input: DescribeTargetHealthInput) =>
        describeTargetHealth(targetGroups, input),
      ),
      operation(DescribeLoadBalancers$, (input: DescribeLoadBalancersInput) =>
        describeLoadBalancers(cloud, input),
      ),
      operation(DescribeListeners$, (input: DescribeListenersInput) =>
        describeListeners(targetGroups, input),
      ),
      operation(DescribeRules$, (input: DescribeRulesInput) => describeRules(targetGroups, input)),
    ],
  }
}
