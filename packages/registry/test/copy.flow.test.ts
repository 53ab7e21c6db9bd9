import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { copyImage, type CopyProgress } from '../src/index.ts'
import { denying, inStore } from './in-store.ts'

const ecr = '123456789012.dkr.ecr.us-east-1.amazonaws.com'
const sandbox = `${ecr}/sandbox/api`
const production = `${ecr}/production/api`
const other = '210987654321.dkr.ecr.eu-west-1.amazonaws.com/shared/api'
const ghcr = 'ghcr.io/org/api'
const account = { username: 'ci', password: 'correct-horse-battery' }
const user = { ...account, host: 'ghcr.io' }
const platforms = ['linux/amd64', 'linux/arm64/v8', 'unknown/unknown']

const world: World = {
  images: [
    { repository: sandbox, tags: ['1.4.0'], platforms },
    { repository: other, tags: ['1.4.0'], platforms },
    { repository: ghcr, tags: ['1.4.0'], platforms },
    { repository: sandbox, tags: ['docker'], mediaTypes: 'docker' },
  ],
  repositories: [{ repositoryName: 'production/api', imageTagMutability: 'IMMUTABLE' }],
  registries: [{ host: 'ghcr.io', users: [account] }],
}

const mounting = (allowed: boolean): World => ({
  ...world,
  registries: [...(world.registries ?? []), { host: ecr, blobMounting: allowed }],
})

describe('an image that is copied', () => {
  it.each([
    ['to another repository of the registry', sandbox, production, user],
    ['from another account and Region', other, production, user],
    ['from GHCR to ECR', ghcr, production, user],
    ['from ECR to GHCR', sandbox, 'ghcr.io/org/copy', user],
    ['within GHCR', ghcr, 'ghcr.io/org/copy', user],
  ])('%s has the digest of its source, with all platforms and attestations', (_, from, to, who) =>
    inStore(
      world,
      async ({ pull, push, read }) => {
        const [source, target] = [pull(from), push(to)]
        const copied = await copyImage({
          from: source,
          to: target,
          image: { tag: '1.4.0' },
          tags: ['1.4.0', 'stable'],
        })
        const original = await read(`${from}:1.4.0`)
        expect(copied).toMatchObject({ digest: original.digest, mediaType: original.mediaType })
        expect(Object.fromEntries(copied.tags)).toEqual({
          '1.4.0': { kind: 'tagged' },
          stable: { kind: 'tagged' },
        })
        expect(await read(`${to}:stable`)).toEqual(original)
        expect(original.platforms).toHaveLength(2)
      },
      { credentials: who },
    ),
  )

  it('in the media types of Docker stays in them', () =>
    inStore(world, async ({ pull, push, read }) => {
      const [from, to] = [pull(sandbox), push(production)]
      await copyImage({ from, to, image: { tag: 'docker' }, tags: ['docker'] })
      expect(await read(`${production}:docker`)).toMatchObject({
        mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
      })
    }))

  it.each([
    ['mounted where the registry does that', true, { present: 0, mounted: 6, sent: 0 }],
    ['sent where it does not', false, { present: 0, mounted: 0, sent: 6 }],
  ])('within one registry has its blobs %s', (_, allowed, blobs) =>
    inStore(mounting(allowed), async ({ pull, push }) => {
      const [from, to] = [pull(sandbox), push(production)]
      const copied = await copyImage({ from, to, image: { tag: '1.4.0' }, tags: [] })
      expect(copied.blobs).toEqual(blobs)
      expect(copied.sentBytes > 0).toBe(!allowed)
    }),
  )

  it('within GHCR has its blobs mounted', () =>
    inStore(
      world,
      async ({ pull, push }) => {
        const [from, to] = [pull(ghcr), push('ghcr.io/org/copy')]
        const copied = await copyImage({ from, to, image: { tag: '1.4.0' }, tags: [] })
        expect(copied.blobs).toEqual({ present: 0, mounted: 6, sent: 0 })
      },
      { credentials: user },
    ))

  it('of which one platform is there already sends the others only', () =>
    inStore(world, async ({ pull, push, read }) => {
      const [from, to] = [pull(other), push(production)]
      const original = await read(`${other}:1.4.0`)
      const digest = original.platforms[0]?.digest ?? ''
      await copyImage({ from, to, image: { digest }, tags: [] })
      const copied = await copyImage({ from, to, image: { tag: '1.4.0' }, tags: ['1.4.0'] })
      expect(copied.blobs).toEqual({ present: 0, mounted: 0, sent: 4 })
      expect(await read(`${production}:1.4.0`)).toEqual(original)
    }))

  it('again is known to be there: nothing is sent, and the tags stay', () =>
    inStore(world, async ({ pull, push }) => {
      const copy = () =>
        copyImage({
          from: pull(other),
          to: push(production),
          image: { tag: '1.4.0' },
          tags: ['1.4.0'],
        })
      const { digest } = await copy()
      expect(await copy()).toEqual({
        digest,
        mediaType: 'application/vnd.oci.image.index.v1+json',
        blobs: { present: 0, mounted: 0, sent: 0 },
        sentBytes: 0,
        tags: new Map([['1.4.0', { kind: 'unchanged' }]]),
      })
    }))

  it('is told with the digest that has an immutable tag already', () =>
    inStore(world, async ({ pull, push, read }) => {
      const to = push(production)
      const copy = (tag: string) =>
        copyImage({ from: pull(sandbox), to, image: { tag }, tags: ['1'] })
      const { digest } = await copy('docker')
      expect((await copy('1.4.0')).tags.get('1')).toEqual({ kind: 'conflict', digest })
      expect(await read(`${production}:1`)).toMatchObject({ digest })
    }))

  it('tells of each blob how far it is, and what became of it', () =>
    inStore(world, async ({ pull, push }) => {
      const seen: CopyProgress[] = []
      const { sentBytes } = await copyImage({
        from: pull(other),
        to: push(production),
        image: { tag: '1.4.0' },
        tags: [],
        onProgress: (progress) => seen.push(progress),
      })
      const ended = seen.filter(({ outcome }) => outcome === 'sent')
      expect(ended.reduce((sum, one) => sum + one.sentBytes, 0)).toBe(sentBytes)
      for (const { digest, sizeBytes } of ended) {
        const moved = seen.filter((one) => one.digest === digest && one.outcome === undefined)
        expect(moved.at(-1)?.sentBytes).toBe(sizeBytes)
      }
    }))
})

