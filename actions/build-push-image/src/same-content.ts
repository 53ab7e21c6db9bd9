import type { StoredImage } from '@deploy-actions/registry'
import type { KnownContent } from './content/index.ts'
import { labelNames, labelOf } from './image-labels.ts'
import { otherPlatforms } from './image-platforms.ts'

/**
 * Why an image is not the one that a content makes, as the end of a sentence; undefined where it is. A tag can be moved by anybody and
 * holds a part of the hash only: the label has all of it, and a builder elsewhere may build for another platform.
 */
export function differenceFrom(
  { hash, platforms }: KnownContent,
  image: StoredImage,
): string | undefined {
  const label = labelOf(image, labelNames.contentHash)
  if (label === undefined) return `has no label ${labelNames.contentHash}`
  if (label !== hash) return `was made from other content (label ${labelNames.contentHash})`
  return otherPlatforms(image, platforms)
}
