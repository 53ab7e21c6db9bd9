import { whatThereIs } from '@deploy-actions/action-kit'
import { call } from './call.ts'
import type { LookupContext } from './lookup-context.ts'
import { attemptCheck, type NotChecked } from './not-checked.ts'

/** What CloudWatch Logs says about a log group. */
export type LogGroupLookup =
  | { readonly kind: 'found' }
  | {
      readonly kind: 'missing'
      /** What there is instead, as whole sentences; may be empty. */
      readonly instead: string
    }
  | NotChecked

/** Asks about a log group; `region` is that of the job where it is not given. Throws only when the run is cancelled. */
export function lookUpLogGroup(
  { clients, signal }: LookupContext,
  name: string,
  region?: string,
): Promise<LogGroupLookup> {
  return attemptCheck(async () => {
    const { DescribeLogGroupsCommand } = await import('@aws-sdk/client-cloudwatch-logs')
    const client = await clients.logs(region)
    const groupsFrom = async (logGroupNamePrefix?: string): Promise<readonly string[]> => {
      const command = new DescribeLogGroupsCommand({ logGroupNamePrefix, limit: 50 })
      const { logGroups = [] } = await call(client, command, { signal })
      return logGroups.map(({ logGroupName = '' }) => logGroupName)
    }
    // Groups come in the order of their names, so the one that is the whole prefix is first.
    if ((await groupsFrom(name)).includes(name)) return { kind: 'found' }
    return { kind: 'missing', instead: whatThereIs(name, await groupsFrom()) }
  })
}
