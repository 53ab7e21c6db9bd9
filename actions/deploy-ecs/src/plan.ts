import { sameDefinition, type Definition } from '@deploy-actions/ecs'
import type { Inputs } from './inputs.ts'
import type { Observed } from './observe.ts'

/** What is to be done: nothing, or a deployment. */
export type Plan = { readonly kind: 'unchanged'; readonly taskDefinitionArn: string } | DeployPlan

export interface DeployPlan {
  readonly kind: 'deploy'
  readonly definition: Definition
  /** The revision to deploy; undefined when the definition has to be registered first. */
  readonly taskDefinitionArn: string | undefined
  readonly forceNewDeployment: boolean
}

/** Decides what to do from what is wanted and what is there. */
export function planDeployment(inputs: Inputs, observed: Observed): Plan {
  const { wanted, candidates } = observed
  const arn = candidates.find((candidate) => sameDefinition(candidate.definition, wanted))?.arn
  if (
    arn !== undefined &&
    inputs.skipUnchanged &&
    !inputs.forceNewDeployment &&
    isSteadyOn(arn, observed)
  ) {
    return { kind: 'unchanged', taskDefinitionArn: arn }
  }
  return {
    kind: 'deploy',
    definition: wanted,
    taskDefinitionArn: arn,
    // ECS starts nothing for the definition that it has already.
    forceNewDeployment: inputs.forceNewDeployment || arn === observed.current.arn,
  }
}

/** Whether the service runs this revision, its last deployment is over, and all tasks are there. */
function isSteadyOn(arn: string, { service }: Observed): boolean {
  const [only, ...others] = service.deployments ?? []
  return (
    others.length === 0 &&
    only?.taskDefinition === arn &&
    only.rolloutState === 'COMPLETED' &&
    service.runningCount === service.desiredCount
  )
}

/** The plan in one sentence, for the log and the dry run. */
export function describePlan(plan: Plan, { service }: Observed): string {
  const name = service.serviceName ?? 'the service'
  if (plan.kind === 'unchanged')
    return `${name} runs ${shortArn(plan.taskDefinitionArn)} already and is steady: nothing to do.`
  const what =
    plan.taskDefinitionArn === undefined
      ? `a new revision of ${plan.definition.family}`
      : shortArn(plan.taskDefinitionArn)
  const again = plan.forceNewDeployment ? ', in new tasks' : ''
  return `Deploy ${what} to ${name}${again}; it runs ${shortArn(service.taskDefinition ?? '')} now.`
}

function shortArn(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1)
}
