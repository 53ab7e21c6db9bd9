import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { runAction, type Step } from '../../test/bundle/run-action.ts'
import { dockerVariables, findBusybox } from '../../test/real/docker-engine.ts'
import { findProgram, skipReason } from '../../test/real/programs.ts'
import { startDockerRegistry } from '../../test/real/registry-server.ts'
import type { Group, Measurement } from './measurement.ts'
import { startPrivateEngine } from './private-engine.ts'

/** How long the work in the image takes. */
const workSeconds = 10

/** How often the image is reused; it is built but once in each way. */
const reuses = 5

const dockerfile = `FROM scratch
COPY busybox /bin/
RUN ["/bin/busybox", "sh", "-c", "sleep ${workSeconds}; echo done > /work"]
COPY app /
`

/** What it takes to measure builds. */
export interface ImageBuildsOptions {
  readonly dist: string
  readonly scratch: string
}

/**
 * Measures build-push-image on engines that are empty, as those of hosted runners are: a build that nobody did before, one
 * whose layers are in the cache of the repository, and an image that is there already. Measures nothing, and says
 * so, where an engine or a registry cannot be started.
 */
export async function measureImageBuilds(options: ImageBuildsOptions): Promise<readonly Group[]> {
  if (isImpossible()) return []
  const folder = join(options.scratch, 'image-builds')
  const context = join(folder, 'context')
  mkdirSync(context, { recursive: true })
  cpSync(findBusybox() ?? '', join(context, 'busybox'), { dereference: true })
  writeFileSync(join(context, 'Dockerfile'), dockerfile)
  writeFileSync(join(context, 'app'), 'one')
  await using registry = await startDockerRegistry(folder)
  const repository = `${registry.url.replace('http://127.0.0.1', 'localhost')}/app`
  const inputs = { repository, context, network: 'none' }
  const step = async (engine: string, more: Readonly<Record<string, string>> = {}) =>
    runAction(
      'build-push-image',
      { ...inputs, ...more },
      { dist: options.dist, environment: { ...dockerVariables(), DOCKER_HOST: engine } },
    )
  const uncached = await onNewEngine(join(folder, 'first'), (engine) => step(engine))
  const cached = await onNewEngine(join(folder, 'second'), (engine) =>
    step(engine, { reuse: 'off', tags: 'again' }),
  )
  const reused: Step[] = []
  for (let run = 0; run < reuses; run++) reused.push(await step('unix:///nonexistent.sock'))
  return [
    {
      title: `Seconds of build-push-image for an image with ${workSeconds} s of work in it, on an empty engine`,
      measurements: [
        compared('reuse; the peer is a build without a cache', {
          peer: uncached,
          reused,
          ratio: 0.1,
        }),
        compared('reuse; the peer is a build with the cache of the repository', {
          peer: cached,
          reused,
          ratio: 0.5,
        }),
      ],
    },
  ]
}

async function onNewEngine(folder: string, work: (engine: string) => Promise<Step>): Promise<Step> {
  await using engine = await startPrivateEngine(folder)
  return await work(engine.address)
}

interface Compared {
  readonly peer: Step
  readonly reused: readonly Step[]
  readonly ratio: number
}

function compared(what: string, { peer, reused, ratio }: Compared): Measurement {
  const ends = [peer, ...reused].map(({ outputs }) => outputs['outcome'])
  const isAsMeant = ends.every((end, index) => end === (index === 0 ? 'built' : 'reused'))
  return {
    what,
    unit: 's',
    ours: reused.map(({ milliseconds }) => milliseconds / 1000),
    peer: [peer.milliseconds / 1000],
    target: { ratio },
    ...(!isAsMeant && { fault: `ends as ${ends.join(', ')}` }),
  }
}

function isImpossible(): boolean {
  const reason = skipReason('how long images take to be built and reused', {
    'root, for an engine of its own': process.getuid?.() === 0,
    'dockerd and docker (Debian: docker.io)':
      findProgram('dockerd') !== undefined && findProgram('docker') !== undefined,
    'ip (Debian: iproute2)': findProgram('ip') !== undefined,
    'docker buildx (Debian: docker-buildx)':
      spawnSync('docker', ['buildx', 'version']).status === 0,
    'docker-registry (Debian: docker-registry)': findProgram('docker-registry') !== undefined,
    'a static busybox (Debian: busybox-static)': findBusybox() !== undefined,
  })
  return reason !== undefined
}
