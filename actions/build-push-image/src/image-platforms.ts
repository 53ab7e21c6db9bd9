import { ActionError } from '@deploy-actions/action-kit'
import {
  formatImage,
  type ImageReference,
  type Platform,
  type StoredImage,
} from '@deploy-actions/registry'
import { normalizePlatforms } from './content/platforms.ts'
import { formatPlatform } from './inputs/image-platform.ts'

type Platforms = Pick<StoredImage, 'platforms'>

/** What an image is for, as it is written; what says no platform is left out. */
export function platformNames({ platforms }: Platforms): readonly string[] {
  return platforms.flatMap(({ platform }) =>
    platform === undefined ? [] : [formatPlatform(platform)],
  )
}

/** How the platforms of an image differ from others, which are normalized; undefined where they are the same. */
export function otherPlatforms(image: Platforms, wanted: readonly string[]): string | undefined {
  const names = platformNames(image)
  const own = names.length === 0 ? [] : normalizePlatforms(names)
  if (own.join() === wanted.join()) return undefined
  const has = own.length === 0 ? 'says no platform' : `is for ${own.join(', ')}`
  return `${has}, and not for ${wanted.join(', ')}`
}

/** Throws `image` for one that does not run on the platform that is expected. */
export function checkPlatform(
  { at }: { readonly at: Pick<ImageReference, 'host' | 'repository'> },
  image: StoredImage,
  expected: Platform | undefined,
): void {
  if (expected === undefined) return
  const names = platformNames(image)
  const wanted = formatPlatform(expected)
  if (names.some((name) => name === wanted || name.startsWith(`${wanted}/`))) return
  const has = names.length === 0 ? 'says no platform' : `is for ${names.join(', ')}`
  throw new ActionError({
    code: 'image',
    message: `The image ${formatImage(at, { digest: image.digest })} ${has}, and expect-platform wants ${wanted}.`,
    remedy: `Build it for ${wanted}: set platforms: ${wanted}, or build on a runner of that architecture.`,
  })
}
