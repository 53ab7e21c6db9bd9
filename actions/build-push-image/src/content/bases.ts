import { formatImage, type ImageLookup, type ImageReference } from '@deploy-actions/registry'
import { CannotTell } from './cannot-tell.ts'
import { readImageName } from './dockerfile/image-name.ts'

/** Asks a registry what it has under a name. */
export type LookUpBase = (reference: ImageReference) => Promise<ImageLookup>

/** An image that a build reads, and what its name stands for now. */
export interface Base {
  /** As it is written in the Dockerfile, its variables filled in. */
  readonly name: string
  /** In full: `docker.io/library/alpine:3.22`. */
  readonly image: string
  readonly digest: string
}

/**
 * Finds the digest of each image, by name; one that is written with its digest is asked nowhere. Throws
 * CannotTell with every image that was not found out about.
 */
export async function resolveBases(
  names: Iterable<string>,
  lookUp: LookUpBase,
): Promise<readonly Base[]> {
  const found = await Promise.all([...names].toSorted().map((name) => resolve(name, lookUp)))
  const unknown = found.filter((each) => typeof each === 'string')
  if (unknown.length > 0) throw new CannotTell(unknown.join(' '))
  return found.filter((each) => typeof each !== 'string')
}

async function resolve(name: string, lookUp: LookUpBase): Promise<Base | string> {
  const reference = readImageName(name)
  const image = formatImage(reference, reference)
  if (reference.digest !== undefined) return { name, image, digest: reference.digest }
  const lookup = await lookUp(reference)
  if (lookup.kind === 'found') return { name, image, digest: lookup.digest }
  const remedy = lookup.kind === 'not-checked' ? ` ${lookup.remedy}` : ''
  return `What ${name} stands for is not known: ${lookup.message}${remedy}`
}
