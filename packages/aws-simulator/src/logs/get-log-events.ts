import type {
  GetLogEventsRequest,
  GetLogEventsResponse,
  OutputLogEvent,
} from '@aws-sdk/client-cloudwatch-logs'
import type { LogEvent, LogStore } from '../cloud/log-store.ts'
import { AwsError } from '../protocol/aws-error.ts'
import { missing, requireGroup } from './find-log-group.ts'

const defaultLimit = 10_000

/**
 * Reads one stream, from its tail unless `startFromHead`. The forward token leads to what follows,
 * also to lines that are not there yet: at the end of the stream the same token comes back.
 */
export function getLogEvents(logs: LogStore, input: GetLogEventsRequest): GetLogEventsResponse {
  const group = requireGroup(logs, input.logGroupName, input.logGroupIdentifier)
  const stream = group.streams.get(input.logStreamName ?? '')
  if (stream === undefined) throw missing('log stream')
  const { startTime = 0, endTime = Infinity, limit = defaultLimit, nextToken } = input
  const events = stream.events.filter(
    ({ timestampMs }) => timestampMs >= startTime && timestampMs < endTime,
  )
  const isHead = input.startFromHead === true
  const [from, to] = range(events.length, limit, { nextToken, isHead })
  return {
    events: events.slice(from, to).map(view),
    nextForwardToken: `f/${to}`,
    nextBackwardToken: `b/${from}`,
  }
}

/** First index of the page, and the one after its last. */
function range(
  count: number,
  limit: number,
  { nextToken, isHead }: { nextToken: string | undefined; isHead: boolean },
): readonly [number, number] {
  if (nextToken === undefined) return isHead ? [0, Math.min(count, limit)] : tail(count, limit)
  const [, direction, index] = /^([fb])\/(\d+)$/.exec(nextToken) ?? []
  if (direction === undefined) {
    throw new AwsError('InvalidParameterException', 'The specified nextToken is invalid.')
  }
  const at = Math.min(count, Number(index))
  return direction === 'f' ? [at, Math.min(count, at + limit)] : tail(at, limit)
}

function tail(end: number, limit: number): readonly [number, number] {
  return [Math.max(0, end - limit), end]
}

function view({ timestampMs, message }: LogEvent): OutputLogEvent {
  return { timestamp: timestampMs, message, ingestionTime: timestampMs }
}
