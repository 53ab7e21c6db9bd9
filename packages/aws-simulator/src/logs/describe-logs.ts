import type {
  DescribeLogGroupsRequest,
  DescribeLogGroupsResponse,
  DescribeLogStreamsRequest,
  DescribeLogStreamsResponse,
} from '@aws-sdk/client-cloudwatch-logs'
import type { Arns } from '../cloud/arns.ts'
import type { LogStore, LogStream } from '../cloud/log-store.ts'
import { requireGroup } from './find-log-group.ts'
import { logPage } from './log-page.ts'

const defaultLimit = 50

/** What DescribeLogGroups answers. */
export function describeLogGroups(
  logs: LogStore,
  arns: Arns,
  { logGroupNamePrefix = '', nextToken, limit = defaultLimit }: DescribeLogGroupsRequest,
): DescribeLogGroupsResponse {
  const groups = [...logs.groups.values()]
    .filter(({ name }) => name.startsWith(logGroupNamePrefix))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const page = logPage(groups, { nextToken, limit })
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
  logs: LogStore,
  arns: Arns,
  input: DescribeLogStreamsRequest,
): DescribeLogStreamsResponse {
  const { logStreamNamePrefix = '', nextToken, limit = defaultLimit } = input
  const group = requireGroup(logs, input.logGroupName, input.logGroupIdentifier)
  const isByTime = input.orderBy === 'LastEventTime'
  const streams = [...group.streams.values()]
    .filter(({ name }) => name.startsWith(logStreamNamePrefix))
    .toSorted((a, b) => (isByTime ? lastMs(a) - lastMs(b) : a.name < b.name ? -1 : 1))
  const ordered = input.descending === true ? streams.toReversed() : streams
  const page = logPage(ordered, { nextToken, limit })
  return {
    logStreams: page.items.map((stream) => ({
      logStreamName: stream.name,
      arn: arns.of('logs', `log-group:${group.name}:log-stream:${stream.name}`),
      creationTime: stream.createdMs,
      firstEventTimestamp: stream.events[0]?.timestampMs,
      lastEventTimestamp: stream.events.at(-1)?.timestampMs,
      lastIngestionTime: stream.events.at(-1)?.timestampMs,
    })),
    nextToken: page.nextToken,
  }
}

function lastMs(stream: LogStream): number {
  return stream.events.at(-1)?.timestampMs ?? stream.createdMs
}
