import { posix } from 'node:path'
import { ActionError, inGroup, type Place, type ReportOf } from '@deploy-actions/action-kit'
import { createAwsClients } from '@deploy-actions/aws'
import { formatImage, type StoredImage } from '@deploy-actions/registry'
import { buildImage } from './build/build-image.ts'
import type { DockerfileWarning } from './build/metadata.ts'
import type { ContentHash } from './content/index.ts'
import type { contract } from './contract.ts'
import { createRepository } from './create-repository.ts'
import { giveTags } from './give-tags.ts'
import { readInputs, type Context, type Inputs } from './inputs.ts'
import { maskSecrets } from './mask-secrets.ts'
import {
  observe,
  observeAgain,
  openRepository,
  type Looking,
  type Observed,
  type Registry,
} from './observe.ts'
import { mustCreate, planImage, type BuildPlan, type ReusePlan } from './plan.ts'
import { clientsOfSource, planPromotion, promote } from './promote.ts'
import { report } from './report.ts'

type Report = ReportOf<typeof contract>

/** Builds an image that is not there yet, tags one that is, or copies one; and hands on its digest. */
export async function main(context: Context): Promise<Report> {
  const inputs = await readInputs(context)
  await maskSecrets(context.host, inputs)
  if (inputs.isLoginUnused) {
    context.host.info('registry-username is not used: ECR takes the role of the job.')
  }
  const clients = createAwsClients({ action: 'build-push-image', region: inputs.region })
  const looking = { context, inputs, clients }
  try {
    const registry = await openRepository(looking)
    const { host, repository } = registry.repository.at
    context.setOutput('repository-uri', `${host}/${repository}`)
    context.setOutput('repository-name', repository)
    context.setOutput('registry', host)
    const observed = await observe(looking, registry)
    await tellContent(looking, observed.content)
    return inputs.promoteFrom === undefined
      ? await provide(looking, registry, observed)
      : await copy(looking, registry, { observed, promoteFrom: inputs.promoteFrom })
  } finally {
    clients.destroy()
  }
}

/** What a hash is made of, part by part: two runs that differ can be compared. */
async function tellContent({ context }: Looking, content: ContentHash | undefined): Promise<void> {
  if (content?.kind !== 'known') return
  context.setOutput('content-hash', content.hash)
  await inGroup(context.host, `Content ${content.hash}`, async () => {
    for (const line of content.explains) context.host.info(line)
  })
}

async function provide(looking: Looking, registry: Registry, observed: Observed): Promise<Report> {
  const { context, inputs } = looking
  const plan = planImage(inputs, observed)
  if (inputs.dryRun) {
    context.host.info(`In a dry run nothing is done. ${plan.because}`)
    return report({ outcome: 'planned', observed, plan })
  }
  context.host.info(plan.because)
  try {
    return plan.kind === 'reuse'
      ? await reuse(looking, registry, { observed, plan })
      : await build(looking, registry, { observed, plan })
  } catch (error) {
    const adopted = isConflict(error) ? await adopt(looking, registry, observed) : undefined
    if (adopted === undefined) throw error
    return adopted
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof ActionError && error.code === 'conflict'
}

/** Another run was faster, and may have made the same: then its image is taken. */
async function adopt(
  looking: Looking,
  registry: Registry,
  before: Observed,
): Promise<Report | undefined> {
  const observed = await observeAgain(registry, before)
  try {
    const plan = planImage(looking.inputs, observed)
    if (plan.kind === 'build') return undefined
    looking.context.host.info(`Another run was faster. ${plan.because}`)
    return await reuse(looking, registry, { observed, plan })
  } catch (error) {
    if (isConflict(error)) return undefined
    throw error
  }
}

async function reuse(
  looking: Looking,
  registry: Registry,
  { observed, plan }: { readonly observed: Observed; readonly plan: ReusePlan },
): Promise<Report> {
  const { image, missingTags, otherwise } = plan
  try {
    tellImage(looking, observed, image)
    await giveTags(registry.repository, { digest: image.digest, tags: missingTags })
  } catch (error) {
    if (otherwise === undefined || !isGone(error)) throw error
    looking.context.host.warning(`${otherwise.because} ${error.message}`)
    return build(looking, registry, { observed, plan: otherwise })
  }
  return report({ outcome: 'reused', observed, plan, image })
}

/** Whether an image, or a part of it, is in its registry no more. */
function isGone(error: unknown): error is ActionError {
  return (
    error instanceof ActionError &&
    (error.code === 'image' || /blob[_ ]unknown/i.test(error.message))
  )
}

async function build(
  looking: Looking,
  registry: Registry,
  { observed, plan }: { readonly observed: Observed; readonly plan: BuildPlan },
): Promise<Report> {
  const { host } = looking.context
  for (const notice of plan.notices) host.info(notice)
  const built = await buildImage({ ...looking, registry, observed, plan })
  const { image, missingTags } = built
  for (const warning of built.metadata.warnings) {
    host.warning(warning.message, placeOf(looking.inputs, warning))
  }
  tellImage(looking, observed, image)
  await giveTags(registry.repository, { digest: image.digest, tags: missingTags })
  return report({ outcome: 'built', observed, plan, image, built })
}

/** Steps that run after a failure want to know, too. */
function tellImage({ context }: Looking, { at, tags }: Observed, { digest }: StoredImage): void {
  context.setOutput('digest', digest)
  context.setOutput('image', formatImage(at, { digest }))
  context.setOutput('tags', JSON.stringify(tags))
}

/** The builder knows the Dockerfile by its name alone. */
function placeOf(
  { build: { context, file } }: Inputs,
  { file: name = 'Dockerfile', line }: DockerfileWarning,
): Place | undefined {
  const place = file ?? posix.join(context, name)
  return /^[a-z]+:\//i.test(place) ? undefined : { file: place, line }
}

async function copy(
  looking: Looking,
  registry: Registry,
  { observed, promoteFrom }: { readonly observed: Observed; readonly promoteFrom: string },
): Promise<Report> {
  const { inputs, clients } = looking
  const sourceClients = await clientsOfSource(looking)
  try {
    const isCreated = mustCreate(inputs, observed)
    const promotion = await planPromotion({ ...looking, sourceClients }, observed, promoteFrom)
    const { image } = promotion
    if (inputs.dryRun) return report({ outcome: 'planned', observed, promotion })
    if (isCreated) await createRepository(looking.context.host, registry, inputs)
    await promote(looking, registry, promotion)
    return report({ outcome: 'promoted', observed, promotion, image })
  } finally {
    if (sourceClients !== clients) sourceClients.destroy()
  }
}
