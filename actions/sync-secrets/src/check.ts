import { count, type ReportOf } from '@deploy-actions/action-kit'
import type { contract } from './contract.ts'
import { observeHidden } from './mask.ts'
import type { Observed } from './observe.ts'
import { judgeSecrets, type Plan } from './plan.ts'
import { planOutput, report } from './report.ts'
import { findRefusal, type Step } from './step.ts'
import { tellPlan } from './tell.ts'
import type { Written } from './act/job.ts'
import { findServices } from './services/find-services.ts'

/** Verifies what is stored against the schemas. */
export async function check(step: Step): Promise<ReportOf<typeof contract>> {
  const { aws } = step
  const { observed, plan } = await judge(step)
  const written = asTheyAre(observed)
  const services = await findServices(step, { observed, written })
  const ending = { plan, written, ...(services !== undefined && { services }) }
  const failure = await findRefusal(aws, plan, observed)
  return failure === undefined
    ? report({ ...ending, outcome: 'checked', verdict: `${count(plan.length, 'secret')} checked` })
    : report({
        ...ending,
        outcome: 'failed',
        verdict: 'Secrets are not as they have to be',
        failure,
      })
}

/** Reads the secrets and holds them against their schemas. */
export async function judge(
  step: Step,
): Promise<{ readonly observed: Observed; readonly plan: Plan }> {
  const { context } = step
  const observed = await observeHidden(step)
  const plan = judgeSecrets(observed)
  context.setOutput('plan', planOutput(plan))
  tellPlan(context.host, plan)
  return { observed, plan }
}

/** The secrets that are there, of which none was written. */
export function asTheyAre({ secrets }: Observed): readonly Written[] {
  return secrets.flatMap(({ request, stored }) =>
    stored.kind === 'found'
      ? [
          {
            id: request.id,
            arn: stored.secret.arn,
            versionId: stored.current?.id,
            previousVersionId: undefined,
            isChanged: false,
          },
        ]
      : [],
  )
}
