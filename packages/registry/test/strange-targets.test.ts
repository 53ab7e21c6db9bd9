import { describe, expect, it } from 'vitest'
import { copyImage, type CopyResult } from '../src/index.ts'
import { imageIn, memoryRegistry, openThere, type Content, type Quirk } from './memory-registry.ts'
import { digestOf } from './strange-registry.ts'

const layer = Buffer.alloc(3_000_000, 'layer')
const user = { username: 'ci', password: 'secret', host: 'to.example' }
const basic = `Basic ${Buffer.from('ci:secret').toString('base64')}`

interface Copied {
  readonly result: CopyResult
  readonly there: Content
  readonly digest: string
}

/** Copies an image between two registries with quirks. */
async function copyWith(
  { from = () => false, to = () => false }: { readonly from?: Quirk; readonly to?: Quirk },
  image = imageIn('app', layer),
): Promise<Copied> {
  const there: Content = new Map()
  await using source = await memoryRegistry(image.content, from)
  await using target = await memoryRegistry(there, to)
  const open = openThere({ 'from.example': source, 'to.example': target }, user)
  const result = await copyImage({
    from: open('from.example/app'),
    to: open('to.example/copy', 'push'),
    image: { tag: '1' },
    tags: ['1'],
  })
  return { result, there, digest: image.digest }
}

function expectWhole({ result, there, digest }: Copied): void {
  expect(result.digest).toBe(digest)
  expect(digestOf(there.get('copy/manifests/1')?.bytes ?? Buffer.of())).toBe(digest)
  expect(there.get(`copy/blobs/${digestOf(layer)}`)?.bytes.equals(layer)).toBe(true)
}

describe('a copy arrives whole at a registry', () => {
  it('that names upload addresses without a host', async () => {
    const copied = await copyWith({})
    expectWhole(copied)
    expect(copied.result.sentBytes).toBeGreaterThan(layer.length)
  })

  it('that has uploads elsewhere, which does not get to see the login', async () => {
    const seen: (string | undefined)[] = []
    const stored: Content = new Map()
    await using storage = await memoryRegistry(stored, ({ headers }) => {
      seen.push(headers.authorization)
      return false
    })
    const there: Content = new Map()
    await using source = await memoryRegistry(imageIn('app', layer).content)
    await using target = await memoryRegistry(there, (request, response) => {
      if (request.headers.authorization !== basic) {
        response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="r"' }).end()
        return true
      }
      if (request.method !== 'POST') return false
      const location = `${storage.url.origin}/v2/copy/blobs/uploads/7?state=a%2Fb`
      response.writeHead(202, { Location: location }).end()
      return true
    })
    const servers = { 'from.example': source, 'to.example': target, 'storage.example': storage }
    const open = openThere(servers, user)
    const to = open('to.example/copy', 'push')
    await copyImage({ from: open('from.example/app'), to, image: { tag: '1' }, tags: ['1'] })
    expect(seen).toEqual([undefined, undefined])
    expect(stored.get(`copy/blobs/${digestOf(layer)}`)?.bytes.equals(layer)).toBe(true)
  })

  it('that asks for a login when a part of the upload was sent', async () => {
    let refusals = 0
    const to: Quirk = (request, response) => {
      const isUpload = request.method === 'PUT' && request.url?.includes('/uploads/') === true
      const isKnown = request.headers.authorization === basic
      if (isKnown && !(isUpload && refusals < 2)) return false
      if (isUpload) refusals += 1
      response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="r"' }).end()
      return true
    }
    expectWhole(await copyWith({ to }))
    expect(refusals).toBe(2)
  })

  it('from one that knows no ranges, and breaks off', async () => {
    let breaks = 0
    const from: Quirk = ({ url }, response) => {
      if (url?.includes(digestOf(layer)) !== true || breaks === 3) return false
      breaks += 1
      response.writeHead(200, { 'Content-Length': layer.length })
      response.write(layer.subarray(0, 500_000 * breaks), () => response.destroy())
      return true
    }
    expectWhole(await copyWith({ from }))
    expect(breaks).toBe(3)
  })

  it('without the layers that their license forbids to push', async () => {
    const foreign = {
      mediaType: 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip',
      digest: `sha256:${'f'.repeat(64)}`,
      size: 5,
      urls: ['https://mcr.microsoft.com/v2/windows/blobs/sha256:f'],
    }
    const base = { mediaType: 'application/vnd.oci.image.layer.v1.tar', size: layer.length }
    const layers = [foreign, { ...base, digest: digestOf(layer) }]
    const copied = await copyWith({}, imageIn('app', layer, { layers }))
    expectWhole(copied)
    expect(copied.result.blobs.sent).toBe(2)
  })

  it('that refuses to mount, instead of beginning an upload', async () => {
    const { content } = imageIn('app', layer)
    await using server = await memoryRegistry(content, (request, response) => {
      if (request.url?.includes('mount=') !== true) return false
      response.writeHead(405).end('{"errors":[{"code":"UNSUPPORTED"}]}')
      return true
    })
    const open = openThere({ 'to.example': server })
    const [from, to] = [open('to.example/app'), open('to.example/copy', 'push')]
    const result = await copyImage({ from, to, image: { tag: '1' }, tags: ['1'] })
    expect(result.blobs).toEqual({ present: 0, mounted: 0, sent: 2 })
    expect(content.get(`copy/blobs/${digestOf(layer)}`)?.bytes.equals(layer)).toBe(true)
  })
})

