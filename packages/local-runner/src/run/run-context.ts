import type { ResolvedAction } from '../actions/resolve-actions.ts'
import type { RunClock } from '../clock/run-clock.ts'
import type { Scope } from '../expressions/evaluate.ts'
import type { PullRequestComment } from '../github-api/index.ts'
import type { RunObserver } from '../output/observer.ts'
import type { Workflow } from '../workflow/model.ts'

/** What a rehearsal has of a pull request. */
export interface PullRequest {
  /** The token of a job that may not write there. */
  readonly readOnlyToken: string
  /** As they stand. */
  readonly comments: readonly PullRequestComment[]
}

/** Everything that all jobs of a run share. */
export interface RunContext {
  readonly workflow: Workflow
  readonly actions: ReadonlyMap<string, ResolvedAction>
  /** The `github` context, as far as it is the same for all jobs. */
  readonly github: Readonly<Record<string, unknown>>
  readonly inputs: Readonly<Record<string, unknown>>
  readonly vars: Readonly<Record<string, string>>
  readonly secrets: Readonly<Record<string, string>>
  /** The pull request that the run is for, if it is for one. */
  readonly pullRequest?: PullRequest
  /** What every process finds in its environment before anything else is added. */
  readonly environment: Readonly<Record<string, string>>
  /** A folder of the run's own, empty at first; removed by whoever made it. */
  readonly folder: string
  readonly clock: RunClock
  readonly observer: RunObserver
  /** Cancels the run in good order. */
  readonly cancel: AbortSignal
  /** Ends every process at once. */
  readonly kill: AbortSignal
}

/** The result of a job that others need. */
export interface NeededJob {
  readonly result: string
  readonly outputs: Readonly<Record<string, string>>
}

/** What expressions at the top of a workflow file may use. */
export function runScope(run: RunContext): Scope {
  const { github, inputs, vars, secrets } = run
  return { contexts: { github, inputs, vars, secrets } }
}

/** What expressions of a job may use before it runs. */
export function jobScope(run: RunContext, needs: Readonly<Record<string, NeededJob>>): Scope {
  const nothing = { matrix: null, strategy: null }
  return { contexts: { ...runScope(run).contexts, ...nothing, needs } }
}

/** Whether debug lines are shown, as on GitHub. */
export function isDebug(run: RunContext): boolean {
  const name = 'ACTIONS_STEP_DEBUG'
  return run.secrets[name] === 'true' || run.vars[name] === 'true'
}
