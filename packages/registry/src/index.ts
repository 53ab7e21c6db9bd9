export type { RegistryCredentials } from './credentials.ts'
export { registryLogin, registryLoginInputs, registryLoginProblems } from './login-inputs.ts'
export type { FoundImage, ImageLookup, MissingImage, NotChecked, Platform } from './lookup.ts'
export { findEcrRegistry, type EcrRegistry } from './reference/ecr-registry.ts'
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
export type { ResolvedImage } from './short-name.ts'
