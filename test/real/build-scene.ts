import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { repositoryRoot } from '../../scripts/repository.ts'
import { runAction, type StartOptions, type Step } from '../bundle/run-action.ts'
import { dockerVariables, findBusybox, forgetImages } from './docker-engine.ts'
import { startDockerRegistry } from './registry-server.ts'
import { troubledRegistry, type TroubledRegistry } from './troubled-registry.ts'

/** A registry, a checkout, and the action between them. */
export interface BuildScene extends AsyncDisposable {
  readonly registry: TroubledRegistry
  /** Everything that is kept of this scene, by folder. */
  readonly folders: { readonly context: string; readonly storage: string; readonly temp: string }
  /** Writes files of the checkout. */
  write(files: Readonly<Record<string, string>>): void
  /** Runs the action from its sources, as a runner does, for the repository `app`. */
  step(
    inputs?: Readonly<Record<string, string>>,
    options?: Pick<StartOptions, 'environment' | 'onStart'>,
  ): Promise<Step>
}

/** Nobody answers there: whoever wants the engine fails. */
export const noEngine = { environment: { DOCKER_HOST: 'unix:///nonexistent/docker.sock' } } as const

/** Starts a docker-registry with a proxy before it, and lays a checkout that has a static busybox in it. */
export async function buildScene(files: Readonly<Record<string, string>>): Promise<BuildScene> {
  const root = mkdtempSync(join(tmpdir(), 'build-scene-'))
  const folders = {
    context: join(root, 'context'),
    storage: join(root, 'storage'),
    temp: join(root, 'temp'),
  }
  for (const folder of Object.values(folders)) mkdirSync(folder)
  const server = await startDockerRegistry(root)
  const registry = await troubledRegistry(server.url)
  const write = (changed: Readonly<Record<string, string>>): void => {
    for (const [path, text] of Object.entries(changed)) {
      const place = join(folders.context, path)
      mkdirSync(dirname(place), { recursive: true })
      writeFileSync(place, text)
    }
  }
  cpSync(findBusybox() ?? '', join(folders.context, 'busybox'), { dereference: true })
  write(files)
  const dist = sourcesAsDist(root)
  return {
    registry,
    folders,
    write,
    step: (inputs = {}, { environment = {}, ...options } = {}) =>
      runAction(
        'build-push-image',
        { repository: `${registry.host}/app`, context: folders.context, ...inputs },
        {
          ...options,
          dist,
          nodeOptions: ['--conditions=source'],
          environment: { ...dockerVariables(), RUNNER_TEMP: folders.temp, ...environment },
        },
      ),
    async [Symbol.asyncDispose]() {
      await forgetImages(registry.host)
      await registry[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

/** A folder as bundles are in, whose entry leads to the sources. */
function sourcesAsDist(root: string): string {
  const dist = join(root, 'dist')
  const entry = join(dist, 'build-push-image/index.js')
  mkdirSync(dirname(entry), { recursive: true })
  const sources = pathToFileURL(join(repositoryRoot, 'actions/build-push-image/src/index.ts'))
  const text = `import(${JSON.stringify(sources.href)}).then((action) => action.start())\n`
  writeFileSync(entry, text)
  return dist
}

/** Reads all of an image, and throws where a part of it is missing, or is not what its digest says. */
export async function readWhole(
  { registry: { url } }: BuildScene,
  name: string,
  reference: string,
): Promise<{ readonly layers: number; readonly digest: string }> {
  const accept = [
    'application/vnd.docker.distribution.manifest.v2+json',
    'application/vnd.oci.image.manifest.v1+json',
  ].join(', ')
  const get = async (path: string): Promise<Buffer> => {
    const response = await fetch(`${url}/v2/${name}/${path}`, { headers: { accept } })
    if (!response.ok) throw new Error(`${path}: status ${response.status}`)
    return Buffer.from(await response.arrayBuffer())
  }
  const bytes = await get(`manifests/${reference}`)
  // A manifest of one platform, as it was asked for.
  const manifest = JSON.parse(bytes.toString()) as {
    readonly config: { readonly digest: string }
    readonly layers: readonly { readonly digest: string }[]
  }
  for (const { digest } of [manifest.config, ...manifest.layers]) {
    if (digestOf(await get(`blobs/${digest}`)) !== digest) throw new Error(`${digest} is broken`)
  }
  return { layers: manifest.layers.length, digest: digestOf(bytes) }
}

function digestOf(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

/** Waits until something is so, for at most half a minute. */
export async function until(isSo: () => boolean): Promise<void> {
  for (const end = Date.now() + 30_000; !isSo();) {
    if (Date.now() > end) throw new Error('It never came to be so.')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
