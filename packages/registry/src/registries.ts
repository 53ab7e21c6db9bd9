import type { RegistryCredentials } from './credentials.ts'
import type { ImageLookup } from './lookup.ts'
import { lookUpImage } from './look-up-image.ts'
import type { RegistriesOptions } from './options.ts'
import type { EcrRegistry } from './reference/ecr-registry.ts'
import { formatImage, type ImageReference } from './reference/image-reference.ts'
import { ownRegistry, resolveShortName, type ResolvedImage } from './short-name.ts'

/** The registries that images lie in. */
export interface Registries {
  /**
   * Asks the registry about an image, for at most some ten seconds; each image once. Whatever the
   * registry says is a result. Throws only the reason of the run's signal.
   */
  lookUp(reference: ImageReference): Promise<ImageLookup>
  /**
   * Finds a name without a host (`arbiter-ai/backend:abc123`) in the private ECR registry of the
   * caller's account and region. Throws InvalidValue for a text that is no name, an `input` error
   * where there is no such repository, and `access-denied` or `service-error` where ECR cannot be asked.
   */
  resolveShortName(text: string): Promise<ResolvedImage>
  /** The same registries, with credentials for one of them; what was asked already is known. */
  withCredentials(credentials: RegistryCredentials): Registries
  /** The same registries, asked for the digests of images and nothing else of them. */
  forDigests(): Registries
}

/** Registries that are asked under the run's signal, with the AWS clients, mirrors and credentials given. */
export function createRegistries(options: RegistriesOptions): Registries {
  return registriesWith(options, new Map())
}

function registriesWith(
  options: RegistriesOptions,
  lookups: Map<string, Promise<ImageLookup>>,
): Registries {
  let own: Promise<EcrRegistry> | undefined
  const findOwn = (): Promise<EcrRegistry> => (own ??= ownRegistry(options))
  return {
    lookUp(reference) {
      const name = formatImage(reference, reference)
      const lookup = lookups.get(name) ?? lookUpImage(reference, options)
      lookups.set(name, lookup)
      return lookup
    },
    async resolveShortName(text) {
      const resolved = await resolveShortName(text, findOwn, options)
      lookups.set(resolved.image, Promise.resolve(resolved.lookup))
      return resolved
    },
    withCredentials: (credentials) => registriesWith({ ...options, credentials }, lookups),
    forDigests: () => registriesWith({ ...options, isDigestEnough: true }, new Map()),
  }
}
