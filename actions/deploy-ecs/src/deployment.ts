import type { ActionError } from '@deploy-actions/action-kit'
import type { AwsClients } from '@deploy-actions/aws'
import type { Registries } from '@deploy-actions/registry'
import type {
  Diagnosis,
  EcsContext,
  Evidence,
  RolloutWatcher,
  TrackedRollout,
} from '@deploy-actions/ecs'
import type { Context, Inputs } from './inputs.ts'
import type { Observed } from './observe/observe.ts'
import type { RolloutPlan } from './plan.ts'
import type { RolloutRecord } from './record.ts'

/** All that carrying out a plan needs. */
export interface Work {
  readonly context: Context
  readonly ecs: EcsContext
  readonly clients: AwsClients
  readonly registries: Registries
  readonly inputs: Inputs
  readonly observed: Observed
  readonly plan: RolloutPlan
  /** When the step began: milliseconds since the epoch. */
  readonly begunAt: number
}

/** A rollout that has begun, with what was learned of it so far. */
export interface BegunRollout {
  readonly rollout: TrackedRollout
  readonly record: RolloutRecord
  readonly watcher: RolloutWatcher
}

/** How a deployment that was begun stands at the end of the step. */
export type Deployment = { readonly rollout: TrackedRollout; readonly record: RolloutRecord } & (
  | { readonly kind: 'started' }
  | {
      readonly kind: 'succeeded'
      readonly evidence: Evidence
      readonly nothingRuns: boolean
      /** The part of the tasks that ran when ECS called it successful early; undefined where all had to. */
      readonly share: { readonly running: number; readonly desired: number } | undefined
      /** Tasks that are desired and did not run at the end: somebody scaled up, or capacity went away. */
      readonly missing: number
    }
  | {
      readonly kind: 'failed'
      readonly outcome: 'rolled-back' | 'timed-out' | 'superseded' | 'cancelled' | 'failed'
      readonly failure: ActionError
      readonly diagnosis: Diagnosis | undefined
    }
)
