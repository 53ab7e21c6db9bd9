import { inGroup } from '@deploy-actions/action-kit'
import { runChecks, type ChecksResult } from '@deploy-actions/checks'
import { openCloud } from './cloud.ts'
import type { Context } from './inputs.ts'
import type { Plan } from './plan.ts'

/** Runs the checks until there is a verdict. */
export async function carryOut(plan: Plan, context: Context): Promise<ChecksResult> {
  const { host, signal } = context
  const cloud = openCloud(context, plan.region)
  try {
    return await inGroup(host, plan.title, () => {
      for (const line of plan.lines) host.info(line)
      return runChecks(plan.checks, { ...cloud, schedule: plan.schedule, signal, log: host })
    })
  } finally {
    await cloud.close()
  }
}
