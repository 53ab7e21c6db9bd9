import { describe, expect, it } from 'vitest'
import { labelNames } from '../src/image-labels.ts'
import type { ExistingImage, Observed } from '../src/observe.ts'
import { planImage } from '../src/plan.ts'
import {
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
} from './situations.ts'

describe('an immutable tag that is taken', () => {
  const inFixed = (
    existing: Readonly<Record<string, ExistingImage>>,
    more: Partial<Observed> = {},
  ): Observed => observed(existing, { lookup: fixed, ...more })
  const sameRevision = { [labelNames.revision]: 'abc' }
  const sameOptions = { ...sameRevision, [labelNames.optionsHash]: 'options' }
  const otherOptions = { ...sameRevision, [labelNames.optionsHash]: 'others' }

  it.each<readonly [string, Observed, string]>([
    [
      'from the same content by its label',
      inFixed({ 1: image({ digest: 'sha256:old' }) }),
      'made from the same content',
    ],
    ['from the same content, however old', inFixed({ 1: image({ ageDays: 400 }) }), 'same content'],
    [
      'from the same revision, where the content is not known',
      inFixed({ 1: image({ labels: sameRevision }) }, { content: unknown }),
      'of the same revision',
    ],
    [
      'from the same revision by the same options, where the content is not known',
      inFixed({ 1: image({ labels: sameOptions }) }, { content: unknown }),
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
    [
      'other options of the same revision, where the content is not known',
      inFixed({ 1: image({ labels: otherOptions }) }, { content: unknown }),
    ],
    [
      'other options of the same revision, and says nothing of its content',
      inFixed({ 1: image({ labels: otherOptions }) }),
    ],
    [
      'the same revision for another platform',
      inFixed(
        { 1: image({ labels: sameRevision, architectures: ['arm64'] }) },
        { content: unknown },
      ),
    ],
    ['the same content for another platform', inFixed({ 1: image({ architectures: ['arm64'] }) })],
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
    expect(planImage(wishes, world)).toMatchObject({
      image: { digest: 'sha256:old' },
      otherwise: undefined,
    })
  })

  it('is compared by its content also where nothing is to be reused', () => {
    const world = inFixed({ 1: image({ labels: otherContent }) })
    expect(() => planImage({ ...wishes, reuse: false }, world)).toThrowError(
      expect.objectContaining({ code: 'conflict' }),
    )
    const same = inFixed({ 1: image() })
    expect(planImage({ ...wishes, reuse: false, noCache: true }, same).kind).toBe('reuse')
  })

  it('fails with why nothing could be compared', () => {
    const world = inFixed({ 1: image({ labels: {} }) }, { content: unknown })
    expect(() => planImage(wishes, world)).toThrowError(/cannot be known\. The base moves\./)
    expect(() => planImage(wishes, { ...world, hasSilentRegistry: true })).toThrowError(
      expect.objectContaining({ code: 'service-error' }),
    )
  })

  it('is no matter where it is excluded, or where all tags move', () => {
    const tags = ['cache-x']
    const excluded = observed({ 'cache-x': byOther() }, { tags, lookup: mostlyFixed })
    expect(planImage(wishes, excluded).kind).toBe('build')
    expect(planImage(wishes, observed({ 1: byOther() })).kind).toBe('build')
  })

  it('is refused where its image is not for the platform that is expected', () => {
    const ofArm = { content: { ...known, platforms: ['linux/arm64'] } }
    const world = inFixed({ 1: image({ architectures: ['arm64'] }) }, ofArm)
    expect(() => planImage({ ...wishes, expectedPlatform: amd64 }, world)).toThrowError(
      expect.objectContaining({ code: 'image' }),
    )
  })
})
