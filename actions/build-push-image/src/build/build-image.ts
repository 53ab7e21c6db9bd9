import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ActionError, inGroup, sleep } from '@deploy-actions/action-kit'
import {
  findEcrRegistry,
  formatImage,
  parseImageReference,
  type RegistryLogin,
  type StoredImage,
} from '@deploy-actions/registry'
import { createRepository } from '../create-repository.ts'
import { openDocker, type Docker } from '../docker/docker.ts'
import { inspectBuilder, type Builder } from '../docker/engine.ts'
import { withOwnSettings, type Logins } from '../docker/settings.ts'
import { checkPlatform, otherPlatforms } from '../image-platforms.ts'
import { formatPlatform } from '../inputs/image-platform.ts'
import type { Inputs } from '../inputs.ts'
import type { Looking, Observed, Registry } from '../observe.ts'
import type { BuildPlan } from '../plan.ts'
import { isFixed } from '../tags/is-fixed.ts'
import { buildCall } from './arguments.ts'
import { planCache, withoutTag, type CachePlan } from './cache.ts'
import { buildFailure, isPassing, tagsInTheWay, type FailedBuild } from './failure.ts'
import { labelsFor } from './labels.ts'
import { readMetadata, type BuildMetadata } from './metadata.ts'
import { BuildProgress, type BuildStep } from './progress.ts'

/** An image that was built and is in its repository. */
export interface BuiltImage {
  readonly image: StoredImage
  readonly metadata: BuildMetadata
  readonly steps: readonly BuildStep[]
  /** Tags of the plan that it does not have yet: they come last. */
  readonly missingTags: readonly string[]
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
  return withOwnSettings(host, await loginsFor(building), async (variables) => {
    const docker = openDocker(host, { signal, variables })
    const builder = await inspectBuilder(docker)
    refuseOtherPlatform(builder, inputs)
    if (plan.createRepository) await createRepository(host, registry, inputs)
    const cache = chooseCache(builder, building)
    for (const warning of cache.warnings) host.warning(warning)
    const built = await pushPatiently(building, { docker, cache, firstTag: plan.firstTag })
    return { ...built, image: await prove(building, built.metadata.digest) }
  })
}

/** Of the repository, and of each ECR that bases come from: what could be looked up can be pulled. */
async function loginsFor({
  registry: { store, repository },
  observed: { content },
}: Building): Promise<Logins> {
  const bases = content?.kind === 'known' ? content.bases : []
  const hosts = new Set(bases.map(({ image }) => parseImageReference(image).host))
  hosts.delete(repository.at.host)
  const logins: RegistryLogin[] = []
  for (const host of hosts) {
    const login = findEcrRegistry(host) === undefined ? undefined : await store.login(host)
    if (login !== undefined) logins.push(login)
  }
  return { repository: await store.login(repository.at.host), bases: logins }
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
  /** See BuildPlan. */
  readonly firstTag: string | undefined
}

type Pushed = Omit<BuiltImage, 'image'>

/** How often a push is tried that broke off by something that passes: its layers are not built again. */
const mostTries = 3

async function pushPatiently(building: Building, first: Tools): Promise<Pushed> {
  const { host, signal } = building.context
  let tools = first
  for (let tries = 1; ; tries++) {
    const result = await buildOnce(building, tools)
    if (!('output' in result)) return result
    const own = [tools.firstTag, tools.cache.ownTag].filter((tag) => tag !== undefined)
    const inTheWay = tagsInTheWay(result, own)
    if (inTheWay.length > 0) {
      host.warning(
        `The repository keeps tags of caches or contents where they are (${inTheWay.join(', ')}): the image is pushed without. Exclude cache* and content-* from the immutability of the repository.`,
      )
      tools = withoutTags(tools, inTheWay)
      tries -= 1
      continue
    }
    if (tries === mostTries || !isPassing(result)) throw buildFailure(result)
    host.info(`The push broke off; trying again (${tries + 1} of ${mostTries}).`)
    await sleep(tries * 2_000, signal)
  }
}

function withoutTags({ docker, cache, firstTag }: Tools, tags: readonly string[]): Tools {
  return {
    docker,
    cache: cache.ownTag !== undefined && tags.includes(cache.ownTag) ? withoutTag(cache) : cache,
    firstTag: firstTag !== undefined && tags.includes(firstTag) ? undefined : firstTag,
  }
}

async function buildOnce(
  { context, inputs, plan, observed }: Building,
  { docker, cache, firstTag }: Tools,
): Promise<Pushed | FailedBuild> {
  const { host } = context
  const folder = await mkdtemp(join(host.temporaryFolder, 'build-'))
  try {
    const metadataFile = join(folder, 'metadata.json')
    const tags = firstTag === undefined ? plan.tags : [firstTag]
    const all = [...new Set([...tags, ...(cache.tag === undefined ? [] : [cache.tag])])]
    const { args, env } = buildCall({
      inputs,
      names: all.map((tag) => formatImage(observed.at, { tag })),
      labels: labelsFor(host.run, observed),
      cache,
      metadataFile,
      isAnew: inputs.noCache || plan.isAnew,
      // The content hash stands for the bases that the registry has now.
      needsFreshBases: observed.content?.kind === 'known',
    })
    const progress = new BuildProgress()
    const end = await inGroup(host, `Build ${formatImage(observed.at)}`, () =>
      docker.run(args, {
        env: { ...env, BUILDX_METADATA_WARNINGS: '1' },
        onLine: (line) => {
          progress.read(line, Date.now())
          host.info(line)
        },
      }),
    )
    const { steps } = progress
    if (end.code !== 0) return { output: `${end.stdout}${end.stderr}`, steps }
    const missingTags = plan.tags.filter((tag) => !all.includes(tag))
    return { metadata: await readMetadata(metadataFile), steps, missingTags }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Reads what was pushed from its repository; what is not there cannot be deployed. */
async function prove(
  { context: { host }, registry: { repository }, inputs, observed: { content } }: Building,
  digest: string | undefined,
): Promise<StoredImage> {
  const image = digest === undefined ? undefined : await repository.readImage({ digest })
  if (image !== undefined) {
    checkPlatform(repository, image, inputs.expectedPlatform)
    const difference =
      content?.kind === 'known' ? otherPlatforms(image, content.platforms) : undefined
    if (difference !== undefined) {
      host.warning(
        `The image ${difference}, as its content hash supposes: it is not reused later. Set the input platforms to what the builder builds for.`,
      )
    }
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
