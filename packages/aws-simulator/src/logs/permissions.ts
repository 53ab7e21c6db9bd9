import type { Cloud } from '../cloud/cloud.ts'
import type { Permissions } from '../iam/model/authorize.ts'

interface OfGroup {
  readonly logGroupName?: string | undefined
  readonly logGroupIdentifier?: string | undefined
  readonly logStreamName?: string | undefined
}

/**
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html; resources are log
 * streams, also where a whole group is meant, so that a policy has to end in `:*`.
 */
export function logsPermissions({ arns }: Cloud): Permissions {
  const on = (operation: string) => (input: OfGroup) => {
    const { logGroupName: name, logGroupIdentifier: id = '', logStreamName: stream = '' } = input
    const group = name ?? (id.startsWith('arn:') ? (id.split(':')[6] ?? '') : id)
    const resource = arns.of('logs', `log-group:${group}:log-stream:${stream}`)
    return [{ action: `logs:${operation}`, resource }]
  }
  const operations = ['DescribeLogGroups', 'DescribeLogStreams', 'GetLogEvents', 'FilterLogEvents']
  return {
    prefix: 'logs',
    needs: Object.fromEntries(operations.map((operation) => [operation, on(operation)])),
  }
}