describe('a copy is refused', () => {
  it('of content that is not what its digest says: nobody gets the whole of it', async () => {
    const image = imageIn('app', layer)
    const wrong = Buffer.alloc(layer.length, 'wrong')
    image.content.set(`app/blobs/${image.layer}`, { bytes: wrong, type: '' })
    let received = 0
    const to: Quirk = (request) => {
      const isUpload =
        request.method === 'PUT' && request.url?.includes(image.layer.slice(7)) === true
      if (isUpload) request.on('data', (chunk: Buffer) => (received += chunk.length))
      return false
    }
    await expect(copyWith({ to }, image)).rejects.toMatchObject({
      code: 'service-error',
      message: `from.example serves something else as ${image.layer}: the digest of what came is another one.`,
    })
    expect(received).toBeLessThan(layer.length)
  })

  it('by a source that breaks off, and has no time then: it says so', async () => {
    let asked = 0
    const from: Quirk = ({ url }, response) => {
      if (url?.includes(digestOf(layer)) !== true) return false
      asked += 1
      if (asked % 2 === 0) response.writeHead(429, { 'Retry-After': '0' }).end()
      else {
        response.writeHead(200, { 'Content-Length': layer.length })
        response.write(layer.subarray(0, 100), () => response.destroy())
      }
      return true
    }
    await expect(copyWith({ from })).rejects.toMatchObject({
      code: 'service-error',
      message: 'from.example takes no more requests for now (status 429) and wants 0s of rest.',
    })
  })

  it('of an index whose manifests are not all there', async () => {
    const type = 'application/vnd.oci.image.index.v1+json'
    const missing = `sha256:${'a'.repeat(64)}`
    const manifests = [
      { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest: missing, size: 2 },
    ]
    const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: type, manifests }))
    const content: Content = new Map([['app/manifests/1', { bytes, type }]])
    const image = { content, digest: digestOf(bytes), layer: '' }
    await expect(copyWith({}, image)).rejects.toMatchObject({
      code: 'image',
      message: expect.stringContaining(
        `its index lists ${missing}, which is not in the repository`,
      ),
    })
  })

  it('of a manifest that points to something without a digest', async () => {
    await expect(
      copyWith({}, imageIn('app', layer, { layers: [{ size: 1 }] })),
    ).rejects.toMatchObject({
      code: 'image',
      message: expect.stringContaining('points to content without a digest or a size'),
    })
  })

  it.each([
    [
      413,
      '',
      'Raise the limit on the size of requests, of the registry or of the proxy before it.',
    ],
    [400, '{"errors":[{"code":"SIZE_INVALID","message":"no"}]}', 'Look at what the registry says'],
  ])('by a registry that answers an upload with %i', async (status, body, remedy) => {
    const to: Quirk = (request, response) => {
      if (request.method !== 'PUT') return false
      request.resume()
      request.on('end', () => response.writeHead(status).end(body))
      return true
    }
    await expect(copyWith({ to })).rejects.toMatchObject({
      code: 'service-error',
      message: expect.stringContaining(`(status ${status}`),
      remedy: expect.stringContaining(remedy),
    })
  })

  it('where a registry wants uploads at an address without TLS', async () => {
    const to: Quirk = ({ method }, response) => {
      if (method !== 'POST') return false
      response.writeHead(202, { Location: 'http://192.0.2.1/upload' }).end()
      return true
    }
    await expect(copyWith({ to })).rejects.toMatchObject({
      code: 'service-error',
      message: expect.stringContaining('http://192.0.2.1, which is not reached by https'),
    })
  })
})

describe('an immutable tag of a registry other than ECR', () => {
  it.each([
    [412, '{"errors":[{"code":"PRECONDITION"}]}'],
    [400, '{"errors":[{"code":"UNSUPPORTED","message":"The tag is Immutable."}]}'],
    [409, ''],
    [400, '{"errors":[{"code":"TAG_INVALID","message":"exists"}]}'],
  ])('that it keeps with %i is told with the digest that has it', async (status, body) => {
    const one = imageIn('app', Buffer.from('one'))
    const two = imageIn('app', Buffer.from('two'))
    const tagged = one.content.get('app/manifests/1')
    const content: Content = new Map([...one.content, ...two.content])
    if (tagged !== undefined) content.set('app/manifests/1', tagged)
    await using server = await memoryRegistry(content, ({ method }, response) => {
      if (method !== 'PUT') return false
      response.writeHead(status).end(body)
      return true
    })
    const app = openThere({ 'to.example': server })('to.example/app', 'push')
    expect(await app.addTag({ digest: two.digest, tag: '1' })).toEqual({
      kind: 'conflict',
      digest: one.digest,
    })
    expect(await app.addTag({ digest: one.digest, tag: '1' })).toEqual({ kind: 'unchanged' })
  })
})
