import {
  call,
  isAccessDenied,
  isAwsError,
  logGroupConsoleUrl,
  poll,
  DeadlineError,
} from '@deploy-actions/aws'
import type { AwsClients } from '@deploy-actions/aws'
import { containersOf, type Definition } from '../task-definition/index.ts'

/** The last lines that a container wrote, or why they cannot be shown. */
export interface LogTail {
  readonly container: string
  readonly lines: readonly string[]
  /** Why there are no lines. */
  readonly note?: string
  readonly url?: string | undefined
}

/** Which container of which task. */
export interface LogSource {
  readonly definition: Definition
  readonly container: string
  readonly taskId: string
  /** Any ARN of the same partition and region, for the link. */
  readonly arn: string
}

const tailLength = 20
/** Log events arrive late: the last line of a crash may need some seconds. */
const patienceMs = 10_000

/** Reads the last lines of a container from CloudWatch Logs. A failure to read is only noted. */
export async function readLogTail(
  clients: AwsClients,
  source: LogSource,
  signal: AbortSignal,
): Promise<LogTail> {
  const { container } = source
  const log = containersOf(source.definition).find(
    ({ name }) => name === container,
  )?.logConfiguration
  if (log?.logDriver !== 'awslogs') {
    const driver = log?.logDriver
      ? `its log driver is ${log.logDriver}`
      : 'it has no log configuration'
    return { container, lines: [], note: `The log of ${container} cannot be read here: ${driver}.` }
  }
  const group = log.options?.['awslogs-group'] ?? ''
  const stream = `${log.options?.['awslogs-stream-prefix'] ?? ''}/${container}/${source.taskId}`
  const url = logGroupConsoleUrl(source.arn, group)
  try {
    // Loaded on demand, as the client is: only a failed deployment needs it.
    const { GetLogEventsCommand } = await import('@aws-sdk/client-cloudwatch-logs')
    const client = await clients.logs(log.options?.['awslogs-region'])
    const input = { logGroupName: group, logStreamName: stream, limit: tailLength }
    const read = () => call(client, new GetLogEventsCommand(input), { signal })
    const lines = await poll(() => readOnce(read), {
      signal,
      deadline: Date.now() + patienceMs,
      delayMs: (looks) => looks * 1_000,
    })
    return { container, lines, url }
  } catch (error) {
    return { container, lines: [], note: noteFor(error, { container, group }), url }
  }
}

async function readOnce(
  read: () => Promise<{ events?: { message?: string | undefined }[] | undefined }>,
): Promise<readonly string[] | undefined> {
  try {
    const { events = [] } = await read()
    return events.length === 0 ? undefined : events.map(({ message }) => (message ?? '').trimEnd())
  } catch (error) {
    if (isAwsError(error, 'ResourceNotFoundException')) return undefined
    throw error
  }
}

function noteFor(
  error: unknown,
  { container, group }: { container: string; group: string },
): string {
  if (error instanceof DeadlineError) return `${container} wrote nothing to the log group ${group}.`
  if (isAccessDenied(error)) {
    return `The log of ${container} was not read: the role of this job needs logs:GetLogEvents on the log group ${group}.`
  }
  return `The log of ${container} in ${group} could not be read: ${error instanceof Error ? error.message : String(error)}`
}
