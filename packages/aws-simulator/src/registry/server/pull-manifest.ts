import type { Cloud } from '../../cloud/cloud.ts'
import { repositoryNotFound } from '../../ecr/ecr-registry.ts'
import { isDigest } from '../model/digest.ts'
import { parseEcrHost } from '../model/ecr-host.ts'
import { matchesPlatform, parseManifest } from '../model/manifest.ts'
import { docker, isIndex, oci } from '../model/media-types.ts'
import type { Repository, StoredManifest } from '../model/repository.ts'
import { RegistryError, type RegistryAnswer } from './answers.ts'
import type { Asked } from './authorize.ts'

/**
 * Serves a manifest by tag or digest, as far as the caller accepts its type. The rules are those of the
 * reference implementation, https://github.com/distribution/distribution, release 2.8.
 */
export function pullManifest({ call, route, registry }: Asked, cloud: Cloud): RegistryAnswer {
  const repository = findRepository(registry.host, route.name, cloud)
  const found = repository?.find(route.reference)
  if (repository === undefined || found === undefined) throw unknownManifest(route)
  const accepted = new Set(call.accept.split(',').map((type) => type.split(';')[0]?.trim() ?? ''))
  const isByTag = !isDigest(route.reference)
  const manifest = isByTag ? negotiated(found, { accepted, repository }) : found
  refuseOci(manifest, accepted)
  return {
    status: 200,
    headers: {
      'Content-Type': manifest.mediaType,
      'Docker-Content-Digest': manifest.digest,
      ETag: `"${manifest.digest}"`,
    },
    body: manifest.bytes,
  }
}

/** ECR says which repository is missing; other registries say only that there is no such manifest. */
export function findRepository(host: string, name: string, cloud: Cloud): Repository | undefined {
  const found = cloud.images.find({ host, name })
  const registryId = parseEcrHost(host)?.registryId
  if (found !== undefined || registryId === undefined) return found
  const { message } = repositoryNotFound(name, registryId)
  throw new RegistryError('NAME_UNKNOWN', message, { status: 404 })
}

function unknownManifest({ name, reference }: Asked['route']): RegistryError {
  const detail = isDigest(reference) ? { Name: name, Revision: reference } : { Tag: reference }
  return new RegistryError('MANIFEST_UNKNOWN', 'manifest unknown', {
    status: 404,
    details: [detail],
  })
}

function refuseOci({ mediaType }: StoredManifest, accepted: ReadonlySet<string>): void {
  if (accepted.has(mediaType) || (mediaType !== oci.manifest && mediaType !== oci.index)) return
  const message = isIndex(mediaType)
    ? 'OCI index found, but accept header does not support OCI indexes'
    : 'OCI manifest found, but accept header does not support OCI manifests'
  throw new RegistryError('MANIFEST_UNKNOWN', message, { status: 404 })
}

/** Who takes no list gets the image for linux/amd64; nobody gets the first schema any more. */
function negotiated(
  manifest: StoredManifest,
  { accepted, repository }: { accepted: ReadonlySet<string>; repository: Repository },
): StoredManifest {
  const { mediaType } = manifest
  const isDocker = mediaType === docker.index || mediaType === docker.manifest
  if (!isDocker || accepted.has(mediaType)) return manifest
  if (mediaType === docker.index && accepted.has(docker.manifest)) {
    const common = { os: 'linux', architecture: 'amd64' }
    const child = parseManifest(manifest.bytes.toString())?.manifests.find(({ platform }) =>
      matchesPlatform(common, platform),
    )
    const stored = child && repository.find(child.digest)
    if (stored !== undefined) return stored
  }
  throw new RegistryError('MANIFEST_INVALID', 'manifest invalid', { status: 400, details: [{}] })
}
