import type {
  GetLogEventsRequest,
  GetLogEventsResponse,
  OutputLogEvent,
} from '@aws-sdk/client-cloudwatch-logs'
import type { LogEvent, LogStore } from '../cloud/log-store.ts'
import { AwsError } from '../protocol/aws-error.ts'
import { missing, requireGroup } from './find-log-group.ts'

const defaultLimit = 10_000
/** A page has no more than this, counting what CloudWatch Logs adds to each line. */
const largestPageBytes = 1024 * 1024
const overheadBytes = 26

/**
 * Reads one stream, from its tail unless `startFromHead`. The forward token leads to what follows,
 * also to lines that are not there yet: at the end of the stream the same token comes back.
 */
export function getLogEvents(
  logs: LogStore,
  nowMs: number,
  input: GetLogEventsRequest,
): GetLogEventsResponse {
  const group = requireGroup(logs, input.logGroupName, input.logGroupIdentifier)
  const stream = group.streams.get(input.logStreamName ?? '')
  if (stream?.isThere(nowMs) !== true) throw missing('log stream')
  const { startTime = 0, endTime = Infinity, limit = defaultLimit, nextToken } = input
  if (limit < 1 || limit > defaultLimit) {
    throw new AwsError('InvalidParameterException', `limit must be between 1 and ${defaultLimit}.`)
  }
  const events = stream
    .arrived(nowMs)
    .filter(({ timestampMs }) => timestampMs >= startTime && timestampMs < endTime)
  const isHead = input.startFromHead === true
  const [from, to] = range(events, limit, { nextToken, isHead })
  return {
    events: events.slice(from, to).map(view),
    // A reader that was further already, for this answer is an old one, is not sent back.
    nextForwardToken: `f/${Math.max(to, forwardIndex(nextToken))}`,
    nextBackwardToken: `b/${from}`,
  }
}

function forwardIndex(token = ''): number {
  return Number(/^f\/(\d+)$/.exec(token)?.[1] ?? 0)
}

/** First index of the page, and the one after its last. */
function range(
  events: readonly LogEvent[],
  limit: number,
  { nextToken, isHead }: { nextToken: string | undefined; isHead: boolean },
): readonly [number, number] {
  const count = events.length
  if (nextToken === undefined) return isHead ? head(events, 0, limit) : tail(events, count, limit)
  const [, direction, index] = /^([fb])\/(\d+)$/.exec(nextToken) ?? []
  if (direction === undefined) {
    throw new AwsError('InvalidParameterException', 'The specified nextToken is invalid.')
  }
  const at = Math.min(count, Number(index))
  return direction === 'f' ? head(events, at, limit) : tail(events, at, limit)
}

function head(events: readonly LogEvent[], from: number, limit: number): readonly [number, number] {
  return [from, from + fitting(events.slice(from, from + limit))]
}

function tail(events: readonly LogEvent[], end: number, limit: number): readonly [number, number] {
  const last = events.slice(Math.max(0, end - limit), end).toReversed()
  return [end - fitting(last), end]
}

/** How many lines, from the first on, fit on a page. */
function fitting(events: readonly LogEvent[]): number {
  let bytes = 0
  const tooMany = events.findIndex(({ message }) => {
    bytes += Buffer.byteLength(message) + overheadBytes
    return bytes > largestPageBytes
  })
  return tooMany === -1 ? events.length : Math.max(1, tooMany)
}

function view({ timestampMs, ingestedMs, message }: LogEvent): OutputLogEvent {
  return { timestamp: timestampMs, message, ingestionTime: ingestedMs }
}
