import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { startSimulator, type Simulator, type World } from '@deploy-actions/aws-simulator'
import { describe, expect, it, onTestFinished } from 'vitest'
import { installDockerStandIn } from '../src/docker-stand-in/install.ts'

const files = {
  Dockerfile: 'FROM node:24 AS base\nFROM base\nCOPY app.js .\nRUN npm ci\n',
  'app.js': '1',
}

interface Ended {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

interface Scene {
  readonly simulator: Simulator
  readonly folder: string
  readonly docker: (...args: readonly string[]) => Promise<Ended>
  /** What a registry has under a tag: its manifest, or 404. */
  readonly manifest: (tag: string) => Promise<Response>
}

/** A folder with a context in it, a registry of the world, and docker first on PATH. */
async function sceneWith(
  context: Readonly<Record<string, string>> = files,
  registry: Partial<NonNullable<World['registries']>[number]> = {},
): Promise<Scene> {
  const folder = await mkdtemp(join(tmpdir(), 'docker-stand-in-'))
  const users = [{ username: 'pusher', password: 'password' }]
  const simulator = await startSimulator({
    world: { registries: [{ host: 'ghcr.io', users, ...registry }] },
  })
  onTestFinished(async () => {
    await simulator.stop()
    await rm(folder, { recursive: true, force: true })
  })
  await installDockerStandIn(join(folder, 'programs'))
  for (const [path, content] of Object.entries(context)) {
    await mkdir(dirname(join(folder, 'context', path)), { recursive: true })
    await writeFile(join(folder, 'context', path), content)
  }
  const auth = Buffer.from('pusher:password').toString('base64')
  await writeFile(join(folder, 'config.json'), JSON.stringify({ auths: { 'ghcr.io': { auth } } }))
  return {
    ...{ simulator, folder },
    docker: (...args) => run(args, { simulator, folder }),
    manifest: (tag) => ask(simulator, tag),
  }
}

async function run(
  args: readonly string[],
  { simulator, folder }: Pick<Scene, 'simulator' | 'folder'>,
): Promise<Ended> {
  const child = spawn('docker', [...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: [join(folder, 'programs'), process.env['PATH']].join(delimiter),
      DOCKER_CONFIG: folder,
      AWS_ENDPOINT_URL: simulator.url,
      DEPLOY_ACTIONS_REGISTRY_MIRRORS: simulator.registryMirrors,
    },
  })
  const closed = once(child, 'close')
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  await closed
  return { exitCode: child.exitCode, stdout, stderr }
}

const types = ['manifest', 'index']
  .map((kind) => `application/vnd.oci.image.${kind}.v1+json`)
  .join()

/** Asks GHCR of the world as docker does that has logged in. */
async function ask(simulator: Simulator, path: string): Promise<Response> {
  const url = new URL(`/v2/shop/api/${path}`, simulator.registries['ghcr.io'])
  const { headers } = await fetch(url)
  const challenge = headers.get('www-authenticate') ?? ''
  const [realm = '', service = '', scope = ''] = [...challenge.matchAll(/="([^"]*)"/g)].map(
    ([, value = '']) => value,
  )
  const authorization = `Basic ${Buffer.from('pusher:password').toString('base64')}`
  const answer = await fetch(`${realm}?${new URLSearchParams({ service, scope }).toString()}`, {
    headers: { authorization },
  })
  const { token } = (await answer.json()) as { readonly token: string } // of the token service
  return fetch(url, { headers: { authorization: `Bearer ${token}`, accept: types } })
}

const push = ['buildx', 'build', '--push', '--tag=ghcr.io/shop/api:1'] as const

