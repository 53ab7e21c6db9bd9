import type {
  DescribeLogGroupsRequest,
  DescribeLogGroupsResponse,
  DescribeLogStreamsRequest,
  DescribeLogStreamsResponse,
} from '@aws-sdk/client-cloudwatch-logs'
import type { Arns } from '../cloud/arns.ts'
import type { Cloud } from '../cloud/cloud.ts'
import type { LogEvent, LogStore } from '../cloud/log-store.ts'
import { requireGroup } from './find-log-group.ts'
import { logPage } from './log-page.ts'

const defaultLimit = 50

/** What DescribeLogGroups answers. */
export function describeLogGroups(
  logs: LogStore,
  arns: Arns,
  { logGroupNamePrefix = '', nextToken, limit = defaultLimit }: DescribeLogGroupsRequest,
): DescribeLogGroupsResponse {
  const page = logPage(logs.matching(logGroupNamePrefix), { nextToken, limit })
  return {
    logGroups: page.items.map(({ name, createdMs }) => ({
      logGroupName: name,
      arn: arns.of('logs', `log-group:${name}:*`),
      logGroupArn: arns.of('logs', `log-group:${name}`),
      creationTime: createdMs,
    })),
    nextToken: page.nextToken,
  }
}

/** What DescribeLogStreams answers. */
export function describeLogStreams(
  { logs, arns, timeline }: Pick<Cloud, 'logs' | 'arns' | 'timeline'>,
  input: DescribeLogStreamsRequest,
): DescribeLogStreamsResponse {
  const { logStreamNamePrefix = '', nextToken, limit = defaultLimit } = input
  const group = requireGroup(logs, input.logGroupName, input.logGroupIdentifier)
  const isByTime = input.orderBy === 'LastEventTime'
  const nowMs = timeline.nowMs()
  const streams = [...group.streams.values()]
    .filter((stream) => stream.isThere(nowMs) && stream.name.startsWith(logStreamNamePrefix))
    .map((stream) => {
      const events = stream.arrived(nowMs)
      const { name, createdMs } = stream
      return { name, createdMs, first: events[0], last: events.at(-1) }
    })
    .toSorted((a, b) => (isByTime ? lastMs(a) - lastMs(b) : a.name < b.name ? -1 : 1))
  const ordered = input.descending === true ? streams.toReversed() : streams
  const page = logPage(ordered, { nextToken, limit })
  return {
    logStreams: page.items.map((stream) => ({
      logStreamName: stream.name,
      arn: arns.of('logs', `log-group:${group.name}:log-stream:${stream.name}`),
      creationTime: stream.createdMs,
      firstEventTimestamp: stream.first?.timestampMs,
      lastEventTimestamp: stream.last?.timestampMs,
      lastIngestionTime: stream.last?.ingestedMs,
    })),
    nextToken: page.nextToken,
  }
}

function lastMs({ last, createdMs }: { last: LogEvent | undefined; createdMs: number }): number {
  return last?.timestampMs ?? createdMs
}
