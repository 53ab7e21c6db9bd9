import {
  call,
  isKeyManifestTag,
  keyManifestTags,
  regionOf,
  type LookupContext,
  type Tag,
} from '@deploy-actions/aws'

/** How many tags a resource may have. */
const mostTags = 50

/** The tags of a key manifest; undefined where tags cannot hold it. */
export function manifestTags(
  keys: readonly string[],
  versionId: string,
  otherTags: Iterable<string>,
): readonly Required<Tag>[] | undefined {
  const others = new Set([...otherTags].filter((name) => !isKeyManifestTag(name)))
  return keyManifestTags({ keys, versionId }, mostTags - others.size)
}

/** Records the key manifest of a version in the tags of a secret, in one call: readers find the one before it, or this one. */
export async function recordManifest(
  { clients, signal }: LookupContext,
  arn: string,
  tags: readonly Required<Tag>[],
): Promise<void> {
  const client = await clients.secretsManager(regionOf(arn))
  const { TagResourceCommand } = await import('@aws-sdk/client-secrets-manager')
  const command = new TagResourceCommand({ SecretId: arn, Tags: [...tags] })
  await call(client, command, { signal, resource: arn })
}

/** The names of tags that a longer key manifest has left, which readers do not look at. */
export function leftTags(
  stored: readonly Tag[],
  tags: readonly Required<Tag>[],
): readonly string[] {
  const kept = new Set(tags.map(({ Key }) => Key))
  const names = stored.map(({ Key = '' }) => Key)
  return names.filter((name) => isKeyManifestTag(name) && !kept.has(name))
}

/** Takes tags away. */
export async function removeTags(
  { clients, signal }: LookupContext,
  arn: string,
  names: readonly string[],
): Promise<void> {
  const client = await clients.secretsManager(regionOf(arn))
  const { UntagResourceCommand } = await import('@aws-sdk/client-secrets-manager')
  const command = new UntagResourceCommand({ SecretId: arn, TagKeys: [...names] })
  await call(client, command, { signal, resource: arn })
}
