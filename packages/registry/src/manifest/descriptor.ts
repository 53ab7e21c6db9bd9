import type { Platform } from '../lookup.ts'
import { isDigest } from '../reference/grammar.ts'
import { findText, isJsonObject } from './json.ts'
import { findPlatform } from './platform.ts'

/** What a manifest says about content that it points to. */
export interface Descriptor {
  /** Empty where it is not told. */
  readonly mediaType: string
  readonly digest: string
  readonly sizeBytes: number
  /** Of an image in an index; undefined for attestations, and where it is not told. */
  readonly platform: Platform | undefined
}

/**
 * Reads a list of descriptors; undefined where one of them has no digest or no size, so that nobody
 * takes the rest for all.
 * https://github.com/opencontainers/image-spec/blob/main/descriptor.md
 */
export function findDescriptors(list: unknown): readonly Descriptor[] | undefined {
  if (!Array.isArray(list)) return undefined
  const found = list.map(findDescriptor)
  return found.every((one) => one !== undefined) ? found : undefined
}

/** Whether content is never pushed, by its license: base layers of Windows lie elsewhere. */
export function isForeign({ mediaType }: Descriptor): boolean {
  return /\.(?:foreign|nondistributable)\./.test(mediaType)
}

function findDescriptor(value: unknown): Descriptor | undefined {
  if (!isJsonObject(value)) return undefined
  const { digest, size, mediaType, platform } = value
  if (typeof digest !== 'string' || !isDigest(digest)) return undefined
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) return undefined
  return {
    mediaType: findText(mediaType) ?? '',
    digest,
    sizeBytes: size,
    platform: findPlatform(platform),
  }
}
