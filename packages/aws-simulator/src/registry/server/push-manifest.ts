import { isMutable } from '../../ecr/tag-mutability.ts'
import { digestOf, isDigest } from '../model/digest.ts'
import { parseManifest } from '../model/manifest.ts'
import type { Repository } from '../model/repository.ts'
import { emptyAnswer, RegistryError, type RegistryAnswer } from './answers.ts'
import type { Asked } from './authorize.ts'
import { findRepository } from './pull-manifest.ts'
import type { PushContext } from './push-blob.ts'

/** Takes a manifest whose content is there, under a tag or its digest. */
export function pushManifest(asked: Asked, { cloud, change }: PushContext): RegistryAnswer {
  const { call, route, registry } = asked
  const parts = parseManifest(call.body.toString(), call.contentType)
  if (parts === undefined) throw invalid('MANIFEST_INVALID', 'manifest invalid')
  const at = { host: registry.host, name: route.name }
  const repository = findRepository(at.host, at.name, cloud)
  const digest = digestOf(call.body)
  if (isDigest(route.reference) && route.reference !== digest) {
    throw invalid('DIGEST_INVALID', 'provided digest did not match uploaded content')
  }
  const needed = [...parts.blobs, ...parts.manifests]
  const missing = needed
    .map((one) => one.digest)
    .filter((one) => repository?.blobs.has(one) !== true && repository?.find(one) === undefined)
  if (missing.length > 0) {
    const about = { status: 400, details: missing }
    throw new RegistryError('MANIFEST_BLOB_UNKNOWN', 'blob unknown to registry', about)
  }
  if (repository !== undefined) checkTag(repository, route.reference, digest)
  const tags = isDigest(route.reference) ? [] : [route.reference]
  const { mediaType } = parts
  change(({ images, timeline }) => {
    const pushedAt = timeline.now()
    const stored = { digest, servesDigest: digest, mediaType, bytes: call.body, pushedAt }
    images.ensure(at).put(stored, tags)
  })
  return emptyAnswer(201, {
    Location: `${call.origin}/v2/${route.name}/manifests/${digest}`,
    'Docker-Content-Digest': digest,
  })
}

function checkTag(repository: Repository, tag: string, digest: string): void {
  const tagged = repository.tags.get(tag)
  if (tagged === undefined || tagged === digest || isMutable(repository.settings, tag)) return
  throw invalid(
    'TAG_INVALID',
    `The image tag '${tag}' already exists in the '${repository.name}' repository and cannot be ` +
      'overwritten because the tag is immutable.',
  )
}

function invalid(code: string, message: string): RegistryError {
  return new RegistryError(code, message, { status: 400 })
}
