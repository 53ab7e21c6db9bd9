import { call } from '../call.ts'
import type { LookupContext } from '../lookup-context.ts'
import { regionOf } from './look-up-secret.ts'

/**
 * When a version of a secret was created; undefined where Secrets Manager does not list it. Throws an ActionError
 * where the role may not look.
 */
export async function readVersionDate(
  { clients, signal }: LookupContext,
  arn: string,
  versionId: string,
): Promise<Date | undefined> {
  const { ListSecretVersionIdsCommand } = await import('@aws-sdk/client-secrets-manager')
  const client = await clients.secretsManager(regionOf(arn))
  let token: string | undefined
  do {
    const command = new ListSecretVersionIdsCommand({ SecretId: arn, NextToken: token })
    const { Versions = [], NextToken } = await call(client, command, { signal, resource: arn })
    const found = Versions.find((version) => version.VersionId === versionId)
    if (found) return found.CreatedDate
    token = NextToken
  } while (token !== undefined)
  return undefined
}
