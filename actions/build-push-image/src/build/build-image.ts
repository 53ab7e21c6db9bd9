import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ActionError, count, inGroup, sleep } from '@deploy-actions/action-kit'
import { formatImage, type StoredImage } from '@deploy-actions/registry'
import { createRepository } from '../create-repository.ts'
import { openDocker, type Docker } from '../docker/docker.ts'
import { inspectBuilder, type Builder } from '../docker/engine.ts'
import { withOwnSettings } from '../docker/settings.ts'
import { formatPlatform } from '../inputs/image-platform.ts'
import type { Inputs } from '../inputs.ts'
import type { Looking, Observed, Registry } from '../observe.ts'
import { checkPlatform, isFixed, type BuildPlan } from '../plan.ts'
import { buildCall } from './arguments.ts'
import { planCache, type CachePlan } from './cache.ts'
import { buildFailure, isPassing, type FailedBuild } from './failure.ts'
import { labelsFor } from './labels.ts'
import { readMetadata, type BuildMetadata } from './metadata.ts'
import { BuildProgress, type BuildStep } from './progress.ts'

/** An image that was built and is in its repository. */
export interface BuiltImage {
  readonly image: StoredImage
  readonly metadata: BuildMetadata
  readonly steps: readonly BuildStep[]
}

/** What building works with. */
export interface Building extends Looking {
  readonly registry: Registry
  readonly observed: Observed
  readonly plan: BuildPlan
}

/** Builds and pushes an image, and looks at it in its repository: what is handed on is there. */
export async function buildImage(building: Building): Promise<BuiltImage> {
  const { context, registry, inputs, plan } = building
  const { host, signal } = context
  const login = await registry.store.login(registry.repository.at.host)
  return withOwnSettings(host, login, async (variables) => {
    const docker = openDocker(host, { signal, variables })
    const builder = await inspectBuilder(docker)
    refuseOtherPlatform(builder, inputs)
    if (plan.createRepository) await createRepository(host, registry, inputs)
    const cache = chooseCache(builder, building)
    for (const warning of cache.warnings) host.warning(warning)
    const built = await pushPatiently(building, { docker, cache })
    return { ...built, image: await prove(building, built.metadata.digest) }
  })
}

function refuseOtherPlatform(
  { platform }: Builder,
  { expectedPlatform, build }: Pick<Inputs, 'expectedPlatform' | 'build'>,
): void {
  const wanted = expectedPlatform === undefined ? undefined : formatPlatform(expectedPlatform)
  if (wanted === undefined || platform === undefined || build.platforms.length > 0) return
  if (wanted === platform || wanted.startsWith(`${platform}/`)) return
  throw new ActionError({
    code: 'image',
    message: `The engine of this runner builds for ${platform}, and expect-platform wants ${wanted}. Nothing was built.`,
    remedy: `Set platforms: ${wanted}, or build on a runner of that architecture.`,
  })
}

function chooseCache(builder: Builder, { context, inputs, observed }: Building): CachePlan {
  const { host } = context
  const has = (name: string): boolean => (host.readVariable(name) ?? '') !== ''
  return planCache(inputs.cache, {
    builder,
    repository: formatImage(observed.at),
    target: inputs.build.target,
    hasGithubCache:
      has('ACTIONS_RUNTIME_TOKEN') && (has('ACTIONS_RESULTS_URL') || has('ACTIONS_CACHE_URL')),
    isImmutable: (tag) => isFixed(observed, tag),
  })
}

interface Tools {
  readonly docker: Docker
  readonly cache: CachePlan
}

/** How often a push is tried that broke off by something that passes: its layers are not built again. */
const mostTries = 3

async function pushPatiently(building: Building, tools: Tools): Promise<Omit<BuiltImage, 'image'>> {
  const { host, signal } = building.context
  for (let tries = 1; ; tries++) {
    const result = await buildOnce(building, tools)
    if (!('output' in result)) return result
    if (tries === mostTries || !isPassing(result)) throw buildFailure(result)
    host.info(`The push broke off; trying again (${tries + 1} of ${mostTries}).`)
    await sleep(tries * 2_000, signal)
  }
}

async function buildOnce(
  { context, inputs, plan, observed }: Building,
  tools: Tools,
): Promise<Omit<BuiltImage, 'image'> | FailedBuild> {
  const { host } = context
  const folder = await mkdtemp(join(host.temporaryFolder, 'build-'))
  try {
    const metadataFile = join(folder, 'metadata.json')
    const tags = [
      ...plan.tags,
      ...[plan.contentTag, tools.cache.tag].filter((tag) => tag !== undefined),
    ]
    const names = [...new Set(tags)].map((tag) => formatImage(observed.at, { tag }))
    const labels = labelsFor(host.run, observed.content)
    const { args, env } = buildCall({
      ...{ inputs, names, labels, cache: tools.cache, metadataFile },
      // The content hash stands for the bases that the registry has now.
      needsFreshBases: observed.content?.kind === 'known',
    })
    const progress = new BuildProgress()
    const end = await inGroup(
      host,
      `Build ${count(names.length, 'tag')} of ${formatImage(observed.at)}`,
      () =>
        tools.docker.run(args, {
          env: { ...env, BUILDX_METADATA_WARNINGS: '1' },
          onLine: (line) => {
            progress.read(line, Date.now())
            host.info(line)
          },
        }),
    )
    const { steps } = progress
    if (end.code !== 0) return { output: `${end.stdout}${end.stderr}`, steps }
    return { metadata: await readMetadata(metadataFile), steps }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Reads what was pushed from its repository; what is not there cannot be deployed. */
async function prove(
  { registry: { repository }, inputs: { expectedPlatform } }: Building,
  digest: string | undefined,
): Promise<StoredImage> {
  const image = digest === undefined ? undefined : await repository.readImage({ digest })
  if (image !== undefined) {
    checkPlatform(repository, image, expectedPlatform)
    return image
  }
  throw new ActionError({
    code: 'image',
    message:
      digest === undefined
        ? 'docker buildx says nothing of the digest that it pushed.'
        : `The registry has no image ${formatImage(repository.at, { digest })}, although docker pushed it.`,
    remedy:
      'Run the step again. Should it happen again, update docker buildx (0.13 and newer are known to work).',
  })
}
