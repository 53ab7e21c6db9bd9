import type { LookupContext } from '@deploy-actions/aws'
import type { EcsContext, Finding } from '@deploy-actions/ecs'
import { judgeAlarms } from './alarms.ts'
import { judgeCapacity } from './capacity.ts'
import { judgePassRole } from './pass-role.ts'
import { judgeDesiredCount, judgePercentages } from './percentages.ts'
import { judgePorts, judgeTargetGroups } from './ports.ts'
import type { DeploymentTarget } from './target.ts'

/** Everything around a definition that keeps a service from being deployed, and what could not be checked. */
export async function judgeDeployment(
  context: EcsContext & LookupContext,
  target: DeploymentTarget,
  { isNew }: { readonly isNew: boolean },
): Promise<readonly Finding[]> {
  const looked = await Promise.all([
    judgeTargetGroups(context, target),
    judgeAlarms(context, target),
    judgeCapacity(context, target),
    isNew ? judgePassRole(context, target.wanted) : [],
  ])
  return [
    ...judgePorts(target),
    ...judgePercentages(target),
    ...judgeDesiredCount(target),
    ...looked.flat(),
  ]
}
