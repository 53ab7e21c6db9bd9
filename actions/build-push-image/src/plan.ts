import { ActionError } from '@deploy-actions/action-kit'
import { formatImage, isImmutable, type Platform, type StoredImage } from '@deploy-actions/registry'
import { labelNames, labelOf } from './image-labels.ts'
import { formatPlatform } from './inputs/image-platform.ts'
import type { Inputs } from './inputs.ts'
import type { ExistingImage, Observed } from './observe.ts'
import { contentTag } from './tags/fill-tags.ts'

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
}

/** The image has to be built. */
export interface BuildPlan {
  readonly kind: 'build'
  /** Why, as a whole sentence. */
  readonly because: string
  readonly tags: readonly string[]
  /** The tag by which the next run finds the image; undefined where it could not be given. */
  readonly contentTag: string | undefined
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
  if (typeof candidate === 'string') {
    return planBuild(observed, { because: candidate, createRepository })
  }
  const { image, because } = candidate
  checkPlatform(observed, image, wishes.expectedPlatform)
  const { tags, existing } = observed
  const missingTags = tags.filter((tag) => existing.get(tag)?.digest !== image.digest)
  return { kind: 'reuse', image, because, tags, missingTags }
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

interface Found {
  readonly image: StoredImage
  readonly because: string
}

/** The image that an immutable tag has already, if it is the same; another one is in the way. */
function settledImage(observed: Observed): Found | undefined {
  const taken = observed.tags.flatMap((tag) => {
    const existing = observed.existing.get(tag)
    return existing !== undefined && isFixed(observed, tag) ? [{ tag, existing }] : []
  })
  const [first] = taken
  if (first === undefined) return undefined
  for (const { tag, existing } of taken) {
    const isSame = sameness(observed, existing) !== undefined
    if (!isSame || existing.digest !== first.existing.digest)
      throw takenTag(observed, tag, existing)
  }
  const because = `The immutable tag ${first.tag} is on an image ${sameness(observed, first.existing) ?? ''}.`
  return { image: first.existing.image, because }
}

/**
 * Why an image is the one that would be built; undefined where nothing says so. Where both contents are known they
 * decide: one revision gives several images, by other build arguments or a base that moved.
 */
function sameness(
  { content, existing, revision }: Observed,
  { digest, image }: ExistingImage,
): string | undefined {
  const hash = labelOf(image, labelNames.contentHash)
  if (content?.kind === 'known') {
    const tagged = existing.get(contentTag(content.hash))
    if (tagged?.digest === digest || hash === content.hash) return 'made from the same content'
    if (hash !== undefined) return undefined
  }
  return revision !== undefined && labelOf(image, labelNames.revision) === revision
    ? 'of the same revision'
    : undefined
}

function takenTag({ at }: Observed, tag: string, { digest, image }: ExistingImage): ActionError {
  const revision = labelOf(image, labelNames.revision)
  const of = revision === undefined ? '' : ` of revision ${revision}`
  return new ActionError({
    code: 'conflict',
    message: `The tag ${tag} of ${formatImage(at)} is immutable, and is on another image${of}: ${digest}. Nothing was built.`,
    remedy:
      'Use a tag that this content does not share with another, such as {sha}-{run-number} or {content}, or exclude the tag from the immutability of the repository.',
  })
}

/** Whether the repository keeps a tag where it is, as far as is known. */
export function isFixed({ lookup }: Pick<Observed, 'lookup'>, tag: string): boolean {
  return lookup?.kind === 'found' && isImmutable(lookup.tagMutability, tag)
}

/** The image that was made from the same content; or why nothing is reused, as a whole sentence. */
function reusable({ reuse, noCache, maxAgeMs }: Wishes, observed: Observed): Found | string {
  const { content, existing, now } = observed
  if (noCache) return 'Nothing is reused, since no-cache is true.'
  if (!reuse || content === undefined) return 'Nothing is reused, since reuse is off.'
  if (content.kind === 'unknown') {
    return `Whether it was built before cannot be known. ${content.reason}`
  }
  const tag = contentTag(content.hash)
  const found = existing.get(tag)?.image
  if (found === undefined) return 'No image was made from this content yet.'
  const ageMs = now.getTime() - builtAt(found)
  if (maxAgeMs !== undefined && ageMs > maxAgeMs) {
    return 'The image that was made from this content is older than reuse-max-age.'
  }
  return {
    image: found,
    because: `The image ${found.digest} was made from the same content (${tag}).`,
  }
}

/** When the oldest part of an image was built; where nobody says, long ago. */
function builtAt({ platforms }: StoredImage): number {
  return Math.min(...platforms.map(({ createdAt }) => createdAt?.getTime() ?? 0))
}

function planBuild(
  observed: Observed,
  { because, createRepository }: Pick<BuildPlan, 'because' | 'createRepository'>,
): BuildPlan {
  const { content, existing, tags } = observed
  const wanted = content?.kind === 'known' ? contentTag(content.hash) : undefined
  // An older image has it, and keeps it.
  const isStuck = wanted !== undefined && existing.has(wanted) && isFixed(observed, wanted)
  return {
    kind: 'build',
    because,
    tags,
    contentTag: isStuck ? undefined : wanted,
    createRepository,
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

/** Throws `image` for one that does not run on the platform that is expected. */
export function checkPlatform(
  { at }: Pick<Observed, 'at'>,
  { digest, platforms }: StoredImage,
  expected: Platform | undefined,
): void {
  if (expected === undefined) return
  const names = platforms.flatMap(({ platform }) =>
    platform === undefined ? [] : [formatPlatform(platform)],
  )
  const wanted = formatPlatform(expected)
  if (names.some((name) => name === wanted || name.startsWith(`${wanted}/`))) return
  const has = names.length === 0 ? 'says no platform' : `is for ${names.join(', ')}`
  throw new ActionError({
    code: 'image',
    message: `The image ${formatImage(at, { digest })} ${has}, and expect-platform wants ${wanted}.`,
    remedy: `Build it for ${wanted}: set platforms: ${wanted}, or build on a runner of that architecture.`,
  })
}
