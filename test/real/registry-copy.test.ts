import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordingHost } from '../../packages/action-kit/src/testing/index.ts'
import { createAwsClients } from '../../packages/aws/src/index.ts'
import {
  copyImage,
  openImageStore,
  parseImageReference,
  type ImageRepository,
} from '../../packages/registry/src/index.ts'
import { findProgram, skipReason, startServer, type Server } from './programs.ts'
import { pushContent, registryContent } from './registry-content.ts'

const program = findProgram('docker-registry')
const skipped = skipReason('copying images between docker-registries', {
  'docker-registry (Debian: docker-registry)': program !== undefined,
})

const open = 'open.internal:5000'
const closed = 'closed.internal:5000'
const user = { username: 'ci', password: 'correct-horse-battery', host: closed }
/** The password's bcrypt hash, as `htpasswd -B` writes it. */
const htpasswd = 'ci:$2y$05$abcdefghijklmnopqrstuuSnF5tLPqPFqc0z9CY0HcSLFbSRlL67u\n'
const { oci } = registryContent
const layerBytes = 300 * 1024 * 1024

describe.skipIf(skipped !== undefined)('an image in docker-registry', () => {
  const folder = mkdtempSync(join(tmpdir(), 'registry-copy-'))
  const servers = new Map<string, Server>()

  beforeAll(async () => {
    const configuration = join(folder, 'config.yml')
    const storage = `{ filesystem: { rootdirectory: ${folder} } }`
    writeFileSync(configuration, `version: 0.1\nlog: { level: error }\nstorage: ${storage}\n`)
    writeFileSync(join(folder, 'htpasswd'), htpasswd)
    const start = async (host: string, settings: Readonly<Record<string, string>>) => {
      const server = await startServer({
        program: program ?? '',
        args: () => ['serve', configuration],
        environment: (port) => ({
          REGISTRY_HTTP_ADDR: `127.0.0.1:${port}`,
          REGISTRY_STORAGE_FILESYSTEM_ROOTDIRECTORY: join(folder, host.replace(':', '-')),
          ...settings,
        }),
        path: '/',
      })
      servers.set(host, server)
      return server.url
    }
    await pushContent({ url: await start(open, {}), headers: {} })
    await start(closed, {
      REGISTRY_AUTH: 'htpasswd',
      REGISTRY_AUTH_HTPASSWD_REALM: 'registry',
      REGISTRY_AUTH_HTPASSWD_PATH: join(folder, 'htpasswd'),
    })
  })

  afterAll(async () => {
    await Promise.all([...servers.values()].map((server) => server[Symbol.asyncDispose]()))
    rmSync(folder, { recursive: true, force: true })
  })

  function repository(name: string, purpose: 'pull' | 'push' = 'pull'): ImageRepository {
    const mirrors = [...servers].map(([host, { url }]) => `${host}=${url}`).join('\n')
    const host = recordingHost({}, { variables: { DEPLOY_ACTIONS_REGISTRY_MIRRORS: mirrors } })
    const clients = createAwsClients({ action: 'test' })
    const { signal } = new AbortController()
    const store = openImageStore(host, { clients, signal, credentials: user })
    return store.repository(parseImageReference(name), purpose)
  }

  const app = `${open}/org/app`

  it('is read with its platform, labels and size', async () => {
    const image = await repository(app).readImage({ tag: 'oci-index' })
    expect(image).toMatchObject({
      digest: oci.index.digest,
      sizeBytes: 42,
      platforms: [
        { digest: oci.manifest.digest, platform: { os: 'linux', architecture: 'amd64' } },
      ],
    })
    expect(await repository(app).readImage({ tag: 'none' })).toBeUndefined()
    expect(await repository(`${open}/none`).readImage({ tag: '1' })).toBeUndefined()
  })

  it('is found by several tags at once, and those that are not there are left out', async () => {
    const found = await repository(app).findTags(['oci-index', 'none', 'docker-manifest'])
    expect(Object.fromEntries(found)).toEqual({
      'oci-index': { digest: oci.index.digest, mediaType: oci.types.index },
      'docker-manifest': {
        digest: registryContent.docker.manifest.digest,
        mediaType: registryContent.docker.types.manifest,
      },
    })
    expect(await repository(`${open}/none`).findTags(['1'])).toEqual(new Map())
  })

  it('gets another tag, and has it then', async () => {
    const target = repository(app, 'push')
    const wanted = { digest: oci.index.digest, tag: 'again' }
    expect(await target.addTag(wanted)).toEqual({ kind: 'tagged' })
    expect(await target.addTag(wanted)).toEqual({ kind: 'unchanged' })
    expect((await target.findTags(['again'])).get('again')?.digest).toBe(oci.index.digest)
    const nothing = { digest: `sha256:${'0'.repeat(64)}`, tag: 'nothing' }
    await expect(target.addTag(nothing)).rejects.toMatchObject({ code: 'image' })
  })

  it.each(['oci', 'docker'] as const)(
    'of the format %s is mounted in another repository of the registry',
    async (format) => {
      const copied = await copyImage({
        from: repository(app),
        to: repository(`${open}/${format}/copy`, 'push'),
        image: { tag: `${format}-index` },
        tags: ['1'],
      })
      expect(copied).toMatchObject({
        digest: registryContent[format].index.digest,
        blobs: { present: 0, mounted: 2, sent: 0 },
      })
      expect(await repository(`${open}/${format}/copy`).readImage({ tag: '1' })).toEqual(
        await repository(app).readImage({ tag: `${format}-index` }),
      )
    },
  )

  it('is sent to another registry, behind a login, and not sent again', async () => {
    const copy = () =>
      copyImage({
        from: repository(app),
        to: repository(`${closed}/org/app`, 'push'),
        image: { digest: oci.index.digest },
        tags: ['1', 'latest'],
      })
    expect(await copy()).toMatchObject({
      digest: oci.index.digest,
      blobs: { present: 0, mounted: 0, sent: 2 },
      sentBytes: 42,
    })
    expect(await copy()).toMatchObject({ sentBytes: 0 })
    const found = await repository(`${closed}/org/app`, 'push').findTags(['1', 'latest'])
    expect([...found.values()].map(({ digest }) => digest)).toEqual(
      Array.from({ length: 2 }, () => oci.index.digest),
    )
  })

  it('with a layer of 300 MB is sent without being held in memory', async () => {
    const digest = await pushLargeImage(servers.get(open)?.url ?? '')
    const before = process.memoryUsage().rss
    let most = before
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 10)
    const copied = await copyImage({
      from: repository(`${open}/large`),
      to: repository(`${closed}/large`, 'push'),
      image: { digest },
      tags: ['1'],
    }).finally(() => clearInterval(watch))
    expect(copied).toMatchObject({ digest, blobs: { sent: 2 } })
    expect((most - before) / 1024 / 1024).toBeLessThan(100)
  }, 60_000)
})

