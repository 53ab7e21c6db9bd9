import {
  DescribeTargetGroupsCommand,
  type ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { ActionError, whatThereIs } from '@deploy-actions/action-kit'
import { call, isAwsError } from '@deploy-actions/aws'
import { targetGroupName } from '../check.ts'

/** What every call to Elastic Load Balancing needs: the client, and the signal that ends it. */
export interface ElbContext {
  readonly elb: ElasticLoadBalancingV2Client
  readonly signal: AbortSignal
}

/** The ARN of a target group that is named; throws an `input` error where there is no such group. */
export async function findTargetGroupArn(context: ElbContext, reference: string): Promise<string> {
  if (reference.startsWith('arn:')) return reference
  try {
    const command = new DescribeTargetGroupsCommand({ Names: [reference] })
    const { TargetGroups: groups = [] } = await call(context.elb, command, {
      signal: context.signal,
    })
    const arn = groups[0]?.TargetGroupArn
    if (arn !== undefined) return arn
  } catch (error) {
    if (!isAwsError(error, 'TargetGroupNotFoundException', 'TargetGroupNotFound')) throw error
    throw await noSuchTargetGroup(context, reference, error)
  }
  throw await noSuchTargetGroup(context, reference)
}

/** The `input` error for a group that does not exist; it names those that do, where the role may list them. */
export async function noSuchTargetGroup(
  context: ElbContext,
  reference: string,
  cause?: unknown,
): Promise<ActionError> {
  const name = targetGroupName(reference)
  return new ActionError({
    code: 'input',
    message: `There is no target group ${name} in this account and region.${whatThereIs(name, await groupNames(context))}`,
    remedy: 'Correct the target group in the inputs, or the region or role of this job.',
    cause,
  })
}

async function groupNames({ elb, signal }: ElbContext): Promise<readonly string[]> {
  try {
    const { TargetGroups: groups = [] } = await call(elb, new DescribeTargetGroupsCommand({}), {
      signal,
    })
    return groups.map(({ TargetGroupName: name = '' }) => name)
  } catch {
    return []
  }
}
