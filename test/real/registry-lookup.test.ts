import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAwsClients } from '../../packages/aws/src/index.ts'
import {
  createRegistries,
  parseImageReference,
  parseMirrors,
  type ImageLookup,
} from '../../packages/registry/src/index.ts'
import { findProgram, skipReason, startServer, type Server } from './programs.ts'
import { pushContent, registryContent } from './registry-content.ts'
import { startTokenService, type TokenService } from './registry-tokens.ts'

const program = findProgram('docker-registry')
const skipped = skipReason('looking up images in docker-registry', {
  'docker-registry (Debian: docker-registry)': program !== undefined,
})

const host = 'registry.internal:5000'
const user = { username: 'ci', password: 'correct-horse-battery' }
/** The password's bcrypt hash, as `htpasswd -B` writes it. */
const htpasswd = 'ci:$2y$05$abcdefghijklmnopqrstuuSnF5tLPqPFqc0z9CY0HcSLFbSRlL67u\n'
const amd64 = { os: 'linux', architecture: 'amd64' }

describe.skipIf(skipped !== undefined)('an image in docker-registry', () => {
  const folder = mkdtempSync(join(tmpdir(), 'registry-lookup-'))
  const servers: (Server | TokenService)[] = []
  const urls = { open: '', basic: '', token: '' }

  beforeAll(async () => {
    writeFileSync(join(folder, 'htpasswd'), htpasswd)
    const configuration = join(folder, 'config.yml')
    const storage = `{ filesystem: { rootdirectory: ${folder} } }`
    writeFileSync(configuration, `version: 0.1\nlog: { level: error }\nstorage: ${storage}\n`)
    const start = async (environment: Readonly<Record<string, string>>): Promise<string> => {
      const server = await startServer({
        program: program ?? '',
        args: () => ['serve', configuration],
        environment: (port) => ({ REGISTRY_HTTP_ADDR: `127.0.0.1:${port}`, ...environment }),
        path: '/',
      })
      servers.push(server)
      return server.url
    }
    const tokens = await startTokenService(user)
    servers.push(tokens)
    urls.open = await start({})
    await pushContent({ url: urls.open, headers: {} })
    urls.basic = await start({
      REGISTRY_AUTH: 'htpasswd',
      REGISTRY_AUTH_HTPASSWD_REALM: 'registry',
      REGISTRY_AUTH_HTPASSWD_PATH: join(folder, 'htpasswd'),
    })
    urls.token = await start(tokens.environment)
  })

  afterAll(async () => {
    await Promise.all(servers.map((server) => server[Symbol.asyncDispose]()))
    rmSync(folder, { recursive: true, force: true })
  })

  function lookUp(
    image: string,
    at: keyof typeof urls,
    credentials?: typeof user,
  ): Promise<ImageLookup> {
    const quiet = (): void => undefined
    const registries = createRegistries({
      clients: createAwsClients({ action: 'test' }),
      signal: new AbortController().signal,
      log: { info: quiet, warning: quiet, debug: quiet },
      mirrors: parseMirrors(`${host}=${urls[at]}`),
      credentials,
    })
    return registries.lookUp(parseImageReference(`${host}/${image}`))
  }

  it.each(['oci', 'docker'] as const)(
    'of the format %s is found by tag and digest, by itself and in an index',
    async (format) => {
      const { manifest, index, types } = registryContent[format]
      for (const reference of [`:${format}-manifest`, `@${manifest.digest}`]) {
        expect(await lookUp(`org/app${reference}`, 'open')).toMatchObject({
          kind: 'found',
          digest: manifest.digest,
          mediaType: types.manifest,
          isPublic: true,
          platforms: [amd64],
          sizeBytes: 42,
        })
      }
      for (const reference of [`:${format}-index`, `@${index.digest}`]) {
        expect(await lookUp(`org/app${reference}`, 'open')).toMatchObject({
          kind: 'found',
          digest: index.digest,
          mediaType: types.index,
          platforms: [amd64],
        })
      }
    },
  )

  it('that is not there is told, with what is there instead', async () => {
    expect(await lookUp('org/app:none', 'open')).toEqual({
      kind: 'missing',
      what: 'tag',
      message: `${host}/org/app has no tag none.`,
      existing: ['oci-manifest', 'oci-index', 'docker-manifest', 'docker-index'],
    })
    expect(await lookUp(`org/app@sha256:${'0'.repeat(64)}`, 'open')).toMatchObject({
      what: 'digest',
    })
    expect(await lookUp('none/such:1', 'open')).toMatchObject({ what: 'repository' })
  })

  it.each(['basic', 'token'] as const)('is found behind %s authentication', async (at) => {
    expect(await lookUp('org/app:oci-manifest', at, user)).toMatchObject({
      kind: 'found',
      digest: registryContent.oci.manifest.digest,
      isPublic: false,
      platforms: [amd64],
    })
  })

  it.each(['basic', 'token'] as const)(
    'is not checked behind %s authentication with a wrong password, or none',
    async (at) => {
      const wrong = { ...user, password: 'wrong-horse-battery' }
      expect(await lookUp('org/app:oci-manifest', at, wrong)).toMatchObject({
        kind: 'not-checked',
        reason: 'credentials',
        message: `${host} does not accept the user name and password given.`,
      })
      expect(await lookUp('org/app:oci-manifest', at)).toMatchObject({
        kind: 'not-checked',
        reason: 'credentials',
        message: expect.stringContaining('does not show org/app without a login'),
      })
    },
  )
})
