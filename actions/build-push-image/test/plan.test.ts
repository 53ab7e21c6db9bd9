import { describe, expect, it } from 'vitest'
import type { RepositoryLookup, StoredImage } from '@deploy-actions/registry'
import type { ContentHash } from '../src/content/index.ts'
import { labelNames } from '../src/image-labels.ts'
import type { ExistingImage, Observed } from '../src/observe.ts'
import { planImage, type Wishes } from '../src/plan.ts'
import { contentTag } from '../src/tags/fill-tags.ts'

const at = { host: 'ghcr.io', repository: 'org/app' }
const now = new Date('2026-01-31T00:00:00Z')
const hash = 'c0ffee'.repeat(11)
const known: ContentHash = { kind: 'known', hash, bases: [], explains: [], advice: [] }
const unknown: ContentHash = { kind: 'unknown', reason: 'The base moves.' }
const ofContent = contentTag(hash)
const amd64 = { os: 'linux', architecture: 'amd64' }
const dayMs = 24 * 3600 * 1000

interface ImageFacts {
  readonly digest?: string
  /** Undefined where the image does not say. */
  readonly ageDays?: number | undefined
  readonly labels?: Readonly<Record<string, string>>
  readonly architectures?: readonly string[]
}

function image({
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

function observed(existing: Readonly<Record<string, ExistingImage>>, more: Partial<Observed> = {}) {
  return {
    at,
    now,
    lookup: undefined,
    content: known,
    tags: ['1'],
    revision: 'abc',
    existing: new Map(Object.entries(existing)),
    ...more,
  }
}

const wishes: Wishes = {
  reuse: true,
  noCache: false,
  maxAgeMs: 7 * dayMs,
  createRepository: false,
  expectedPlatform: undefined,
}
const fixed: RepositoryLookup = {
  kind: 'found',
  tagMutability: { mode: 'IMMUTABLE', exclusionFilters: [] },
}
const mostlyFixed: RepositoryLookup = {
  kind: 'found',
  tagMutability: { mode: 'IMMUTABLE_WITH_EXCLUSION', exclusionFilters: ['cache*', 'content-*'] },
}
const byOther = (digest = 'sha256:other'): ExistingImage =>
  image({ digest, labels: { [labelNames.contentHash]: 'another' } })

describe('an image that was made from the same content', () => {
  it('is reused, and gets the tags that it does not have', () => {
    const existing = { [ofContent]: image(), 1: image() }
    const plan = planImage(wishes, observed(existing, { tags: ['1', 'main'] }))
    expect(plan).toMatchObject({
      kind: 'reuse',
      image: { digest: 'sha256:old' },
      tags: ['1', 'main'],
      missingTags: ['main'],
    })
  })

  it('is reused although its tag is on another image now', () => {
    const plan = planImage(wishes, observed({ [ofContent]: image(), 1: byOther() }))
    expect(plan).toMatchObject({ kind: 'reuse', missingTags: ['1'] })
  })

  it.each<readonly [string, Partial<Wishes>, Partial<Observed>, ImageFacts, string]>([
    ['is too old', {}, {}, { ageDays: 7.1 }, 'older than reuse-max-age'],
    ['does not say how old it is', {}, {}, { ageDays: undefined }, 'older than reuse-max-age'],
    ['is not to be reused', { reuse: false }, {}, {}, 'reuse is off'],
    ['is not to be taken from a cache', { reuse: false, noCache: true }, {}, {}, 'no-cache'],
    ['cannot be told', {}, { content: unknown }, {}, 'cannot be known. The base moves.'],
  ])('is not reused where it %s', (_, changes, more, facts, because) => {
    const plan = planImage({ ...wishes, ...changes }, observed({ [ofContent]: image(facts) }, more))
    expect(plan).toMatchObject({ kind: 'build' })
    expect(plan.because).toContain(because)
  })

  it('is reused at any age where that is said', () => {
    const old = observed({ [ofContent]: image({ ageDays: 400 }) })
    expect(planImage({ ...wishes, maxAgeMs: undefined }, old).kind).toBe('reuse')
    expect(planImage(wishes, observed({ [ofContent]: image({ ageDays: 6.9 }) })).kind).toBe('reuse')
  })

  it('is refused where it is not for the platform that is expected', () => {
    const expecting = { ...wishes, expectedPlatform: amd64 }
    const arm = observed({ [ofContent]: image({ architectures: ['arm64'] }) })
    expect(() => planImage(expecting, arm)).toThrowError(
      expect.objectContaining({
        code: 'image',
        message: expect.stringContaining(
          'is for linux/arm64, and expect-platform wants linux/amd64',
        ),
      }),
    )
    const both = observed({ [ofContent]: image({ architectures: ['arm64', 'amd64'] }) })
    expect(planImage(expecting, both).kind).toBe('reuse')
  })
})

describe('an image that is not there yet', () => {
  it('is built, with a tag by which it is found again', () => {
    expect(planImage(wishes, observed({}))).toEqual({
      kind: 'build',
      because: 'No image was made from this content yet.',
      tags: ['1'],
      contentTag: ofContent,
      createRepository: false,
      notices: [],
    })
  })

  it('is built without such a tag where its content is not known', () => {
    const plan = planImage(wishes, observed({}, { content: unknown }))
    expect(plan).toMatchObject({ kind: 'build', contentTag: undefined })
  })

  it('is built with the advice on its content', () => {
    const content = { ...known, advice: ['Leave .git out.'] }
    const plan = planImage(wishes, observed({}, { content }))
    expect(plan).toMatchObject({ notices: ['Leave .git out.'] })
  })

  it('is built without such a tag where an older image keeps it, and that is said', () => {
    const old = { [ofContent]: image({ ageDays: 30 }) }
    const plan = planImage(wishes, observed(old, { lookup: fixed }))
    expect(plan).toMatchObject({
      kind: 'build',
      contentTag: undefined,
      notices: [expect.stringContaining('Exclude content-* from the immutability')],
    })
    const again = planImage(wishes, observed(old, { lookup: mostlyFixed }))
    expect(again).toMatchObject({ contentTag: ofContent, notices: [] })
  })
})

describe('a repository that is not there', () => {
  const missing = observed({}, { lookup: { kind: 'missing' } })

  it('is an error that says how it comes to be', () => {
    expect(() => planImage(wishes, missing)).toThrowError(
      expect.objectContaining({
        code: 'input',
        remedy: expect.stringContaining('create-repository: true'),
      }),
    )
  })

  it('is created where that is asked for', () => {
    const plan = planImage({ ...wishes, createRepository: true }, missing)
    expect(plan).toMatchObject({ kind: 'build', createRepository: true })
  })

  it('is not created where nobody could look', () => {
    const lookup = {
      kind: 'not-checked',
      reason: 'access-denied',
      message: '',
      remedy: '',
    } as const
    const plan = planImage({ ...wishes, createRepository: true }, observed({}, { lookup }))
    expect(plan).toMatchObject({ kind: 'build', createRepository: false })
  })
})

describe('an immutable tag that is taken', () => {
  const inFixed = (
    existing: Readonly<Record<string, ExistingImage>>,
    more: Partial<Observed> = {},
  ): Observed => observed(existing, { lookup: fixed, ...more })
  const sameRevision = { [labelNames.revision]: 'abc' }

  it.each<readonly [string, Observed, string]>([
    [
      'from the same content by its label',
      inFixed({ 1: image({ digest: 'sha256:old' }) }),
      'made from the same content',
    ],
    [
      'from the same content by its tag',
      inFixed({ 1: image({ labels: {} }), [ofContent]: image({ labels: {} }) }),
      'made from the same content',
    ],
    ['from the same content, however old', inFixed({ 1: image({ ageDays: 400 }) }), 'same content'],
    [
      'from the same revision, where the content is not known',
      inFixed({ 1: image({ labels: sameRevision }) }, { content: unknown }),
      'of the same revision',
    ],
    [
      'from the same revision, where nothing is to be reused',
      inFixed({ 1: image({ labels: sameRevision }) }, { content: undefined }),
      'of the same revision',
    ],
    [
      'from the same revision by another tool',
      inFixed({ 1: image({ labels: sameRevision }) }),
      'of the same revision',
    ],
  ])('is adopted where its image was made %s', (_, world, because) => {
    const plan = planImage(wishes, world)
    expect(plan).toMatchObject({ kind: 'reuse', image: { digest: 'sha256:old' }, missingTags: [] })
    expect(plan.because).toContain(because)
  })

  const otherContent = { [labelNames.contentHash]: 'another', ...sameRevision }

  it.each<readonly [string, Observed]>([
    ['other content', inFixed({ 1: byOther() })],
    [
      'other content of the same revision, as by another build argument',
      inFixed({ 1: image({ labels: otherContent }) }),
    ],
    ['another revision', inFixed({ 1: image({ labels: { [labelNames.revision]: 'def' } }) })],
    [
      'another revision, where the content is not known',
      inFixed({ 1: image({ labels: { [labelNames.revision]: 'def' } }) }, { content: unknown }),
    ],
    [
      'a revision that nobody can compare',
      inFixed({ 1: image({ labels: {} }) }, { content: unknown, revision: undefined }),
    ],
    [
      'the same content, beside another tag that is on another image of it',
      inFixed({ 1: image(), 2: image({ digest: 'sha256:twin' }) }, { tags: ['1', '2'] }),
    ],
    [
      'the same content, beside another tag that is on other content',
      inFixed({ 1: image(), 2: byOther() }, { tags: ['1', '2'] }),
    ],
  ])('fails before the build where its image is from %s', (_, world) => {
    expect(() => planImage(wishes, world)).toThrowError(
      expect.objectContaining({
        code: 'conflict',
        message: expect.stringMatching(
          /^The tag . of ghcr.io\/org\/app is immutable.* Nothing was built\.$/,
        ),
      }),
    )
  })

  it('is adopted beside tags that are not there yet, which its image gets', () => {
    const world = inFixed({ 1: image() }, { tags: ['1', '2'] })
    expect(planImage(wishes, world)).toMatchObject({ kind: 'reuse', missingTags: ['2'] })
  })

  it('is adopted, and the reused image is the one that it is on', () => {
    const world = inFixed({ 1: image(), [ofContent]: image({ digest: 'sha256:newer' }) })
    expect(planImage(wishes, world)).toMatchObject({ image: { digest: 'sha256:old' } })
  })

  it('is no matter where it is excluded, or where all tags move', () => {
    const tags = ['cache-x']
    const excluded = observed({ 'cache-x': byOther() }, { tags, lookup: mostlyFixed })
    expect(planImage(wishes, excluded).kind).toBe('build')
    expect(planImage(wishes, observed({ 1: byOther() })).kind).toBe('build')
  })

  it('is refused where its image is not for the platform that is expected', () => {
    const world = inFixed({ 1: image({ architectures: ['arm64'] }) })
    expect(() => planImage({ ...wishes, expectedPlatform: amd64 }, world)).toThrowError(
      expect.objectContaining({ code: 'image' }),
    )
  })
})
