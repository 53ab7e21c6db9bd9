import type { ReportOf } from '@deploy-actions/action-kit'
import { createAwsClients, nameFromArn, serviceConsoleUrl } from '@deploy-actions/aws'
import { containersOf, mutableImages, secretLikeVariables } from '@deploy-actions/ecs'
import { deploy } from './act.ts'
import type { contract } from './contract.ts'
import { readInputs, type Context } from './inputs.ts'
import { observe, type Observed } from './observe.ts'
import { describePlan, planDeployment, type RolloutPlan, type UnchangedPlan } from './plan.ts'
import { reportDeployment, reportNothingDone } from './report.ts'
import type { Deployment } from './deployment.ts'

/** Deploys to one service: parse, observe, plan, act, report. */
export async function main(context: Context): Promise<ReportOf<typeof contract>> {
  const { host, signal } = context
  const inputs = readInputs(context)
  const clients = createAwsClients({ action: 'deploy-ecs', region: inputs.region })
  try {
    const ecs = { ecs: clients.ecs(), signal }
    const observed = await observe(ecs, inputs, host)
    if (observed.previousArn)
      context.setOutput('previous-task-definition-arn', observed.previousArn)
    maskSecrets(context, observed)
    const plan = planDeployment(inputs, observed)
    const sentence = describePlan(plan, observed)
    host.info(sentence)
    if (plan.kind === 'unchanged') {
      tellUnchanged(context, plan, observed)
      const outcome = plan.nothingRuns ? 'unproven' : 'unchanged'
      return reportNothingDone(outcome, { plan, sentence, observed })
    }
    tellInFlight(context, plan, observed)
    if (inputs.dryRun) return reportNothingDone('planned', { plan, sentence, observed })
    const deployment = await deploy({ context, ecs, clients, inputs, observed, plan })
    tellEnd(context, deployment)
    if (deployment.kind === 'succeeded' && !isChecked(observed)) host.info(unchecked)
    const url = serviceConsoleUrl(observed.service.serviceArn ?? '')
    return reportDeployment({ observed, deployment, url, endedAt: deployment.record.now() })
  } finally {
    clients.destroy()
  }
}

/** A container's last lines may well quote its environment. */
function maskSecrets({ host }: Context, { service, wanted, current }: Observed): void {
  const publicNames = [service.serviceName ?? '', nameFromArn(service.clusterArn ?? '')]
  for (const definition of [wanted, current.definition]) {
    for (const { secrets } of secretLikeVariables(definition, publicNames)) {
      for (const secret of secrets) host.mask(secret)
    }
  }
}

const unchecked =
  'Nothing checks the health of this service: to ECS, a task that runs is healthy. A healthCheck in the definition, a target group, or verify-health after this step would tell more.'

/** Whether ECS had more to go by than that the tasks run. */
function isChecked({ service, wanted }: Observed): boolean {
  const hasTargets = (service.loadBalancers ?? []).length > 0
  return hasTargets || containersOf(wanted).some(({ healthCheck }) => healthCheck !== undefined)
}

const nothingRuns =
  'The desired count of the service is 0, so nothing runs that could prove this version.'

/** What the user should know about a step that found nothing to do. */
function tellUnchanged({ host }: Context, plan: UnchangedPlan, { wanted }: Observed): void {
  if (plan.nothingRuns) host.warning(nothingRuns)
  for (const { container, image } of mutableImages(wanted)) {
    host.warning(
      `The image of ${container} is named by a tag (${image}); whether somebody has moved it since was not looked at. Name it by digest, or set force-new-deployment.`,
    )
  }
}

/** A deployment that is under way is replaced, which whoever started it should not be left to find. */
function tellInFlight({ host }: Context, plan: RolloutPlan, { service }: Observed): void {
  const primary = service.deployments?.find(({ status }) => status === 'PRIMARY')
  if (plan.kind === 'adopt' || primary?.rolloutState !== 'IN_PROGRESS') return
  host.warning(
    `A deployment of ${nameFromArn(primary.taskDefinition ?? '')}, begun at ${primary.createdAt?.toISOString()}, is under way; this one replaces it.`,
  )
}

/** What the user should act upon although the step is green. */
function tellEnd({ host }: Context, deployment: Deployment): void {
  if (deployment.kind !== 'succeeded') return
  if (deployment.nothingRuns) {
    host.warning(nothingRuns)
  }
  for (const container of deployment.evidence.unconfirmed) {
    host.warning(
      `ECS does not tell the digest that ${container} runs, so it could not be held against the one asked for.`,
    )
  }
}
