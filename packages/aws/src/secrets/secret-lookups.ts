import type { LookupContext } from '../lookup-context.ts'
import { lookUpKeys, type KeysLookup } from './look-up-keys.ts'
import { lookUpSecret, secretNames, type FoundSecret, type SecretLookup } from './look-up-secret.ts'

/** Looks at secrets of which each thing is asked for once. */
export interface SecretLookups {
  /** See {@link lookUpSecret}. */
  secret(id: string): Promise<SecretLookup>
  /** See {@link lookUpKeys}. */
  keys(secret: FoundSecret, versionId: string): Promise<KeysLookup>
}

/** Keeps what Secrets Manager said, for as long as one look at everything takes: what is there may change after it. */
export function rememberSecrets(context: LookupContext): SecretLookups {
  const secrets = new Map<string, Promise<SecretLookup>>()
  const keys = new Map<string, Promise<KeysLookup>>()
  const names = secretNames(context)
  return {
    secret(id) {
      const lookup = secrets.get(id) ?? lookUpSecret(context, id, names)
      secrets.set(id, lookup)
      return lookup
    },
    keys(secret, versionId) {
      const key = `${secret.arn} ${versionId}`
      const lookup = keys.get(key) ?? lookUpKeys(context, secret, versionId)
      keys.set(key, lookup)
      return lookup
    },
  }
}
