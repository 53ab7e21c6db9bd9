import { ActionError } from '@deploy-actions/action-kit'
import type { StoredImage } from '@deploy-actions/registry'
import { settledImage, type Found } from './adoption.ts'
import { checkPlatform } from './image-platforms.ts'
import type { Inputs } from './inputs.ts'
import type { Observed } from './observe.ts'
import { differenceFrom } from './same-content.ts'
import { contentTag } from './tags/fill-tags.ts'
import { isFixed } from './tags/is-fixed.ts'
import { stagingTag } from './tags/own-tags.ts'

/** What is to be done. */
export type Plan = ReusePlan | BuildPlan

/** An image is there that was made from the same: it gets the tags that it does not have. */
export interface ReusePlan {
  readonly kind: 'reuse'
  readonly image: StoredImage
  /** Why it is the same, as a whole sentence. */
  readonly because: string
  readonly tags: readonly string[]
  readonly missingTags: readonly string[]
  /** What is done where the image turns out to be gone; undefined where an immutable tag is on it. */
  readonly otherwise: BuildPlan | undefined
}

/** The image has to be built. */
export interface BuildPlan {
  readonly kind: 'build'
  /** Why, as a whole sentence. */
  readonly because: string
  readonly tags: readonly string[]
  /**
   * The tag under which the image is pushed and looked at before it gets those that people read: that of its content, by which the
   * next run finds it, where that can be given. Undefined where all tags are pushed at once.
   */
  readonly firstTag: string | undefined
  /** Whether no step may come from a cache: the image is to be newer than one that caches would give. */
  readonly isAnew: boolean
  readonly createRepository: boolean
  /** What is in the way of reusing the image later, as whole sentences. */
  readonly notices: readonly string[]
}

/** What of the inputs decides on a plan. */
export type Wishes = Pick<
  Inputs,
  'reuse' | 'noCache' | 'maxAgeMs' | 'createRepository' | 'expectedPlatform'
>

/** Decides whether an image has to be built. Throws `conflict`, `input` or `image` where it may not be. */
export function planImage(wishes: Wishes, observed: Observed): Plan {
  const createRepository = mustCreate(wishes, observed)
  const settled = settledImage(observed)
  const candidate = settled ?? reusable(wishes, observed)
  if ('reason' in candidate) {
    const { reason: because, isAnew = false } = candidate
    return planBuild(wishes, observed, { because, isAnew, createRepository })
  }
  const { image, because } = candidate
  checkPlatform(observed, image, wishes.expectedPlatform)
  const { tags, existing } = observed
  const missingTags = tags.filter((tag) => existing.get(tag)?.digest !== image.digest)
  const gone = `The image ${image.digest} of this content cannot be had any more.`
  const otherwise =
    settled === undefined
      ? planBuild(wishes, observed, { because: gone, isAnew: false, createRepository })
      : undefined
  return { kind: 'reuse', image, because, tags, missingTags, otherwise }
}

/** Whether the repository has to be created first; throws where it is not there, and may not be. */
export function mustCreate(
  { createRepository }: Pick<Wishes, 'createRepository'>,
  { at, lookup }: Pick<Observed, 'at' | 'lookup'>,
): boolean {
  if (lookup?.kind !== 'missing') return false
  if (createRepository) return true
  throw new ActionError({
    code: 'input',
    message: `There is no repository ${at.repository} in ${at.host}.`,
    remedy: 'Correct repository or aws-region, create it first, or set create-repository: true.',
  })
}

/** Why nothing is reused. */
interface Nothing {
  /** A whole sentence. */
  readonly reason: string
  readonly isAnew?: boolean
}

/** The image that was made from the same content; or why nothing is reused. */
function reusable({ reuse, noCache, maxAgeMs }: Wishes, observed: Observed): Found | Nothing {
  const { content, existing, now } = observed
  if (noCache) return { reason: 'Nothing is reused, since no-cache is true.' }
  if (!reuse || content === undefined) return { reason: 'Nothing is reused, since reuse is off.' }
  if (content.kind === 'unknown') {
    return { reason: `Whether it was built before cannot be known. ${content.reason}` }
  }
  const tag = contentTag(content.hash)
  const { image, unreadable } = existing.get(tag) ?? {}
  if (unreadable !== undefined) {
    return { reason: `The image that was made from this content cannot be read. ${unreadable}` }
  }
  if (image === undefined) return { reason: 'No image was made from this content yet.' }
  const difference = differenceFrom(content, image)
  if (difference !== undefined) {
    return { reason: `The image under the tag ${tag} is not reused: it ${difference}.` }
  }
  const ageMs = now.getTime() - builtAt(image)
  if (maxAgeMs !== undefined && ageMs > maxAgeMs) {
    const reason = 'The image that was made from this content is older than reuse-max-age.'
    return { reason, isAnew: true }
  }
  return { image, because: `The image ${image.digest} was made from the same content (${tag}).` }
}

/** When the oldest part of an image was built; where nobody says, long ago. */
function builtAt({ platforms }: StoredImage): number {
  return Math.min(...platforms.map(({ createdAt }) => createdAt?.getTime() ?? 0))
}

function planBuild(
  { expectedPlatform }: Pick<Wishes, 'expectedPlatform'>,
  observed: Observed,
  facts: Pick<BuildPlan, 'because' | 'isAnew' | 'createRepository'>,
): BuildPlan {
  const { content, existing, tags } = observed
  const wanted = content?.kind === 'known' ? contentTag(content.hash) : undefined
  // An older image has it, and keeps it.
  const isStuck = wanted !== undefined && existing.has(wanted) && isFixed(observed, wanted)
  const mustStage = expectedPlatform !== undefined && !isFixed(observed, stagingTag)
  return {
    kind: 'build',
    ...facts,
    tags,
    firstTag: (isStuck ? undefined : wanted) ?? (mustStage ? stagingTag : undefined),
    notices: [
      ...(isStuck
        ? [
            `The tag ${wanted} is immutable and stays on an older image, so that later runs do not find this one. Exclude content-* from the immutability of the repository.`,
          ]
        : []),
      ...(content?.kind === 'known' ? content.advice : []),
    ],
  }
}
