import {
  call,
  findArn,
  isAccessDenied,
  isAwsError,
  isTransient,
  nameFromArn,
  type AwsClients,
} from '@deploy-actions/aws'
import { statement } from '../diagnosis/classes/permissions.ts'
import { containersOf, type Definition } from '../task-definition/index.ts'

/** One line that a container wrote. */
export interface LogLine {
  readonly text: string
  /** When it was written, by the clock of its host: milliseconds since the epoch. */
  readonly writtenAt: number
  /** How many milliseconds later CloudWatch had it. */
  readonly lateByMs: number
}

/** The log of one container of a task, read on as it is written. */
export interface LogFollower {
  readonly container: string
  /** Why it is not read, as a whole sentence; undefined where it is. */
  readonly note: string | undefined
  /** The lines that have come since the last time, in their order. Never throws for what CloudWatch says. */
  readNew(signal: AbortSignal): Promise<readonly LogLine[]>
}

/** Follows the logs of all containers of a task. */
export function followLogs(
  clients: AwsClients,
  { definition, taskArn }: { readonly definition: Definition; readonly taskArn: string },
): readonly LogFollower[] {
  return containersOf(definition).map(({ name: container = '', logConfiguration }) => {
    const { logDriver, options = {} } = logConfiguration ?? {}
    const prefix = options['awslogs-stream-prefix']
    if (logDriver === undefined) return unread(container, 'it has no log configuration')
    if (logDriver !== 'awslogs') return unread(container, `its log driver is ${logDriver}`)
    if (prefix === undefined) {
      const why = 'without awslogs-stream-prefix nobody knows which stream is that of the task'
      return unread(container, why)
    }
    return new StreamFollower(clients, {
      container,
      group: options['awslogs-group'] ?? '',
      stream: `${prefix}/${container}/${nameFromArn(taskArn)}`,
      taskArn,
      region: options['awslogs-region'],
    })
  })
}

function unread(container: string, why: string): LogFollower {
  return {
    container,
    note: `The log of ${container} is not read here: ${why}.`,
    readNew: () => Promise.resolve([]),
  }
}

interface LogStream {
  readonly container: string
  readonly group: string
  readonly stream: string
  readonly taskArn: string
  readonly region: string | undefined
}

class StreamFollower implements LogFollower {
  readonly container: string
  note: string | undefined
  readonly #clients: AwsClients
  readonly #source: LogStream
  #token: string | undefined

  constructor(clients: AwsClients, source: LogStream) {
    this.container = source.container
    this.#clients = clients
    this.#source = source
  }

  async readNew(signal: AbortSignal): Promise<readonly LogLine[]> {
    const lines: LogLine[] = []
    if (this.note !== undefined) return lines
    try {
      for (;;) {
        const page = await this.#readPage(signal)
        lines.push(...page.lines)
        // At the end of the stream the same token comes back, and leads to what is written later.
        const isEnd = page.token === undefined || page.token === this.#token
        this.#token = page.token ?? this.#token
        if (isEnd) return lines
      }
    } catch (error) {
      if (signal.aborted) throw error
      this.#note(error)
      return lines
    }
  }

  async #readPage(
    signal: AbortSignal,
  ): Promise<{ lines: readonly LogLine[]; token?: string | undefined }> {
    const { GetLogEventsCommand } = await import('@aws-sdk/client-cloudwatch-logs')
    const { group, stream, region } = this.#source
    const command = new GetLogEventsCommand({
      logGroupName: group,
      logStreamName: stream,
      startFromHead: true,
      nextToken: this.#token,
    })
    const client = await this.#clients.logs(region)
    const { events = [], nextForwardToken } = await call(client, command, {
      signal,
      resource: group,
    })
    const lines = events.flatMap(({ message = '', timestamp = 0, ingestionTime = timestamp }) =>
      // A carriage return alone begins a new line for GitHub's runner.
      message
        .replace(/[\r\n]+$/, '')
        .split(/\r\n|\n|\r/)
        .map((text) => ({ text, writtenAt: timestamp, lateByMs: ingestionTime - timestamp })),
    )
    return { lines, token: nextForwardToken }
  }

  /** A stream comes into being with its first line; what passes is tried again the next time. */
  #note(error: unknown): void {
    if (isAwsError(error, 'ResourceNotFoundException') || isTransient(error)) return
    const why = isAccessDenied(error)
      ? `the role of this job needs ${this.#missing()}`
      : error instanceof Error
        ? error.message
        : String(error)
    this.note = `The log of ${this.container} is not read: ${why.replace(/\.$/, '')}.`
  }
  #missing(): string {
    const { taskArn, group, region: ofLog } = this.#source
    const { partition, region, account } = findArn(taskArn) ?? {}
    const logGroup = `arn:${partition}:logs:${ofLog ?? region}:${account}:log-group:${group}:*`
    return statement(['logs:GetLogEvents'], logGroup)
  }
}
