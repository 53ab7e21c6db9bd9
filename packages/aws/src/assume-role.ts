import type { AwsCredentialIdentity } from '@smithy/types'
import { call } from './call.ts'
import type { LookupContext } from './lookup-context.ts'

/** A role to be, and what its sessions are called in CloudTrail. */
export interface RoleToAssume {
  readonly roleArn: string
  readonly sessionName: string
}

/** Gets credentials of another role, for an hour. Throws `access-denied` where this one may not be that one. */
export async function assumeRole(
  { clients, signal }: LookupContext,
  { roleArn, sessionName }: RoleToAssume,
): Promise<AwsCredentialIdentity> {
  const { AssumeRoleCommand } = await import('@aws-sdk/client-sts')
  const command = new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: sessionName })
  const { Credentials: found } = await call(await clients.sts(), command, {
    signal,
    resource: roleArn,
  })
  return {
    accessKeyId: found?.AccessKeyId ?? '',
    secretAccessKey: found?.SecretAccessKey ?? '',
    ...(found?.SessionToken !== undefined && { sessionToken: found.SessionToken }),
  }
}
