import { attemptCheck, call, findArn, isAwsError, type LookupContext } from '@deploy-actions/aws'
import { readableLines } from '@deploy-actions/ecs'

/** The last lines of a log of a service, or why they cannot be shown. */
export interface LogTail {
  readonly title: string
  readonly lines: readonly string[]
  /** Why there are no lines. */
  readonly note: string | undefined
}

/** Whose logs are read, and from when on, in milliseconds since the epoch. */
export interface LogSource {
  /** ARN of the service. */
  readonly arn: string
  readonly since: number
}

/** What App Runner and the application wrote about an operation. */
export interface Logs {
  readonly events: LogTail
  readonly application: LogTail
}

const tailLength = 20
/** Instances of a new version whose output is read. */
const instances = 2

/**
 * Reads the tails of what App Runner wrote about an operation, and the instances that it started. A failure to read is only noted.
 * Throws only when the run is cancelled. https://docs.aws.amazon.com/apprunner/latest/dg/monitor-cwl.html
 */
export async function readLogs(context: LookupContext, source: LogSource): Promise<Logs> {
  const [events, application] = await Promise.all([
    readEvents(context, source),
    readApplication(context, source),
  ])
  return { events, application }
}

/** Reads what App Runner wrote about an operation; see {@link readLogs}. */
export function readEvents(context: LookupContext, { arn, since }: LogSource): Promise<LogTail> {
  const group = groupOf(arn, 'service')
  return attemptTail('Events of the service', async () => {
    const lines = await readStream(context, { ...group, stream: 'events', since })
    return lines.map((line) => line.replace(/^\[AppRunner\] /, ''))
  })
}

/** Instances of the old version go on writing to streams of their own. */
function readApplication(context: LookupContext, { arn, since }: LogSource): Promise<LogTail> {
  const group = groupOf(arn, 'application')
  return attemptTail('Output of the application', async () => {
    const streams = await listNewStreams(context, group, since)
    const read = streams.map((stream) => readStream(context, { ...group, stream, since }))
    return (await Promise.all(read)).flat()
  })
}

interface Group {
  readonly name: string
  /** What a policy has to name, so that the log can be read. */
  readonly resource: string
}

function groupOf(arn: string, log: 'service' | 'application'): Group {
  const { partition, region, account, resource = '' } = findArn(arn) ?? {}
  const name = `/aws/apprunner/${resource.replace(/^service\//, '')}/${log}`
  return { name, resource: `arn:${partition}:logs:${region}:${account}:log-group:${name}:*` }
}

async function attemptTail(
  title: string,
  read: () => Promise<readonly string[]>,
): Promise<LogTail> {
  const lines = await attemptCheck(() => orNothing(read))
  if ('kind' in lines) {
    return { title, lines: [], note: `not read: ${lines.message}. ${lines.remedy}` }
  }
  const note = lines.length === 0 ? 'nothing was written' : undefined
  return { title, lines: lines.slice(-tailLength), note }
}

/** What has written nothing yet has no stream, and no group. */
async function orNothing(read: () => Promise<readonly string[]>): Promise<readonly string[]> {
  try {
    return await read()
  } catch (error) {
    if (isAwsError(error, 'ResourceNotFoundException')) return []
    throw error
  }
}

async function listNewStreams(
  { clients, signal }: LookupContext,
  { name, resource }: Group,
  since: number,
): Promise<readonly string[]> {
  const { DescribeLogStreamsCommand } = await import('@aws-sdk/client-cloudwatch-logs')
  const command = new DescribeLogStreamsCommand({
    logGroupName: name,
    orderBy: 'LastEventTime',
    descending: true,
    limit: 50,
  })
  const answer = await call(await clients.logs(), command, { signal, resource })
  return (answer.logStreams ?? [])
    .filter(({ creationTime = 0 }) => creationTime >= since)
    .flatMap(({ logStreamName }) => logStreamName ?? [])
    .slice(0, instances)
    .toReversed()
}

type Stream = Group & { readonly stream: string; readonly since: number }

async function readStream(
  { clients, signal }: LookupContext,
  { name, resource, stream, since }: Stream,
): Promise<readonly string[]> {
  const { GetLogEventsCommand } = await import('@aws-sdk/client-cloudwatch-logs')
  const command = new GetLogEventsCommand({
    logGroupName: name,
    logStreamName: stream,
    startTime: since,
    limit: 50,
  })
  const { events = [] } = await call(await clients.logs(), command, { signal, resource })
  return events.flatMap(({ message = '' }) => readableLines(message))
}
