import type { ReportOf } from '@deploy-actions/action-kit'
import { createAwsClients, serviceConsoleUrl } from '@deploy-actions/aws'
import { secretLikeVariables } from '@deploy-actions/ecs'
import { deploy } from './act.ts'
import type { contract } from './contract.ts'
import { readInputs, type Context } from './inputs.ts'
import { observe, type Observed } from './observe.ts'
import { describePlan, planDeployment } from './plan.ts'
import { reportDeployment, reportNothingDone } from './report.ts'
import type { Deployment } from './deployment.ts'

/** Deploys to one service: parse, observe, plan, act, report. */
export async function main(context: Context): Promise<ReportOf<typeof contract>> {
  const { host, signal } = context
  const inputs = readInputs(context)
  const clients = createAwsClients({ action: 'deploy-ecs', region: inputs.region })
  try {
    const ecs = { ecs: clients.ecs(), signal }
    const observed = await observe(ecs, inputs)
    if (observed.previousArn)
      context.setOutput('previous-task-definition-arn', observed.previousArn)
    maskSecrets(context, observed)
    const plan = planDeployment(inputs, observed)
    const sentence = describePlan(plan, observed)
    host.info(sentence)
    if (plan.kind === 'unchanged')
      return reportNothingDone('unchanged', sentence, plan.taskDefinitionArn)
    if (inputs.dryRun) return reportNothingDone('planned', sentence, plan.taskDefinitionArn)
    const deployment = await deploy({ context, ecs, clients, inputs, observed, plan })
    tellEnd(context, deployment)
    const url = serviceConsoleUrl(observed.service.serviceArn ?? '')
    return reportDeployment({ observed, deployment, url, endedAt: deployment.record.now() })
  } finally {
    clients.destroy()
  }
}

/** A container's last lines may well quote its environment. */
function maskSecrets({ host }: Context, { wanted, current }: Observed): void {
  for (const definition of [wanted, current.definition]) {
    for (const { secret } of secretLikeVariables(definition)) host.mask(secret)
  }
}

/** What the user should act upon although the step is green. */
function tellEnd({ host }: Context, deployment: Deployment): void {
  if (deployment.kind !== 'succeeded') return
  if (deployment.nothingRuns) {
    host.warning(
      'The desired count of the service is 0: the deployment succeeded, and nothing runs that could prove it.',
    )
  }
  for (const container of deployment.evidence.unconfirmed) {
    host.warning(
      `ECS does not tell the digest that ${container} runs, so it could not be held against the one asked for.`,
    )
  }
}
