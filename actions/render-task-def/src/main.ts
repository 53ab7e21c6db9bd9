import type { ReportOf } from '@deploy-actions/action-kit'
import { createAwsClients } from '@deploy-actions/aws'
import {
  bakedInVariables,
  describePlace,
  plainSecrets,
  secretLikeVariables,
  tellFindings,
} from '@deploy-actions/ecs'
import { writeRendering } from './act.ts'
import type { contract } from './contract.ts'
import { readInputs, type Context, type Inputs } from './inputs.ts'
import { observe, type Observed } from './observe.ts'
import { planRendering, type Plan } from './plan.ts'
import { reportRefusal, reportRendering } from './report.ts'

/** Renders a task definition: parse, observe, plan, write, report. */
export async function main(context: Context): Promise<ReportOf<typeof contract>> {
  const inputs = await readInputs(context)
  const clients = createAwsClients({ action: 'render-task-def', region: inputs.region })
  try {
    const observed = await observe(context, inputs, clients)
    const plan = planRendering(inputs, observed)
    tell(context.host, { plan, observed, inputs })
    if (plan.findings.fatal.length > 0) return reportRefusal(plan, observed.name)
    const path = inputs.dryRun ? undefined : await write(context, plan, inputs)
    context.host.info(
      `Rendered ${plan.family} from ${observed.name}${path === undefined ? '' : ` to ${path}`}`,
    )
    return reportRendering({ plan, path, from: observed.name })
  } finally {
    clients.destroy()
  }
}

async function write(context: Context, plan: Plan, { outputFile }: Inputs): Promise<string> {
  const path = await writeRendering(plan, outputFile, context.host.temporaryFolder)
  context.setOutput('task-definition', path)
  return path
}

interface Told {
  readonly plan: Plan
  readonly observed: Observed
  readonly inputs: Inputs
}

/** What the user should act upon, or know, although the definition can be rendered. */
function tell(host: Context['host'], { plan, observed, inputs: { source } }: Told): void {
  const publicNames = source.kind === 'service' ? [source.cluster, source.service] : []
  for (const secret of plainSecrets(plan.definition, publicNames)) host.mask(secret)
  for (const { container, name } of secretLikeVariables(plan.definition, publicNames)) {
    host.warning(
      `${name} of ${container} stands in plain text in the task definition, for everybody to read who may describe it. Move it to secrets.`,
    )
  }
  tellFindings(host, plan.findings)
  if (plan.isUnedited && plan.findings.fatal.length === 0) {
    host.warning(
      "Nothing was put into the definition: no image, images, environment or secrets were given. If image came from another job's output, GitHub may have dropped that (it does so when the output contains a masked value, such as an account id), or its name is misspelt.",
    )
  }
  for (const { container, image } of plan.mutableImages) {
    host.warning(
      `The image of ${container} is named by a tag (${image}), which can be moved. Name it by digest, so that what is tested is what runs.`,
    )
  }
  for (const place of bakedInVariables(plan.definition)) {
    host.warning(
      `${describePlace(place)}: front ends take such a variable when they are built, and do not read it when they start. Give it to the build as a build argument.`,
    )
  }
  tellAside(host, observed)
}

/** What may be meant so. */
function tellAside(host: Context['host'], { prepared, latest }: Observed): void {
  for (const [secret, keys] of prepared.unmappedKeys) {
    host.info(`Keys of ${secret} that no container is given: ${keys.join(', ')}.`)
  }
  if (latest.kind === 'unknown') host.info(`Not compared with the latest revision: ${latest.why}`)
}
