import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { tagConflict } from '../src/index.ts'
import { denying, inStore } from './in-store.ts'

const ecr = '123456789012.dkr.ecr.us-east-1.amazonaws.com'
const user = { username: 'ci', password: 'correct-horse-battery' }
const labels = { 'org.opencontainers.image.revision': 'abc' }
const platforms = ['linux/amd64', 'linux/arm64/v8', 'unknown/unknown']
const everywhere = [`${ecr}/api`, 'ghcr.io/org/api']

const world: World = {
  images: everywhere.flatMap((repository) => [
    { repository, tags: ['1', 'stable'], labels },
    { repository, tags: ['2'], platforms },
  ]),
  repositories: [{ repositoryName: 'api', imageTagMutability: 'IMMUTABLE' }],
  registries: [{ host: 'ghcr.io', users: [user] }],
}
const options = { credentials: { ...user, host: 'ghcr.io' } }

describe.each(everywhere)('the tags of %s', (name) => {
  it('are found at once with what they mean, and those that are not there are left out', () =>
    inStore(
      world,
      async ({ pull, read }) => {
        const [one, two] = [await read(`${name}:1`), await read(`${name}:2`)]
        const found = await pull(name).findTags(['1', '2', 'none', 'stable'])
        expect(Object.fromEntries(found)).toEqual({
          1: { digest: one.digest, mediaType: one.mediaType },
          2: { digest: two.digest, mediaType: two.mediaType },
          stable: { digest: one.digest, mediaType: one.mediaType },
        })
      },
      options,
    ))

  it('are found by hundreds', () =>
    inStore(
      world,
      async ({ pull }) => {
        const many = Array.from({ length: 250 }, (_, index) => `none-${index}`)
        expect([...(await pull(name).findTags([...many, '1'])).keys()]).toEqual(['1'])
      },
      options,
    ))

  it('are none in a repository that is not there', () =>
    inStore(
      world,
      async ({ push }) => {
        expect(await push(`${name}-none`).findTags(['1'])).toEqual(new Map())
      },
      options,
    ))

  it('grow by one that an image is given, an index as well', () =>
    inStore(
      world,
      async ({ push, read }) => {
        for (const from of ['1', '2']) {
          const { digest } = await read(`${name}:${from}`)
          const wanted = { digest, tag: `new-${from}` }
          expect(await push(name).addTag(wanted)).toEqual({ kind: 'tagged' })
          expect(await push(name).addTag(wanted)).toEqual({ kind: 'unchanged' })
          expect(await read(`${name}:new-${from}`)).toEqual(await read(`${name}:${from}`))
        }
      },
      options,
    ))

  it('are not given to an image that is not there', () =>
    inStore(
      world,
      async ({ push }) => {
        const digest = `sha256:${'0'.repeat(64)}`
        await expect(push(name).addTag({ digest, tag: 'new' })).rejects.toMatchObject({
          code: 'image',
          message: `${name}@${digest} is not there any more.`,
        })
      },
      options,
    ))

  it('are read with platforms, labels and size', () =>
    inStore(
      world,
      async ({ read, pull }) => {
        const one = await read(`${name}:1`)
        expect(one.platforms).toEqual([
          {
            platform: { os: 'linux', architecture: 'amd64' },
            digest: one.digest,
            labels,
            createdAt: new Date('1970-01-01T00:00:00Z'),
            sizeBytes: one.sizeBytes,
          },
        ])
        const two = await read(`${name}:2`)
        expect(two.platforms.map(({ platform }) => platform)).toEqual([
          { os: 'linux', architecture: 'amd64' },
          { os: 'linux', architecture: 'arm64', variant: 'v8' },
        ])
        expect(two.sizeBytes).toBe(two.platforms.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0))
        expect(await pull(name).readImage({ tag: 'none' })).toBeUndefined()
      },
      options,
    ))
})

describe('an immutable tag of ECR', () => {
  it('that another image has is told with the digest of that', () =>
    inStore(world, async ({ push, read }) => {
      const [one, two] = [await read(`${ecr}/api:1`), await read(`${ecr}/api:2`)]
      const outcome = await push(`${ecr}/api`).addTag({ digest: two.digest, tag: '1' })
      expect(outcome).toEqual({ kind: 'conflict', digest: one.digest })
      expect((await read(`${ecr}/api:1`)).digest).toBe(one.digest)
    }))

  it('is a conflict that says what to do for who must have it', () => {
    const about = { tag: '1', wanted: 'sha256:new', existing: 'sha256:old' }
    expect(tagConflict({ host: ecr, repository: 'api' }, about)).toMatchObject({
      code: 'conflict',
      message: `The tag 1 of ${ecr}/api is immutable, and belongs to sha256:old: it cannot be given to sha256:new.`,
    })
  })
})

describe('a role without permission', () => {
  it('to look is told so', () =>
    inStore(denying(world, 'ecr:BatchGetImage'), async ({ push }) => {
      await expect(push(`${ecr}/api`).findTags(['1'])).rejects.toMatchObject({
        code: 'access-denied',
        message: expect.stringContaining('ecr:BatchGetImage'),
      })
    }))

  it('to push is told so when it gives a tag', () =>
    inStore(denying(world, 'ecr:PutImage'), async ({ push, read }) => {
      const { digest } = await read(`${ecr}/api:1`)
      const tagging = push(`${ecr}/api`).addTag({ digest, tag: 'new' })
      await expect(tagging).rejects.toMatchObject({
        code: 'access-denied',
        message: expect.stringContaining('ecr:PutImage'),
      })
    }))
})
