import { CancelledError } from '@deploy-actions/action-kit'
import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { inWorld, lookUpIn } from './in-world.ts'

const user = { username: 'robot', password: 'correct-horse-battery' }
const wrong = { username: 'robot', password: 'hunter2-hunter2' }

/** A world with one image, in a registry that is described by the rest. */
function worldOf(repository: string, registry: object = {}): World {
  const [host = ''] = repository.split('/')
  return {
    images: [
      { repository, tags: ['1.0.0'], labels: { team: 'a' } },
      { repository, tags: ['1.10.0', '1.9.0'], platforms: ['linux/amd64', 'linux/arm64/v8'] },
    ],
    registries: [{ host, ...registry }],
  }
}

describe('an image in a public registry', () => {
  it.each(['ghcr.io/owner/name', 'quay.io/owner/name', 'public.ecr.aws/owner/name'])(
    '%s is found without a login, with digest, platform, labels and size',
    async (repository) => {
      expect(await lookUpIn(worldOf(repository), `${repository}:1.0.0`)).toEqual({
        kind: 'found',
        digest: expect.stringMatching(/^sha256:[a-f0-9]{64}$/),
        mediaType: 'application/vnd.oci.image.manifest.v1+json',
        isPublic: true,
        platforms: [{ os: 'linux', architecture: 'amd64' }],
        labels: expect.objectContaining({ team: 'a' }),
        sizeBytes: expect.any(Number),
      })
    },
  )

  it('on Docker Hub is found by its short name', async () => {
    const world = worldOf('docker.io/library/nginx')
    for (const name of ['nginx:1.10.0', 'docker.io/library/nginx:1.10.0']) {
      expect(await lookUpIn(world, name)).toMatchObject({
        kind: 'found',
        platforms: [
          { os: 'linux', architecture: 'amd64' },
          { os: 'linux', architecture: 'arm64', variant: 'v8' },
        ],
      })
    }
  })

  it('is found by the digest that its tag has', async () => {
    await inWorld(worldOf('ghcr.io/owner/name'), async ({ lookUp }) => {
      const byTag = await lookUp('ghcr.io/owner/name:1.0.0')
      if (byTag.kind !== 'found') throw new Error(byTag.message)
      expect(await lookUp(`ghcr.io/owner/name@${byTag.digest}`)).toEqual(byTag)
    })
  })

  it('that is missing is told, with the highest of the tags that are there', async () => {
    expect(await lookUpIn(worldOf('ghcr.io/owner/name'), 'ghcr.io/owner/name:2')).toEqual({
      kind: 'missing',
      what: 'tag',
      message: 'ghcr.io/owner/name has no tag 2.',
      existing: ['1.10.0', '1.9.0', '1.0.0'],
    })
  })

  it('in a repository that does not exist is told as that', async () => {
    expect(await lookUpIn(worldOf('ghcr.io/owner/name'), 'ghcr.io/owner/nmae:1')).toMatchObject({
      kind: 'missing',
      what: 'repository',
    })
  })

  it('that Docker Hub hides as it hides private ones is not checked', async () => {
    expect(await lookUpIn(worldOf('docker.io/owner/name'), 'owner/nmae:1')).toMatchObject({
      kind: 'not-checked',
      reason: 'credentials',
      message: expect.stringContaining('or has no such repository'),
    })
  })
})

describe.each(['token', 'basic'])('a private registry with %s authentication', (authentication) => {
  const image = 'ghcr.io/owner/name:1.0.0'
  const world = worldOf('ghcr.io/owner/name', { users: [user], authentication })

  it('shows an image to who has the password, and does not call it public', async () => {
    expect(await lookUpIn(world, image, { credentials: user })).toMatchObject({
      kind: 'found',
      isPublic: false,
      platforms: [{ os: 'linux', architecture: 'amd64' }],
    })
  })

  it('tells who has the password what is missing', async () => {
    const lookup = await lookUpIn(world, 'ghcr.io/owner/name:2', { credentials: user })
    expect(lookup).toMatchObject({ kind: 'missing', what: 'tag' })
  })

  it('leaves an image unchecked without a password, and names the inputs', async () => {
    expect(await lookUpIn(world, image)).toMatchObject({
      kind: 'not-checked',
      reason: 'credentials',
      remedy: expect.stringContaining('registry-username and registry-password'),
    })
  })

  it('leaves an image unchecked with a wrong password, which appears nowhere', async () => {
    await inWorld(
      world,
      async ({ lookUp, log }) => {
        const lookup = await lookUp(image)
        expect(lookup).toMatchObject({ kind: 'not-checked', reason: 'credentials' })
        const everything = JSON.stringify([lookup, log])
        expect(everything).not.toContain(wrong.password)
        expect(everything).not.toContain(btoa(`${wrong.username}:${wrong.password}`))
      },
      { credentials: wrong },
    )
  })

  it('never sees credentials that are for another host', async () => {
    const credentials = { ...user, host: 'quay.io' }
    expect(await lookUpIn(world, image, { credentials })).toMatchObject({
      kind: 'not-checked',
      reason: 'credentials',
      remedy: expect.stringContaining('another host'),
    })
  })
})

