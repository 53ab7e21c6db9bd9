import type { Service } from '@aws-sdk/client-ecs'
import { ActionError, formatSeconds, inGroup } from '@deploy-actions/action-kit'
import { DeadlineError, poll } from '@deploy-actions/aws'
import { diagnoseEvents, getService, updateService, type EcsContext } from '@deploy-actions/ecs'
import type { Context, Inputs } from './inputs.ts'
import type { Observed } from './observe/observe.ts'
import type { AdjustPlan } from './plan.ts'

/** What changing the settings of a service needs. */
export interface AdjustWork {
  readonly context: Context
  readonly ecs: EcsContext
  readonly inputs: Inputs
  readonly observed: Observed
  readonly plan: AdjustPlan
}

/** How the service stands after its settings were changed. */
export interface Adjustment {
  readonly service: Service
  readonly seconds: number
  readonly failure: ActionError | undefined
}

/** Changes settings of the service, and waits until as many tasks run as are desired. */
export async function adjust(work: AdjustWork): Promise<Adjustment> {
  const { context, ecs, inputs, observed, plan } = work
  const begunAt = Date.now()
  const { clusterArn: cluster = '', serviceName: service = '' } = observed.service
  const updated = await updateService(ecs, { cluster, service, settings: plan.change })
  const seconds = (): number => Math.round((Date.now() - begunAt) / 1000)
  if (!inputs.wait || plan.change.desiredCount === undefined || updated === undefined) {
    return { service: updated ?? observed.service, seconds: seconds(), failure: undefined }
  }
  let last = updated
  const look = async (): Promise<Service | undefined> => {
    const now = await getService(ecs, inputs.reference)
    if (now.runningCount !== last.runningCount) context.host.info(progress(now, seconds()))
    last = now
    return isScaled(now) ? now : undefined
  }
  try {
    const scaled = await inGroup(context.host, 'Wait for the tasks', () =>
      poll(look, {
        signal: ecs.signal,
        deadline: begunAt + plan.timeoutSeconds * 1000,
        delayMs: (looks) => Math.min(looks * 1_000, 5_000),
      }),
    )
    return { service: scaled, seconds: seconds(), failure: undefined }
  } catch (error) {
    if (!(error instanceof DeadlineError)) throw error
    const failure = notScaled(last, { since: begunAt, timeoutSeconds: plan.timeoutSeconds })
    return { service: last, seconds: seconds(), failure }
  }
}

function isScaled({ runningCount, desiredCount, pendingCount }: Service): boolean {
  return runningCount === desiredCount && pendingCount === 0
}

function progress({ runningCount, desiredCount }: Service, seconds: number): string {
  return `${formatSeconds(seconds).padStart(7)}  ${runningCount} of ${desiredCount} tasks running`
}

function notScaled(
  { serviceName, runningCount, desiredCount, events = [] }: Service,
  { since, timeoutSeconds }: { readonly since: number; readonly timeoutSeconds: number },
): ActionError {
  const recent = events.filter(({ createdAt }) => Number(createdAt) >= since)
  const diagnosis = diagnoseEvents(recent.map(({ message = '' }) => message))
  const causes = diagnosis === undefined ? '' : `\n${diagnosis.headline}`
  return new ActionError({
    code: diagnosis?.code ?? 'timeout',
    message: `After ${formatSeconds(timeoutSeconds)}, ${runningCount} of ${desiredCount} tasks of ${serviceName} run.${causes}`,
    remedy:
      diagnosis?.remedy ??
      'Look at the events of the service, which say why tasks are not started; raise timeout where it only takes longer.',
  })
}
