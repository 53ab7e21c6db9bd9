import type { ReportOf } from '@deploy-actions/action-kit'
import { createAwsClients } from '@deploy-actions/aws'
import { containersOf, tellFindings } from '@deploy-actions/ecs'
import { runTask } from './act.ts'
import type { contract } from './contract.ts'
import { explainEnd } from './failures.ts'
import { readInputs, type Context, type Inputs } from './inputs.ts'
import { maskSecrets } from './mask-secrets.ts'
import { observe, type Observed } from './observe.ts'
import { overridesOf } from './overrides.ts'
import { describePlan, planTask } from './plan.ts'
import { reportPlan, reportRefusal, reportTask } from './report.ts'

/** Runs a one-off task to its end: parse, observe, plan, act, report. */
export async function main(context: Context): Promise<ReportOf<typeof contract>> {
  const { host, signal } = context
  const inputs = readInputs(context)
  const clients = createAwsClients({ action: 'run-migrations-task', region: inputs.region })
  try {
    const observed = await observe(context, inputs, clients)
    maskPlanned(context, observed, inputs)
    const plan = planTask(inputs, observed, host.run)
    tellFindings(host, plan.findings)
    if (plan.kind === 'refused') return reportRefusal(plan)
    if (namesNothingNew(inputs)) {
      host.warning(
        `No image is given, so the task runs what ${inputs.service} runs already. Give image, the very one that is deployed next, where that was not meant.`,
      )
    }
    host.info(describePlan(plan))
    if (inputs.dryRun) return reportPlan(plan)
    const work = { context, ecs: { ecs: clients.ecs(), signal }, clients, inputs, plan }
    const end = await runTask(work)
    return reportTask(plan, end, await explainEnd(work, end))
  } finally {
    clients.destroy()
  }
}

/** An output of another job that GitHub drops leaves `image` empty. */
function namesNothingNew({ image, images, taskDefinition }: Inputs): boolean {
  return image === undefined && images === undefined && taskDefinition === undefined
}

/** What the containers write may well quote their environment, and their command, which is shown as well. */
function maskPlanned({ host }: Context, { prepared }: Observed, inputs: Inputs): void {
  const { definition } = prepared
  // Which container they are for is not decided yet.
  const containerOverrides = containersOf(definition).flatMap(
    ({ name = '' }) => overridesOf(inputs, name)?.containerOverrides ?? [],
  )
  maskSecrets(host, { definition, overrides: { containerOverrides }, inputs })
}
