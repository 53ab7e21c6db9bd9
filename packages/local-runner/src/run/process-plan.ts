import type { Scope } from '../expressions/evaluate.ts'
import type { StepLog } from '../step/step-log.ts'

/** What is to be started for a task. */
export type ProcessPlan =
  | {
      readonly kind: 'node'
      readonly file: string
      readonly environment: Readonly<Record<string, string>>
    }
  | {
      readonly kind: 'bash'
      readonly script: string
      readonly options: readonly string[]
      readonly cwd: string
    }

/** What a plan is made from. */
export interface Preparation {
  readonly scope: Scope
  readonly workspace: string
  readonly log: StepLog
}
