import type { WorldImage } from '../../world/world-images.ts'
import { digestOf } from '../model/digest.ts'
import { parsePlatform, type Descriptor, type Platform } from '../model/manifest.ts'
import { docker, oci, type MediaTypes } from '../model/media-types.ts'
import { tarOf } from './tar.ts'

/** A manifest as its bytes. */
export interface ManifestContent {
  readonly digest: string
  readonly mediaType: string
  readonly bytes: Buffer
}

/** All that a registry keeps of one image. */
export interface ImageContent {
  /** What the tags mean: a manifest, or an index of several. */
  readonly root: ManifestContent
  readonly children: readonly ManifestContent[]
  readonly blobs: readonly Buffer[]
  /** The digest of each config, which tells images apart. */
  readonly configs: readonly string[]
}

interface PlatformContent {
  readonly manifest: ManifestContent
  readonly blobs: readonly Buffer[]
  readonly config: string
  readonly platform: Platform
}

const bornAt = '1970-01-01T00:00:00Z'

/**
 * Makes the bytes of an image of the world: a config, a layer and a manifest for each platform, and an
 * index when there are several. Equal images have equal bytes.
 */
export function imageContent(image: WorldImage): ImageContent {
  const types = image.mediaTypes === 'docker' ? docker : oci
  const platforms = image.platforms ?? ['linux/amd64']
  const [first, ...others] = platforms.map((name) => platformContent(image, name, types))
  if (first === undefined) throw new Error(`The image ${image.repository} has no platform.`)
  const all = [first, ...others]
  const manifests = all.map(({ manifest }) => manifest)
  return {
    root: others.length === 0 ? first.manifest : indexOf(all, types),
    children: others.length === 0 ? [] : manifests,
    blobs: all.flatMap(({ blobs }) => blobs),
    configs: all.map(({ config }) => config),
  }
}

function platformContent(image: WorldImage, name: string, types: MediaTypes): PlatformContent {
  const { repository, tags = [], behaviour = {}, labels = {} } = image
  const platform = parsePlatform(name)
  const layer = tarOf('image.json', json({ repository, tags, behaviour, platform: name }))
  const config = Buffer.from(
    json({
      created: bornAt,
      ...platform,
      config: { Labels: labels },
      rootfs: { type: 'layers', diff_ids: [digestOf(layer)] },
      history: [{ created: bornAt, created_by: 'world' }],
    }),
  )
  const manifest = manifestContent(types.manifest, {
    config: describe(types.config, config),
    layers: [describe(types.layer, layer)],
  })
  return { manifest, blobs: [config, layer], config: digestOf(config), platform }
}

function indexOf(all: readonly PlatformContent[], types: MediaTypes): ManifestContent {
  const subject = all[0]?.manifest.digest ?? ''
  return manifestContent(types.index, {
    manifests: all.map(({ manifest, platform }) => ({
      ...describe(types.manifest, manifest.bytes),
      platform,
      ...(platform.os === 'unknown' && { annotations: attestationOf(subject) }),
    })),
  })
}

/** What BuildKit says of the attestations that it adds to an image. */
function attestationOf(subject: string): Record<string, string> {
  return {
    'vnd.docker.reference.digest': subject,
    'vnd.docker.reference.type': 'attestation-manifest',
  }
}

function manifestContent(mediaType: string, parts: object): ManifestContent {
  const bytes = Buffer.from(json({ schemaVersion: 2, mediaType, ...parts }))
  return { digest: digestOf(bytes), mediaType, bytes }
}

function describe(mediaType: string, bytes: Buffer): Descriptor {
  return { mediaType, digest: digestOf(bytes), size: bytes.length }
}

function json(value: object): string {
  return JSON.stringify(value)
}
