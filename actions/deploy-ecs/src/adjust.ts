import type { Service } from '@aws-sdk/client-ecs'
import { ActionError, formatSeconds, inGroup } from '@deploy-actions/action-kit'
import type { AwsClients } from '@deploy-actions/aws'
import {
  diagnoseEvents,
  essentialNames,
  findPrimary,
  findRepeatedDeath,
  quoteLog,
  RolloutWatcher,
  TrackedRollout,
  updateService,
  type Diagnosis,
  type EcsContext,
  type SettleEnd,
} from '@deploy-actions/ecs'
import { diagnoseRecord } from './diagnose.ts'
import { abandoned } from './failures.ts'
import type { Context, Inputs } from './inputs.ts'
import type { Observed } from './observe/observe.ts'
import type { AdjustPlan } from './plan.ts'
import { RolloutRecord } from './record.ts'

/** What changing the settings of a service needs. */
export interface AdjustWork {
  readonly context: Context
  readonly ecs: EcsContext
  readonly clients: AwsClients
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

/** ECS counts a task that starts and ends at once as running in between: one look may be deceived. */
const looksInARow = 2

/**
 * Changes settings of the service, and waits until as many tasks run as are desired. Tasks that keep dying alike
 * end that early (`fail-fast`); nothing is taken back, since no version has changed.
 */
export async function adjust(work: AdjustWork): Promise<Adjustment> {
  const { context, ecs, inputs, observed, plan } = work
  const begunAt = Date.now()
  const seconds = (): number => Math.round((Date.now() - begunAt) / 1000)
  const { clusterArn: cluster = '', serviceName: service = '' } = observed.service
  const started = findPrimary(observed.service)
  const update = (): Promise<Service | undefined> => send(work, { cluster, service })
  const isWaitedFor = inputs.wait && concernsCount(plan)
  if (!isWaitedFor || started === undefined) {
    const updated = await update()
    return { service: updated ?? observed.service, seconds: seconds(), failure: undefined }
  }
  const record = new RolloutRecord(context.host, begunAt)
  const rollout = new TrackedRollout({ cluster, service }, started)
  const essential = essentialNames(observed.current?.definition ?? observed.wanted)
  const watcher = new RolloutWatcher(ecs, { rollout, essential, onNews: record.take })
  await watcher.forgetPast()
  let last = await update()
  const onService = (now: Service): void => {
    if (now.runningCount !== last?.runningCount) context.host.info(progress(now, seconds()))
    last = now
  }
  const isMore = wantsMore(work)
  const end = await inGroup(context.host, 'Wait for the tasks', () =>
    settle(work, watcher, {
      deadline: begunAt + plan.timeoutSeconds * 1000,
      looksInARow: isMore ? looksInARow : 1,
      isEnough: (deaths) => inputs.failFast && findRepeatedDeath(deaths) !== undefined,
      onService,
    }),
  )
  const now = last ?? observed.service
  if (end === 'settled') return { service: now, seconds: seconds(), failure: undefined }
  const failure = notScaled(now, {
    diagnosis: (await diagnoseDead(work, record, started)) ?? diagnoseNews(now, begunAt),
    seconds: seconds(),
  })
  return { service: now, seconds: seconds(), failure }
}

/** Whether tasks are to be started or stopped; without any change those that are missing are waited for. */
function concernsCount({ change }: AdjustPlan): boolean {
  return Object.keys(change).length === 0 || change.desiredCount !== undefined
}

function wantsMore({ plan, observed: { service } }: AdjustWork): boolean {
  const wanted = plan.change.desiredCount ?? service.desiredCount ?? 0
  return wanted > (service.runningCount ?? 0)
}

async function send(
  { ecs, plan, observed }: AdjustWork,
  reference: { readonly cluster: string; readonly service: string },
): Promise<Service | undefined> {
  return Object.keys(plan.change).length === 0
    ? observed.service
    : updateService(ecs, { ...reference, settings: plan.change })
}

/** A service that was there when the step began and is gone now is nobody's wrong input. */
async function settle(
  work: AdjustWork,
  watcher: RolloutWatcher,
  options: Parameters<RolloutWatcher['settles']>[0],
): Promise<SettleEnd> {
  try {
    return await watcher.settles(options)
  } catch (error) {
    if (work.context.signal.aborted) throw error
    throw abandoned(work, error)
  }
}

function progress({ runningCount, desiredCount }: Service, seconds: number): string {
  return `${formatSeconds(seconds).padStart(7)}  ${runningCount} of ${desiredCount} tasks running`
}

async function diagnoseDead(
  { clients, context, observed }: AdjustWork,
  record: RolloutRecord,
  { taskDefinition: arn }: { readonly taskDefinition: string },
): Promise<Diagnosis | undefined> {
  if (record.deaths.length === 0) return undefined
  const definition = observed.current?.definition ?? observed.wanted
  return diagnoseRecord(record, { clients, definition, arn, signal: context.signal })
}

function diagnoseNews({ events = [] }: Service, since: number): Diagnosis | undefined {
  const recent = events.filter(({ createdAt }) => Number(createdAt) >= since)
  return diagnoseEvents(recent.map(({ message = '' }) => message))
}

function notScaled(
  { serviceName, runningCount, desiredCount }: Service,
  { diagnosis, seconds }: { readonly diagnosis: Diagnosis | undefined; readonly seconds: number },
): ActionError {
  const causes = diagnosis ? [diagnosis.headline, ...quoteLog(diagnosis.log)] : []
  const what = `After ${formatSeconds(seconds)}, ${runningCount} of ${desiredCount} tasks of ${serviceName} run. The desired count stays as it was set.`
  return new ActionError({
    code: diagnosis?.code ?? 'timeout',
    message: [what, ...causes].join('\n'),
    remedy:
      diagnosis?.remedy ??
      'Look at the events of the service, which say why tasks are not started; raise timeout where it only takes longer.',
  })
}
