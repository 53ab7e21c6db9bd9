import type { DeploymentConfiguration, Service } from '@aws-sdk/client-ecs'
import { nameFromArn } from '@deploy-actions/aws'
import { sameDefinition, type Definition } from '@deploy-actions/ecs'
import type { Inputs } from './inputs.ts'
import type { Observed } from './observe.ts'

/** What is to be done. */
export type Plan = UnchangedPlan | RolloutPlan

/** Nothing: the service runs this already and is steady. */
export interface UnchangedPlan {
  readonly kind: 'unchanged'
  readonly taskDefinitionArn: string
  /** Its desired count is 0: it is steady on nothing. */
  readonly nothingRuns: boolean
}

/** A rollout, to be begun (`deploy`) or, where it is under way already, to be followed (`adopt`). */
export type RolloutPlan = {
  readonly definition: Definition
  readonly timeoutSeconds: number
} & (
  | { readonly kind: 'adopt'; readonly taskDefinitionArn: string }
  | {
      readonly kind: 'deploy'
      /** The revision to deploy; undefined when the definition has to be registered first. */
      readonly taskDefinitionArn: string | undefined
      readonly forceNewDeployment: boolean
    }
)

/** Decides what to do from what is wanted and what is there. */
export function planDeployment(inputs: Inputs, observed: Observed): Plan {
  const { wanted, candidates, service, current } = observed
  const same = candidates.filter((candidate) => sameDefinition(candidate.definition, wanted))
  const [primary, ...others] = service.deployments ?? []
  const running = same.find(({ arn }) => arn === primary?.taskDefinition)?.arn
  const rollout = { definition: wanted, timeoutSeconds: timeoutOf(inputs, service) }
  if (running !== undefined && inputs.skipUnchanged && !inputs.forceNewDeployment) {
    if (primary?.rolloutState === 'IN_PROGRESS') {
      return { kind: 'adopt', taskDefinitionArn: running, ...rollout }
    }
    if (others.length === 0 && isSteady(service)) {
      const nothingRuns = service.desiredCount === 0
      return { kind: 'unchanged', taskDefinitionArn: running, nothingRuns }
    }
  }
  const taskDefinitionArn = same.find(({ isActive }) => isActive)?.arn
  // ECS starts nothing for the definition that it has already.
  const forceNewDeployment = inputs.forceNewDeployment || taskDefinitionArn === current.arn
  return { kind: 'deploy', taskDefinitionArn, forceNewDeployment, ...rollout }
}

/** Whether the last deployment of the service is complete, and all its tasks are there. */
function isSteady({ deployments, runningCount, desiredCount }: Service): boolean {
  return deployments?.[0]?.rolloutState === 'COMPLETED' && runningCount === desiredCount
}

const rollingMinutes = 20

/** `timeout: auto`: twenty minutes, and what the service's strategy takes by itself. */
function timeoutOf({ timeout }: Inputs, { deploymentConfiguration = {} }: Service): number {
  return timeout === 'auto' ? 60 * (rollingMinutes + bakeMinutes(deploymentConfiguration)) : timeout
}

function bakeMinutes({
  strategy,
  bakeTimeInMinutes = 0,
  linearConfiguration,
  canaryConfiguration,
}: DeploymentConfiguration): number {
  if (strategy === 'LINEAR') {
    const { stepPercent = 10, stepBakeTimeInMinutes = 6 } = linearConfiguration ?? {}
    return bakeTimeInMinutes + Math.ceil(100 / stepPercent) * stepBakeTimeInMinutes
  }
  if (strategy === 'CANARY') {
    return bakeTimeInMinutes + (canaryConfiguration?.canaryBakeTimeInMinutes ?? 10)
  }
  return strategy === 'BLUE_GREEN' ? bakeTimeInMinutes : 0
}

/** The plan in one sentence, for the log and the dry run. */
export function describePlan(plan: Plan, { service, previousArn }: Observed): string {
  const name = service.serviceName ?? 'the service'
  if (plan.kind === 'unchanged') {
    return `${name} runs ${nameFromArn(plan.taskDefinitionArn)} already and is steady: nothing to do.`
  }
  if (plan.kind === 'adopt') {
    return `${nameFromArn(plan.taskDefinitionArn)} is being rolled out to ${name} already: follow that deployment.`
  }
  return describeDeploy(plan, { name, now: nameFromArn(previousArn ?? 'nothing') })
}

function describeDeploy(
  plan: RolloutPlan & { kind: 'deploy' },
  { name, now }: { readonly name: string; readonly now: string },
): string {
  const what =
    plan.taskDefinitionArn === undefined
      ? `a new revision of ${plan.definition.family}`
      : nameFromArn(plan.taskDefinitionArn)
  const again = plan.forceNewDeployment ? ', in new tasks' : ''
  return `Deploy ${what} to ${name}${again}; it runs ${now} now.`
}
