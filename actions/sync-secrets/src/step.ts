import type { ActionError } from '@deploy-actions/action-kit'
import type { LookupContext } from '@deploy-actions/aws'
import type { Context, Inputs } from './inputs.ts'
import type { Observed } from './observe.ts'
import type { Plan } from './plan.ts'
import { refusalOf } from './refusal.ts'
import { conflictError, missingVersionError } from './store/conflict.ts'
import { currentVersionId } from './store/stored.ts'

/** A run of this action: its inputs, and what it works with. */
export interface Step {
  readonly context: Context
  readonly inputs: Inputs
  readonly aws: LookupContext
}

/** Why a plan may not be carried out; another writer comes first, since what it wrote may be why. */
export async function findRefusal(
  aws: LookupContext,
  plan: Plan,
  { secrets }: Observed,
): Promise<ActionError | undefined> {
  const overtaken = plan.findIndex(({ isOvertaken }) => isOvertaken)
  const secret = secrets[overtaken]
  if (secret === undefined) return refusalOf(plan)
  const { request, stored } = secret
  const { id, expectedVersion = '' } = request
  if (stored.kind === 'missing') return missingVersionError(id, expectedVersion)
  return conflictError(aws, {
    id,
    arn: stored.secret.arn,
    versionId: currentVersionId(stored),
    expected: expectedVersion === 'none' ? undefined : expectedVersion,
  })
}
