import type { Image } from '@aws-sdk/client-ecr'
import { ActionError } from '@deploy-actions/action-kit'
import { isAwsError } from '@deploy-actions/aws'
import { manifestTypes } from '../manifest/media-types.ts'
import { formatImage } from '../reference/image-reference.ts'
import { ecrHost } from '../reference/ecr-registry.ts'
import type { TaggedImage, TagOutcome } from '../tags.ts'
import { callEcr, named, type EcrCaller } from './call-ecr.ts'
import { ecrFailure } from './failures.ts'

/** How many images ECR tells about in one answer. */
const askedAtOnce = 100

/**
 * The images that have these tags; tags that no image has are left out. A repository that is not there
 * has none. Throws `access-denied` and `service-error`.
 */
export async function findEcrTags(
  caller: EcrCaller,
  tags: readonly string[],
): Promise<ReadonlyMap<string, TaggedImage>> {
  const found = new Map<string, TaggedImage>()
  for (let from = 0; from < tags.length; from += askedAtOnce) {
    const ids = tags.slice(from, from + askedAtOnce).map((imageTag) => ({ imageTag }))
    for (const { imageId, imageManifestMediaType: mediaType } of await getImages(caller, ids)) {
      const { imageTag, imageDigest: digest } = imageId ?? {}
      if (imageTag === undefined || digest === undefined || mediaType === undefined) continue
      found.set(imageTag, { digest, mediaType })
    }
  }
  return found
}

/**
 * Gives an image that is in the repository one more tag, without moving a byte of it. Throws `image`
 * where it is not there, `access-denied` and `service-error`.
 */
export async function addEcrTag(
  caller: EcrCaller,
  { digest, tag }: { readonly digest: string; readonly tag: string },
): Promise<TagOutcome> {
  const { PutImageCommand } = await import('@aws-sdk/client-ecr')
  const [image] = await getImages(caller, [{ imageDigest: digest }])
  if (image === undefined) throw noSuchImage(caller, digest)
  const command = new PutImageCommand({
    ...named(caller),
    imageManifest: image.imageManifest,
    imageManifestMediaType: image.imageManifestMediaType,
    imageDigest: digest,
    imageTag: tag,
  })
  try {
    await callEcr(caller, command)
    return { kind: 'tagged' }
  } catch (error) {
    if (isAwsError(error, 'ImageAlreadyExistsException')) return { kind: 'unchanged' }
    if (!isAwsError(error, 'ImageTagAlreadyExistsException')) throw error
    const existing = (await findEcrTags(caller, [tag])).get(tag)
    if (existing === undefined) throw error
    // ECR refuses an immutable tag also where the image has it already.
    return existing.digest === digest
      ? { kind: 'unchanged' }
      : { kind: 'conflict', digest: existing.digest }
  }
}

async function getImages(
  caller: EcrCaller,
  imageIds: { imageTag?: string; imageDigest?: string }[],
): Promise<readonly Image[]> {
  const { BatchGetImageCommand } = await import('@aws-sdk/client-ecr')
  const acceptedMediaTypes = [...manifestTypes]
  const command = new BatchGetImageCommand({ ...named(caller), imageIds, acceptedMediaTypes })
  try {
    const { images = [], failures = [] } = await callEcr(caller, command)
    const [failure] = failures.filter(({ failureCode }) => failureCode !== 'ImageNotFound')
    if (failure === undefined) return images
    const { imageTag, imageDigest } = failure.imageId ?? {}
    const image = nameOf(caller, { tag: imageTag, digest: imageDigest })
    const { failureCode = 'no code', failureReason = '' } = failure
    throw ecrFailure(image, failureCode, failureReason)
  } catch (error) {
    if (isAwsError(error, 'RepositoryNotFoundException')) return []
    throw error
  }
}

function noSuchImage(caller: EcrCaller, digest: string): ActionError {
  return new ActionError({
    code: 'image',
    message: `${nameOf(caller, { digest })} is not there any more.`,
    remedy:
      'Run the step again, so that the image is built: a lifecycle policy may have removed it.',
  })
}

function nameOf(
  { registry, name }: EcrCaller,
  version: { readonly tag?: string | undefined; readonly digest?: string | undefined },
): string {
  return formatImage({ host: ecrHost(registry), repository: name }, version)
}
