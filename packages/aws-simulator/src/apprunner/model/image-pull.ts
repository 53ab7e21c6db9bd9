import type { Cloud } from '../../cloud/cloud.ts'
import type { Image } from '../../cloud/image-catalog.ts'
import { isOpen } from '../../ecr/ecr-registry.ts'
import { ecrNeeds } from '../../ecr/permissions.ts'
import { parseEcrHost } from '../../registry/model/ecr-host.ts'
import type { Platform } from '../../registry/model/manifest.ts'
import { parseReference, type ImageReference } from '../../registry/model/reference.ts'
import { imageIdentifierOf, type ServiceConfiguration } from './configuration.ts'

/** Why an image cannot be had. */
export type PullFault = 'access-role' | 'image'

/** App Runner runs nothing else. */
const platform: Platform = { os: 'linux', architecture: 'amd64' }

/** Finds the image that a service is to run, with what its access role may do, or what keeps App Runner from it. */
export function pullImage(cloud: Cloud, configuration: ServiceConfiguration): Image | PullFault {
  const reference = parseReference(imageIdentifierOf(configuration))
  const { tag = 'latest', digest } = reference
  const isPrivate = parseEcrHost(reference.host) !== undefined
  if (isPrivate && !mayPull(cloud, configuration, reference)) return 'access-role'
  const repository = cloud.images.find(reference)
  const manifest = repository?.find(digest ?? tag)
  if (repository === undefined || manifest === undefined) return 'image'
  if (isPrivate && !isOpen(repository, cloud, 'BatchGetImage')) return 'image'
  return cloud.images.imageFor(repository, manifest, platform) ?? 'image'
}

function mayPull(
  cloud: Cloud,
  { source }: ServiceConfiguration,
  { host, name }: ImageReference,
): boolean {
  const arn = source.AuthenticationConfiguration?.AccessRoleArn ?? ''
  const role = cloud.iam.findRole(arn)
  if (role === undefined || !cloud.iam.isForAppRunner(arn, 'build')) return false
  const input = { ...parseEcrHost(host), repositoryName: name }
  return ['GetAuthorizationToken', 'BatchGetImage', 'GetDownloadUrlForLayer']
    .flatMap((operation) => ecrNeeds(cloud, operation, input))
    .every((need) => cloud.iam.refusal(role, 'AppRunner', need) === undefined)
}
