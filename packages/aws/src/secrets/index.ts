export { findKeyManifest, type KeyManifest, type Tag } from './key-manifest.ts'
export { lookUpKeys, type FoundKeys, type KeysLookup } from './look-up-keys.ts'
export { lookUpParameters, type ParameterLookup } from './look-up-parameters.ts'
export { lookUpSecret, type FoundSecret, type SecretLookup } from './look-up-secret.ts'
export {
  findSecretReference,
  formatSecretReference,
  type ParameterReference,
  type SecretReference,
  type SecretsManagerReference,
} from './reference.ts'
export { rememberSecrets, type SecretLookups } from './secret-lookups.ts'
export { readResourcePolicy } from './resource-policy.ts'
export { versionOf } from './version-of.ts'
export { readVersionDate } from './version-date.ts'
