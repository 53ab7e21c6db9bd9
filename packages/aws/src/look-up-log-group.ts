import { ActionError, whatThereIs } from '@deploy-actions/action-kit'
import { call } from './call.ts'
import type { LookupContext } from './lookup-context.ts'
import { attemptCheck, type NotChecked } from './not-checked.ts'
import { UnknownHostError } from './unknown-host.ts'

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
export async function lookUpLogGroup(
  { clients, signal }: LookupContext,
  name: string,
  region?: string,
): Promise<LogGroupLookup> {
  const inRegion = async (): Promise<LogGroupLookup> => {
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
  }
  return attemptCheck(() =>
    inRegion().catch((error: unknown) => {
      throw region !== undefined && error instanceof UnknownHostError
        ? wrongRegion(region, error)
        : error
    }),
  )
}

/** The region is not the job's, so none of the job's settings is to be corrected. */
function wrongRegion(region: string, { message }: UnknownHostError): ActionError {
  return new ActionError({
    code: 'input',
    message,
    remedy: `Correct awslogs-region, which is ${region} here; allowed: regions such as us-east-1.`,
  })
}
