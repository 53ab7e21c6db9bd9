export { findKeyManifest, isKeyManifestTag, keyManifestTags } from './key-manifest.ts'
export type { KeyManifest, Tag } from './key-manifest.ts'
export type { FoundKeys, KeysLookup } from './look-up-keys.ts'
export { lookUpParameters, type ParameterLookup } from './look-up-parameters.ts'
export { describeSecret, lookUpSecret, regionOf } from './look-up-secret.ts'
export type { FoundSecret, SecretLookup } from './look-up-secret.ts'
export {
  findSecretReference,
  formatSecretReference,
  type ParameterReference,
  type PlainNames,
  type SecretReference,
  type SecretsManagerReference,
} from './reference.ts'
export { rememberSecrets, type SecretLookups } from './secret-lookups.ts'
export { readResourcePolicy } from './resource-policy.ts'
export { versionOf } from './version-of.ts'
export { readVersionDate } from './version-date.ts'
