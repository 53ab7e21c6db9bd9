import type {
  DescribeAlarmsInput,
  DescribeAlarmsOutput,
  MetricAlarm,
} from '@aws-sdk/client-cloudwatch'
import { AwsError } from '../protocol/aws-error.ts'
import type { Alarm, AlarmStore } from './alarm-store.ts'

const mostRecords = 100

/** What DescribeAlarms answers: metric alarms; a name that no alarm has is left out in silence. */
export function describeAlarms(
  alarms: AlarmStore,
  input: DescribeAlarmsInput,
): DescribeAlarmsOutput {
  const { AlarmNames: names, AlarmNamePrefix: prefix = '', StateValue: state } = input
  const { MaxRecords: limit = 50, NextToken: token } = input
  if (names !== undefined && prefix !== '') {
    throw invalid('AlarmNames and AlarmNamePrefix cannot be specified at the same time.')
  }
  if (limit < 1 || limit > mostRecords) throw invalid('MaxRecords must be between 1 and 100.')
  const start = token === undefined ? 0 : Number(token)
  if (!Number.isInteger(start) || start < 0) {
    throw new AwsError('InvalidNextToken', 'The next token specified is invalid.')
  }
  const found = alarms
    .all()
    .filter(({ name }) => names?.includes(name) ?? name.startsWith(prefix))
    .filter(({ stateValue }) => state === undefined || stateValue === state)
  const end = start + limit
  return {
    CompositeAlarms: [],
    MetricAlarms: found.slice(start, end).map(view),
    NextToken: end < found.length ? String(end) : undefined,
  }
}

function view({ name, arn, stateValue, stateReason, updatedAt }: Alarm): MetricAlarm {
  return {
    AlarmName: name,
    AlarmArn: arn,
    ActionsEnabled: true,
    StateValue: stateValue,
    StateReason: stateReason,
    StateUpdatedTimestamp: updatedAt,
    StateTransitionedTimestamp: updatedAt,
  }
}

function invalid(message: string): AwsError {
  return new AwsError('ValidationError', message)
}