describe('credentials', () => {
  it('are not needed for an image that is public, be they wrong', async () => {
    const lookup = await lookUpIn(worldOf('quay.io/o/n'), 'quay.io/o/n:1.0.0', {
      credentials: wrong,
    })
    expect(lookup).toMatchObject({ kind: 'found', isPublic: true })
  })

  it('are never shown to the public registry of ECR', async () => {
    const world = worldOf('public.ecr.aws/o/n', { users: [user] })
    const lookup = await lookUpIn(world, 'public.ecr.aws/o/n:1.0.0', { credentials: user })
    expect(lookup).toMatchObject({ kind: 'not-checked', reason: 'credentials' })
  })
})

describe('a registry on a hard day', () => {
  const image = 'ghcr.io/owner/name:1.0.0'
  const world = worldOf('ghcr.io/owner/name')

  it.each([
    ['a failure', { error: { name: 'UNAVAILABLE', status: 503 } }],
    ['a cut connection', { reset: true }],
    ['a throttle', { error: { name: 'TOOMANYREQUESTS', status: 429 } }],
  ])('is asked again after %s of any of its parts', async (_, fault) => {
    const operations = ['RegistryToken', 'PullManifest', 'PullBlob']
    const faults = operations.map((operation) => ({ operation, calls: [1, 2], ...fault }))
    expect(await lookUpIn({ ...world, faults }, image)).toMatchObject({
      kind: 'found',
      platforms: [{ os: 'linux', architecture: 'amd64' }],
    })
  })

  it.each([
    ['throttles', { error: { name: 'TOOMANYREQUESTS', status: 429 } }, 'throttled'],
    ['fails', { error: { name: 'UNAVAILABLE', status: 503 } }, 'unreachable'],
    ['cuts connections', { reset: true }, 'unreachable'],
    ['does not answer', { delay: '1h' }, 'unreachable'],
  ])(
    'that %s all the time is not checked, and holds nobody up for long',
    async (_, fault, reason) => {
      for (const operation of ['RegistryToken', 'PullManifest']) {
        const faults = [{ operation, ...fault }]
        await inWorld({ ...world, faults }, async ({ lookUp }) => {
          const start = Date.now()
          expect(await lookUp(image)).toMatchObject({ kind: 'not-checked', reason })
          expect(Date.now() - start).toBeLessThanOrEqual(11_000)
        })
      }
    },
  )

  it('that does not give the configuration has the image, for platforms that are not known', async () => {
    const faults = [{ operation: 'PullBlob', reset: true }]
    expect(await lookUpIn({ ...world, faults }, image)).toMatchObject({
      kind: 'found',
      platforms: undefined,
      platformsNotRead: { reason: 'unreachable' },
    })
  })

  it('that nobody can reach is not checked, and not asked until the time is over', async () => {
    const unreachable = worldOf('ghcr.io/owner/name', { unreachable: true })
    await inWorld(unreachable, async ({ lookUp }) => {
      const start = Date.now()
      expect(await lookUp(image)).toMatchObject({
        kind: 'not-checked',
        reason: 'unreachable',
        message: 'ghcr.io (by its mirror 127.0.0.1:2) cannot be reached (ECONNREFUSED).',
      })
      expect(Date.now() - start).toBeLessThan(5_000)
    })
  })

  it('that limits pulls is waited for as long as it asks for, where that is short', async () => {
    const limited = worldOf('ghcr.io/owner/name', { rateLimit: { requests: 1, per: '5s' } })
    await inWorld(limited, async ({ lookUp }) => {
      expect(await lookUp(image)).toMatchObject({ kind: 'found' })
      const start = Date.now()
      expect(await lookUp('ghcr.io/owner/name:1.9.0')).toMatchObject({ kind: 'found' })
      expect(Date.now() - start).toBeGreaterThanOrEqual(4_000)
    })
  })

  it('that limits pulls for hours is not waited for', async () => {
    const limited = worldOf('docker.io/o/n', { rateLimit: { requests: 1, per: '6h' } })
    await inWorld(limited, async ({ lookUp }) => {
      expect(await lookUp('o/n:1.0.0')).toMatchObject({ kind: 'found' })
      const start = Date.now()
      expect(await lookUp('o/n:1.9.0')).toMatchObject({
        kind: 'not-checked',
        reason: 'throttled',
        message: expect.stringMatching(/^docker\.io .* takes no more requests for now .* wants 6h/),
      })
      expect(Date.now() - start).toBeLessThan(1_000)
    })
  })
})

describe('a run that is cancelled', () => {
  it('ends the look at once, with the reason', async () => {
    const run = new AbortController()
    const faults = [{ operation: 'PullManifest', delay: '1h' }]
    const world = { ...worldOf('ghcr.io/owner/name'), faults }
    await inWorld(
      world,
      async ({ lookUp }) => {
        const start = Date.now()
        setTimeout(() => run.abort(new CancelledError()), 2_000)
        await expect(lookUp('ghcr.io/owner/name:1.0.0')).rejects.toBeInstanceOf(CancelledError)
        expect(Date.now() - start).toBe(2_000)
      },
      { signal: run.signal },
    )
  })
})
