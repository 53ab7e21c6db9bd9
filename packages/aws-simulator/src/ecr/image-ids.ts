import type { ImageFailure, ImageIdentifier } from '@aws-sdk/client-ecr'
import { isDigest } from '../registry/model/digest.ts'
import type { Repository, StoredManifest } from '../registry/model/repository.ts'

/** Finds what an identifier means, or why ECR says that it means nothing. */
export function findImage(
  repository: Repository,
  imageId: ImageIdentifier,
): { readonly manifest: StoredManifest } | { readonly failure: ImageFailure } {
  const { imageDigest, imageTag } = imageId
  const fail = (failureCode: ImageFailure['failureCode'], failureReason: string) => ({
    failure: { imageId, failureCode, failureReason },
  })
  if (imageDigest === undefined && imageTag === undefined) {
    return fail(
      'MissingDigestAndTag',
      'Invalid request parameters: both tag and digest cannot be null',
    )
  }
  if (imageDigest !== undefined && !isDigest(imageDigest)) {
    return fail(
      'InvalidImageDigest',
      'Invalid request parameters: image digest should satisfy the regex ' +
        "'[a-zA-Z0-9-_+.]+:[a-fA-F0-9]+'",
    )
  }
  const manifest = repository.find(imageDigest ?? imageTag ?? '')
  if (manifest === undefined) return fail('ImageNotFound', 'Requested image not found')
  if (imageTag !== undefined && repository.tags.get(imageTag) !== manifest.digest) {
    const isThere = repository.tags.has(imageTag)
    if (!isThere) return fail('ImageNotFound', 'Requested image not found')
    return fail('ImageTagDoesNotMatchDigest', 'Requested image tag does not match the digest')
  }
  return { manifest }
}
