import { createHash } from 'node:crypto'
import type { Tag } from '@aws-sdk/client-ecs'
import type { SecretVersion } from '@deploy-actions/ecs'

const secretsTag = /^deploy-actions:secrets(?::\d+)?$/

/** One pair has seventeen characters, and a space before the next; a tag holds 256. */
const pairsPerTag = 14

/**
 * The tags that say with which versions of its secrets a service was deployed: pairs of hashes, of a reference and
 * of the id of the version, since names and ids may be too long.
 */
export function tagsOfSecrets(versions: readonly SecretVersion[]): readonly Tag[] {
  const pairs = versions.map((version) => `${idOf(version)}=${hash(version.versionId)}`)
  return Array.from({ length: Math.ceil(pairs.length / pairsPerTag) }, (_, i) => ({
    key: `deploy-actions:secrets${i === 0 ? '' : `:${i + 1}`}`,
    value: pairs.slice(i * pairsPerTag, (i + 1) * pairsPerTag).join(' '),
  }))
}

/** Whether a version is the one that the service was deployed with; undefined where the tags do not say. */
export function isRecorded(tags: readonly Tag[], version: SecretVersion): boolean | undefined {
  const pairs = tags
    .filter(({ key = '' }) => secretsTag.test(key))
    .flatMap(({ value = '' }) => value.split(' '))
  const recorded = pairs.find((pair) => pair.startsWith(`${idOf(version)}=`))
  return recorded === undefined
    ? undefined
    : recorded === `${idOf(version)}=${hash(version.versionId)}`
}

function idOf({ arn, stage }: SecretVersion): string {
  return hash(`${arn} ${stage}`)
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}
