import type { Service } from '@aws-sdk/client-ecs'
import { attemptCheck, readVersionDate, type LookupContext } from '@deploy-actions/aws'
import { findInFlight, type SecretVersion } from '@deploy-actions/ecs'
import { isRecorded } from '../secret-tags.ts'

/**
 * The names of secrets whose current version is newer than what the service was deployed with: by the versions in its
 * tags, else by when the version and the deployment began. A rollout that is under way notes its versions only at its end. What cannot be found out counts as not newer.
 */
export async function findNewerSecrets(
  context: LookupContext,
  service: Service,
  versions: readonly SecretVersion[],
): Promise<readonly string[]> {
  const primary = service.deployments?.find(({ status }) => status === 'PRIMARY')
  const deployedAt = primary?.createdAt
  const isInFlight = findInFlight(service) !== undefined
  const newer = versions.map(async (version) => {
    const isSame = isRecorded(service.tags ?? [], version)
    if (isSame === true || (isInFlight && isReadBy(version, deployedAt))) return []
    const isNewer = isSame === false || (await isYounger(context, version, deployedAt))
    return isNewer ? [version.name] : []
  })
  return [...new Set((await Promise.all(newer)).flat())]
}

/** Whether all tasks that began after a moment have read a version: nothing of the secret has changed since. */
function isReadBy({ lastChangedAt }: SecretVersion, date: Date | undefined): boolean {
  return lastChangedAt !== undefined && date !== undefined && lastChangedAt <= date
}

async function isYounger(
  context: LookupContext,
  { arn, versionId, lastChangedAt }: SecretVersion,
  date: Date | undefined,
): Promise<boolean> {
  if (date === undefined || lastChangedAt === undefined || lastChangedAt <= date) return false
  const created = await attemptCheck(async () => ({
    at: await readVersionDate(context, arn, versionId),
  }))
  return 'at' in created && created.at !== undefined && created.at > date
}
