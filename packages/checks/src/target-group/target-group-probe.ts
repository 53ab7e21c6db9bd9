import { DescribeTargetHealthCommand } from '@aws-sdk/client-elastic-load-balancing-v2'
import { count } from '@deploy-actions/action-kit'
import { call, findArn, isAwsError } from '@deploy-actions/aws'
import { askAws } from '../ask-aws.ts'
import { failedOr, type Attempt, type Limits } from '../attempt.ts'
import type { TargetGroupCheck } from '../check.ts'
import type { Probe, ProbeResources } from '../probe.ts'
import { findTargetGroupArn, noSuchTargetGroup, type ElbContext } from './find-target-group.ts'
import { isCounted, judgeTargets } from './judge-targets.ts'

/** Asks a load balancer for the health of the targets of a group. */
export class TargetGroupProbe implements Probe {
  readonly #check: TargetGroupCheck
  readonly #resources: ProbeResources
  #arn: string | undefined

  constructor(check: TargetGroupCheck, resources: ProbeResources) {
    this.#check = check
    this.#resources = resources
  }

  attempt(limits: Limits): Promise<Attempt> {
    return askAws(limits, async (signal) => {
      const clients = await this.#resources.clients()
      const region = findArn(this.#check.targetGroup)?.region
      return this.#look({ elb: await clients.loadBalancing(region || undefined), signal })
    })
  }

  async #look(context: ElbContext): Promise<Attempt> {
    const { targetGroup } = this.#check
    this.#arn ??= await findTargetGroupArn(context, targetGroup)
    const targets = await describeTargets(context, this.#arn, targetGroup)
    const healthy = targets.filter(isCounted).length
    return failedOr(judgeTargets(targets), {
      verdict: 'passed',
      seen: `${count(healthy, 'target')} healthy`,
      status: undefined,
      latencyMs: undefined,
    })
  }
}

async function describeTargets(context: ElbContext, arn: string, reference: string) {
  try {
    const command = new DescribeTargetHealthCommand({ TargetGroupArn: arn })
    const answer = await call(context.elb, command, { signal: context.signal })
    return answer.TargetHealthDescriptions ?? []
  } catch (error) {
    if (!isAwsError(error, 'TargetGroupNotFoundException', 'TargetGroupNotFound')) throw error
    throw await noSuchTargetGroup(context, reference, error)
  }
}
