import type { ActionError } from '@deploy-actions/action-kit'
import type { Diagnosis, Evidence, TrackedRollout } from '@deploy-actions/ecs'
import type { RolloutRecord } from './record.ts'

/** How a deployment that was begun stands at the end of the step. */
export type Deployment = { readonly rollout: TrackedRollout; readonly record: RolloutRecord } & (
  | { readonly kind: 'started' }
  | { readonly kind: 'succeeded'; readonly evidence: Evidence; readonly nothingRuns: boolean }
  | {
      readonly kind: 'failed'
      readonly outcome: 'rolled-back' | 'timed-out' | 'superseded' | 'failed'
      readonly failure: ActionError
      readonly diagnosis: Diagnosis | undefined
    }
)
