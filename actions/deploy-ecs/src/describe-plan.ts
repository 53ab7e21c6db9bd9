import { nameFromArn } from '@deploy-actions/aws'
import type { Observed } from './observe/observe.ts'
import type { Plan, RolloutPlan } from './plan.ts'

/** The plan in one sentence, for the log and the dry run. */
export function describePlan(plan: Plan, observed: Observed): string {
  const name = observed.service.serviceName ?? 'the service'
  if (plan.kind === 'refused') return `${name} is not deployed to: what was found would not work.`
  if (plan.kind === 'create') return `Create ${name} with ${wantedName(plan)}.`
  if (plan.kind === 'deploy') {
    return describeDeploy(plan, { name, now: nameFromArn(observed.previousArn ?? 'nothing') })
  }
  const running = nameFromArn(plan.taskDefinitionArn)
  if (plan.kind === 'unchanged') {
    return `${name} runs ${running} already and is steady: nothing to do.`
  }
  if (plan.kind === 'adopt') {
    return `${running} is being rolled out to ${name} already: follow that deployment.`
  }
  return Object.keys(plan.change).length === 0
    ? `Wait until as many tasks of ${name} run as are desired; nothing is changed.`
    : `Change ${Object.keys(plan.change).join(', ')} of ${name}, which starts no deployment.`
}

function describeDeploy(
  plan: RolloutPlan & { kind: 'deploy' },
  { name, now }: { readonly name: string; readonly now: string },
): string {
  const again = plan.forceNewDeployment ? ', in new tasks' : ''
  const because = plan.because === '' ? '' : `, since ${plan.because}`
  const settings = Object.keys(plan.change)
  const besides = settings.length === 0 ? '' : `, and change ${settings.join(', ')}`
  return `Deploy ${wantedName(plan)} to ${name}${again}${because}${besides}; it runs ${now} now.`
}

function wantedName({ taskDefinitionArn, definition }: RolloutPlan): string {
  return taskDefinitionArn === undefined
    ? `a new revision of ${definition.family}`
    : nameFromArn(taskDefinitionArn)
}
