import { PutImage$, type PutImageRequest, type PutImageResponse } from '@aws-sdk/client-ecr'
import { AwsError } from '../protocol/aws-error.ts'
import { operation, type Operation } from '../protocol/operation.ts'
import { digestOf } from '../registry/model/digest.ts'
import { parseManifest, type ManifestParts } from '../registry/model/manifest.ts'
import type { Repository } from '../registry/model/repository.ts'
import { invalidParameter, type EcrRegistry } from './ecr-registry.ts'
import { isMutable } from './tag-mutability.ts'

/** Push a manifest whose content is there, or give one that is there another tag. */
export function putImage(registry: EcrRegistry): Operation {
  return operation(PutImage$, (input: PutImageRequest): PutImageResponse => {
    const repository = registry.require(input, 'PutImage')
    const { imageManifest = '', imageManifestMediaType, imageTag } = input
    const parts = parseManifest(imageManifest, imageManifestMediaType)
    if (parts === undefined) throw invalidParameter('imageManifest', 'Invalid image manifest')
    const bytes = Buffer.from(imageManifest)
    const digest = repository.findSame(bytes)?.digest ?? digestOf(bytes)
    const registryId = registry.idOf(repository)
    checkPush(repository, { registryId, digest, given: input.imageDigest, tag: imageTag })
    checkContent(repository, parts)
    const { mediaType } = parts
    const pushedAt = registry.cloud.timeline.now()
    const stored = { digest, servesDigest: digest, mediaType, bytes, pushedAt }
    repository.put(stored, imageTag === undefined ? [] : [imageTag])
    return {
      image: {
        registryId,
        repositoryName: repository.name,
        imageId: { imageDigest: digest, imageTag },
        imageManifest,
        imageManifestMediaType: mediaType,
      },
    }
  })
}

interface Push {
  readonly registryId: string
  readonly digest: string
  /** The digest that the caller expects. */
  readonly given: string | undefined
  readonly tag: string | undefined
}

function checkPush(repository: Repository, { registryId, digest, given, tag }: Push): void {
  if (given !== undefined && given !== digest) {
    throw new AwsError(
      'ImageDigestDoesNotMatchException',
      `The provided digest '${given}' does not match the digest '${digest}' of the image manifest`,
    )
  }
  const isThere = repository.find(digest) !== undefined
  const tagged = tag === undefined ? undefined : repository.tags.get(tag)
  if (isThere && (tag === undefined || tagged === digest)) {
    throw new AwsError(
      'ImageAlreadyExistsException',
      `Image with digest '${digest}' and tag '${tag ?? 'null'}' already exists in the repository ` +
        `with name '${repository.name}' in registry with id '${registryId}'`,
    )
  }
  if (tag !== undefined && tagged !== undefined && !isMutable(repository.settings, tag)) {
    throw new AwsError(
      'ImageTagAlreadyExistsException',
      `The image tag '${tag}' already exists in the '${repository.name}' repository and cannot ` +
        'be overwritten because the tag is immutable.',
    )
  }
}

function checkContent(repository: Repository, { blobs, manifests }: ManifestParts): void {
  const missing = blobs.filter(({ digest }) => !repository.blobs.has(digest))
  if (missing.length > 0) {
    const digests = missing.map(({ digest }) => digest).join(', ')
    throw new AwsError('LayersNotFoundException', `Layers with digests '${digests}' not found`)
  }
  const absent = manifests.filter(({ digest }) => repository.find(digest) === undefined)
  if (absent.length > 0) {
    const digests = absent.map(({ digest }) => digest).join(', ')
    throw new AwsError(
      'ReferencedImagesNotFoundException',
      `Images with digests '${digests}' required for pushing image into repository with name ` +
        `'${repository.name}' do not exist`,
    )
  }
}
