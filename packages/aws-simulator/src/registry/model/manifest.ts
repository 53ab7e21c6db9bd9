import { isIndex, isManifestType, oci } from './media-types.ts'

/** Content that a manifest points to. */
export interface Descriptor {
  readonly mediaType: string
  readonly digest: string
  readonly size: number
  readonly platform?: Platform
  readonly annotations?: Readonly<Record<string, string>>
}

export interface Platform {
  readonly os: string
  readonly architecture: string
  readonly variant?: string
}

/** The parts of a manifest, whichever format it is in. */
export interface ManifestParts {
  readonly mediaType: string
  /** Config and layers; empty for an index. */
  readonly blobs: readonly Descriptor[]
  readonly config: Descriptor | undefined
  /** What an index lists. */
  readonly manifests: readonly Descriptor[]
}

interface ManifestJson {
  readonly schemaVersion?: unknown
  readonly mediaType?: string
  readonly config?: Descriptor
  readonly layers?: readonly Descriptor[]
  readonly manifests?: readonly Descriptor[]
}

/** Reads a manifest; undefined when the text is none. `declaredType` is what its sender calls it. */
export function parseManifest(text: string, declaredType?: string): ManifestParts | undefined {
  const json = parseJson(text)
  if (json?.schemaVersion !== 2) return undefined
  const mediaType = json.mediaType ?? declaredType ?? typeByShape(json)
  if (declaredType !== undefined && declaredType !== mediaType) return undefined
  if (!isManifestType(mediaType)) return undefined
  const { config, layers, manifests } = json
  if (isIndex(mediaType)) {
    return manifests && { mediaType, blobs: [], config: undefined, manifests }
  }
  if (config === undefined || layers === undefined) return undefined
  return { mediaType, blobs: [config, ...layers], config, manifests: [] }
}

/** Whether what is for `offered` runs where `wanted` is; a variant that nobody wants is no hindrance. */
export function matchesPlatform(wanted: Platform, offered: Platform | undefined): boolean {
  if (offered?.os !== wanted.os || offered.architecture !== wanted.architecture) return false
  return wanted.variant === undefined || offered.variant === wanted.variant
}

/** Reads a platform such as `linux/arm64` or `linux/arm/v7`. */
export function parsePlatform(text: string): Platform {
  const [os = '', architecture = '', variant] = text.split('/')
  return { os, architecture, ...(variant !== undefined && { variant }) }
}

function typeByShape({ manifests }: ManifestJson): string {
  return manifests === undefined ? oci.manifest : oci.index
}

function parseJson(text: string): ManifestJson | undefined {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null ? json : undefined
  } catch {
    return undefined
  }
}