/** Pushes an image whose layer is nothing but zeros; its digest. */
async function pushLargeImage(url: string): Promise<string> {
  const zeros = Buffer.alloc(1024 * 1024)
  const hash = createHash('sha256')
  for (let sent = 0; sent < layerBytes; sent += zeros.length) hash.update(zeros)
  async function* layer() {
    for (let sent = 0; sent < layerBytes; sent += zeros.length) yield zeros
  }
  const config = oci.config.text
  const layerDigest = `sha256:${hash.digest('hex')}`
  await upload(url, oci.config.digest, config)
  await upload(url, layerDigest, layer())
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: oci.types.manifest,
    config: {
      mediaType: 'application/vnd.oci.image.config.v1+json',
      digest: oci.config.digest,
      size: config.length,
    },
    layers: [
      {
        mediaType: 'application/vnd.oci.image.layer.v1.tar',
        digest: layerDigest,
        size: layerBytes,
      },
    ],
  })
  const digest = `sha256:${createHash('sha256').update(manifest).digest('hex')}`
  const pushed = await fetch(`${url}/v2/large/manifests/${digest}`, {
    method: 'PUT',
    headers: { 'Content-Type': oci.types.manifest },
    body: manifest,
  })
  expect(pushed.status).toBe(201)
  return digest
}

async function upload(
  url: string,
  digest: string,
  body: string | AsyncIterable<Uint8Array>,
): Promise<void> {
  const begun = await fetch(`${url}/v2/large/blobs/uploads/`, { method: 'POST' })
  const address = new URL(begun.headers.get('location') ?? '', url)
  address.searchParams.set('digest', digest)
  const sent = await fetch(address, { method: 'PUT', body, duplex: 'half' })
  expect(sent.status).toBe(201)
}
