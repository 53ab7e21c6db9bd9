export {
  copyImage,
  type CopyOptions,
  type CopyProgress,
  type CopyResult,
} from './copy/copy-image.ts'
export type { RegistryCredentials } from './credentials.ts'
export { dockerConfigFor, type RegistryLogin } from './docker-config.ts'
export type { RepositorySettings } from './ecr/create-repository.ts'
export type {
  FoundRepository,
  MissingRepository,
  RepositoryLookup,
} from './ecr/describe-repository.ts'
export { parseLifecyclePolicy } from './ecr/lifecycle-policy.ts'
export { readPush, type ImagePush } from './ecr/pushed-at.ts'
export { isImmutable, type TagMutability } from './ecr/tag-mutability.ts'
export { registryLogin, registryLoginInputs, registryLoginProblems } from './login-inputs.ts'
export type { FoundImage, ImageLookup, MissingImage, NotChecked, Platform } from './lookup.ts'
export { ecrHost, findEcrRegistry, type EcrRegistry } from './reference/ecr-registry.ts'
export {
  formatImage,
  hasHost,
  parseImageReference,
  pinned,
  type ImageReference,
} from './reference/image-reference.ts'
export { parseMirrors, type Mirrors } from './reference/mirrors.ts'
export { openRegistries } from './open-registries.ts'
export type { RegistriesOptions } from './options.ts'
export { createRegistries, type Registries } from './registries.ts'
export { ownRegistry, type ResolvedImage } from './short-name.ts'
export type { EcrRepositorySettings, ImageRepository } from './store/image-repository.ts'
export { openImageStore, type ImageStore, type ImageStoreOptions } from './store/image-store.ts'
export type { Version } from './store/manifests.ts'
export type { PlatformImage, StoredImage } from './store/read-image.ts'
export { tagConflict, type TaggedImage, type TagOutcome } from './tags.ts'
