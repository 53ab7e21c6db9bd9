import type { ContainerDefinition, RuntimePlatform } from '@aws-sdk/client-ecs'
import type { Cloud } from '../../cloud/cloud.ts'
import type { Image } from '../../cloud/image-catalog.ts'
import type { Platform } from '../../registry/model/manifest.ts'
import { parseReference, type ImageReference } from '../../registry/model/reference.ts'
import { executionRoleOf } from './execution-role.ts'
import { findPullRefusal } from './pull-refusals.ts'
import type { TaskRequest } from './task-request.ts'
import type { StartFault } from './task-resources.ts'

/** Finds the images of all containers, or why one of them cannot be pulled. */
export function pullImages(
  cloud: Cloud,
  request: TaskRequest,
  taskId: string,
): { images: ReadonlyMap<string, Image> } | { fault: StartFault } {
  const { containerDefinitions = [], runtimePlatform } = request.definition.content
  const role = executionRoleOf(request, taskId)
  const platform = platformOf(runtimePlatform)
  const images = new Map<string, Image>()
  for (const definition of containerDefinitions) {
    const { name: container = '' } = definition
    const reference = referenceFor(definition, request.digests)
    const refusal = findPullRefusal(cloud, { definition, reference, role })
    const pulled = refusal ?? pull(cloud, reference, platform)
    if (typeof pulled === 'string') {
      return { fault: { reason: `CannotPullContainerError: ${pulled}`, container } }
    }
    images.set(container, pulled)
  }
  return { images }
}

/** The tag of an image is looked up once for a revision; from then on its digest is what is pulled. */
function referenceFor(
  { image = '', name = '', versionConsistency }: ContainerDefinition,
  digests: TaskRequest['digests'],
): ImageReference {
  const reference = parseReference(image)
  const known = versionConsistency === 'disabled' ? undefined : digests?.get(name)
  return { ...reference, digest: known ?? reference.digest }
}

function pull(cloud: Cloud, reference: ImageReference, platform: Platform): Image | string {
  const { host, name, tag = 'latest', digest } = reference
  const repository = cloud.images.find(reference)
  const manifest = repository?.find(digest ?? tag)
  if (repository === undefined || manifest === undefined) {
    const full = `${host}/${name}${digest === undefined ? `:${tag}` : `@${digest}`}`
    return `ref pull has been retried 1 time(s): failed to resolve reference "${full}": ${full}: not found`
  }
  const image = cloud.images.imageFor(repository, manifest, platform)
  return (
    image ??
    'pull image manifest has been retried 1 time(s): image Manifest does not contain descriptor ' +
      `matching platform '${platform.os}/${platform.architecture}'`
  )
}

/** Where a task runs that does not say it is what most do. */
function platformOf(given: RuntimePlatform = {}): Platform {
  const { cpuArchitecture = 'X86_64', operatingSystemFamily = 'LINUX' } = given
  return {
    os: operatingSystemFamily === 'LINUX' ? 'linux' : 'windows',
    architecture: cpuArchitecture === 'ARM64' ? 'arm64' : 'amd64',
  }
}
