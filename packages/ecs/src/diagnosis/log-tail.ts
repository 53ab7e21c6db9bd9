import {
  DeadlineError,
  findArn,
  isAccessDenied,
  logGroupConsoleUrl,
  poll,
  type AwsClients,
} from '@deploy-actions/aws'
import { containersOf, type Definition } from '../task-definition/index.ts'
import { statement } from './classes/permissions.ts'
import { isMissing, readStreamEnd } from './log-stream.ts'

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
  /** Any ARN of the same partition, region and account. */
  readonly arn: string
  /** When the task ended, in milliseconds since the epoch: the lines of what has just ended may still come. */
  readonly endedAt?: number
  /** A path whose requests are to be among the lines, also when they are not the last. */
  readonly mentions?: string | undefined
}

const tailLength = 20
/** Among so many lines a path is looked for that is to be mentioned, and of those that do, so many are shown. */
const searchedLength = 200
const mentionsLength = 8
/** Log events arrive late: the last line of a crash may need some seconds. */
const patienceMs = 10_000
const arrivedAfterMs = 3_000

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
  const { 'awslogs-group': group = '', 'awslogs-stream-prefix': prefix } = log?.options ?? {}
  const obstacle = obstacleTo(log?.logDriver, prefix)
  if (obstacle !== undefined) {
    const note = `The log of ${container} cannot be read here: ${obstacle}.`
    return { container, lines: [], note }
  }
  const url = logGroupConsoleUrl(source.arn, group)
  try {
    const region = log?.options?.['awslogs-region']
    const stream = { region, group, stream: `${prefix}/${container}/${source.taskId}` }
    const limit = source.mentions === undefined ? tailLength : searchedLength
    const read = () => readStreamEnd(clients, stream, { limit, signal })
    const lines = await readArrived(read, source, signal)
    return { container, lines: pick(lines, source.mentions), url }
  } catch (error) {
    if (signal.aborted) throw error
    return { container, lines: [], note: noteFor(error, { ...source, group }), url }
  }
}

function obstacleTo(driver: string | undefined, prefix: string | undefined): string | undefined {
  if (driver === undefined) return 'it has no log configuration'
  if (driver !== 'awslogs') return `its log driver is ${driver}`
  return prefix === undefined
    ? 'without awslogs-stream-prefix nobody knows which stream is that of the task'
    : undefined
}

/** Looks until there are lines, and once more where the container has only just ended. */
function readArrived(
  read: () => Promise<readonly string[] | undefined>,
  { endedAt = 0 }: LogSource,
  signal: AbortSignal,
): Promise<readonly string[]> {
  let before: readonly string[] | undefined
  const look = async (): Promise<readonly string[] | undefined> => {
    const lines = await read()
    if (lines === undefined) return undefined
    const isWhole = Date.now() - endedAt >= arrivedAfterMs || before?.at(-1) === lines.at(-1)
    before = lines
    return isWhole ? lines : undefined
  }
  const deadline = Date.now() + patienceMs
  return poll(look, { signal, deadline, delayMs: (looks) => looks * 1_000 }).catch(
    (error: unknown) => {
      if (error instanceof DeadlineError && before !== undefined) return before
      throw error
    },
  )
}

/** The last lines, with those before that mention what is looked for. */
function pick(lines: readonly string[], mentions: string | undefined): readonly string[] {
  if (mentions === undefined) return lines.slice(-tailLength)
  const last = lines.slice(-(tailLength - mentionsLength))
  const earlier = lines.slice(0, -last.length).filter((line) => line.includes(mentions))
  return [...earlier.slice(-mentionsLength), ...last]
}

function noteFor(error: unknown, { container, group, arn }: LogSource & { group: string }): string {
  if (error instanceof DeadlineError) return `${container} wrote nothing to the log group ${group}.`
  if (isMissing(error, 'log group')) {
    return `The log of ${container} is not there: there is no log group ${group}.`
  }
  if (isAccessDenied(error)) {
    const { partition, region, account } = findArn(arn) ?? {}
    const needed = `arn:${partition}:logs:${region}:${account}:log-group:${group}:*`
    return `The log of ${container} was not read: the role of this job needs ${statement(['logs:GetLogEvents'], needed)}`
  }
  return `The log of ${container} in ${group} could not be read: ${error instanceof Error ? error.message : String(error)}`
}
