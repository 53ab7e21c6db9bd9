import { ActionError, sleep } from '@deploy-actions/action-kit'
import { startOperation } from './act.ts'
import type { Work } from './deployment.ts'
import { explain, failureOf, tellExplanation } from './explain.ts'
import { serviceOf, type Observed } from './observe.ts'
import { followOperation } from './operation/follow.ts'
import {
  describeOperation,
  isOver,
  listOperations,
  type Operation,
} from './operation/operations.ts'
import type { Plan } from './plan.ts'

/** What App Runner tells of operations may be some moments old. */
const betweenLooksMs = 3_000

const lookForPushMs = 6_800

/** This step goes on some seconds later, and leaves calls to those who are at work. */
const lookForOthersMs = 12_000

/** Lets App Runner find a push: the next look sees the deployment that it starts, or that it is time to start one. */
export async function waitForPush(work: Work, observed: Observed): Promise<undefined> {
  const { aws, context, deadline } = work
  const arn = serviceOf(observed)?.ServiceArn ?? ''
  const known = observed.operations[0]?.Id
  const until = Math.min(deadline, Date.now() + 60_000)
  while (Date.now() < until) {
    await sleep(Math.min(lookForPushMs, until - Date.now()), context.signal)
    const [newest] = await listOperations(aws, arn)
    if (newest?.Id !== known) return undefined
  }
  work.hasExpected = true
  return undefined
}

/** Between questions that are refused; the last one from then on. */
const betweenRefusalsMs: readonly number[] = [betweenLooksMs, 7_000, 30_000]

/** How long a service that rests may refuse what it is asked for. */
const refusalPatienceMs = 120_000

/** Waits until App Runner may take an operation again. Throws what it says where nothing is in the way of it any more. */
export async function bearRefusal(work: Work, observed: Observed): Promise<undefined> {
  const { aws, context, inputs, refused } = work
  const { times = 1, since = Date.now(), words = '' } = refused ?? {}
  const service = serviceOf(observed)
  if (service?.Status === 'RUNNING' && Date.now() - since >= refusalPatienceMs) {
    const operations = await listOperations(aws, service.ServiceArn ?? '')
    if (operations.every((operation) => isOver(operation))) {
      throw new ActionError({
        code: 'service-error',
        message: `App Runner takes no operation for ${inputs.service}, although none is under way: ${words}`,
        remedy: 'Look at the service in the console. Nothing was deployed; run the step again.',
      })
    }
  }
  await sleep(betweenRefusalsMs[times - 1] ?? 30_000, context.signal)
}

/** Waits for the end of somebody else's operation. Throws `conflict` where that is not wanted. */
export async function waitForOther(
  work: Work,
  observed: Observed,
  { operation }: Extract<Plan, { kind: 'wait' }>,
): Promise<undefined> {
  const { aws, context, inputs, deadline, phases } = work
  work.refused = undefined
  if (inputs.inFlight === 'fail') throw underWay(inputs.service, operation)
  context.host.info('Waiting for its end.')
  const startedAt = Date.now()
  const arn = serviceOf(observed)?.ServiceArn ?? ''
  // What has begun a moment ago may not be listed yet.
  if (operation?.Id === undefined) await sleep(betweenLooksMs, context.signal)
  else {
    const followed = { arn, operationId: operation.Id, deadline, intervalMs: lookForOthersMs }
    await followOperation({ ...aws, log: context.host }, followed)
  }
  phases.push({ what: 'waiting for others', startedAt, endedAt: Date.now(), isBad: false })
  return undefined
}

function underWay(service: string, operation: Operation | undefined): ActionError {
  const what = operation === undefined ? 'An operation' : describeOperation(operation)
  return new ActionError({
    code: 'conflict',
    message: `${what} of ${service} is under way, which this step did not start, and in-flight is fail. Nothing was deployed.`,
    remedy: 'Run the step again when that is over, or set in-flight: wait.',
  })
}

/** Resumes a paused service, to which nothing can be deployed before. Throws an ActionError where it stays paused. */
export async function resume(
  work: Work,
  observed: Observed,
  plan: Extract<Plan, { kind: 'resume' }>,
): Promise<undefined> {
  const { aws, context, deadline, phases } = work
  const deciding = await startOperation(work, observed, plan)
  const service = serviceOf(observed)
  if (deciding === undefined || service === undefined) return undefined
  const { begun } = deciding
  const startedAt = Date.now()
  const operation = await followOperation(
    { ...aws, log: context.host },
    { ...begun, deadline, isNewDeployment: true },
  )
  const isBad = operation?.Status !== 'SUCCEEDED'
  phases.push({ what: 'resuming', startedAt, endedAt: Date.now(), isBad })
  if (operation === undefined) return undefined
  if (!isBad) {
    work.earlier = { deciding, operation }
    return undefined
  }
  const explanation = await explain(aws, { arn: begun.arn, operation })
  tellExplanation(context.host, explanation)
  throw failureOf(operation, explanation, { ...service, Status: 'PAUSED' })
}
