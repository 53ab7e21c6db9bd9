import type { ReportOf } from '@deploy-actions/action-kit'
import { createAwsClients, isAccessDenied, type AwsClients } from '@deploy-actions/aws'
import { sameDefinition } from '@deploy-actions/ecs'
import { writeRendering } from './act.ts'
import type { contract } from './contract.ts'
import { readInputs, type Context } from './inputs.ts'
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
    for (const { container, image } of plan.mutableImages) {
      host.warning(
        `The image of ${container} is named by a tag (${image}), which can be moved. Name it by digest, so that what is tested is what runs.`,
      )
    }
    const path = await writeRendering(plan, inputs.outputFile, host.temporaryFolder)
    context.setOutput('task-definition', path)
    host.info(`Rendered ${plan.family} from ${observed.name} to ${path}`)
    return report({ plan, path, changed: await differs(context, clients, plan) })
  } finally {
    clients.destroy()
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
    if (!isAccessDenied(error)) throw error
    host.info('Not compared with the latest revision: needs ecs:DescribeTaskDefinition.')
    return undefined
  }
}
