import { ActionError, type ReportOf } from '@deploy-actions/action-kit'
import { createAwsClients, type AwsClients } from '@deploy-actions/aws'
import { sameDefinition, secretLikeVariables } from '@deploy-actions/ecs'
import { writeRendering } from './act.ts'
import type { contract } from './contract.ts'
import { readInputs, type Context, type Inputs, type Source } from './inputs.ts'
import { latestRevision, observe } from './observe.ts'
import { planRendering, type Plan } from './plan.ts'
import { report } from './report.ts'

/** Renders a task definition: parse, observe, plan, write, report. */
export async function main(context: Context): Promise<ReportOf<typeof contract>> {
  const { host, signal } = context
  const inputs = readInputs(context)
  const clients = createAwsClients({ action: 'render-task-def', region: inputs.region })
  try {
    const observed = await observe(inputs.source, clients, signal)
    const plan = planRendering(inputs, observed)
    warn(host, plan, inputs.source)
    const path = inputs.dryRun ? undefined : await write(context, plan, inputs)
    host.info(`Rendered ${plan.family} from ${observed.name}${path ? ` to ${path}` : ''}`)
    return report({
      plan,
      path,
      from: observed.name,
      changed: await differs(context, clients, plan),
    })
  } finally {
    clients.destroy()
  }
}

async function write(context: Context, plan: Plan, { outputFile }: Inputs): Promise<string> {
  const path = await writeRendering(plan, outputFile, context.host.temporaryFolder)
  context.setOutput('task-definition', path)
  return path
}

/** What the user should act upon although the definition is valid. */
function warn(host: Context['host'], plan: Plan, source: Source): void {
  const publicNames = source.kind === 'service' ? [source.cluster, source.service] : []
  for (const { container, name, secrets } of secretLikeVariables(plan.definition, publicNames)) {
    for (const secret of secrets) host.mask(secret)
    host.warning(
      `${name} of ${container} stands in plain text in the task definition, for everybody to read who may describe it. Move it to secrets.`,
    )
  }
  if (plan.isUnedited) {
    host.warning(
      "Nothing was put into the definition: no image, images, environment or secrets were given. If image came from another job's output, GitHub may have dropped that (it does so when the output contains a masked value, such as an account id), or its name is misspelt.",
    )
  }
  for (const { container, image } of plan.mutableImages) {
    host.warning(
      `The image of ${container} is named by a tag (${image}), which can be moved. Name it by digest, so that what is tested is what runs.`,
    )
  }
}

/** Whether the latest revision is another; undefined, with a word in the log, where nobody may look. */
async function differs(
  { host, signal }: Context,
  clients: AwsClients,
  { definition, family }: Plan,
): Promise<boolean | undefined> {
  try {
    const latest = await latestRevision({ ecs: clients.ecs(), signal }, family)
    return latest === undefined || !sameDefinition(latest, definition)
  } catch (error) {
    const mayNot =
      error instanceof ActionError && (error.code === 'access-denied' || error.code === 'input')
    if (!mayNot) throw error
    host.info(`Not compared with the latest revision: ${error.message}`)
    return undefined
  }
}
