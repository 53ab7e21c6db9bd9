import type { Problem } from '../problems.ts'
import type { JobResult, RunResult, StepResult } from '../run/results.ts'
import type { LogLine } from '../step/step-log.ts'

/** What is known of a run before it starts. */
export interface RunHeading {
  readonly name: string
  readonly file: string
  readonly event: string
  /** Job runs that may happen, a leg of a matrix each; more than one can print at the same time. */
  readonly jobCount: number
  /** What in the workflow file is accepted, and hardly meant. */
  readonly warnings: readonly Problem[]
}

/**
 * Hears, in order and as it happens, everything that a run has to tell. Secrets are hidden already.
 */
export interface RunObserver {
  runStarted(run: RunHeading): void
  jobStarted(job: string): void
  stepStarted(job: string, step: { readonly name: string; readonly uses?: string }): void
  logged(job: string, line: LogLine): void
  stepEnded(job: string, result: StepResult): void
  jobEnded(result: JobResult): void
  runEnded(result: RunResult): void
}

/** Hears everything and says nothing: for results that are read as data. */
export const silentObserver: RunObserver = {
  runStarted: () => {},
  jobStarted: () => {},
  stepStarted: () => {},
  logged: () => {},
  stepEnded: () => {},
  jobEnded: () => {},
  runEnded: () => {},
}
