import { inGroup } from '@deploy-actions/action-kit'
import { runChecks, type ChecksResult } from '@deploy-actions/checks'
import type { Context } from './inputs.ts'
import type { Plan } from './plan.ts'

/** Runs the checks until there is a verdict. */
export function carryOut(plan: Plan, { host, signal }: Context): Promise<ChecksResult> {
  return inGroup(host, plan.title, () => {
    for (const line of plan.lines) host.info(line)
    return runChecks(plan.checks, { schedule: plan.schedule, signal, log: host })
  })
}
