import type { World } from '@deploy-actions/aws-simulator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changes, checkout, ecr, hashOf, provide, repository, sha } from './in-flow.ts'

const place = checkout()
const context = place.folder
afterAll(() => {
  place[Symbol.dispose]()
})

const beganAt = '2026-01-01T00:00:00Z'
const revision = { 'org.opencontainers.image.revision': sha }
let hash = ''
let content = ''
beforeAll(async () => {
  hash = await hashOf({ context })
  content = `content-${hash.slice(0, 20)}`
})

type WorldImage = NonNullable<World['images']>[number]
type Mutability = 'MUTABLE' | 'IMMUTABLE' | 'IMMUTABLE_WITH_EXCLUSION' | 'MUTABLE_WITH_EXCLUSION'

const filters = ['cache*', 'content-*'].map((filter) => ({
  filterType: 'WILDCARD' as const,
  filter,
}))

/** A world with an image of the content in the repository, built when the world begins. */
function worldWith(
  image: Partial<WorldImage> = {},
  mutability: Mutability = 'MUTABLE',
  more: World = {},
): World {
  const { images = [], ...others } = more
  const name = image.repository ?? `${ecr}/${repository}`
  return {
    start: beganAt,
    images: [
      {
        repository: name,
        tags: [content],
        labels: { 'deploy-actions.content-hash': hash, ...revision },
        created: '2025-12-31T00:00:00Z',
        ...image,
      },
      ...images,
    ],
    repositories: [
      {
        repositoryName: repository,
        imageTagMutability: mutability,
        ...(mutability.endsWith('EXCLUSION') && {
          imageTagMutabilityExclusionFilters: filters,
        }),
      },
    ],
    ...others,
  }
}

describe('immutable tags', () => {
  const byOthers = { 'deploy-actions.content-hash': 'another' }
  const other = `${ecr}/${repository}`

  it.each<readonly [string, Mutability]>([
    ['no exception', 'IMMUTABLE'],
    ['exceptions', 'IMMUTABLE_WITH_EXCLUSION'],
    ['all that move', 'MUTABLE_WITH_EXCLUSION'],
  ])('with %s are given to an image that is reused', async (_, mutability) => {
    const run = await provide({ context }, worldWith({}, mutability))
    expect(run.outputs).toMatchObject({ outcome: 'reused', tags: '["0123456"]' })
  })

  it('that are taken by the same content are no failure of a second run', async () => {
    const world = worldWith({ tags: ['0123456'] }, 'IMMUTABLE')
    const run = await provide({ context }, world)
    expect(run.outputs['outcome']).toBe('reused')
    expect(changes(run.simulator)).toEqual([])
  })

  it('that are taken by the same content are adopted where nothing is to be reused', async () => {
    const world = worldWith({ tags: ['0123456'] }, 'IMMUTABLE')
    const run = await provide({ context, reuse: 'off' }, world)
    expect(run.outputs['outcome']).toBe('reused')
    expect(run.log.join('\n')).toContain('made from the same content')
  })

  it('that are taken by other content fail before anything is built', async () => {
    const taken: World = {
      images: [{ repository: other, tags: ['0123456'], labels: byOthers, behaviour: { port: 1 } }],
    }
    const run = await provide({ context }, worldWith({}, 'IMMUTABLE', taken))
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'conflict' })
    expect(run.errors[0]?.message).toContain('Nothing was built.')
    expect(changes(run.simulator)).toEqual([])
  })

  it('that another run takes at the same moment are a conflict that names both', async () => {
    const world = worldWith({}, 'IMMUTABLE', {
      images: [
        {
          repository: other,
          tags: ['0123456'],
          labels: byOthers,
          behaviour: { port: 1 },
          pushed: { after: '0s', since: { operation: 'BatchGetImage' } },
        },
      ],
    })
    const { outputs, errors } = await provide({ context }, world)
    expect(outputs).toMatchObject({ outcome: 'failed', failure: 'conflict' })
    expect(errors[0]?.message).toContain('0123456')
  })
})

describe('an immutable tag that another run gives to its own image of the content', () => {
  it('is adopted, with that image', async () => {
    const twin: WorldImage = {
      repository: `${ecr}/${repository}`,
      tags: ['0123456'],
      labels: { 'deploy-actions.content-hash': hash, twin: 'true' },
      pushed: { after: '0s', since: { operation: 'BatchGetImage' } },
    }
    const run = await provide({ context }, worldWith({}, 'IMMUTABLE', { images: [twin] }))
    expect(run.errors).toEqual([])
    expect(run.outputs['outcome']).toBe('reused')
    expect(run.log.join('\n')).toContain('Another run was faster.')
  })
})
