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

/** What an image is made from. */
export interface ImageRecipe {
  /** Such as `linux/arm64`; several make the image an index. */
  readonly platforms: readonly string[]
  readonly labels: Readonly<Record<string, string>>
  /** When it was built, as its config tells. */
  readonly created: string
  readonly createdBy: string
  /** The one file of its layer. */
  readonly file: (platform: string) => { readonly name: string; readonly text: string }
  /** Default `oci`. */
  readonly mediaTypes?: 'oci' | 'docker' | undefined
}

/** Makes the bytes of an image of the world. Equal images have equal bytes. */
export function imageContent(image: WorldImage): ImageContent {
  const { repository, tags = [], behaviour = {}, labels = {}, created = bornAt } = image
  return makeImage({
    platforms: image.platforms ?? ['linux/amd64'],
    labels,
    created,
    createdBy: 'world',
    file: (platform) => ({
      name: 'image.json',
      text: json({ repository, tags, behaviour, platform }),
    }),
    mediaTypes: image.mediaTypes,
  })
}

/** Makes the bytes of an image: a config, a layer and a manifest for each platform, and an index when there are several. */
export function makeImage(recipe: ImageRecipe): ImageContent {
  const types = recipe.mediaTypes === 'docker' ? docker : oci
  const [first, ...others] = recipe.platforms.map((name) => platformContent(recipe, name, types))
  if (first === undefined) throw new Error('An image needs a platform.')
  const all = [first, ...others]
  const manifests = all.map(({ manifest }) => manifest)
  return {
    root: others.length === 0 ? first.manifest : indexOf(all, types),
    children: others.length === 0 ? [] : manifests,
    blobs: all.flatMap(({ blobs }) => blobs),
    configs: all.map(({ config }) => config),
  }
}

function platformContent(recipe: ImageRecipe, name: string, types: MediaTypes): PlatformContent {
  const { labels, created, createdBy } = recipe
  const platform = parsePlatform(name)
  const file = recipe.file(name)
  const layer = tarOf(file.name, file.text)
  const config = Buffer.from(
    json({
      created,
      ...platform,
      config: { Labels: labels },
      rootfs: { type: 'layers', diff_ids: [digestOf(layer)] },
      history: [{ created, created_by: createdBy }],
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
