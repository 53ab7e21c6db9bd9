import type { Cloud } from '../../cloud/cloud.ts'
import { emptyAnswer, RegistryError, type RegistryAnswer } from './answers.ts'
import type { Asked } from './authorize.ts'
import { partOf } from './byte-range.ts'
import { layerUrl } from './layer-storage.ts'
import { findRepository } from './pull-manifest.ts'

/** Serves a blob; ECR sends who asks for one to its storage. */
export function pullBlob({ call, route, registry }: Asked, cloud: Cloud): RegistryAnswer {
  const repository = findRepository(registry.host, route.name, cloud)
  const blob = repository?.blobs.get(route.reference)
  if (repository === undefined || blob === undefined) {
    throw new RegistryError('BLOB_UNKNOWN', 'blob unknown to registry', {
      status: 404,
      details: [route.reference],
    })
  }
  if (registry.authentication === 'ecr' && route.operation === 'PullBlob') {
    return emptyAnswer(307, { Location: layerUrl(cloud, repository, route.reference) })
  }
  const headers = {
    'Content-Type': 'application/octet-stream',
    'Docker-Content-Digest': route.reference,
    ETag: `"${route.reference}"`,
  }
  const whole = { status: 200, headers, body: blob }
  return route.operation === 'PullBlob' ? partOf(whole, call.range) : whole
}
