import { call } from '../call.ts'
import type { LookupContext } from '../lookup-context.ts'
import { attemptCheck, type NotChecked } from '../not-checked.ts'
import { findKeyManifest } from './key-manifest.ts'
import { regionOf, type FoundSecret } from './look-up-secret.ts'

/** Which keys the JSON document of a secret's version has. */
export type KeysLookup = FoundKeys | NotJson | NotChecked

/** The keys, each with the type of its value: undefined where only the key manifest told. */
export interface FoundKeys {
  readonly kind: 'keys'
  readonly types: ReadonlyMap<string, string | undefined>
}

/** The version is no JSON object: ECS can give it to a container as a whole only. */
export interface NotJson {
  readonly kind: 'not-json'
}

/**
 * The keys of one version of a secret: by the key manifest in its tags where that describes this very version,
 * else by the value where the role may read it. The value is not kept; `onSecretRead` hears of it. Throws only when the run is
 * cancelled.
 */
export async function lookUpKeys(
  context: LookupContext,
  secret: FoundSecret,
  versionId: string,
): Promise<KeysLookup> {
  const manifest = findKeyManifest(secret.tags)
  if (manifest?.versionId === versionId) {
    return { kind: 'keys', types: new Map(manifest.keys.map((key) => [key, undefined])) }
  }
  return attemptCheck(async () => {
    const { GetSecretValueCommand } = await import('@aws-sdk/client-secrets-manager')
    const client = await context.clients.secretsManager(regionOf(secret.arn))
    const command = new GetSecretValueCommand({ SecretId: secret.arn, VersionId: versionId })
    const { SecretString } = await call(client, command, {
      signal: context.signal,
      resource: secret.arn,
    })
    return keysOf(SecretString ?? '', context.onSecretRead)
  })
}

function keysOf(document: string, onRead: LookupContext['onSecretRead']): KeysLookup {
  let tree: unknown
  try {
    tree = JSON.parse(document)
  } catch {
    onRead?.({ secret: document })
    return { kind: 'not-json' }
  }
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) {
    onRead?.({ secret: document })
    return { kind: 'not-json' }
  }
  const texts = Object.entries(tree).map(([key, value]: [string, unknown]) => {
    return [key, typeof value === 'string' ? value : JSON.stringify(value)] as const
  })
  onRead?.(Object.fromEntries(texts))
  const types = Object.entries(tree).map(([key, value]) => [key, nameOfType(value)] as const)
  return { kind: 'keys', types: new Map(types) }
}

function nameOfType(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a mapping' : typeof value
}
