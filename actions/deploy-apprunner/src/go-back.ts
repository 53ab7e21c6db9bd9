import { ActionError, CancelledError } from '@deploy-actions/action-kit'
import { previousOf, type Deciding, type Deployment, type Work } from './deployment.ts'
import { begin, type Begun } from './operation/begin.ts'
import { followOperation } from './operation/follow.ts'
import { describeOperation, type Operation } from './operation/operations.ts'
import { describeService } from './operation/service.ts'
import { isTheirs } from './overtaken.ts'
import { imageOf, type Configuration } from './settings/configuration.ts'

type Back = Pick<Deployment, 'outcome' | 'failure'> & Partial<Pick<Deployment, 'service'>>

/** How long the way back may take: App Runner takes over a quarter of an hour for some. */
const backWithinMs = 40 * 60_000

/** Puts the whole previous configuration back after checks that failed; the step stays red. */
export async function goBack(work: Work, deciding: Deciding, failure: ActionError): Promise<Back> {
  const { aws, context, inputs } = work
  const { begun, plan } = deciding
  const previous = previousOf(deciding)
  if (inputs.onFailure === 'leave') {
    const what = 'The new version stays, as on-failure: leave says.'
    return { outcome: 'failed', failure: saying(failure, what) }
  }
  if (previous === undefined) {
    return { outcome: 'failed', failure: saying(failure, noWayBack(plan)) }
  }
  let back: Begun | undefined
  try {
    const now = await describeService(aws, begun.arn)
    if (isTheirs(now, deciding)) {
      return { outcome: 'failed', service: now, failure: saying(failure, leftToOthers) }
    }
    context.host.info('Putting the previous configuration back.')
    back = await begin(aws, begun.arn, { kind: 'update', parts: previous, differences: [] })
    if (back === undefined) return { outcome: 'failed', failure: notBack(failure, overtaken) }
    const operation = await followBack(work, back)
    const service = await describeService(aws, begun.arn)
    return { service, ...endOf({ operation, failure, previous, operationId: back.operationId }) }
  } catch (error) {
    if (error instanceof CancelledError) {
      return { outcome: 'failed', failure: cancelled(failure, back) }
    }
    if (!(error instanceof ActionError)) throw error
    const what = `The previous configuration could not be put back: ${error.message}`
    return { outcome: 'failed', failure: notBack(failure, what) }
  }
}

/** What becomes of a service that is no longer as this step has left it. */
export const leftToOthers = 'Somebody else has changed the service since; it was left as it is.'

const overtaken =
  'The previous configuration could not be put back, since somebody else began an operation meanwhile.'

function cancelled({ message, remedy, cause }: ActionError, back: Begun | undefined): ActionError {
  const what =
    back === undefined
      ? 'The job was cancelled before the previous configuration was put back; the new version stays.'
      : `The job was cancelled while the previous configuration was being put back; the operation ${back.operationId} goes on.`
  return new ActionError({ code: 'cancelled', message: `${message}\n${what}`, remedy, cause })
}

async function followBack(
  { aws, context, phases }: Work,
  back: Begun,
): Promise<Operation | undefined> {
  const startedAt = Date.now()
  const operation = await followOperation(
    { ...aws, log: context.host },
    { ...back, deadline: startedAt + backWithinMs, isNewDeployment: true },
  )
  const isBad = operation?.Status !== 'SUCCEEDED'
  phases.push({ what: 'going back', startedAt, endedAt: Date.now(), isBad })
  return operation
}

interface End {
  readonly operation: Operation | undefined
  readonly operationId: string
  readonly previous: Configuration
  readonly failure: ActionError
}

function endOf({ operation, operationId, previous, failure }: End): Back {
  if (operation?.Status === 'SUCCEEDED') {
    const image = imageOf(previous) ?? ''
    const byTag = image.includes('@')
      ? ''
      : ' It is named by a tag, which may have been moved since.'
    const what = `The service has its previous configuration again (${image}).${byTag}`
    return { outcome: 'rolled-back', failure: saying(failure, what) }
  }
  const how = operation === undefined ? 'is not over yet' : `ended as ${operation.Status ?? ''}`
  const name =
    operation === undefined ? `The operation ${operationId}` : describeOperation(operation)
  const what = `${name}, which puts the previous configuration back, ${how}.`
  return { outcome: 'failed', failure: notBack(failure, what) }
}

function noWayBack(plan: Deciding['plan']): string {
  if (plan?.kind === 'create') {
    return 'The service is new, so that there is nothing to go back to.'
  }
  return plan?.kind === 'update'
    ? 'The service had never run before, so that there is nothing to go back to.'
    : 'The configuration did not change, so that there is nothing to go back to: name images by digest, and the next deployment can go back.'
}

function saying(failure: ActionError, what: string): ActionError {
  const { code, message, remedy, cause } = failure
  return new ActionError({ code, message: `${message}\n${what}`, remedy, cause })
}

function notBack({ message, remedy, cause }: ActionError, what: string): ActionError {
  return new ActionError({
    code: 'rollback-failed',
    message: `${message}\n${what}`,
    remedy: `Look at the service in the console and put it right by hand. ${remedy}`,
    cause,
  })
}
