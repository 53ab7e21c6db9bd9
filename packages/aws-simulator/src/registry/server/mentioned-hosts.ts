import type { SourceConfiguration } from '@aws-sdk/client-apprunner'
import type { Cloud } from '../../cloud/cloud.ts'
import type { World } from '../../world/world.ts'
import { ecrHost } from '../model/ecr-host.ts'
import { parseReference, splitRepository } from '../model/reference.ts'

/**
 * The registries that a world mentions anywhere. The account's own and Docker Hub are always among
 * them, so that nobody who mistypes the name of an image asks the real ones.
 */
export function mentionedHosts(world: World, { arns, images, registries }: Cloud): string[] {
  const own = ecrHost({ registryId: arns.account, region: arns.region })
  const inDefinitions = (world.taskDefinitions ?? []).flatMap(imagesIn).map(parseReference)
  const mentioned = [
    ...inDefinitions.map(({ host }) => host),
    ...(world.images ?? []).map(({ repository }) => splitRepository(repository).host),
    ...servicesOfAppRunner(world),
  ]
  return [
    ...new Set([own, 'docker.io', ...images.hosts, ...registries.names, ...mentioned]),
  ].toSorted()
}

/** The services are there already: what they run has the shape that CreateService takes. */
function servicesOfAppRunner({ appRunner }: World): readonly string[] {
  const services = appRunner?.services ?? []
  return services.flatMap(({ SourceConfiguration: source }) => {
    const { ImageRepository } = source as SourceConfiguration
    const { ImageIdentifier } = ImageRepository ?? {}
    return ImageIdentifier === undefined ? [] : [parseReference(ImageIdentifier).host]
  })
}

function imagesIn(definition: Readonly<Record<string, unknown>>): readonly string[] {
  const containers: unknown = definition['containerDefinitions']
  if (!Array.isArray(containers)) return []
  // What an element has is looked at before it is used.
  return (containers as readonly { readonly image?: unknown }[]).flatMap(({ image }) =>
    typeof image === 'string' ? [image] : [],
  )
}
