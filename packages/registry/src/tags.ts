import { ActionError } from '@deploy-actions/action-kit'
import { formatImage, type ImageReference } from './reference/image-reference.ts'

/** What became of a tag that was to be given to an image. */
export type TagOutcome =
  /** The image has it now; before it was nobody's, or another image's. */
  | { readonly kind: 'tagged' }
  /** The image had it before. */
  | { readonly kind: 'unchanged' }
  /** It is immutable, and the tag of another image. */
  | { readonly kind: 'conflict'; readonly digest: string }

/** An image as its repository lists it under a tag. */
export interface TaggedImage {
  readonly digest: string
  readonly mediaType: string
}

/** The `conflict` that an immutable tag of another image means to who must have it. */
export function tagConflict(
  at: Pick<ImageReference, 'host' | 'repository'>,
  { tag, wanted, existing }: Readonly<Record<'tag' | 'wanted' | 'existing', string>>,
): ActionError {
  return new ActionError({
    code: 'conflict',
    message: `The tag ${tag} of ${formatImage(at)} is immutable, and belongs to ${existing}: it cannot be given to ${wanted}.`,
    remedy: `Give the image another tag, as {short-sha} or {content} do, or exclude ${tag} from the immutability of the repository.`,
  })
}
