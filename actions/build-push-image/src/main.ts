import { posix } from 'node:path'
import { inGroup, type Place, type ReportOf } from '@deploy-actions/action-kit'
import { createAwsClients } from '@deploy-actions/aws'
import { tagConflict } from '@deploy-actions/registry'
import { buildImage } from './build/build-image.ts'
import type { DockerfileWarning } from './build/metadata.ts'
import type { ContentHash } from './content/index.ts'
import type { contract } from './contract.ts'
import { createRepository } from './create-repository.ts'
import { readInputs, type Context, type Inputs } from './inputs.ts'
import { maskSecrets } from './mask-secrets.ts'
import { observe, openRepository, type Looking, type Observed, type Registry } from './observe.ts'
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
  context.host.info(plan.because)
  if (inputs.dryRun) return report({ outcome: 'planned', observed, plan })
  return plan.kind === 'reuse'
    ? reuse(registry, observed, plan)
    : build(looking, registry, { observed, plan })
}

async function reuse(
  { repository }: Registry,
  observed: Observed,
  plan: ReusePlan,
): Promise<Report> {
  const { digest } = plan.image
  for (const tag of plan.missingTags) {
    const outcome = await repository.addTag({ digest, tag })
    if (outcome.kind === 'conflict') {
      throw tagConflict(repository.at, { tag, wanted: digest, existing: outcome.digest })
    }
  }
  return report({ outcome: 'reused', observed, plan, image: plan.image })
}

async function build(
  looking: Looking,
  registry: Registry,
  { observed, plan }: { readonly observed: Observed; readonly plan: BuildPlan },
): Promise<Report> {
  const { host } = looking.context
  for (const notice of plan.notices) host.info(notice)
  const built = await buildImage({ ...looking, registry, observed, plan })
  for (const warning of built.metadata.warnings) {
    host.warning(warning.message, placeOf(looking.inputs, warning))
  }
  return report({ outcome: 'built', observed, plan, image: built.image, built })
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
