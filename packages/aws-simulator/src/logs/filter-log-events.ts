import type {
  FilterLogEventsRequest,
  FilterLogEventsResponse,
} from '@aws-sdk/client-cloudwatch-logs'
import type { LogStore } from '../cloud/log-store.ts'
import { requireGroup } from './find-log-group.ts'
import { logPage } from './log-page.ts'

const defaultLimit = 10_000

/** Reads several streams of a group in order of time; of patterns it knows plain words, all required. */
export function filterLogEvents(
  logs: LogStore,
  nowMs: number,
  input: FilterLogEventsRequest,
): FilterLogEventsResponse {
  const group = requireGroup(logs, input.logGroupName, input.logGroupIdentifier)
  const { logStreamNames, logStreamNamePrefix = '', startTime = 0, endTime = nowMs } = input
  const words = (input.filterPattern ?? '').split(/\s+/).filter((word) => word !== '')
  const events = [...group.streams.values()]
    .filter(({ name }) => logStreamNames?.includes(name) ?? name.startsWith(logStreamNamePrefix))
    .flatMap((stream) => stream.arrived(nowMs).map((event) => ({ ...event, stream: stream.name })))
    .filter(({ timestampMs }) => timestampMs >= startTime && timestampMs <= endTime)
    .filter(({ message }) => words.every((word) => message.includes(word.replaceAll('"', ''))))
    .toSorted((a, b) => a.timestampMs - b.timestampMs)
  const { nextToken, limit = defaultLimit } = input
  const page = logPage(events, { nextToken, limit })
  return {
    events: page.items.map(({ timestampMs, ingestedMs, message, stream }, index) => ({
      logStreamName: stream,
      timestamp: timestampMs,
      ingestionTime: ingestedMs,
      message,
      eventId: `${timestampMs}${String(index).padStart(6, '0')}`,
    })),
    searchedLogStreams: [],
    nextToken: page.nextToken,
  }
}
