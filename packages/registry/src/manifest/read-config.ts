import type { Attempt } from '../attempt.ts'
import type { Answer } from '../http/ask.ts'
import type { FoundImage } from '../lookup.ts'
import { NotCheckedError } from '../not-checked.ts'
import { digestOf } from './digest.ts'
import { findImageConfig, type ImageConfig } from './image-config.ts'
import type { Manifest } from './manifest.ts'

/**
 * What the configuration of an image for a single platform tells. The image is there, so a
 * configuration that cannot be read is told and is no failure.
 */
export async function readConfig(
  manifest: Extract<Manifest, { kind: 'image' }>,
  attempt: Attempt,
  download: (digest: string) => Promise<Answer>,
): Promise<Pick<FoundImage, 'platforms' | 'platformsNotRead' | 'labels' | 'sizeBytes'>> {
  const { sizeBytes, configDigest } = manifest
  if (configDigest === undefined) return { platforms: undefined, sizeBytes }
  try {
    const { platform, labels } = checked(configDigest, await download(configDigest))
    return { platforms: platform && [platform], labels, sizeBytes }
  } catch (error) {
    return { platforms: undefined, platformsNotRead: attempt.explain(error), sizeBytes }
  }
}

function checked(digest: string, { status, body }: Answer): ImageConfig {
  const isIt = status === 200 && digestOf(body, digest) === digest
  const config = isIt ? findImageConfig(Buffer.from(body).toString()) : undefined
  if (config !== undefined) return config
  throw new NotCheckedError({
    reason: 'unsupported',
    message: `The registry does not serve the configuration of the image, which names its platform (status ${status}).`,
    remedy: 'Push the image again: what the registry has of it is not whole.',
  })
}
