import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSimulator, type Simulator } from '@deploy-actions/aws-simulator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findProgram, skipReason, startServer, type Server } from './programs.ts'
import { contentOf, pushContent, registryContent, type Asked } from './registry-content.ts'

const program = findProgram('docker-registry')
const skipped = skipReason('the registries of the simulator compared with docker-registry', {
  'docker-registry (Debian: docker-registry)': program !== undefined,
})

const host = 'registry.internal:5000'
const { oci, docker } = registryContent
const nothing = `sha256:${'0'.repeat(64)}`
const everyType = [oci, docker].flatMap(({ types }) => Object.values(types)).join(', ')

const accepts: Readonly<Record<string, string>> = {
  'every type': everyType,
  'OCI manifests only': oci.types.manifest,
  'OCI indexes only': oci.types.index,
  'manifests of Docker only': docker.types.manifest,
  'lists of Docker only': docker.types.index,
  anything: '*/*',
}

const manifests = Object.entries({ oci, docker }).flatMap(([format, content]) =>
  (['manifest', 'index'] as const).flatMap((kind) =>
    [`${format}-${kind}`, content[kind].digest].flatMap((reference) =>
      Object.entries(accepts).flatMap(([who, accept]) =>
        ['GET', 'HEAD'].map((method): [string, Asked] => [
          `${method} ${format} ${kind} by ${reference.startsWith('sha256:') ? 'digest' : 'tag'}, accepting ${who}`,
          { method, path: `/v2/org/app/manifests/${reference}`, headers: { Accept: accept } },
        ]),
      ),
    ),
  ),
)

const others: readonly [string, Asked][] = [
  ['the ping', { path: '/v2/' }],
  ['the ping without a slash', { path: '/v2' }],
  ['the ping by HEAD', { method: 'HEAD', path: '/v2/' }],
  ['a tag that is not there', { path: '/v2/org/app/manifests/none' }],
  ['a digest that is not there', { path: `/v2/org/app/manifests/${nothing}` }],
  ['a repository that is not there', { path: '/v2/none/such/manifests/1' }],
  ['a tag that is none', { path: '/v2/org/app/manifests/-bad' }],
  ['a name that is none', { path: '/v2/UPPER/manifests/1' }],
  ['a blob', { path: `/v2/org/app/blobs/${oci.config.digest}` }],
  [
    'the end of a blob',
    { path: `/v2/org/app/blobs/${oci.config.digest}`, headers: { Range: 'bytes=7-' } },
  ],
  ['a blob by HEAD', { method: 'HEAD', path: `/v2/org/app/blobs/${oci.config.digest}` }],
  ['a blob that is not there', { path: `/v2/org/app/blobs/${nothing}` }],
  ['a blob of another repository', { path: `/v2/other/blobs/${oci.config.digest}` }],
  ['a blob that has no digest', { path: '/v2/org/app/blobs/latest' }],
  ['the tags', { path: '/v2/org/app/tags/list' }],
  ['the tags of what is not there', { path: '/v2/none/tags/list' }],
  ['an address that no registry has', { path: '/v1/repositories' }],
  ['a method that manifests do not have', { method: 'POST', path: '/v2/org/app/manifests/1' }],
  [
    'a blob to be mounted',
    {
      method: 'POST',
      path: `/v2/mounted/blobs/uploads/?mount=${oci.config.digest}&from=org%2Fapp`,
    },
  ],
  [
    'a blob to be mounted from where it is not',
    { method: 'POST', path: `/v2/mounted/blobs/uploads/?mount=${nothing}&from=org%2Fapp` },
  ],
  [
    'a manifest whose blobs are not there',
    {
      method: 'PUT',
      path: '/v2/empty/manifests/1',
      headers: { 'Content-Type': oci.types.manifest },
      body: oci.manifest.text,
    },
  ],
  [
    'a manifest under the digest of another',
    {
      method: 'PUT',
      path: `/v2/org/app/manifests/${nothing}`,
      headers: { 'Content-Type': oci.types.manifest },
      body: oci.manifest.text,
    },
  ],
]

describe.skipIf(skipped !== undefined)(
  'a registry of the simulator and docker-registry, after the same pushes',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'docker-registry-test-'))
    const user = { username: 'ci', password: 'secret' }
    const basic = `Basic ${Buffer.from(`${user.username}:${user.password}`).toString('base64')}`
    let server: Server
    let simulator: Simulator

    beforeAll(async () => {
      simulator = await startSimulator({
        world: { registries: [{ host, authentication: 'basic', users: [user] }] },
      })
      const configuration = join(folder, 'config.yml')
      writeFileSync(
        configuration,
        `version: 0.1\nlog: { level: error }\nstorage: { filesystem: { rootdirectory: ${folder} } }\n`,
      )
      server = await startServer({
        program: program ?? '',
        args: () => ['serve', configuration],
        environment: (port) => ({ REGISTRY_HTTP_ADDR: `127.0.0.1:${port}` }),
        path: '/v2/',
      })
      await pushContent(ours())
      await pushContent(theirs())
    })

    afterAll(async () => {
      await server[Symbol.asyncDispose]()
      await simulator.stop()
      rmSync(folder, { recursive: true, force: true })
    })

    function ours() {
      return { url: simulator.registries[host] ?? '', headers: { Authorization: basic } }
    }

    function theirs() {
      return { url: server.url, headers: {} }
    }

    it.for([...others, ...manifests])('answer alike: %s', async ([, asked]) => {
      const [here, there] = [await contentOf(ours(), asked), await contentOf(theirs(), asked)]
      expect(here).toEqual(there)
    })
  },
)
