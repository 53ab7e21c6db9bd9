import type { Problem } from '../problems.ts'
import type { TemplateToken } from './tokens.ts'

/** A scalar, list or mapping that may hold expressions; evaluated when its time comes. */
export type Template = TemplateToken

/** A condition: an expression without markers, which always calls a status function. */
export interface Condition {
  readonly expression: string
  readonly token: Template | undefined
}

/** What `defaults.run` sets. */
export interface RunDefaults {
  readonly shell?: Template
  readonly workingDirectory?: Template
}

/** One input of `workflow_dispatch`. */
export interface DispatchInput {
  readonly name: string
  readonly type: 'string' | 'boolean' | 'number' | 'choice' | 'environment'
  readonly required: boolean
  readonly default?: string
  readonly options: readonly string[]
  readonly token: Template
}

export interface RunStepBody {
  readonly kind: 'run'
  readonly script: Template
  readonly shell?: Template
  readonly workingDirectory?: Template
}

export interface UsesStepBody {
  readonly kind: 'uses'
  readonly reference: string
  readonly referenceToken: Template
  readonly with?: Template
}

export interface Step {
  readonly id?: string
  readonly name?: Template
  readonly condition: Condition
  readonly env?: Template
  readonly continueOnError?: Template
  readonly timeoutMinutes?: Template
  readonly token: Template
  readonly body: RunStepBody | UsesStepBody
}

export interface Job {
  readonly id: string
  readonly name?: Template
  readonly needs: readonly string[]
  readonly condition: Condition
  readonly env?: Template
  readonly outputs?: Template
  readonly environment?: Template
  readonly strategy?: Template
  readonly timeoutMinutes?: Template
  readonly permissions?: Template
  readonly runDefaults: RunDefaults
  readonly steps: readonly Step[]
}

/** A workflow file, read and found to lie within the documented subset. */
export interface Workflow {
  /** The path as the user gave it. */
  readonly file: string
  readonly name: string
  readonly runName?: Template
  readonly events: readonly string[]
  readonly dispatchInputs: readonly DispatchInput[]
  readonly onToken: Template
  readonly env?: Template
  readonly permissions?: Template
  readonly runDefaults: RunDefaults
  readonly jobs: readonly Job[]
  /** What GitHub accepts without a word, and is hardly meant. */
  readonly warnings: readonly Problem[]
}
