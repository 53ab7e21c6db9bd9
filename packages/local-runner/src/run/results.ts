import type { Problem } from '../problems.ts'
import type { PullRequestComment } from '../github-api/index.ts'
import type { Annotation } from '../step/step-log.ts'

/** How a step or a job ended, in GitHub's words. */
export type Result = 'success' | 'failure' | 'cancelled' | 'skipped'

export interface StepResult {
  /** The id that the workflow gives the step. */
  readonly id?: string
  readonly name: string
  /** The action that the step uses, as it is written. */
  readonly uses?: string
  /** Before continue-on-error is applied. */
  readonly outcome: Result
  /** After continue-on-error is applied. */
  readonly conclusion: Result
  readonly outputs: Readonly<Record<string, string>>
  readonly annotations: readonly Annotation[]
  /** Markdown. */
  readonly summary: string
  /** In the run's time. */
  readonly durationSeconds: number
  readonly log: string
}

export interface JobResult {
  readonly id: string
  readonly name: string
  readonly matrix?: Readonly<Record<string, unknown>>
  readonly result: Result
  readonly outputs: Readonly<Record<string, string>>
  readonly environmentUrl?: string
  readonly steps: readonly StepResult[]
  readonly durationSeconds: number
}

export interface RunResult {
  readonly workflow: string
  readonly conclusion: 'success' | 'failure' | 'cancelled'
  /** What in the workflow file is accepted, and hardly meant. */
  readonly warnings: readonly Problem[]
  readonly jobs: readonly JobResult[]
  /** On the pull request of the run, as everybody can read them. */
  readonly comments: readonly PullRequestComment[]
  readonly durationSeconds: number
}
