import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { World } from '../src/index.ts'
import { inVirtualTime, sleepSeconds, type Scene } from './in-virtual-time.ts'
import { ask, askWithToken, codesOf } from './registry-client.ts'

const host = 'registry.example.com'
const repository = `${host}/org/app`
const oci = {
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  index: 'application/vnd.oci.image.index.v1+json',
}
const docker = {
  manifest: 'application/vnd.docker.distribution.manifest.v2+json',
  index: 'application/vnd.docker.distribution.manifest.list.v2+json',
}

const world: World = {
  images: [
    {
      repository,
      tags: ['1.4.0', 'latest'],
      labels: { 'org.opencontainers.image.revision': 'c0ffee' },
    },
    { repository, tags: ['multi'], platforms: ['linux/amd64', 'linux/arm64', 'unknown/unknown'] },
    { repository, tags: ['old'], mediaTypes: 'docker', platforms: ['linux/arm/v7'] },
    {
      repository,
      tags: ['old-multi'],
      mediaTypes: 'docker',
      platforms: ['linux/amd64', 'linux/arm64'],
    },
  ],
  registries: [{ host, authentication: 'basic' }],
}

function inWorld(play: (pull: Pull, scene: Scene) => Promise<void>): Promise<void> {
  return inVirtualTime(world, (scene) =>
    play((path, request) => ask(scene.simulator, [host, `/v2/org/app/${path}`], request), scene),
  )
}

type Pull = (path: string, request?: Parameters<typeof ask>[2]) => Promise<Response>

interface Manifest {
  readonly config: { readonly digest: string; readonly size: number }
  readonly layers: readonly { readonly digest: string; readonly size: number }[]
  readonly manifests: readonly {
    readonly digest: string
    readonly platform: object
    readonly annotations?: object
  }[]
}

async function manifestIn(response: Response): Promise<Manifest> {
  return (await response.json()) as Manifest // by its media type
}

function sha256(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

async function bytesOf(response: Response): Promise<Uint8Array> {
  return new Uint8Array(await response.arrayBuffer())
}

describe('A manifest of a registry', () => {
  it('is had by its tag, and by the digest of its bytes', () =>
    inWorld(async (pull) => {
      const byTag = await pull('manifests/1.4.0')
      const digest = byTag.headers.get('docker-content-digest')
      const bytes = await bytesOf(byTag)
      expect(byTag.headers.get('content-type')).toBe(oci.manifest)
      expect(digest).toBe(sha256(bytes))
      const byDigest = await pull(`manifests/${digest}`)
      expect(await bytesOf(byDigest)).toEqual(bytes)
    }))

  it('is described by HEAD as by GET, without its bytes', () =>
    inWorld(async (pull) => {
      const [head, got] = await Promise.all([
        pull('manifests/1.4.0', { method: 'HEAD' }),
        pull('manifests/1.4.0'),
      ])
      for (const name of ['content-length', 'content-type', 'docker-content-digest']) {
        expect(head.headers.get(name)).toBe(got.headers.get(name))
      }
      expect(await head.text()).toBe('')
    }))

  it('leads to a config with platform and labels, and to a layer, all of the digests it says', () =>
    inWorld(async (pull) => {
      const { config, layers } = await manifestIn(await pull('manifests/latest'))
      for (const { digest, size } of [config, ...layers]) {
        const bytes = await bytesOf(await pull(`blobs/${digest}`))
        expect([sha256(bytes), bytes.length]).toEqual([digest, size])
      }
      const content = await (await pull(`blobs/${config.digest}`)).json()
      expect(content).toMatchObject({
        os: 'linux',
        architecture: 'amd64',
        config: { Labels: { 'org.opencontainers.image.revision': 'c0ffee' } },
        rootfs: { diff_ids: layers.map(({ digest }) => digest) },
      })
    }))

  it('of an image for several platforms is an index of manifests that are there', () =>
    inWorld(async (pull) => {
      const index = await pull('manifests/multi')
      expect(index.headers.get('content-type')).toBe(oci.index)
      const { manifests } = await manifestIn(index)
      expect(manifests).toMatchObject([
        { platform: { os: 'linux', architecture: 'amd64' } },
        { platform: { os: 'linux', architecture: 'arm64' } },
        { annotations: { 'vnd.docker.reference.type': 'attestation-manifest' } },
      ])
      for (const { digest } of manifests) {
        expect((await pull(`manifests/${digest}`)).status).toBe(200)
      }
    }))

  it.each([
    ['1.4.0', docker.manifest, 404, 'MANIFEST_UNKNOWN'],
    ['multi', oci.manifest, 404, 'MANIFEST_UNKNOWN'],
    ['1.4.0', '*/*', 404, 'MANIFEST_UNKNOWN'],
    ['old', oci.manifest, 400, 'MANIFEST_INVALID'],
  ])('%s is refused to who accepts only %s', (tag, accept, status, code) =>
    inWorld(async (pull) => {
      const refused = await pull(`manifests/${tag}`, { accept })
      expect(refused.status).toBe(status)
      expect(await codesOf(refused)).toEqual([code])
    }),
  )

  it('of a list is that for linux/amd64 to who takes no lists', () =>
    inWorld(async (pull) => {
      const { manifests } = await manifestIn(await pull('manifests/old-multi'))
      const single = await pull('manifests/old-multi', { accept: docker.manifest })
      expect(single.headers.get('docker-content-digest')).toBe(manifests[0]?.digest)
    }))

  it.each([
    ['manifests/none', 404, 'MANIFEST_UNKNOWN'],
    [`manifests/sha256:${'0'.repeat(64)}`, 404, 'MANIFEST_UNKNOWN'],
    [`blobs/sha256:${'0'.repeat(64)}`, 404, 'BLOB_UNKNOWN'],
    ['../other/tags/list', 404, 'NAME_UNKNOWN'],
  ])('that is not there at %s is answered with %i %s', (path, status, code) =>
    inWorld(async (pull) => {
      const refused = await pull(path)
      expect(refused.status).toBe(status)
      expect(await codesOf(refused)).toEqual([code])
    }),
  )
})

describe('The tags of a repository', () => {
  it('are listed in pages, each with a link to the next', () =>
    inWorld(async (pull) => {
      const first = await pull('tags/list?n=3')
      expect(await first.json()).toEqual({ name: 'org/app', tags: ['1.4.0', 'latest', 'multi'] })
      const link = /<\/v2\/org\/app\/(.*)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1]
      const second = await pull(link ?? '')
      expect(await second.json()).toEqual({ name: 'org/app', tags: ['old', 'old-multi'] })
      expect(second.headers.get('link')).toBeNull()
    }))
})

