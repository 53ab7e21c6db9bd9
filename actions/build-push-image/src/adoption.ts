import { ActionError } from '@deploy-actions/action-kit'
import { formatImage, type StoredImage } from '@deploy-actions/registry'
import { labelNames, labelOf } from './image-labels.ts'
import { otherPlatforms } from './image-platforms.ts'
import type { Observed } from './observe.ts'
import { differenceFrom } from './same-content.ts'
import { isFixed } from './tags/is-fixed.ts'

/** An image that can be taken instead of being built. */
export interface Found {
  readonly image: StoredImage
  /** Why, as a whole sentence. */
  readonly because: string
}

/** The image that an immutable tag has already, if it is the same. Throws `conflict` where another one is in the way. */
export function settledImage(observed: Observed): Found | undefined {
  const taken = observed.tags.flatMap((tag) => {
    const image = observed.existing.get(tag)?.image
    return image !== undefined && isFixed(observed, tag) ? [{ tag, image }] : []
  })
  const [first] = taken
  if (first === undefined) return undefined
  for (const { tag, image } of taken) {
    const isSame = sameness(observed, image) !== undefined
    if (!isSame || image.digest !== first.image.digest) throw takenTag(observed, tag, image)
  }
  const because = `The immutable tag ${first.tag} is on an image ${sameness(observed, first.image) ?? ''}.`
  return { image: first.image, because }
}

/**
 * Why an image is the one that would be built; undefined where nothing says so. Where both contents are known they decide: one
 * revision gives several images, by other build arguments or a base that moved.
 */
function sameness(observed: Observed, image: StoredImage): string | undefined {
  const { content, platforms, optionsHash, revision } = observed
  if (content?.kind === 'known') {
    if (differenceFrom(content, image) === undefined) return 'made from the same content'
    if (labelOf(image, labelNames.contentHash) !== undefined) return undefined
  }
  const options = labelOf(image, labelNames.optionsHash) ?? optionsHash
  const isAsTold = options === optionsHash && otherPlatforms(image, platforms) === undefined
  return isAsTold && revision !== undefined && labelOf(image, labelNames.revision) === revision
    ? 'of the same revision'
    : undefined
}

function takenTag(observed: Observed, tag: string, image: StoredImage): ActionError {
  const { at, content, hasSilentRegistry } = observed
  const revision = labelOf(image, labelNames.revision)
  const of = revision === undefined ? '' : ` of revision ${revision}`
  const name = formatImage(at)
  const why =
    content?.kind === 'unknown' ? ` Whether it is the same cannot be known. ${content.reason}` : ''
  if (hasSilentRegistry) {
    return new ActionError({
      code: 'service-error',
      message: `The tag ${tag} of ${name} is immutable, and on an image${of} that nothing can be compared with: ${image.digest}.${why} Nothing was built.`,
      remedy: 'Run the step again, once the registry of the base image answers.',
    })
  }
  return new ActionError({
    code: 'conflict',
    message: `The tag ${tag} of ${name} is immutable, and is on another image${of}: ${image.digest}.${why} Nothing was built.`,
    remedy:
      'Use a tag that this content does not share with another, such as {sha}-{run-number} or {content}, or exclude the tag from the immutability of the repository.',
  })
}
