import type { RepositoryLookup, StoredImage } from '@deploy-actions/registry'
import type { ContentHash, KnownContent } from '../src/content/index.ts'
import { labelNames } from '../src/image-labels.ts'
import type { ExistingImage, Observed } from '../src/observe.ts'
import type { Wishes } from '../src/plan.ts'
import { contentTag } from '../src/tags/fill-tags.ts'

export const at = { host: 'ghcr.io', repository: 'org/app' }
export const now = new Date('2026-01-31T00:00:00Z')
export const hash = 'c0ffee'.repeat(11)
export const known: KnownContent = {
  kind: 'known',
  hash,
  platforms: ['linux/amd64'],
  bases: [],
  explains: [],
  advice: [],
}
export const unknown: ContentHash = { kind: 'unknown', reason: 'The base moves.' }
export const ofContent = contentTag(hash)
export const amd64 = { os: 'linux', architecture: 'amd64' }
export const dayMs = 24 * 3600 * 1000

export interface ImageFacts {
  readonly digest?: string
  /** Undefined where the image does not say. */
  readonly ageDays?: number | undefined
  readonly labels?: Readonly<Record<string, string>>
  readonly architectures?: readonly string[]
}

export function image({
  digest = 'sha256:old',
  labels = { [labelNames.contentHash]: hash },
  architectures = ['amd64'],
  ...facts
}: ImageFacts = {}): ExistingImage {
  const { ageDays } = { ageDays: 1, ...facts }
  const createdAt = ageDays === undefined ? undefined : new Date(now.getTime() - ageDays * dayMs)
  const platforms = architectures.map((architecture) => ({
    digest,
    platform: { os: 'linux', architecture },
    createdAt,
    labels,
    sizeBytes: 1,
  }))
  const mediaType = 'application/vnd.oci.image.manifest.v1+json'
  const stored = { digest, mediaType, sizeBytes: 1, platforms } satisfies StoredImage
  return { digest, mediaType, image: stored }
}

export function observed(
  existing: Readonly<Record<string, ExistingImage>>,
  more: Partial<Observed> = {},
): Observed {
  return {
    at,
    now,
    lookup: undefined,
    content: known,
    tags: ['1'],
    revision: 'abc',
    platforms: ['linux/amd64'],
    optionsHash: 'options',
    hasSilentRegistry: false,
    existing: new Map(Object.entries(existing)),
    ...more,
  }
}

export const wishes: Wishes = {
  reuse: true,
  noCache: false,
  maxAgeMs: 7 * dayMs,
  createRepository: false,
  expectedPlatform: undefined,
}
export const fixed: RepositoryLookup = {
  kind: 'found',
  tagMutability: { mode: 'IMMUTABLE', exclusionFilters: [] },
}
export const mostlyFixed: RepositoryLookup = {
  kind: 'found',
  tagMutability: { mode: 'IMMUTABLE_WITH_EXCLUSION', exclusionFilters: ['cache*', 'content-*'] },
}
export const byOther = (digest = 'sha256:other'): ExistingImage =>
  image({ digest, labels: { [labelNames.contentHash]: 'another' } })
