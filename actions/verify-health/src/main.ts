import { count, formatSeconds, type ReportOf } from '@deploy-actions/action-kit'
import type { ChecksResult } from '@deploy-actions/checks'
import { carryOut } from './act.ts'
import type { contract } from './contract.ts'
import { readInputs, type Context } from './inputs.ts'
import { planChecks } from './plan.ts'
import { report, reportPlan } from './report.ts'

/** Checks health until it is proven or time is over: parse, plan, act, report. */
export async function main(context: Context): Promise<ReportOf<typeof contract>> {
  const plan = planChecks(readInputs(context))
  if (plan.kind === 'show') {
    for (const line of [plan.title, ...plan.lines]) context.host.info(line)
    return reportPlan(plan)
  }
  const result = await carryOut(plan, context)
  context.host.info(closingLine(result))
  return report(result)
}

function closingLine({ healthy, checks, startedAt, endedAt }: ChecksResult): string {
  const attempts = checks.reduce((sum, check) => sum + check.attempts, 0)
  const after = `after ${formatSeconds((endedAt - startedAt) / 1000)} and ${count(attempts, 'attempt')}`
  return `${healthy ? 'Healthy' : 'Unhealthy'} ${after}.`
}
