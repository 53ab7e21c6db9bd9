import type { AwsClients } from '@deploy-actions/aws'
import type { EcsContext } from '@deploy-actions/ecs'
import type { Context, Inputs } from './inputs.ts'
import type { RunPlan } from './plan.ts'

/** All that carrying out a plan needs. */
export interface Work {
  readonly context: Context
  readonly ecs: EcsContext
  readonly clients: AwsClients
  readonly inputs: Inputs
  readonly plan: RunPlan
}
