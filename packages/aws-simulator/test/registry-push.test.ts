import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Simulator, World } from '../src/index.ts'
import { inVirtualTime } from './in-virtual-time.ts'
import { ask, askWithToken, basic, codesOf, type RegistryRequest } from './registry-client.ts'

const host = 'registry.internal:5000'
const user = { username: 'ci', password: 'secret' }
const authorization = basic(user)
const manifestType = 'application/vnd.oci.image.manifest.v1+json'
const world: World = {
  images: [{ repository: `${host}/base`, tags: ['1'] }],
  registries: [{ host, authentication: 'basic', users: [user] }],
}

function sha256(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`
}

function send(simulator: Simulator, method: string, path: string, request: RegistryRequest = {}) {
  return ask(simulator, [host, path], { ...request, method, authorization })
}

/** The path of an upload that has begun. */
async function begin(simulator: Simulator): Promise<string> {
  const answer = await send(simulator, 'POST', '/v2/app/blobs/uploads/')
  expect(answer.status).toBe(202)
  return new URL(answer.headers.get('location') ?? '').pathname
}

function manifestOf(config: string, layer: string): string {
  const describeBlob = (mediaType: string, text: string) => ({
    mediaType,
    digest: sha256(text),
    size: text.length,
  })
  return JSON.stringify({
    schemaVersion: 2,
    mediaType: manifestType,
    config: describeBlob('application/vnd.oci.image.config.v1+json', config),
    layers: [describeBlob('application/vnd.oci.image.layer.v1.tar', layer)],
  })
}

describe('A blob', () => {
  it('is pushed whole', () =>
    inVirtualTime(world, async ({ simulator }) => {
      const upload = await begin(simulator)
      const pushed = await send(simulator, 'PUT', `${upload}?digest=${sha256('all')}`, {
        body: 'all',
      })
      expect(pushed.status).toBe(201)
      const blob = await send(simulator, 'GET', `/v2/app/blobs/${sha256('all')}`)
      expect(await blob.text()).toBe('all')
    }))

  it('is pushed in chunks', () =>
    inVirtualTime(world, async ({ simulator }) => {
      const upload = await begin(simulator)
      const chunk = await send(simulator, 'PATCH', upload, { body: 'abc' })
      expect([chunk.status, chunk.headers.get('range')]).toEqual([202, '0-2'])
      await send(simulator, 'PATCH', upload, { body: 'def' })
      expect((await send(simulator, 'GET', upload)).headers.get('range')).toBe('0-5')
      const end = await send(simulator, 'PUT', `${upload}?digest=${sha256('abcdef')}`)
      expect(end.status).toBe(201)
    }))

  it('is refused a chunk that leaves a gap', () =>
    inVirtualTime(world, async ({ simulator }) => {
      const upload = await begin(simulator)
      await send(simulator, 'PATCH', upload, { body: 'abc', contentRange: '0-2' })
      const refused = await send(simulator, 'PATCH', upload, { body: 'xyz', contentRange: '7-9' })
      expect(refused.status).toBe(416)
      const next = await send(simulator, 'PATCH', upload, { body: 'def', contentRange: '3-5' })
      expect(next.headers.get('range')).toBe('0-5')
    }))

  it('is refused when it is not what its digest says', () =>
    inVirtualTime(world, async ({ simulator }) => {
      const upload = await begin(simulator)
      const path = `${upload}?digest=${sha256('other')}`
      const refused = await send(simulator, 'PUT', path, { body: 'this' })
      expect(refused.status).toBe(400)
      expect(await codesOf(refused)).toEqual(['DIGEST_INVALID'])
    }))

  it('of another repository is mounted without being sent', () =>
    inVirtualTime(world, async ({ simulator }) => {
      const base = await send(simulator, 'GET', '/v2/base/manifests/1')
      const { config } = (await base.json()) as { config: { digest: string } } // as specified
      const mount = (digest: string) =>
        send(simulator, 'POST', `/v2/app/blobs/uploads/?mount=${digest}&from=base`)
      expect((await mount(config.digest)).status).toBe(201)
      expect((await send(simulator, 'HEAD', `/v2/app/blobs/${config.digest}`)).status).toBe(200)
      expect((await mount(sha256('nowhere'))).status).toBe(202)
    }))
})

describe('A manifest', () => {
  async function pushBlobs(simulator: Simulator, ...blobs: readonly string[]): Promise<void> {
    for (const body of blobs) {
      await send(simulator, 'PUT', `${await begin(simulator)}?digest=${sha256(body)}`, { body })
    }
  }

  it('is pushed under a tag once its blobs are there', () =>
    inVirtualTime(world, async ({ simulator }) => {
      const body = manifestOf('{}', 'layer')
      const push = () =>
        send(simulator, 'PUT', '/v2/app/manifests/new', { body, contentType: manifestType })
      const refused = await push()
      expect(refused.status).toBe(400)
      expect(new Set(await codesOf(refused))).toEqual(new Set(['MANIFEST_BLOB_UNKNOWN']))
      await pushBlobs(simulator, '{}', 'layer')
      const pushed = await push()
      expect(pushed.headers.get('docker-content-digest')).toBe(sha256(body))
      expect(await (await send(simulator, 'GET', '/v2/app/manifests/new')).text()).toBe(body)
    }))

  it.each([
    ['is none', 'new', '{}', 'MANIFEST_INVALID'],
    ['has another digest', `sha256:${'1'.repeat(64)}`, manifestOf('{}', 'layer'), 'DIGEST_INVALID'],
  ])('is refused when it %s', (_, reference, body, code) =>
    inVirtualTime(world, async ({ simulator }) => {
      await pushBlobs(simulator, '{}', 'layer')
      const path = `/v2/app/manifests/${reference}`
      const refused = await send(simulator, 'PUT', path, { body, contentType: manifestType })
      expect(refused.status).toBe(400)
      expect(await codesOf(refused)).toEqual([code])
    }),
  )

  it('is not taken from who may only pull', () => {
    const images = [{ repository: 'ghcr.io/org/app', tags: ['1'] }]
    return inVirtualTime({ images }, async ({ simulator }) => {
      const target = ['ghcr.io', '/v2/org/app/manifests/2'] as const
      const request = { method: 'PUT', contentType: manifestType, body: manifestOf('{}', 'layer') }
      const refused = await askWithToken(simulator, target, request)
      expect(refused.status).toBe(401)
      expect(refused.headers.get('www-authenticate')).toContain('error="insufficient_scope"')
    })
  })
})
