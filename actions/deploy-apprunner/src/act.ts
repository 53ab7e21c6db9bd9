import type { Service } from '@aws-sdk/client-apprunner'
import { ActionError, CancelledError, formatSeconds } from '@deploy-actions/action-kit'
import type { LookupContext } from '@deploy-actions/aws'
import { cancelDeployment, type Progress } from './cancel.ts'
import { ending, type Deciding, type Deployment, type Work } from './deployment.ts'
import {
  explain,
  failureOf,
  quoted,
  tellExplanation,
  withNewEvents,
  type Explanation,
} from './explain.ts'
import { goBack } from './go-back.ts'
import { serviceOf, type Observed } from './observe.ts'
import { begin, type Beginning } from './operation/begin.ts'
import { followOperation } from './operation/follow.ts'
import type { Operation } from './operation/operations.ts'
import { describeService } from './operation/service.ts'
import { tagService } from './operation/tags.ts'
import { findOvertaking } from './overtaken.ts'
import { patienceOf } from './settings/health-check.ts'
import { verifyService } from './verify.ts'

/** Starts the operation of a plan; undefined where somebody else's has begun meanwhile. */
export async function startOperation(
  work: Work,
  observed: Observed,
  plan: Beginning,
): Promise<Deciding | undefined> {
  const { aws, inputs, context } = work
  const { found } = observed
  // Before, so that a role that may not tag changes nothing.
  if (found.kind === 'found') await tagService(aws, found.arn, observed.missingTags)
  const onRefusal = (words: string): void => {
    const { times = 0, since = Date.now() } = work.refused ?? {}
    work.refused = { times: times + 1, since, words }
  }
  const begun = await begin(
    { ...aws, onRefusal },
    found.kind === 'found' ? found.arn : inputs.service,
    plan,
  )
  if (begun === undefined) return undefined
  work.refused = undefined
  const { ServiceId: id, ServiceUrl: url } = begun.created ?? {}
  context.setOutput('service-arn', begun.arn)
  if (id !== undefined) context.setOutput('service-id', id)
  if (url !== undefined) context.setOutput('service-url', url)
  context.setOutput('operation-id', begun.operationId)
  return { observed, begun, plan }
}

/**
 * Follows the operation to its end, proves the service, and goes back where that fails. Undefined where App Runner's own deployment has
 * succeeded: whether it was of the newest push is for another look to say.
 */
export async function carryOut(work: Work, deciding: Deciding): Promise<Deployment | undefined> {
  if (!work.inputs.wait) return ending(work, deciding, { outcome: 'started' })
  const progress: Progress = { stage: 'operating', explanation: undefined }
  try {
    const operation = await follow(work, deciding, progress)
    if (operation === undefined) return await timedOut(work, deciding, progress)
    progress.stage = 'ended'
    if (operation.Status !== 'SUCCEEDED') {
      return await failed(work, { ...deciding, operation }, progress)
    }
    if (deciding.plan === undefined) {
      work.earlier = { deciding, operation }
      return undefined
    }
    progress.stage = 'verifying'
    return await prove(work, deciding, operation)
  } catch (error) {
    if (error instanceof CancelledError) return cancelDeployment(work, deciding, progress)
    throw error instanceof ActionError && progress.stage === 'operating'
      ? goingOn(error, deciding)
      : error
  }
}

/** App Runner could not be asked about what it does, and does it nevertheless. */
function goingOn({ code, message, remedy, cause }: ActionError, { begun }: Deciding): ActionError {
  const what = `The operation ${begun.operationId} had begun, and goes on without this step.`
  return new ActionError({ code, message: `${message} ${what}`, remedy, cause })
}

async function follow(
  work: Work,
  deciding: Deciding,
  progress: Progress,
): Promise<Operation | undefined> {
  const { aws, context, deadline } = work
  const { begun, plan, observed } = deciding
  const startedAt = Date.now()
  const patience = patienceOf(observed.wanted)
  if (plan !== undefined) {
    context.host.info(`The operation ${begun.operationId} has begun. ${patience.whole}`)
  }
  const operation = await followOperation(
    { ...aws, log: context.host },
    {
      ...begun,
      deadline,
      isNewDeployment: plan !== undefined,
      hint: patience.hint,
      async onRollback(failing) {
        const explanation = await explain(aws, { arn: begun.arn, operation: failing })
        progress.explanation = explanation
        tellExplanation(context.host, explanation)
      },
    },
  )
  const isBad = operation?.Status !== 'SUCCEEDED'
  work.phases.push({ what: operation?.Type ?? 'operation', startedAt, endedAt: Date.now(), isBad })
  return operation
}

