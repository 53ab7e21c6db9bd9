import { inputError } from '@deploy-actions/action-kit'
import {
  findEcrRegistry,
  parseImageReference,
  type Registries,
  type RegistryCredentials,
} from '@deploy-actions/registry'
import type { References } from '../preflight/index.ts'

/**
 * The registries with credentials for the one host that they are for: the one that they name, or the only one other than
 * those of AWS that images come from. Throws an `input` error where several could be meant: none of
 * them is shown a password of another.
 */
export function logInToRegistries(
  registries: Registries,
  { images }: References,
  credentials: RegistryCredentials | undefined,
): Registries {
  if (credentials === undefined) return registries
  if (credentials.host !== undefined) return registries.withCredentials(credentials)
  const hosts = new Set(images.flatMap(({ value }) => hostOf(value)))
  const [host, ...others] = hosts
  if (host === undefined) return registries
  if (others.length === 0) return registries.withCredentials({ ...credentials, host })
  const message = `is needed, since images come from several registries; allowed: ${[...hosts].join(', ')}`
  throw inputError([{ path: 'registry', message }])
}

/** The host of an image that may want a login; empty for those of AWS, and for what is no image. */
function hostOf(image: string): readonly string[] {
  try {
    const { host } = parseImageReference(image)
    return findEcrRegistry(host) === undefined && host !== 'public.ecr.aws' ? [host] : []
  } catch {
    return []
  }
}
