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
 * `deploy-actions:keys-version` the id of the version that they describe. Undefined where there is none.
 */
export function findKeyManifest(tags: readonly Tag[]): KeyManifest | undefined {
  const versionId = tags.find(({ Key }) => Key === versionTag)?.Value
  const parts = tags.flatMap(({ Key = '', Value = '' }) => {
    const match = keysTag.exec(Key)
    return match === null ? [] : [{ index: Number(match[1] ?? 1), text: Value }]
  })
  if (!versionId || parts.length === 0) return undefined
  const text = parts
    .toSorted((a, b) => a.index - b.index)
    .map((part) => part.text)
    .join(' ')
  return { versionId, keys: text.split(' ').filter((key) => key !== '') }
}
