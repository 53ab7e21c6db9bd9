import type { Platform } from '../lookup.ts'
import { findDescriptors, type Descriptor } from './descriptor.ts'
import { findJsonObject, findText, isJsonObject, objectsIn, type JsonObject } from './json.ts'
import { configTypes, isIndexType, manifestTypes } from './media-types.ts'
import { findPlatform } from './platform.ts'

/** What a manifest says about its image. */
export type Manifest =
  | {
      readonly kind: 'index'
      readonly mediaType: string
      /** Undefined where no child names its own. */
      readonly platforms: readonly Platform[] | undefined
      /** Its manifests; undefined where one is not described as it should be. */
      readonly children: readonly Descriptor[] | undefined
    }
  | {
      readonly kind: 'image'
      readonly mediaType: string
      /** Of the configuration that names the platform; undefined for what is no image to run. */
      readonly configDigest: string | undefined
      readonly sizeBytes: number
      /** Its configuration and its layers; undefined where one is not described as it should be. */
      readonly blobs: readonly Descriptor[] | undefined
    }

/**
 * Reads a manifest; undefined where the text is none that is known. `servedType` is the media type
 * that the registry names, which counts where the manifest names none.
 * https://github.com/opencontainers/image-spec/blob/main/manifest.md, image-index.md
 */
export function findManifest(text: string, servedType: string | undefined): Manifest | undefined {
  const content = findJsonObject(text)
  if (content === undefined) return undefined
  const mediaType = findText(content['mediaType']) ?? servedType?.split(';')[0]?.trim()
  if (mediaType === undefined || !manifestTypes.includes(mediaType)) return undefined
  return isIndexType(mediaType) ? readIndex(content, mediaType) : readImage(content, mediaType)
}

function readIndex(content: JsonObject, mediaType: string): Manifest {
  const platforms = objectsIn(content['manifests'])
    .map(({ platform }) => findPlatform(platform))
    .filter((platform) => platform !== undefined)
  return {
    kind: 'index',
    mediaType,
    platforms: platforms.length === 0 ? undefined : platforms,
    children: findDescriptors(content['manifests']),
  }
}

function readImage(content: JsonObject, mediaType: string): Manifest | undefined {
  const config = content['config']
  if (!isJsonObject(config)) return undefined
  const { layers = [] } = content
  const isRunnable = configTypes.includes(findText(config['mediaType']) ?? '')
  const parts = [config, ...objectsIn(layers)]
  return {
    kind: 'image',
    mediaType,
    configDigest: isRunnable ? findText(config['digest']) : undefined,
    sizeBytes: parts.reduce((sum, { size }) => sum + (typeof size === 'number' ? size : 0), 0),
    blobs: Array.isArray(layers) ? findDescriptors([config].concat(layers)) : undefined,
  }
}