describe('a copy that cannot be', () => {
  const copying = (
    from: string,
    to: string,
    {
      tag = '1.4.0',
      in: where = world,
      who = user,
    }: { tag?: string; in?: World; who?: typeof user } = {},
  ) =>
    inStore(
      where,
      ({ pull, push }) =>
        copyImage({ from: pull(from), to: push(to), image: { tag }, tags: ['new'] }),
      { credentials: who },
    )

  it('of an image that is not there is an error of the image', async () => {
    await expect(copying(sandbox, production, { tag: 'none' })).rejects.toMatchObject({
      code: 'image',
      message: `There is no image ${sandbox}:none to copy.`,
    })
  })

  it('to a repository of ECR that is not there says how to make it', async () => {
    await expect(copying(other, `${ecr}/none`)).rejects.toMatchObject({
      code: 'input',
      message: expect.stringContaining(`There is no repository ${ecr}/none to push to`),
      remedy: expect.stringContaining('create-repository: true'),
    })
  })

  it.each([
    ['ecr:GetAuthorizationToken'],
    ['ecr:InitiateLayerUpload'],
    ['ecr:UploadLayerPart', 'ecr:CompleteLayerUpload'],
    ['ecr:PutImage'],
    ['ecr:BatchGetImage'],
    ['ecr:GetDownloadUrlForLayer'],
  ])('for want of %s names it', async (...actions) => {
    const [last = ''] = actions.toReversed()
    await expect(
      copying(other, production, { in: denying(world, ...actions) }),
    ).rejects.toMatchObject({ code: 'access-denied', message: expect.stringContaining(last) })
  })

  it('for want of the permission to look shows the whole statement', async () => {
    const where = denying(world, 'ecr:BatchCheckLayerAvailability')
    await expect(copying(other, production, { in: where })).rejects.toMatchObject({
      code: 'access-denied',
      message: 'ECR does not let the role of this job push to production/api (status 403).',
      remedy: expect.stringContaining(
        '"ecr:BatchCheckLayerAvailability","ecr:InitiateLayerUpload","ecr:UploadLayerPart","ecr:CompleteLayerUpload","ecr:PutImage"],"Resource":"arn:aws:ecr:us-east-1:123456789012:repository/production/api"',
      ),
    })
  })

  it('with a wrong password to GHCR says so', async () => {
    const who = { ...user, password: 'wrong-horse-battery' }
    await expect(copying(sandbox, 'ghcr.io/org/copy', { who })).rejects.toMatchObject({
      code: 'access-denied',
      message: expect.stringContaining('ghcr.io does not let the user given push to org/copy'),
      remedy: expect.stringContaining('packages: write'),
    })
  })

  it('without a login to GHCR asks for one', async () => {
    const where = { ...world, registries: [] }
    const who = { ...user, host: 'quay.io' }
    await expect(copying(sandbox, 'ghcr.io/org/copy', { in: where, who })).rejects.toMatchObject({
      code: 'access-denied',
      message: 'ghcr.io does not let anybody push to org/copy without a login.',
    })
  })

  it('with an unreachable registry is a service error', async () => {
    const where = { ...world, registries: [{ host: 'ghcr.io', unreachable: true }] }
    await expect(copying(ghcr, production, { in: where })).rejects.toMatchObject({
      code: 'service-error',
      message: expect.stringContaining('ECONNREFUSED'),
    })
  })
})
