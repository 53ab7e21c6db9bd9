import type { MissingImage } from './lookup.ts'
import { formatImage, type ImageReference } from './reference/image-reference.ts'

/** How many tags are named in place of one that is missing. */
const suggestedTags = 5

/** A registry without the repository; `caveat` is a whole sentence on what was not looked at. */
export function missingRepository(reference: ImageReference, caveat?: string): MissingImage {
  return {
    kind: 'missing',
    what: 'repository',
    message: [`There is no repository ${formatImage(reference)}.`, caveat]
      .filter(Boolean)
      .join(' '),
    existing: [],
  }
}

/** A repository without the tag or the digest; `tags` are those that it has, the best first. */
export function missingVersion(reference: ImageReference, tags: readonly string[]): MissingImage {
  const { tag = 'latest', digest } = reference
  const name = formatImage(reference)
  const existing = tags.slice(0, suggestedTags)
  return digest === undefined
    ? { kind: 'missing', what: 'tag', message: `${name} has no tag ${tag}.`, existing }
    : { kind: 'missing', what: 'digest', message: `${name} has no image ${digest}.`, existing }
}
