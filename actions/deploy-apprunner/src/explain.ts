import type { Service } from '@aws-sdk/client-apprunner'
import { ActionError, type Log } from '@deploy-actions/action-kit'
import type { LookupContext } from '@deploy-actions/aws'
import { diagnose, type Diagnosis } from './logs/diagnose.ts'
import { readEvents, readLogs, type LogTail } from './logs/read-logs.ts'
import { describeOperation, type Operation } from './operation/operations.ts'
import { imageOf } from './settings/configuration.ts'

/** Why an operation does not succeed, with what was written about it. */
export interface Explanation {
  readonly diagnosis: Diagnosis
  readonly logs: readonly LogTail[]
  /** What the application wrote last. */
  readonly lastWords: readonly string[]
}

/** Which operation of which service. */
export interface Explained {
  readonly arn: string
  readonly operation: Pick<Operation, 'StartedAt'>
}

/** Finds out why an operation does not succeed: App Runner says that in its logs only. */
export async function explain(
  context: LookupContext,
  { arn, operation }: Explained,
): Promise<Explanation> {
  const since = operation.StartedAt?.getTime() ?? 0
  const { events, application } = await readLogs(context, { arn, since })
  return {
    diagnosis: diagnose(events.lines),
    logs: [events, application],
    lastWords: application.lines.slice(-5),
  }
}

/** Tells what was found out as soon as it is known: App Runner takes a quarter of an hour for what comes next. */
export function tellExplanation(log: Log, { diagnosis, logs }: Explanation): void {
  const { because, remedy } = diagnosis
  if (because !== undefined) log.info(`The new version failed: ${because}. ${remedy}`)
  for (const { title, lines, note } of logs) {
    log.info(`${title}${note === undefined ? ':' : ` (${note})`}`)
    for (const line of lines) log.info(`  ${line}`)
  }
}

/** What is known of a service; its status is undefined where it could not be asked. */
type Standing = Pick<Partial<Service>, 'ServiceName' | 'Status' | 'SourceConfiguration'>

/** The error that an operation ends a step with which did not succeed. */
export function failureOf(
  operation: Operation,
  { diagnosis, lastWords }: Explanation,
  service: Standing,
): ActionError {
  const { code, because = 'its events do not say why', remedy } = diagnosis
  const { Status: status = '' } = operation
  const isStuck = status === 'ROLLBACK_FAILED'
  const end = `${describeOperation(operation)} of ${service.ServiceName ?? ''} ended as ${status}: ${because}.`
  return new ActionError({
    code: isStuck ? 'rollback-failed' : code,
    message: `${end} ${standing(operation, service)}${quoted(lastWords)}`,
    remedy: isStuck
      ? `App Runner could not put the previous version back either: look at its events above, mend that, and run the step again. ${remedy}`
      : remedy,
  })
}

/** Where the service stands, which its status alone does not tell. */
function standing({ Status }: Operation, service: Standing): string {
  const image = imageOf(service) ?? 'no image'
  if (Status === 'ROLLBACK_SUCCEEDED')
    return `The service runs its previous configuration again (${image}).`
  if (service.Status === undefined) return 'How the service stands now could not be asked.'
  return `The service is ${service.Status}, with ${image}.`
}

/** What the application wrote last, as a message quotes it. */
export function quoted(lastWords: readonly string[]): string {
  if (lastWords.length === 0) return ''
  return `\nThe application wrote last:\n${lastWords.map((line) => `  | ${line}`).join('\n')}`
}

/** What App Runner wrote meanwhile, in the place of what was read before. */
export async function withNewEvents(
  context: LookupContext,
  explained: Explained,
  before: Explanation,
): Promise<Explanation> {
  const since = explained.operation.StartedAt?.getTime() ?? 0
  const events = await readEvents(context, { arn: explained.arn, since })
  return { ...before, logs: [events, ...before.logs.slice(1)] }
}
