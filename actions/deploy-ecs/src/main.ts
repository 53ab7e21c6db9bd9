import type { ActionError, ReportOf } from '@deploy-actions/action-kit'
import { createAwsClients, nameFromArn, serviceConsoleUrl } from '@deploy-actions/aws'
import {
  containersOf,
  maskRead,
  mutableImages,
  plainSecrets,
  tellFindings,
} from '@deploy-actions/ecs'
import { openRegistries } from '@deploy-actions/registry'
import { deploy } from './act.ts'
import { adjust } from './adjust.ts'
import type { contract } from './contract.ts'
import { readInputs, type Context, type Inputs } from './inputs.ts'
import { observe, type Observed } from './observe/observe.ts'
import type { Deployment, Work } from './deployment.ts'
import { describePlan } from './describe-plan.ts'
import { findingsToTell, planDeployment, type UnchangedPlan } from './plan.ts'
import {
  reportAdjustment,
  reportDeployment,
  reportNothingDone,
  reportRefusal,
} from './report/index.ts'
import { proveUnchanged } from './prove-unchanged.ts'
import { noteSecrets } from './tags.ts'
import { verify } from './verify.ts'

/** Deploys to one service: parse, observe, plan, act, report. */
export async function main(context: Context): Promise<ReportOf<typeof contract>> {
  const { host, signal } = context
  const inputs = readInputs(context)
  const begunAt = Date.now()
  const clients = createAwsClients({ action: 'deploy-ecs', region: inputs.region })
  try {
    const ecs = { ecs: clients.ecs(), signal }
    const registries = openRegistries(host, { clients, signal })
    for (;;) {
      const onSecretRead = maskRead(host, [
        nameFromArn(inputs.reference.service),
        nameFromArn(inputs.reference.cluster),
      ])
      const observed = await observe({ ...ecs, clients, registries, host, onSecretRead }, inputs)
      const report = await carryOut({
        context,
        ecs,
        clients,
        registries,
        inputs,
        observed,
        begunAt,
      })
      if (report !== undefined) return report
      host.info('Another deployment has begun or ended: looking at the service anew.')
    }
  } finally {
    clients.destroy()
  }
}

/** Plans for the world as it was observed, acts and reports; undefined where that world is gone. */
async function carryOut(work: Omit<Work, 'plan'>): Promise<ReportOf<typeof contract> | undefined> {
  const { context, inputs, observed } = work
  if (observed.previousArn) context.setOutput('previous-task-definition-arn', observed.previousArn)
  maskSecrets(context, observed)
  keepComment(context, inputs, observed)
  const plan = planDeployment(inputs, observed)
  const sentence = describePlan(plan, observed)
  context.host.info(sentence)
  tellFindings(context.host, findingsToTell(inputs, observed, plan))
  if (plan.kind === 'refused') return reportRefusal({ plan, observed })
  if (plan.kind === 'unchanged') {
    tellUnchanged(context, plan, observed)
    const failure = await proveWhatRuns(work, plan)
    const outcome = plan.nothingRuns ? 'unproven' : 'unchanged'
    return reportNothingDone(outcome, { plan, sentence, observed, failure })
  }
  if (inputs.dryRun) return reportNothingDone('planned', { plan, sentence, observed })
  if (plan.kind === 'adjust') {
    const adjustment = await adjust({ ...work, plan })
    const failure = adjustment.failure ?? (inputs.wait ? await verifyWhatRuns(work) : undefined)
    return reportAdjustment({ plan, observed, adjustment: { ...adjustment, failure } })
  }
  const deployment = await deploy({ ...work, plan })
  if (deployment === undefined) return undefined
  await tellEnd({ ...work, plan }, deployment)
  const url = serviceConsoleUrl(observed.service.serviceArn ?? '')
  const endedAt = deployment.record.now()
  return reportDeployment({ observed, plan, deployment, url, endedAt })
}

/** Nothing is done, and green all the same only where what runs is right. */
async function proveWhatRuns(
  work: Omit<Work, 'plan'>,
  { nothingRuns }: UnchangedPlan,
): Promise<ActionError | undefined> {
  if (nothingRuns || work.inputs.dryRun) return undefined
  return (await proveUnchanged(work)) ?? verifyWhatRuns(work)
}

/** What runs already is verified all the same: an earlier run may have left what did not pass. */
async function verifyWhatRuns(work: Omit<Work, 'plan'>): Promise<ActionError | undefined> {
  const { verification, dryRun } = work.inputs
  return verification === undefined || dryRun ? undefined : verify(work, verification)
}

/** A container's last lines may well quote its environment. */
function maskSecrets({ host }: Context, { service, wanted, current }: Observed): void {
  const publicNames = [service.serviceName ?? '', nameFromArn(service.clusterArn ?? '')]
  for (const definition of [wanted, ...(current ? [current.definition] : [])]) {
    for (const secret of plainSecrets(definition, publicNames)) host.mask(secret)
  }
}

/** What becomes of one service is one comment: services of one name may be in several accounts. */
function keepComment(context: Context, { commentToken }: Inputs, { service }: Observed): void {
  if (commentToken === undefined) return
  const target = `${service.clusterArn}/${service.serviceName}`
  context.keepComment({ token: commentToken, target })
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

/** What the user should know of a step that is green, and what the next run should. */
async function tellEnd(work: Work, deployment: Deployment): Promise<void> {
  const { context, observed } = work
  const { host } = context
  if (deployment.kind !== 'succeeded') return
  if (deployment.nothingRuns) host.warning(nothingRuns)
  const { share, missing } = deployment
  if (missing > 0) {
    host.warning(
      `The deployment succeeded, and ${missing} of the tasks that are desired now did not run yet at the end: the service was scaled up, or lost tasks for want of capacity. They were not waited for.`,
    )
  }
  if (share !== undefined && share.running < share.desired) {
    host.warning(
      `ECS called the deployment successful by its early success criteria, when ${share.running} of ${share.desired} new tasks ran; the others were not waited for.`,
    )
  }
  for (const container of deployment.nothingRuns ? [] : deployment.evidence.unconfirmed) {
    host.warning(
      `ECS does not tell the digest that ${container} runs, so it could not be held against the one asked for.`,
    )
  }
  for (const { container, image } of mutableImages(observed.wanted)) {
    host.warning(
      `The image of ${container} is named by a tag (${image}), which can be moved. Name it by digest, so that what is tested is what runs.`,
    )
  }
  if (!deployment.nothingRuns && !isChecked(observed)) host.info(unchecked)
  await noteSecrets(work, deployment)
}
