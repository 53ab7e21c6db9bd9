import type { Service } from '@aws-sdk/client-ecs'
import { inGroup, type FailureCode, type Host } from '@deploy-actions/action-kit'
import type { AwsClients } from '@deploy-actions/aws'
import {
  describeDeath,
  diagnoseDeaths,
  diagnoseEvents,
  groupDeaths,
  quoteLog,
  readLogTail,
  type Definition,
  type Diagnosis,
  type LogTail,
  type TaskDeath,
} from '@deploy-actions/ecs'
import type { BegunRollout, Work } from './deployment.ts'
import { findHangingCause } from './hanging-tasks.ts'
import type { RolloutRecord } from './record.ts'
import { healthCheckPath } from './targets.ts'

/**
 * Finds the root cause of a failed rollout, with the last lines of the container that failed, and
 * prints it.
 */
export async function explain(work: Work, begun: BegunRollout): Promise<Diagnosis | undefined> {
  const { host } = work.context
  return inGroup(host, 'Find out why', async () => {
    const diagnosis = await diagnose(work, begun)
    printDiagnosis(host, diagnosis)
    return diagnosis
  })
}

/** The same diagnosis with the tasks that have died since; their logs say the same. */
export function bringUpToDate(diagnosis: Diagnosis, { record }: BegunRollout): Diagnosis {
  const [first, ...others] = groupDeaths(record.deaths)
  return first === undefined
    ? diagnosis
    : diagnoseDeaths([first, ...others], diagnosis.log, record.events)
}

async function diagnose(work: Work, begun: BegunRollout): Promise<Diagnosis | undefined> {
  const { rollout, record } = begun
  const deceased: Deceased = {
    clients: work.clients,
    definition: work.plan.definition,
    arn: rollout.started.taskDefinition,
    signal: work.context.signal,
    loadBalancers: work.observed.service.loadBalancers,
  }
  if (record.deaths.length > 0) return diagnoseRecord(record, deceased)
  const found = await findHangingCause(work, begun)
  if (found === 'died') return diagnoseRecord(record, deceased)
  if (found?.where?.container === undefined) return found?.diagnosis
  const { taskId, container } = found.where
  const log = await readLog(deceased, { taskId, container, code: found.diagnosis.code })
  return { ...found.diagnosis, log }
}

/** What the dead tasks ran, and how to read their logs. */
export interface Deceased {
  readonly clients: AwsClients
  readonly definition: Definition
  /** ARN of the definition. */
  readonly arn: string
  readonly signal: AbortSignal
  /** Those of the service: they tell which container answers a health check. */
  readonly loadBalancers?: Service['loadBalancers']
}

/** The root cause by the tasks that died, with the log of one of them; without any, by the events. */
export async function diagnoseRecord(
  record: RolloutRecord,
  deceased: Deceased,
): Promise<Diagnosis | undefined> {
  const [first, ...others] = groupDeaths(record.deaths)
  if (first === undefined) return diagnoseEvents(record.events)
  const { newest } = first
  const container = newest.container ?? checkedContainer(newest, deceased)
  const log =
    container === undefined || !hasRun(newest)
      ? undefined
      : await readLog(deceased, { ...newest, container, endedAt: newest.stoppedAt })
  return diagnoseDeaths([first, ...others], log, record.events)
}

/** Whether the container that is told of began at all: else it has written nothing. */
function hasRun({ exitCode, kind }: TaskDeath): boolean {
  return (
    exitCode !== undefined ||
    kind === 'dependency' ||
    kind === 'container-health' ||
    kind === 'load-balancer-health'
  )
}

interface Wanted {
  readonly taskId: string
  readonly container: string
  readonly code: FailureCode
  readonly endedAt?: number
}

/** The end of a container's log; where a load balancer complains, with the requests of its health check. */
async function readLog(
  { clients, definition, arn, signal, loadBalancers = [] }: Deceased,
  { taskId, container, code, endedAt }: Wanted,
): Promise<LogTail> {
  const group = loadBalancers.find(({ containerName }) => containerName === container)
  const mentions =
    code === 'load-balancer-health' && group?.targetGroupArn !== undefined
      ? await healthCheckPath({ clients, signal }, group.targetGroupArn)
      : undefined
  const source = { definition, container, taskId, arn, mentions, ...(endedAt && { endedAt }) }
  return readLogTail(clients, source, signal)
}

/** The container that a load balancer checks: ECS names the target group only. */
function checkedContainer(
  { code, reason }: TaskDeath,
  { loadBalancers = [] }: Deceased,
): string | undefined {
  if (code !== 'load-balancer-health') return undefined
  const named = loadBalancers.find(
    ({ targetGroupArn: arn }) => arn !== undefined && reason.includes(arn),
  )
  return (named ?? loadBalancers[0])?.containerName
}

function printDiagnosis(host: Host, diagnosis: Diagnosis | undefined): void {
  if (diagnosis === undefined) {
    host.info(
      'No task of the new version is known to have died, and no event of the service tells a cause.',
    )
    return
  }
  host.info(diagnosis.headline)
  for (const detail of diagnosis.details) host.info(detail)
  for (const { newest, count } of diagnosis.groups.slice(1)) {
    host.info(`${count} more: ${describeDeath(newest)}`)
  }
  for (const line of quoteLog(diagnosis.log)) host.info(line)
  host.info(`What to do: ${diagnosis.remedy}`)
}
