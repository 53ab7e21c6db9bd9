/** Manifests as tools write them; digests are made up. */
function digest(character: string): string {
  return `sha256:${character.repeat(64)}`
}

/** As `docker buildx build --platform linux/amd64,linux/arm64` pushes it, with provenance. */
export const ociIndex = {
  schemaVersion: 2,
  mediaType: 'application/vnd.oci.image.index.v1+json',
  manifests: [
    {
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      digest: digest('1'),
      size: 1058,
      platform: { architecture: 'amd64', os: 'linux' },
    },
    {
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      digest: digest('2'),
      size: 1058,
      platform: { architecture: 'arm64', os: 'linux', variant: 'v8' },
    },
    {
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      digest: digest('3'),
      size: 566,
      annotations: {
        'vnd.docker.reference.digest': digest('1'),
        'vnd.docker.reference.type': 'attestation-manifest',
      },
      platform: { architecture: 'unknown', os: 'unknown' },
    },
  ],
}

/** As `docker manifest push` writes it. */
export const dockerManifestList = {
  schemaVersion: 2,
  mediaType: 'application/vnd.docker.distribution.manifest.list.v2+json',
  manifests: [
    {
      mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
      size: 739,
      digest: digest('4'),
      platform: { architecture: 'arm', os: 'linux', variant: 'v7' },
    },
    {
      mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
      size: 1145,
      digest: digest('5'),
      platform: { architecture: 'amd64', os: 'windows', 'os.version': '10.0.20348.2340' },
    },
  ],
}

/** As BuildKit writes an image for one platform. */
export const ociImage = {
  schemaVersion: 2,
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  config: {
    mediaType: 'application/vnd.oci.image.config.v1+json',
    digest: digest('6'),
    size: 7_682,
  },
  layers: [
    {
      mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
      digest: digest('7'),
      size: 29_126_484,
    },
  ],
}

/** As the Docker engine pushes from its classic store. */
export const dockerImage = {
  schemaVersion: 2,
  mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
  config: {
    mediaType: 'application/vnd.docker.container.image.v1+json',
    size: 1_469,
    digest: digest('8'),
  },
  layers: [
    {
      mediaType: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
      size: 32_654,
      digest: digest('9'),
    },
    {
      mediaType: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
      size: 16_724,
      digest: digest('a'),
    },
  ],
}

/** As `helm push` writes a chart. */
export const helmChart = {
  ...ociImage,
  config: {
    mediaType: 'application/vnd.cncf.helm.config.v1+json',
    digest: digest('b'),
    size: 117,
  },
}
