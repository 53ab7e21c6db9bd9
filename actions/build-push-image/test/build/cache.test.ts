import { describe, expect, it } from 'vitest'
import { planCache, type CacheFacts } from '../../src/build/cache.ts'
import type { CacheChoice } from '../../src/inputs.ts'
import { cacheTag } from '../../src/tags/own-tags.ts'

const repository = '123456789012.dkr.ecr.us-east-1.amazonaws.com/arbiter-ai/backend'
const scope = '123456789012.dkr.ecr.us-east-1.amazonaws.com-arbiter-ai-backend'

interface Situation {
  readonly driver?: string
  readonly containerd?: boolean
  readonly github?: boolean
  readonly immutable?: boolean
  readonly target?: string
}

function plan(
  mode: CacheChoice['mode'],
  situation: Situation = {},
  more: Partial<CacheChoice> = {},
) {
  const { driver = 'docker', containerd = false, github = false, immutable = false } = situation
  const facts: CacheFacts = {
    builder: { driver, hasContainerdStore: containerd, platform: 'linux/amd64' },
    repository,
    target: situation.target,
    hasGithubCache: github,
    isImmutable: (tag) => immutable && tag.startsWith('cache'),
  }
  return planCache({ mode, from: [], to: [], ...more }, facts)
}

/** What a plan comes to, in a word. */
function kindOf({ from, to, tag }: ReturnType<typeof plan>): string {
  if (to.length === 0) return from.length === 0 ? 'off' : 'unclear'
  const [kind = ''] = /^type=\w+/.exec(to[0] ?? '') ?? []
  return kind === 'type=inline' ? `inline:${tag ?? ''}` : kind.slice('type='.length)
}

const full = { driver: 'docker-container' } as const
const store = { containerd: true } as const
const github = { github: true } as const
const fixed = { immutable: true } as const

describe('the cache of a build', () => {
  it.each<readonly [CacheChoice['mode'], string, Situation, string, boolean]>([
    ['auto', 'the driver docker', {}, 'inline:cache', false],
    ['auto', 'the driver docker and GitHub', github, 'inline:cache', false],
    ['auto', 'the store of containerd', store, 'registry', false],
    ['auto', 'a builder of its own', full, 'registry', false],
    ['auto', 'a remote builder', { driver: 'remote' }, 'registry', false],
    ['auto', 'immutable tags and a builder of its own', { ...full, ...fixed }, 'off', true],
    ['auto', 'immutable tags and GitHub', { ...full, ...fixed, ...github }, 'gha', false],
    ['auto', 'immutable tags and the driver docker', fixed, 'off', true],
    ['registry', 'the driver docker', {}, 'inline:cache', true],
    ['registry', 'the store of containerd', store, 'registry', false],
    ['registry', 'a builder of its own', full, 'registry', false],
    ['registry', 'immutable tags and GitHub', { ...full, ...fixed, ...github }, 'gha', true],
    ['registry', 'immutable tags', { ...full, ...fixed }, 'off', true],
    ['gha', 'GitHub and a builder of its own', { ...full, ...github }, 'gha', false],
    ['gha', 'GitHub and immutable tags', { ...full, ...github, ...fixed }, 'gha', false],
    ['gha', 'GitHub and the driver docker', github, 'inline:cache', true],
    ['gha', 'no GitHub', full, 'registry', true],
    ['inline', 'the driver docker', {}, 'inline:cache', false],
    ['inline', 'a builder of its own', full, 'inline:cache', false],
    ['inline', 'immutable tags', { ...full, ...fixed }, 'off', true],
    ['inline', 'immutable tags and GitHub', { ...full, ...fixed, ...github }, 'gha', true],
    ['off', 'a builder of its own', { ...full, ...github }, 'off', false],
    ['off', 'the driver docker and immutable tags', fixed, 'off', false],
  ])('%s with %s', (mode, _, situation, kind, isTold) => {
    const planned = plan(mode, situation)
    expect(kindOf(planned)).toBe(kind)
    expect(planned.warnings).toHaveLength(isTold ? 1 : 0)
  })

  it('is in the repository itself, in the form that ECR takes, with all layers', () => {
    expect(plan('registry', full)).toEqual({
      from: [`type=registry,ref=${repository}:cache`],
      to: [
        `type=registry,ref=${repository}:cache,mode=max,image-manifest=true,oci-mediatypes=true`,
      ],
      tag: undefined,
      ownTag: 'cache',
      warnings: [],
    })
  })

  it('has a scope of its own for each image, and each stage', () => {
    const situation = { ...full, ...github, target: 'runner' }
    expect(plan('gha', situation)).toMatchObject({
      from: [`type=gha,scope=${scope}-runner`],
      to: [`type=gha,scope=${scope}-runner,mode=max`],
    })
    expect(plan('inline', situation).tag).toBe('cache-runner')
    expect(cacheTag({ target: undefined })).toBe('cache')
  })

  it('is read from more places, where these are named', () => {
    const from = ['type=registry,ref=ghcr.io/org/app:main', 'type=local,src=/cache']
    const { from: all } = plan('registry', full, { from })
    expect(all).toEqual([`type=registry,ref=${repository}:cache`, ...from])
  })

  it('is written where that is named, and nowhere else', () => {
    const to = ['type=local,dest=/cache,mode=max']
    expect(plan('inline', {}, { to })).toMatchObject({ to, tag: undefined })
    expect(plan('off', {}, { to })).toMatchObject({ from: [], to })
  })
})

describe('a cache that is not possible', () => {
  it.each<readonly [CacheChoice['mode'], Situation, readonly string[]]>([
    ['registry', {}, ['cache: registry is not possible', 'setup-buildx-action', 'cache: inline']],
    ['gha', full, ['no access to the cache of GitHub Actions', 'cache: registry is used instead']],
    ['inline', fixed, ['exclude cache* from the immutability', 'no cache is used']],
    ['auto', { ...full, ...fixed }, ['the tag cache is immutable', 'no cache is used']],
  ])('is told with what to do, and what is done instead: %s with %j', (mode, situation, words) => {
    const [warning = ''] = plan(mode, situation).warnings
    for (const word of words) expect(warning).toContain(word)
  })
})
