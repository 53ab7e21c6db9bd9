import type { OutputLogEvent } from '@aws-sdk/client-cloudwatch-logs'
import {
  call,
  DeadlineError,
  isAwsError,
  isTransient,
  untilDeadline,
  type AwsClients,
} from '@deploy-actions/aws'
import { isMissing, whyUnread, type LogPlace } from '../diagnosis/log-place.ts'
import { hideTokens } from '../diagnosis/redact.ts'

/** One line that a container wrote, without passwords in URLs and tokens that say what they are. */
export interface LogLine {
  readonly text: string
  /** When it was written, by the clock of its host: milliseconds since the epoch. */
  readonly writtenAt: number
  /** How many milliseconds later CloudWatch had it. */
  readonly lateByMs: number
}

/** What one look at a log has brought. */
export interface LogPage {
  readonly lines: readonly LogLine[]
  /** Whether nothing more is there by now. */
  readonly isEnd: boolean
  /** Whether CloudWatch has answered: else nobody knows what is there. */
  readonly isAnswered: boolean
}

/** So long an answer is waited for; the next look asks for the same again. */
const answerWithinMs = 10_000

/** The log of one container of a task, read on as it is written: no line twice, and none left out. */
export class LogFollower {
  readonly place: LogPlace
  /** False once reading it again makes no sense. */
  isReadable = true
  /** Why the last look failed, as a whole sentence; undefined where it did not. */
  trouble: string | undefined
  readonly #clients: AwsClients
  #token: string | undefined
  #startTime: number | undefined
  /** The newest moment of which lines were read, and how many events of it. */
  #newest = { timestamp: 0, events: 0 }
  /** Events of the newest moment that come again after a new beginning. */
  #known = 0

  constructor(clients: AwsClients, place: LogPlace) {
    this.#clients = clients
    this.place = place
  }

  /** The next lines, in their order; never throws. What an abort cuts off is read the next time. */
  async readPage(signal: AbortSignal): Promise<LogPage> {
    if (!this.isReadable) return { lines: [], isEnd: true, isAnswered: true }
    try {
      const page = await untilDeadline(signal, Date.now() + answerWithinMs, (limited) =>
        this.#read(limited),
      )
      this.trouble = undefined
      return { ...page, isAnswered: true }
    } catch (error) {
      if (signal.aborted) return { lines: [], isEnd: true, isAnswered: false }
      return this.#afterError(error)
    }
  }

  async #read(signal: AbortSignal): Promise<Omit<LogPage, 'isAnswered'>> {
    const { GetLogEventsCommand } = await import('@aws-sdk/client-cloudwatch-logs')
    const { group, stream, region } = this.place
    const command = new GetLogEventsCommand({
      logGroupName: group,
      logStreamName: stream,
      startFromHead: true,
      startTime: this.#startTime,
      nextToken: this.#token,
    })
    const client = await this.#clients.logs(region)
    const answer = await call(client, command, { signal, resource: group })
    const { events = [], nextForwardToken: token } = answer
    // At the end of the stream the same token comes back, and leads to what is written later.
    const isEnd = token === undefined || token === this.#token
    this.#token = token ?? this.#token
    return { lines: this.#new(events).flatMap(linesOf), isEnd }
  }

  /** The events that were not read before, of which it takes note. */
  #new(events: readonly OutputLogEvent[]): readonly OutputLogEvent[] {
    return events.filter(({ timestamp = 0 }) => {
      if (this.#known > 0 && timestamp === this.#newest.timestamp) {
        this.#known -= 1
        return false
      }
      if (timestamp > this.#newest.timestamp) this.#newest = { timestamp, events: 0 }
      if (timestamp === this.#newest.timestamp) this.#newest.events += 1
      return true
    })
  }

  #afterError(error: unknown): LogPage {
    const isAnswered = !(error instanceof DeadlineError || isTransient(error))
    if (isAwsError(error, 'InvalidParameterException') && this.#token !== undefined) {
      this.#beginAgain()
      return { lines: [], isEnd: false, isAnswered }
    }
    // A stream comes into being with its container; what passes is tried again the next time.
    this.isReadable = isAwsError(error, 'ResourceNotFoundException') || !isAnswered
    this.trouble = isMissing(error, 'log stream') ? undefined : whyUnread(this.place, error)
    return { lines: [], isEnd: true, isAnswered }
  }

  /**
   * A token is good for 24 hours; from then on the log is read from its newest line on.
   * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html
   */
  #beginAgain(): void {
    this.#token = undefined
    this.#startTime = this.#newest.timestamp
    this.#known = this.#newest.events
  }
}

/** An event may hold several lines; a carriage return alone begins a new one for GitHub's runner. */
function linesOf({
  message = '',
  timestamp = 0,
  ingestionTime = timestamp,
}: OutputLogEvent): readonly LogLine[] {
  const lines = message.replace(/[\r\n]+$/, '').split(/\r\n|\n|\r/)
  const lateByMs = ingestionTime - timestamp
  return lines.map((text) => ({ text: hideTokens(text), writtenAt: timestamp, lateByMs }))
}
