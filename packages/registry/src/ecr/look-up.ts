import type { Image } from '@aws-sdk/client-ecr'
import { isAwsError } from '@deploy-actions/aws'
import type { FoundImage, ImageLookup, MissingImage } from '../lookup.ts'
import { findManifest } from '../manifest/manifest.ts'
import { readConfig } from '../manifest/read-config.ts'
import { missingVersion } from '../missing.ts'
import { NotCheckedError } from '../not-checked.ts'
import { formatImage, type ImageReference } from '../reference/image-reference.ts'
import { getImage, getLayer, listTags, type EcrRepository } from './ecr-repository.ts'
import { ecrFailure } from './failures.ts'
import { noRepositoryYet } from './pull-through-cache.ts'

/**
 * Asks ECR about an image by its API. Throws a NotCheckedError where ECR does not say, and the
 * ActionError of a call that fails.
 */
export async function lookUpInEcr(
  reference: ImageReference,
  repository: EcrRepository,
): Promise<ImageLookup> {
  const { tag = 'latest', digest } = reference
  const id = digest === undefined ? { imageTag: tag } : { imageDigest: digest }
  try {
    const { image, failure } = await getImage(repository, id)
    if (image !== undefined) return await foundImage(reference, image, repository)
    if (failure?.failureCode !== 'ImageNotFound') {
      const name = formatImage(reference, reference)
      throw ecrFailure(name, failure?.failureCode ?? 'no reason', failure?.failureReason ?? '')
    }
    return await missingImage(reference, repository)
  } catch (error) {
    if (isNoRepository(error)) return noRepositoryYet(reference, repository)
    throw error
  }
}

async function foundImage(
  reference: ImageReference,
  { imageId, imageManifest = '', imageManifestMediaType }: Image,
  repository: EcrRepository,
): Promise<FoundImage | MissingImage> {
  const manifest = findManifest(imageManifest, imageManifestMediaType)
  const digest = imageId?.imageDigest
  if (manifest === undefined || digest === undefined) throw noManifest(reference)
  const { mediaType } = manifest
  const found = { kind: 'found', digest, mediaType, isPublic: false } as const
  if (manifest.kind === 'index') return { ...found, platforms: manifest.platforms }
  const { attempt, isDigestEnough } = repository.transport
  if (isDigestEnough) return { ...found, platforms: undefined }
  return {
    ...found,
    ...(await readConfig(manifest, attempt, (blob) => getLayer(repository, blob))),
  }
}

/** What is there instead is good to know, and no permission that a deployment needs. */
async function missingImage(
  reference: ImageReference,
  repository: EcrRepository,
): Promise<MissingImage> {
  try {
    return missingVersion(reference, await listTags(repository))
  } catch (error) {
    const { attempt } = repository.transport
    attempt.log.debug(`Tags are not listed: ${attempt.explain(error).message}`)
    return missingVersion(reference, [])
  }
}

function noManifest(reference: ImageReference): NotCheckedError {
  return new NotCheckedError({
    reason: 'unsupported',
    message: `ECR gives no manifest that is known for ${formatImage(reference, reference)}.`,
    remedy: 'Check that it is a container image, and push it again with a tool that is up to date.',
  })
}

/** A name that ECR takes for none, as one of a single letter, is no repository's either. */
function isNoRepository(error: unknown): boolean {
  if (isAwsError(error, 'RepositoryNotFoundException')) return true
  const isInvalid = isAwsError(error, 'InvalidParameterException') && error instanceof Error
  return isInvalid && error.message.includes("'repositoryName'")
}
