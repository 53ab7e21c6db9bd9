import { describe, expect, it } from 'vitest'
import { labelNames } from '../src/image-labels.ts'
import type { Observed } from '../src/observe.ts'
import { planImage, type Wishes } from '../src/plan.ts'
import {
  hash,
  known,
  unknown,
  ofContent,
  amd64,
  image,
  observed,
  wishes,
  fixed,
  mostlyFixed,
  byOther,
  type ImageFacts,
} from './situations.ts'

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
    const ofArm = { content: { ...known, platforms: ['linux/arm64'] } }
    const arm = observed({ [ofContent]: image({ architectures: ['arm64'] }) }, ofArm)
    expect(() => planImage(expecting, arm)).toThrowError(
      expect.objectContaining({
        code: 'image',
        message: expect.stringContaining(
          'is for linux/arm64, and expect-platform wants linux/amd64',
        ),
      }),
    )
    const ofBoth = { content: { ...known, platforms: ['linux/amd64', 'linux/arm64'] } }
    const both = observed({ [ofContent]: image({ architectures: ['arm64', 'amd64'] }) }, ofBoth)
    expect(planImage(expecting, both).kind).toBe('reuse')
  })
})

describe('an image that only has the tag of the content', () => {
  const firstDigits = hash.slice(0, 20).padEnd(64, '0')

  it.each<readonly [string, ImageFacts, string]>([
    ['that was moved by hand', { labels: {} }, 'has no label deploy-actions.content-hash'],
    [
      'and shares the first digits of the hash',
      { labels: { [labelNames.contentHash]: firstDigits } },
      'was made from other content',
    ],
    [
      'and was built elsewhere for another platform',
      { architectures: ['arm64'] },
      'is for linux/arm64, and not for linux/amd64',
    ],
    [
      'and is for one platform more',
      { architectures: ['amd64', 'arm64'] },
      'is for linux/amd64, linux/arm64, and not for linux/amd64',
    ],
  ])('%s is not handed on', (_, facts, because) => {
    const plan = planImage(wishes, observed({ [ofContent]: image(facts) }))
    expect(plan).toMatchObject({ kind: 'build', firstTag: ofContent })
    expect(plan.because).toContain(because)
  })

  it('and cannot be read is built again, with the reason', () => {
    const { digest, mediaType } = image()
    const broken = { digest, mediaType, unreadable: 'A layer is missing.' }
    const plan = planImage(wishes, observed({ [ofContent]: broken }))
    expect(plan).toMatchObject({ kind: 'build' })
    expect(plan.because).toContain('A layer is missing.')
  })
})

describe('an image that is older than it may be', () => {
  it('is built without caches, which would give the old one', () => {
    const plan = planImage(wishes, observed({ [ofContent]: image({ ageDays: 8 }) }))
    expect(plan).toMatchObject({ kind: 'build', isAnew: true })
    expect(planImage(wishes, observed({}))).toMatchObject({ isAnew: false })
  })
})

describe('an image of which a platform is expected', () => {
  const expecting = { ...wishes, expectedPlatform: amd64 }

  it('is pushed under a tag that nobody deploys before it gets its own', () => {
    expect(planImage(expecting, observed({}))).toMatchObject({ firstTag: ofContent })
    const hidden = observed({}, { content: unknown })
    expect(planImage(expecting, hidden)).toMatchObject({ firstTag: 'content-unknown' })
    const excluded = observed({}, { content: unknown, lookup: mostlyFixed })
    expect(planImage(expecting, excluded)).toMatchObject({ firstTag: 'content-unknown' })
  })

  it('has no such tag where that would stay on one image for ever', () => {
    const world = observed({}, { content: unknown, lookup: fixed })
    expect(planImage(expecting, world)).toMatchObject({ firstTag: undefined })
  })
})

describe('an image that is not there yet', () => {
  it('is built, with a tag by which it is found again', () => {
    expect(planImage(wishes, observed({}))).toEqual({
      kind: 'build',
      because: 'No image was made from this content yet.',
      tags: ['1'],
      firstTag: ofContent,
      isAnew: false,
      createRepository: false,
      notices: [],
    })
  })

  it('is built without such a tag where its content is not known', () => {
    const plan = planImage(wishes, observed({}, { content: unknown }))
    expect(plan).toMatchObject({ kind: 'build', firstTag: undefined })
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
      firstTag: undefined,
      notices: [expect.stringContaining('Exclude content-* from the immutability')],
    })
    const again = planImage(wishes, observed(old, { lookup: mostlyFixed }))
    expect(again).toMatchObject({ firstTag: ofContent, notices: [] })
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
