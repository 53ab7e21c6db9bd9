import {
  attemptCheck,
  call,
  regionOf,
  type LookupContext,
  type NotChecked,
} from '@deploy-actions/aws'

const dayMs = 24 * 60 * 60_000

/**
 * How many versions of a secret Secrets Manager may not remove to make room for another one: those that are younger than 24 hours, and
 * those with labels. Throws only when the run is cancelled.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html
 */
export function countHeldVersions(
  { clients, signal }: LookupContext,
  arn: string,
): Promise<number | NotChecked> {
  return attemptCheck(async () => {
    const { ListSecretVersionIdsCommand } = await import('@aws-sdk/client-secrets-manager')
    const client = await clients.secretsManager(regionOf(arn))
    const youngestOldMs = Date.now() - dayMs
    let held = 0
    let token: string | undefined
    do {
      const command = new ListSecretVersionIdsCommand({
        SecretId: arn,
        IncludeDeprecated: true,
        MaxResults: 100,
        NextToken: token,
      })
      const { Versions = [], NextToken } = await call(client, command, { signal, resource: arn })
      held += Versions.filter(
        ({ VersionStages = [], CreatedDate }) =>
          VersionStages.length > 0 || (CreatedDate?.getTime() ?? 0) > youngestOldMs,
      ).length
      // An empty one is none: not every implementation leaves it out.
      token = NextToken === '' ? undefined : NextToken
    } while (token !== undefined)
    return held
  })
}