describe('A digest that the world gives an image', () => {
  it('is the one by which it is had', () => {
    const digest = `sha256:${'ab'.repeat(32)}`
    const images = [{ repository, tags: ['1'], digest }]
    return inVirtualTime({ ...world, images }, async ({ simulator }) => {
      for (const reference of ['1', digest]) {
        const answer = await ask(simulator, [host, `/v2/org/app/manifests/${reference}`])
        expect(answer.headers.get('docker-content-digest')).toBe(digest)
      }
    })
  })
})

describe('What registries are asked', () => {
  it('is in the log of calls, with what went wrong', () =>
    inWorld(async (pull, { simulator }) => {
      await pull('manifests/1.4.0', { method: 'HEAD' })
      await pull('manifests/none')
      const input = { host, repository: 'org/app' }
      expect(simulator.requests).toMatchObject([
        { operation: 'HeadManifest', input: { ...input, reference: '1.4.0' } },
        {
          operation: 'PullManifest',
          input: { ...input, reference: 'none' },
          error: 'MANIFEST_UNKNOWN',
        },
      ])
    }))

  it('suffers the faults that name it, in words of a registry, and none that befalls all of AWS', () => {
    const faults: World['faults'] = [
      { operation: '*', error: { name: 'ThrottlingException' } },
      { operation: 'PullManifest', calls: [1], error: { name: 'TOOMANYREQUESTS', status: 429 } },
      { operation: 'Pull*', calls: [2], reset: true },
    ]
    return inVirtualTime({ ...world, faults }, async ({ simulator }) => {
      const pull = () => ask(simulator, [host, '/v2/org/app/manifests/latest'])
      const refused = await pull()
      expect(refused.status).toBe(429)
      expect(await codesOf(refused)).toEqual(['TOOMANYREQUESTS'])
      await expect(pull()).rejects.toThrow('fetch failed')
      expect((await pull()).status).toBe(200)
      expect(simulator.requests.map(({ error }) => error)).toEqual([
        'TOOMANYREQUESTS',
        'reset',
        undefined,
      ])
    })
  })

  it('finds every registry of the world among the mirrors, those of the account and Docker Hub too', () =>
    inWorld(async (_, { simulator }) => {
      const lines = simulator.registryMirrors.split('\n')
      expect(lines).toEqual(
        ['123456789012.dkr.ecr.us-east-1.amazonaws.com', 'docker.io', host].map(
          (name) => `${name}=${simulator.registries[name]}`,
        ),
      )
    }))
})

describe('A registry that is unreachable', () => {
  it('refuses connections', () => {
    const registries = [{ host, unreachable: true }]
    return inVirtualTime({ ...world, registries }, async ({ simulator }) => {
      const asked = ask(simulator, [host, '/v2/'])
      await expect(asked).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } })
    })
  })
})

describe('A registry with a rate limit', () => {
  it('refuses further manifests with the time to wait, and serves them again after it', () => {
    const registries = [{ host: 'docker.io', rateLimit: { requests: 2, per: '1m' } }]
    const images = [{ repository: 'library/nginx', tags: ['1.29'] }]
    return inVirtualTime({ images, registries }, async ({ simulator }) => {
      const pull = () => askWithToken(simulator, ['docker.io', '/v2/library/nginx/manifests/1.29'])
      expect([(await pull()).status, (await pull()).status]).toEqual([200, 200])
      const refused = await pull()
      expect(refused.status).toBe(429)
      expect(refused.headers.get('retry-after')).toBe('60')
      await sleepSeconds(60)
      expect([(await pull()).status, (await pull()).status]).toEqual([200, 200])
      expect((await pull()).status).toBe(429)
    })
  })
})
