import {
  BatchDeleteImage$,
  DescribeImages$,
  ListImages$,
  type BatchDeleteImageRequest,
  type BatchDeleteImageResponse,
  type DescribeImagesRequest,
  type DescribeImagesResponse,
  type ImageDetail,
  type ImageIdentifier,
  type ListImagesRequest,
  type ListImagesResponse,
  type TagStatus,
} from '@aws-sdk/client-ecr'
import { AwsError } from '../protocol/aws-error.ts'
import { operation, type Operation } from '../protocol/operation.ts'
import { parseManifest } from '../registry/model/manifest.ts'
import type { Repository, StoredManifest } from '../registry/model/repository.ts'
import type { EcrRegistry } from './ecr-registry.ts'
import { findImage } from './image-ids.ts'
import { ecrPage } from './paging.ts'

/** Describe, list and delete images. */
export function imageOperations(registry: EcrRegistry): readonly Operation[] {
  return [
    operation(DescribeImages$, (input: DescribeImagesRequest) => describeImages(registry, input)),
    operation(ListImages$, (input: ListImagesRequest) => listImages(registry, input)),
    operation(BatchDeleteImage$, (input: BatchDeleteImageRequest) => deleteImages(registry, input)),
  ]
}

function describeImages(
  registry: EcrRegistry,
  input: DescribeImagesRequest,
): DescribeImagesResponse {
  const repository = registry.require(input, 'DescribeImages')
  const registryId = registry.idOf(repository)
  const found = input.imageIds?.map((imageId) => {
    const image = findImage(repository, imageId)
    if ('manifest' in image) return image.manifest
    throw imageNotFound(imageId, repository, registryId)
  })
  const all = found ?? repository.manifests
  const wanted = all.filter((manifest) => hasTagStatus(repository, manifest, input.filter))
  const { items, nextToken } = ecrPage(wanted, input)
  const imageDetails = items.map((manifest) => detailOf(repository, manifest, registryId))
  return { imageDetails, nextToken }
}

function imageNotFound(id: ImageIdentifier, { name }: Repository, registryId: string): AwsError {
  const quoted = (value: string | undefined) => (value === undefined ? 'null' : `'${value}'`)
  const { imageDigest, imageTag } = id
  return new AwsError(
    'ImageNotFoundException',
    `The image with imageId {imageDigest:${quoted(imageDigest)}, imageTag:${quoted(imageTag)}} ` +
      `does not exist within the repository with name '${name}' in the registry with id ` +
      `'${registryId}'`,
  )
}

function detailOf(
  repository: Repository,
  manifest: StoredManifest,
  registryId: string,
): ImageDetail {
  const { digest, mediaType, pushedAt, bytes } = manifest
  const parts = parseManifest(bytes.toString())
  const tags = repository.tagsOf(digest)
  return {
    registryId,
    repositoryName: repository.name,
    imageDigest: digest,
    ...(tags.length > 0 && { imageTags: [...tags] }),
    imageSizeInBytes: (parts?.blobs ?? []).reduce((total, { size }) => total + size, 0),
    imagePushedAt: pushedAt,
    imageManifestMediaType: mediaType,
    artifactMediaType: parts?.config?.mediaType,
    imageStatus: 'ACTIVE',
  }
}

function listImages(registry: EcrRegistry, input: ListImagesRequest): ListImagesResponse {
  const repository = registry.require(input, 'ListImages')
  const imageIds = repository.manifests
    .filter((manifest) => hasTagStatus(repository, manifest, input.filter))
    .flatMap(({ digest }): ImageIdentifier[] => {
      const tags = repository.tagsOf(digest)
      if (tags.length === 0) return [{ imageDigest: digest }]
      return tags.map((imageTag) => ({ imageDigest: digest, imageTag }))
    })
  const { items, nextToken } = ecrPage(imageIds, input)
  return { imageIds: items, nextToken }
}

function hasTagStatus(
  repository: Repository,
  { digest }: StoredManifest,
  filter: { readonly tagStatus?: TagStatus | undefined } = {},
): boolean {
  const { tagStatus = 'ANY' } = filter
  const isTagged = repository.tagsOf(digest).length > 0
  return tagStatus === 'ANY' || isTagged === (tagStatus === 'TAGGED')
}

/** By its tag an image loses that tag only; without any tag left it is gone. */
function deleteImages(
  registry: EcrRegistry,
  input: BatchDeleteImageRequest,
): BatchDeleteImageResponse {
  const repository = registry.require(input, 'BatchDeleteImage')
  const answer = { imageIds: [] as ImageIdentifier[], failures: [] as object[] }
  for (const imageId of input.imageIds ?? []) {
    const image = findImage(repository, imageId)
    if ('failure' in image) {
      answer.failures.push(image.failure)
      continue
    }
    const { digest } = image.manifest
    const { imageTag } = imageId
    if (imageTag !== undefined) repository.tags.delete(imageTag)
    if (imageTag === undefined || repository.tagsOf(digest).length === 0) repository.delete(digest)
    answer.imageIds.push({ imageDigest: digest, ...(imageTag !== undefined && { imageTag }) })
  }
  return answer
}