/** The operation succeeded; the service has to say the same, and to answer. */
async function prove(work: Work, deciding: Deciding, operation: Operation): Promise<Deployment> {
  const { aws, inputs } = work
  const { begun, plan } = deciding
  const look = async (): Promise<Deployment> => {
    const service = await describeService(aws, begun.arn)
    const failure = await findOvertaking(aws, service, deciding)
    const well = plan?.kind === 'create' ? 'created' : 'deployed'
    const outcome = failure === undefined ? well : 'failed'
    return ending(work, deciding, { operation, service, outcome, failure })
  }
  const first = await look()
  const { service } = first
  if (inputs.verify === undefined || first.failure !== undefined || service === undefined) {
    return first
  }
  const failure = await verifyService(work, inputs.verify, service)
  if (failure === undefined) return look()
  const back = await goBack(work, deciding, failure)
  return ending(work, deciding, { operation, service, ...back })
}

/** A cause that is known by now says more than that the time was over. */
async function timedOut(work: Work, deciding: Deciding, progress: Progress): Promise<Deployment> {
  const { aws, context, inputs } = work
  const { begun } = deciding
  const startedAt = work.phases.at(-1)?.startedAt ?? 0
  const known = progress.explanation
  const explanation =
    known ?? (await explain(aws, { arn: begun.arn, operation: { StartedAt: new Date(startedAt) } }))
  if (known === undefined) tellExplanation(context.host, explanation)
  const { because, code, remedy } = explanation.diagnosis
  const time = formatSeconds(inputs.timeoutSeconds)
  const late = `The operation ${begun.operationId} was not over after ${time}, and goes on: App Runner cannot be told to stop it.`
  const failure = new ActionError({
    code: because === undefined ? 'timeout' : code,
    message: `${late}${because === undefined ? '' : ` The new version failed: ${because}.`}${quoted(explanation.lastWords)}`,
    remedy:
      because === undefined
        ? 'Run the step again, which then waits for its end, or raise timeout. Look at the events of the service meanwhile.'
        : remedy,
  })
  return ending(work, deciding, { outcome: 'timed-out', failure, logs: explanation.logs })
}

async function failed(
  work: Work,
  deciding: Deciding & { readonly operation: Operation },
  progress: Progress,
): Promise<Deployment> {
  const { aws } = work
  const { begun, operation, observed } = deciding
  const isBack = operation.Status === 'ROLLBACK_SUCCEEDED'
  const service = (await glance(aws, begun.arn)) ?? (isBack ? serviceOf(observed) : undefined)
  const explained = { arn: begun.arn, operation }
  const explanation = await explainEnd(work, explained, progress.explanation)
  return ending(work, deciding, {
    operation,
    service,
    outcome: isBack ? 'rolled-back' : 'failed',
    failure: failureOf(operation, explanation, service ?? { ServiceName: work.inputs.service }),
    logs: explanation.logs,
  })
}

/** A service as it is now; undefined where that cannot be asked, since why the operation failed is worth more. */
async function glance(aws: LookupContext, arn: string): Promise<Service | undefined> {
  try {
    return await describeService(aws, arn)
  } catch (error) {
    if (error instanceof ActionError) return undefined
    throw error
  }
}

/** Lines may arrive late, and a rollback that fails has causes of its own. */
async function explainEnd(
  { aws, context }: Work,
  { arn, operation }: { readonly arn: string; readonly operation: Operation },
  known: Explanation | undefined,
): Promise<Explanation> {
  const isWhole = known?.diagnosis.because !== undefined
  if (isWhole && operation.Status !== 'ROLLBACK_FAILED') return known
  const explanation = isWhole
    ? await withNewEvents(aws, { arn, operation }, known)
    : await explain(aws, { arn, operation })
  tellExplanation(context.host, explanation)
  return explanation
}
