import type { Seat } from '../clock/seat.ts'
import type { Scope } from '../expressions/evaluate.ts'
import type { Job } from '../workflow/model.ts'
import type { MatrixLeg, Strategy } from './matrix.ts'
import { mayWrite } from './permissions.ts'
import { isDebug, jobScope, type NeededJob, type RunContext } from './run-context.ts'

/** One run of a job: the whole job, or one leg of its matrix. */
export interface JobLeg {
  readonly job: Job
  readonly name: string
  readonly leg: MatrixLeg | undefined
  readonly index: number
  readonly strategy: Strategy
  readonly needs: Readonly<Record<string, NeededJob>>
  readonly seat: Seat
  /** Cancels this leg only: fail-fast, or the whole run. */
  readonly cancel: AbortSignal
}

/** The folders of one job; absolute paths. */
export interface Folders {
  readonly workspace: string
  readonly temp: string
  readonly toolCache: string
}

/** What expressions of a job may use while it runs, apart from what its steps add. */
export function legScope(run: RunContext, leg: JobLeg, folders: Folders): Scope {
  const { strategy } = leg
  const github = legGithub(run, leg, folders)
  return {
    contexts: {
      ...jobScope(run, leg.needs).contexts,
      ...(run.pullRequest && { secrets: { ...run.secrets, GITHUB_TOKEN: github['token'] } }),
      github,
      matrix: leg.leg ?? null,
      strategy: {
        'fail-fast': strategy.failFast,
        'job-index': leg.index,
        'job-total': strategy.legs.length,
        'max-parallel': strategy.maxParallel,
      },
    },
  }
}

/** The `github` context of a job. */
export function legGithub(
  run: RunContext,
  leg: JobLeg,
  folders: Folders,
): Readonly<Record<string, unknown>> {
  const { pullRequest, workflow } = run
  const { permissions = workflow.permissions, id: job } = leg.job
  const isReadOnly = pullRequest !== undefined && !mayWrite(permissions, 'pull-requests')
  return {
    ...run.github,
    ...(isReadOnly && { token: pullRequest.readOnlyToken }),
    job,
    workspace: folders.workspace,
  }
}

/** The `runner` context of a job. */
export function runnerContext(run: RunContext, folders: Folders): Readonly<Record<string, string>> {
  return {
    name: 'local-runner',
    os: 'Linux',
    arch: process.arch === 'arm64' ? 'ARM64' : 'X64',
    environment: 'github-hosted',
    temp: folders.temp,
    tool_cache: folders.toolCache,
    ...(isDebug(run) && { debug: '1' }),
  }
}

/** The RUNNER_* variables that a step finds, from the `runner` context. */
export function runnerVariables(
  runner: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const entries = Object.entries(runner)
  return Object.fromEntries(entries.map(([key, value]) => [`RUNNER_${key.toUpperCase()}`, value]))
}
