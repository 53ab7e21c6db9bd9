import type { LogGroup, LogStore } from '../cloud/log-store.ts'
import { AwsError } from '../protocol/aws-error.ts'

/** Finds a group by its name or its ARN; throws what CloudWatch Logs throws when there is none. */
export function requireGroup(
  logs: LogStore,
  name: string | undefined,
  identifier: string | undefined,
): LogGroup {
  const reference = name ?? identifier ?? ''
  const fromArn = reference.startsWith('arn:') ? reference.split(':')[6] : reference
  const group = logs.groups.get(fromArn ?? '')
  if (group !== undefined) return group
  throw missing('log group')
}

/** The error of CloudWatch Logs for a group or stream that is not there. */
export function missing(what: 'log group' | 'log stream'): AwsError {
  return new AwsError('ResourceNotFoundException', `The specified ${what} does not exist.`)
}
