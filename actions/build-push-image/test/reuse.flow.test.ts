import type { World } from '@deploy-actions/aws-simulator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  blobsRead,
  changes,
  checkout,
  ecr,
  hashOf,
  moved,
  provide,
  repository,
  sha,
} from './in-flow.ts'

const place = checkout()
const context = place.folder
/** Dockerfiles beside it. */
const aside = checkout({
  'other.Dockerfile': 'FROM scratch\nCOPY app /app\n',
  'private.Dockerfile': 'FROM org/private:1\n',
})
afterAll(() => {
  place[Symbol.dispose]()
  aside[Symbol.dispose]()
})

const broken = { name: 'MANIFEST_UNKNOWN', status: 404, message: 'manifest unknown' }
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

describe('an image of the same content that is in ECR', () => {
  it('gets the tags, without docker, and without any layer being moved', async () => {
    const run = await provide({ context, tags: '{short-sha}\nlatest' }, worldWith())
    expect(run.errors).toEqual([])
    const uri = `${ecr}/${repository}`
    expect(run.outputs).toMatchObject({
      outcome: 'reused',
      reused: 'true',
      'image-tag': `${uri}:0123456`,
      tags: '["0123456","latest"]',
      'repository-uri': uri,
      'repository-name': repository,
      registry: ecr,
      'content-hash': hash,
      metadata: '{}',
    })
    const { digest = '' } = run.outputs
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(run.outputs['image']).toBe(`${uri}@${digest}`)
    expect(Number(run.outputs['size-bytes'])).toBeGreaterThan(0)
    expect(moved(run.simulator)).toEqual([])
    expect(blobsRead(run.simulator)).toBe(1)
    expect(changes(run.simulator)).toEqual(['PutImage', 'PutImage'])
    expect(run.summary).toContain('reused: nothing had to be built')
  })

  it('is told in a dry run, and left as it is', async () => {
    const run = await provide({ context, 'dry-run': 'true' }, worldWith())
    expect(run.outputs).toMatchObject({ outcome: 'planned', 'content-hash': hash })
    expect(changes(run.simulator)).toEqual([])
    expect(run.log.join('\n')).toContain('made from the same content')
  })

  it('is found by whoever may not describe the repository', async () => {
    const policies = [
      { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
      {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Deny', Action: 'ecr:DescribeRepositories', Resource: '*' }],
      },
    ]
    const world = worldWith({}, 'MUTABLE', { caller: { policies } })
    expect((await provide({ context }, world)).outputs['outcome']).toBe('reused')
  })

  it.each<readonly [string, Partial<WorldImage>, Readonly<Record<string, string>>]>([
    ['is too old', { created: '2025-12-20T00:00:00Z' }, {}],
    ['is older than the job allows', {}, { 'reuse-max-age': '2h' }],
    ['does not say when it was built', { created: '1970-01-01T00:00:00Z' }, {}],
    ['is not to be reused', {}, { reuse: 'off' }],
    ['is to be built anew', {}, { 'no-cache': 'true' }],
    ['is made from another file', {}, { file: `${aside.folder}/other.Dockerfile` }],
    ['is made with another argument', {}, { 'build-args': 'A=b' }],
  ])('is not taken where it %s', async (_, image, inputs) => {
    const run = await provide({ context, ...inputs }, worldWith(image))
    // There is no docker here: whoever wants to build cannot.
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    expect(run.errors[0]?.message).toContain('There is no docker on this runner.')
    expect(changes(run.simulator)).toEqual([])
  })

  it('is taken at any age where that is said', async () => {
    const old = worldWith({ created: '1970-01-01T00:00:00Z' })
    const run = await provide({ context, 'reuse-max-age': '0' }, old)
    expect(run.outputs['outcome']).toBe('reused')
  })

  it('is not taken where a builder elsewhere made it for another platform', async () => {
    const run = await provide(
      { context, 'dry-run': 'true' },
      worldWith({ platforms: ['linux/s390x'] }),
    )
    expect(run.log.join('\n')).toContain('is for linux/s390x, and not for')
    expect(run.summary).toContain('would be built')
  })

  it('is not taken where somebody moved its tag to another image', async () => {
    const world = worldWith({ labels: { 'deploy-actions.content-hash': '0'.repeat(64) } })
    const run = await provide({ context, 'dry-run': 'true' }, world)
    expect(run.log.join('\n')).toContain('was made from other content')
  })

  it('is taken without a look at the image whose tag it gets, which may be broken', async () => {
    const image = { repository: `${ecr}/${repository}`, tags: ['0123456'], behaviour: { port: 1 } }
    const run = await provide({ context }, worldWith({}, 'MUTABLE', { images: [image] }))
    expect(run.errors).toEqual([])
    expect(run.outputs['outcome']).toBe('reused')
    expect(blobsRead(run.simulator)).toBe(1)
  })

  it('is built again where it cannot be read', async () => {
    const faults = [{ operation: 'PullBlob', error: { ...broken, name: 'BLOB_UNKNOWN' } }]
    const run = await provide({ context, 'dry-run': 'true' }, worldWith({}, 'MUTABLE', { faults }))
    expect(run.outputs['outcome']).toBe('planned')
    expect(run.log.join('\n')).toContain('cannot be read.')
  })

  it('is built again where a part of it is gone when it gets its tag', async () => {
    const error = {
      name: 'MANIFEST_BLOB_UNKNOWN',
      status: 404,
      message: 'blob unknown to registry',
    }
    const faults = [{ operation: 'PushManifest', error }]
    const name = 'ghcr.io/org/app'
    const run = await provide(
      { context, repository: name },
      worldWith({ repository: name }, 'MUTABLE', { faults }),
    )
    expect(run.warnings.join()).toContain('cannot be had any more')
    expect(run.errors[0]?.message).toContain('There is no docker on this runner.')
    // Steps that run after a failure know which image it was about.
    expect(run.outputs['digest']).toMatch(/^sha256:/)
  })

  it("is found in another account's repository, which is named with its host", async () => {
    const other = `210987654321.dkr.ecr.eu-west-1.amazonaws.com/${repository}`
    const world = worldWith({ repository: other, tags: [content, '0123456'] })
    const run = await provide({ repository: other, context }, world)
    expect(run.errors).toEqual([])
    expect(run.outputs).toMatchObject({ outcome: 'reused', 'repository-uri': other })
  })

  it('is found in a registry other than ECR, whose user is shown to nobody else', async () => {
    const users = [{ username: 'ci', password: 'correct-horse-battery' }]
    const registries = [
      { host: 'ghcr.io', users },
      { host: 'docker.io', users: [{ username: 'other', password: 'other-password' }] },
    ]
    const world = worldWith({ repository: 'ghcr.io/org/app' }, 'MUTABLE', {
      registries,
      images: [{ repository: 'docker.io/org/private', tags: ['1'] }],
    })
    const login = { 'registry-username': 'ci', 'registry-password': 'correct-horse-battery' }
    const inputs = { context, repository: 'org/app', registry: 'ghcr.io', ...login }
    expect((await provide(inputs, world)).outputs).toMatchObject({
      outcome: 'reused',
      'repository-uri': 'ghcr.io/org/app',
    })
    const full = { ...inputs, registry: '', repository: 'ghcr.io/org/app' }
    const withBase = { ...full, file: `${aside.folder}/private.Dockerfile` }
    const run = await provide(withBase, world)
    // A password of GHCR that came to Docker Hub would be refused there, and not anonymous.
    expect(run.log.join('\n')).toContain('Whether it was built before cannot be known.')
    const shown = run.simulator.requests.filter(
      ({ operation, error }) => operation === 'RegistryToken' && error === 'DENIED',
    )
    expect(shown).toEqual([])
  })

  it('needs no user of a registry, and says so', async () => {
    const login = { 'registry-username': 'ci', 'registry-password': 'correct-horse-battery' }
    const run = await provide({ context, ...login }, worldWith())
    expect(run.outputs['outcome']).toBe('reused')
    expect(run.log).toContain('registry-username is not used: ECR takes the role of the job.')
  })
})

describe('a repository of ECR that is not there', () => {
  const world: World = { start: beganAt }

  it('is an error before anything is built', async () => {
    const run = await provide({ context }, world)
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    expect(run.errors[0]?.message).toContain('create-repository: true')
  })

  it('is not created where nothing can be built', async () => {
    const run = await provide({ context, 'create-repository': 'true' }, world)
    expect(run.errors[0]?.message).toContain('There is no docker on this runner.')
    expect(changes(run.simulator)).toEqual([])
  })

  it('is planned to be created in a dry run', async () => {
    const inputs = { context, 'create-repository': 'true', 'dry-run': 'true' }
    const run = await provide(inputs, world)
    expect(run.outputs['outcome']).toBe('planned')
    expect(changes(run.simulator)).toEqual([])
  })
})
