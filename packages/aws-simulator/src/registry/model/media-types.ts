/** The media types of one image format. */
export interface MediaTypes {
  readonly manifest: string
  readonly index: string
  readonly config: string
  readonly layer: string
}

export const oci: MediaTypes = {
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  index: 'application/vnd.oci.image.index.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar',
}

export const docker: MediaTypes = {
  manifest: 'application/vnd.docker.distribution.manifest.v2+json',
  index: 'application/vnd.docker.distribution.manifest.list.v2+json',
  config: 'application/vnd.docker.container.image.v1+json',
  layer: 'application/vnd.docker.image.rootfs.diff.tar',
}

/** Whether a manifest of this type lists other manifests. */
export function isIndex(mediaType: string): boolean {
  return mediaType === oci.index || mediaType === docker.index
}

/** Whether a registry takes manifests of this type. */
export function isManifestType(mediaType: string): boolean {
  return mediaType === oci.manifest || mediaType === docker.manifest || isIndex(mediaType)
}
