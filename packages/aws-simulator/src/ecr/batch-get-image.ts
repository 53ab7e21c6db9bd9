import {
  BatchGetImage$,
  type BatchGetImageRequest,
  type BatchGetImageResponse,
  type Image,
  type ImageFailure,
} from '@aws-sdk/client-ecr'
import { operation, type Operation } from '../protocol/operation.ts'
import { isIndex } from '../registry/model/media-types.ts'
import type { StoredManifest } from '../registry/model/repository.ts'
import { invalidParameter, type EcrRegistry } from './ecr-registry.ts'
import { findImage } from './image-ids.ts'

const askedAtOnce = 100

/** Read manifests; an index is only for who says that it takes one. */
export function batchGetImage(registry: EcrRegistry): Operation {
  const read = (input: BatchGetImageRequest, assumedAccount?: string): BatchGetImageResponse => {
    const repository = registry.require(input, 'BatchGetImage', assumedAccount)
    const { imageIds = [], acceptedMediaTypes = [] } = input
    if (imageIds.length === 0 || imageIds.length > askedAtOnce) {
      throw invalidParameter('imageIds', `Member must have length between 1 and ${askedAtOnce}`)
    }
    const images: Image[] = []
    const failures: ImageFailure[] = []
    for (const imageId of imageIds) {
      const found = findImage(repository, imageId)
      if ('failure' in found) failures.push(found.failure)
      else if (!isAccepted(found.manifest, acceptedMediaTypes)) {
        const failureReason = 'Requested image not found'
        failures.push({ imageId, failureCode: 'ImageNotFound', failureReason })
      } else {
        const { digest, mediaType, bytes } = found.manifest
        images.push({
          registryId: registry.idOf(repository),
          repositoryName: repository.name,
          imageId: { imageDigest: digest, imageTag: imageId.imageTag },
          imageManifest: bytes.toString(),
          imageManifestMediaType: mediaType,
        })
      }
    }
    return { images, failures }
  }
  return operation(BatchGetImage$, read)
}

function isAccepted({ mediaType }: StoredManifest, accepted: readonly string[]): boolean {
  return accepted.length === 0 ? !isIndex(mediaType) : accepted.includes(mediaType)
}
