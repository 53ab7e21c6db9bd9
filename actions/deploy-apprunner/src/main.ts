import { ActionError, formatSeconds, type ReportOf } from '@deploy-actions/action-kit'
import { createAwsClients, type AwsClients } from '@deploy-actions/aws'
import { tellFindings } from '@deploy-actions/ecs'
import { carryOut, startOperation } from './act.ts'
import type { contract } from './contract.ts'
import { ending, resting, type Deciding, type Deployment, type Work } from './deployment.ts'
import { goBack } from './go-back.ts'
import { readInputs, type Context } from './inputs.ts'
import { observe, serviceOf, type Observed } from './observe.ts'
import { tagService } from './operation/tags.ts'
import { gradeOf, planDeployment, refusalOf, type Plan } from './plan.ts'
import { digestOf, report } from './report.ts'
import { imageOf } from './settings/configuration.ts'
import { describePlan, describeTags, maskVariables, warnOfUnwatched } from './tell.ts'
import { verifyService } from './verify.ts'
import { bearRefusal, resume, waitForOther, waitForPush } from './wait.ts'

/** Deploys to App Runner: looks, plans and acts until the service is as it is to be, or cannot be. */
export async function main(context: Context): Promise<ReportOf<typeof contract>> {
  const startedAt = Date.now()
  const inputs = await readInputs(context)
  if (inputs.image === undefined) {
    context.host.warning(
      'Input image is empty, so the image that the service has is deployed again. An output that is handed on from another job arrives empty where it holds a masked value, such as the number of the account.',
    )
  }
  const clients = createAwsClients({ action: 'deploy-apprunner', region: inputs.region })
  try {
    const work: Work = {
      aws: { clients, signal: context.signal },
      context,
      inputs,
      begunAt: startedAt,
      deadline: startedAt + inputs.timeoutSeconds * 1000,
      phases: [],
      earlier: undefined,
      hasExpected: false,
      refused: undefined,
    }
    const deployment = await deploy(work, clients)
    return report(deployment, { inputs, seconds: (Date.now() - startedAt) / 1000 })
  } finally {
    clients.destroy()
  }
}

/** Each look may find that something else has to come first: an operation of somebody else, a service that is paused. */
async function deploy(work: Work, clients: AwsClients): Promise<Deployment> {
  const { context, inputs, begunAt } = work
  let told: string | undefined
  for (;;) {
    const observed = await observe({
      context,
      inputs,
      clients,
      begunAt,
      hasExpected: work.hasExpected,
      hasJoined: work.earlier !== undefined && work.earlier.deciding.plan === undefined,
    })
    maskVariables(context.host, observed)
    tellPlace(work, observed)
    const plan = planDeployment(inputs, observed)
    const grades = gradeOf(inputs, observed)
    const refusal = refusalOf(inputs, grades)
    if (refusal !== undefined) throw refusal
    const lines = [...describePlan(plan, observed), ...describeTags(observed)]
    if (told !== lines.join('\n')) {
      tellFindings(context.host, grades)
      for (const line of lines) context.host.info(line)
      warnOfUnwatched(context.host, plan, observed)
    }
    told = lines.join('\n')
    if (inputs.dryRun) return resting(work, observed, { outcome: 'planned', plan })
    const deployment = await take(work, observed, plan)
    if (deployment !== undefined) return deployment
    if (Date.now() >= work.deadline) return tooLate(work, observed, plan)
  }
}

function tooLate(work: Work, observed: Observed, plan: Plan): Deployment {
  const { service, timeoutSeconds } = work.inputs
  const failure = new ActionError({
    code: 'timeout',
    message: `After ${formatSeconds(timeoutSeconds)} nothing could be deployed to ${service} yet: ${describePlan(plan, observed).join(' ')}${work.refused === undefined ? '' : ` App Runner said: ${work.refused.words}`}`,
    remedy: 'Look at the operations of the service, and run the step again when they are over.',
  })
  return resting(work, observed, { outcome: 'timed-out', plan, failure })
}

function tellPlace({ context, inputs }: Work, observed: Observed): void {
  const service = serviceOf(observed)
  const { ServiceArn: arn = '', ServiceId: id = '', ServiceUrl: url = '' } = service ?? {}
  if (service !== undefined) {
    context.setOutput('service-arn', arn)
    context.setOutput('service-id', id)
    context.setOutput('service-url', url)
    const image = imageOf(service)
    if (image !== undefined) {
      context.setOutput('previous-image', image)
      context.setOutput('previous-digest', digestOf(image))
    }
  }
  if (inputs.commentToken === undefined) return
  context.keepComment({ token: inputs.commentToken, target: arn === '' ? inputs.service : arn })
}

/** Takes one step of a plan; undefined where it is time to look again. */
async function take(work: Work, observed: Observed, plan: Plan): Promise<Deployment | undefined> {
  switch (plan.kind) {
    case 'create':
    case 'update':
    case 'redeploy': {
      const deciding = await startOperation(work, observed, plan)
      if (deciding !== undefined) return carryOut(work, deciding)
      return bearRefusal(work, observed)
    }
    case 'join':
      return carryOut(work, await join(work, observed, plan))
    case 'expect':
      return waitForPush(work, observed)
    case 'wait':
      return waitForOther(work, observed, plan)
    case 'resume':
      return resume(work, observed, plan)
    case 'unchanged':
  }
  return unchanged(work, observed, plan)
}

async function join(
  { context, aws }: Work,
  observed: Observed,
  { operation }: Extract<Plan, { kind: 'join' }>,
): Promise<Deciding> {
  const arn = serviceOf(observed)?.ServiceArn ?? ''
  await tagService(aws, arn, observed.missingTags)
  context.setOutput('operation-id', operation.Id ?? '')
  return { observed, begun: { arn, operationId: operation.Id ?? '' }, plan: undefined }
}

/** Nothing is left to be done but what takes no operation; whether the service answers is still for `verify` to say. */
async function unchanged(
  work: Work,
  observed: Observed,
  plan: Extract<Plan, { kind: 'unchanged' }>,
): Promise<Deployment> {
  const { aws, inputs, earlier } = work
  const service = serviceOf(observed)
  await tagService(aws, service?.ServiceArn ?? '', observed.missingTags)
  const failure =
    inputs.verify === undefined || service === undefined
      ? undefined
      : await verifyService(work, inputs.verify, service)
  if (earlier === undefined) {
    const outcome = failure === undefined ? 'unchanged' : 'failed'
    return resting(work, observed, { outcome, plan, failure })
  }
  const { deciding, operation } = earlier
  const end =
    failure === undefined
      ? ({ outcome: 'deployed' } as const)
      : await goBack(work, deciding, failure)
  return ending(work, deciding, { operation, ...(service && { service }), ...end })
}
