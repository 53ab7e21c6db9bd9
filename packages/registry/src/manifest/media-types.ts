/** Manifests of one image. */
const imageTypes = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
] as const

/** Lists of manifests, one for each platform. */
const indexTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
] as const

/** All that a registry may answer with: without the indexes it would choose a platform itself. */
export const manifestTypes: readonly string[] = [...indexTypes, ...imageTypes]

/** Configurations that say for which platform an image is: those of other artifacts do not. */
export const configTypes: readonly string[] = [
  'application/vnd.oci.image.config.v1+json',
  'application/vnd.docker.container.image.v1+json',
]

/** Whether the media type is that of an index. */
export function isIndexType(mediaType: string): boolean {
  return indexTypes.some((type) => type === mediaType)
}
