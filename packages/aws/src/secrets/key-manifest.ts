/** The names of the keys of a secret's JSON document, as its tags tell them, and the version they describe. */
export interface KeyManifest {
  readonly keys: readonly string[]
  readonly versionId: string
}

/** A tag of AWS. */
export interface Tag {
  readonly Key?: string | undefined
  readonly Value?: string | undefined
}

const versionTag = 'deploy-actions:keys-version'
const keysTag = /^deploy-actions:keys(?::(\d{1,2}))?$/

/**
 * Reads the key manifest that sync-secrets leaves in a secret's tags: `deploy-actions:keys`, and
 * `deploy-actions:keys:2` and so on where one tag is too short, hold the names with a space between them;
 * `deploy-actions:keys-version` the id of the version that they describe and, where there are several, the number of those
 * tags: one that is left of a longer manifest is none of it. Undefined where there is none, or a part of it is missing.
 */
export function findKeyManifest(tags: readonly Tag[]): KeyManifest | undefined {
  const described = /^(\S+)(?: (\d{1,2}))?$/.exec(
    tags.find(({ Key }) => Key === versionTag)?.Value ?? '',
  )
  const [, versionId = '', count = '1'] = described ?? []
  const parts = tags.flatMap(({ Key = '', Value = '' }) => {
    const match = keysTag.exec(Key)
    const index = Number(match?.[1] ?? 1)
    return match === null || index > Number(count) ? [] : [{ index, text: Value }]
  })
  if (described === null || parts.length !== Number(count)) return undefined
  const text = parts
    .toSorted((a, b) => a.index - b.index)
    .map((part) => part.text)
    .join(' ')
  return { versionId, keys: text.split(' ').filter((key) => key !== '') }
}

/** What a tag's value can hold. https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_Tag.html */
const tagLength = 256

/**
 * The tags that hold a key manifest. Undefined where tags cannot hold it: a name with a space or with a character that tags do not
 * know, one that is too long, or more names than `mostTags` tags take, that of the version among them.
 */
export function keyManifestTags(
  { keys, versionId }: KeyManifest,
  mostTags: number,
): readonly Required<Tag>[] | undefined {
  const parts: string[] = []
  for (const key of keys) {
    if (!/^[\p{L}\p{N}_.:/=+\-@]+$/u.test(key) || key.length > tagLength) return undefined
    const longer = `${parts.at(-1) ?? ''} ${key}`.trim()
    if (parts.length > 0 && longer.length <= tagLength) parts[parts.length - 1] = longer
    else parts.push(key)
  }
  // A secret without keys has a manifest too.
  const texts = parts.length === 0 ? [''] : parts
  if (texts.length + 1 > Math.min(mostTags, mostParts + 1)) return undefined
  return [
    ...texts.map((Value, i) => ({
      Key: i === 0 ? 'deploy-actions:keys' : `deploy-actions:keys:${i + 1}`,
      Value,
    })),
    { Key: versionTag, Value: texts.length === 1 ? versionId : `${versionId} ${texts.length}` },
  ]
}

/** Names of tags have two digits for the part. */
const mostParts = 99

/** Whether a tag of this name is one of a key manifest. */
export function isKeyManifestTag(key: string): boolean {
  return key === versionTag || keysTag.test(key)
}
