import {
  DescribeLogGroups$,
  DescribeLogStreams$,
  FilterLogEvents$,
  GetLogEvents$,
  type DescribeLogGroupsRequest,
  type DescribeLogGroupsResponse,
  type DescribeLogStreamsRequest,
  type DescribeLogStreamsResponse,
  type FilterLogEventsRequest,
  type GetLogEventsRequest,
} from '@aws-sdk/client-cloudwatch-logs'
import type { Cloud } from '../cloud/cloud.ts'
import { operation, type ServiceDefinition } from '../protocol/operation.ts'
import { describeLogGroups, describeLogStreams } from './describe-logs.ts'
import { filterLogEvents } from './filter-log-events.ts'
import { getLogEvents } from './get-log-events.ts'
import { logsPermissions } from './permissions.ts'

/** Amazon CloudWatch Logs, as far as it is read. */
export function createLogs(cloud: Cloud): ServiceDefinition {
  const { logs, arns, timeline } = cloud
  return {
    target: 'Logs_20140328',
    protocol: 'json',
    parameterError: 'InvalidParameterException',
    permissions: logsPermissions(cloud),
    operations: [
      operation(DescribeLogGroups$, (input: DescribeLogGroupsRequest): DescribeLogGroupsResponse =>
        describeLogGroups(logs, arns, input),
      ),
      operation(
        DescribeLogStreams$,
        (input: DescribeLogStreamsRequest): DescribeLogStreamsResponse =>
          describeLogStreams({ logs, arns, timeline }, input),
      ),
      operation(GetLogEvents$, (input: GetLogEventsRequest) =>
        getLogEvents(logs, timeline.nowMs(), input),
      ),
      operation(FilterLogEvents$, (input: FilterLogEventsRequest) =>
        filterLogEvents(logs, timeline.nowMs(), input),
      ),
    ],
  }
}