describe('an image that the stand-in for docker builds', () => {
  it('is in the registry under all its tags, with its platforms, its labels and the time of the simulator', async () => {
    const { docker, manifest, folder } = await sceneWith()
    const options = ['--tag=ghcr.io/shop/api:one', '--label=a=b=c', '--metadata-file=metadata.json']
    const { exitCode, stderr } = await docker(...push, ...options, 'context')
    expect(exitCode).toBe(0)
    const [one, other] = await Promise.all([manifest('manifests/1'), manifest('manifests/one')])
    const { config } = (await one.json()) as { readonly config: { readonly digest: string } } // OCI
    const digest = one.headers.get('docker-content-digest')
    expect(other.headers.get('docker-content-digest')).toBe(digest)
    expect(await (await manifest(`blobs/${config.digest}`)).json()).toMatchObject({
      os: 'linux',
      architecture: 'amd64',
      created: expect.stringMatching(/^2026-01-01T00:/),
      config: { Labels: { a: 'b=c' } },
    })
    const metadata: unknown = JSON.parse(readFileSync(join(folder, 'metadata.json'), 'utf8'))
    expect(metadata).toMatchObject({
      'containerimage.digest': digest,
      'image.name': 'ghcr.io/shop/api:1,ghcr.io/shop/api:one',
    })
    expect(stderr).toContain('stand-in for docker')
    expect(stderr).toMatch(/^#\d+ \[1\/3\] FROM base$/m)
    expect(stderr).toMatch(/^#\d+ \[base 1\/1\] FROM node:24 AS base$/m)
  })

  it('is an index for several platforms', async () => {
    const { docker, manifest } = await sceneWith()
    await docker(...push, '--platform=linux/amd64,linux/arm64', 'context')
    expect(await (await manifest('manifests/1')).json()).toMatchObject({
      manifests: [{ platform: { architecture: 'amd64' } }, { platform: { architecture: 'arm64' } }],
    })
  })

  it('is another one when a file of the context is', async () => {
    const { docker, manifest, folder } = await sceneWith()
    const layerOf = async () => {
      await docker(...push, 'context')
      const content = await (await manifest('manifests/1')).json()
      return (content as { readonly layers: readonly object[] }).layers // OCI
    }
    const before = await layerOf()
    expect(before).toHaveLength(1)
    expect(await layerOf()).toEqual(before)
    await writeFile(join(folder, 'context/app.js'), '2')
    expect(await layerOf()).not.toEqual(before)
  })
})

describe('a build of the stand-in for docker', () => {
  it.each([
    ['there is no Dockerfile', { 'app.js': '1' }, [], /failed to read dockerfile/],
    ['the Dockerfile is empty', { Dockerfile: '# later' }, [], /dockerfile parse error/],
    [
      'COPY names what is not there',
      { ...files, Dockerfile: 'FROM a\nCOPY b c d/' },
      [],
      /"\/b": not found/,
    ],
    ['there is no such stage', files, ['--target=prod'], /target stage "prod" could not be found/],
    ['an option is not known', files, ['--squash'], /does not know it: .*--squash/],
  ])('fails, in the words of the builder, where %s', async (_, context, options, words) => {
    const { docker, manifest } = await sceneWith(context)
    const { exitCode, stderr } = await docker(...push, ...options, 'context')
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(words)
    expect((await manifest('manifests/1')).status).toBe(404)
  })

  it('fails, in the words of the registry, where nobody may push', async () => {
    const { docker } = await sceneWith(files, { users: [{ username: 'else', password: 'else' }] })
    const { exitCode, stderr } = await docker(...push, 'context')
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(
      /^ERROR: failed to solve: failed to push ghcr.io\/shop\/api:1: unauthorized:/m,
    )
  })

  it('reaches no registry but those of the world', async () => {
    const { docker } = await sceneWith()
    const args = ['buildx', 'build', '--push', '--tag=quay.io/shop/api:1', 'context']
    const { exitCode, stderr } = await docker(...args)
    expect(exitCode).toBe(1)
    expect(stderr).toContain('quay.io is no registry of this rehearsal')
  })
})

describe('the stand-in for docker', () => {
  it('says what it is when it is asked for what it does not play', async () => {
    const { docker } = await sceneWith()
    const { exitCode, stderr } = await docker('run', 'hello-world')
    expect(exitCode).toBe(1)
    expect(stderr).toContain('this stand-in for rehearsals plays version')
    expect(stderr).toContain("not 'run hello-world'")
  })

  it('has an engine for linux/amd64 and a builder with the driver docker', async () => {
    const { docker } = await sceneWith()
    const engine = await docker('version', '--format', '{{.Server.Os}}/{{.Server.Arch}}')
    expect(engine.stdout).toBe('linux/amd64\n')
    expect((await docker('buildx', 'inspect')).stdout).toMatch(/^Driver: docker$/m)
  })
})
