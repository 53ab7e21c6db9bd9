import {
  DescribeAlarms$,
  SetAlarmState$,
  type DescribeAlarmsInput,
  type SetAlarmStateInput,
} from '@aws-sdk/client-cloudwatch'
import type { Cloud } from '../cloud/cloud.ts'
import { AwsError } from '../protocol/aws-error.ts'
import { operation, type ServiceDefinition } from '../protocol/operation.ts'
import { describeAlarms } from './describe-alarms.ts'

/** Amazon CloudWatch, as far as alarms go. */
export function createCloudWatch({ alarms }: Cloud): ServiceDefinition {
  return {
    target: 'GraniteServiceVersion20100801',
    protocol: 'json',
    parameterError: 'ValidationError',
    permissions: { prefix: 'cloudwatch', needs: {} },
    operations: [
      operation(DescribeAlarms$, (input: DescribeAlarmsInput) => describeAlarms(alarms, input)),
      operation(SetAlarmState$, (input: SetAlarmStateInput) => {
        const { AlarmName: name = '', StateValue: value = 'OK', StateReason: reason = '' } = input
        if (!alarms.set(name, value, reason)) {
          throw new AwsError('ResourceNotFound', `The alarm ${name} does not exist.`, {
            status: 404,
          })
        }
      }),
    ],
  }
}
