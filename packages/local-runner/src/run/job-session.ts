import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { evaluateMinutes, evaluateTexts, type Scope } from '../expressions/evaluate.ts'
import type { Status } from '../expressions/status-functions.ts'
import { Masks } from '../step/masks.ts'
import { endGroup } from '../step/process.ts'
import { githubVariables } from './github-context.ts'
import { idTokenVariables } from './id-token.ts'
import {
  legGithub,
  legScope,
  runnerContext,
  runnerVariables,
  type Folders,
  type JobLeg,
} from './job-leg.ts'
import type { Result } from './results.ts'
import { runScope, type RunContext } from './run-context.ts'

const defaultTimeoutMinutes = 360

/** What changes while a job runs, and what its steps see of it. */
export class JobSession {
  readonly run: RunContext
  readonly leg: JobLeg
  readonly masks: Masks
  readonly folders: Folders
  readonly #timedOut = new AbortController()
  readonly #environment: Record<string, string> = {}
  readonly #paths: string[] = []
  readonly #steps: Record<string, unknown> = {}
  readonly #groups: (number | undefined)[] = []
  readonly timeoutMinutes: number
  readonly #startedAt: number
  #failed = false

  private constructor(run: RunContext, leg: JobLeg, folders: Folders) {
    this.run = run
    this.leg = leg
    this.folders = folders
    const { readOnlyToken } = run.pullRequest ?? {}
    this.masks = new Masks([
      ...Object.values(run.secrets),
      ...(readOnlyToken ? [readOnlyToken] : []),
    ])
    this.#startedAt = run.clock.now()
    const scope = legScope(run, leg, folders)
    this.timeoutMinutes = evaluateMinutes(leg.job.timeoutMinutes, scope) ?? defaultTimeoutMinutes
    Object.assign(this.#environment, evaluateTexts(run.workflow.env, runScope(run)))
    Object.assign(this.#environment, evaluateTexts(leg.job.env, scope))
  }

  /** Makes the job's folders; throws TemplateError when its env or timeout cannot be evaluated. */
  static async open(run: RunContext, leg: JobLeg): Promise<JobSession> {
    const folder = await mkdtemp(join(run.folder, 'job-'))
    const name = basename(String(run.github['repository']))
    const folders = {
      workspace: join(folder, 'work', name, name),
      temp: join(folder, 'temp'),
      toolCache: join(folder, 'tools'),
    }
    for (const path of Object.values(folders)) await mkdir(path, { recursive: true })
    await writeFile(join(folders.temp, 'event.json'), JSON.stringify(run.github['event']))
    return new JobSession(run, leg, folders)
  }

  /** Fires when the job has to end: cancelled, or out of time. */
  get cancel(): AbortSignal {
    return AbortSignal.any([this.leg.cancel, this.#timedOut.signal])
  }

  get result(): Exclude<Result, 'skipped'> {
    if (this.cancel.aborted) return 'cancelled'
    return this.#failed ? 'failure' : 'success'
  }

  get status(): Status {
    const { result } = this
    return {
      success: result === 'success',
      failure: result === 'failure',
      cancelled: result === 'cancelled',
    }
  }

  /** How much of the job's time is left, in milliseconds of the run's time. */
  get remainingMs(): number {
    return this.#startedAt + this.timeoutMinutes * 60_000 - this.run.clock.now()
  }

  fail(): void {
    this.#failed = true
  }

  timeOut(): void {
    this.#timedOut.abort()
  }

  recordStep(id: string, step: { outputs: object; outcome: Result; conclusion: Result }): void {
    this.#steps[id] = step
  }

  /**
   * Takes over what a step left for the steps after it. Variables of GitHub's own stay as they are;
   * the names of those that GitHub refuses are returned.
   */
  adopt(left: {
    readonly environment: Readonly<Record<string, string>>
    readonly paths: readonly string[]
  }): readonly string[] {
    this.#paths.unshift(...left.paths.toReversed())
    const { NODE_OPTIONS: refused, ...environment } = left.environment
    for (const [name, value] of Object.entries(environment)) {
      if (!/^(GITHUB|RUNNER)_/i.test(name)) this.#environment[name] = value
    }
    return refused === undefined ? [] : ['NODE_OPTIONS']
  }

  /** Remembers a process group, in which a step may have left something running. */
  keepGroup(group: number | undefined): void {
    this.#groups.push(group)
  }

  endBackgroundProcesses(): void {
    this.#groups.forEach(endGroup)
  }

  /** What expressions of a step may use. */
  scope(stepEnvironment: Readonly<Record<string, string>> = {}): Scope {
    const { contexts } = legScope(this.run, this.leg, this.folders)
    return {
      contexts: {
        ...contexts,
        env: { ...this.#environment, ...stepEnvironment },
        job: { status: this.result },
        runner: runnerContext(this.run, this.folders),
        steps: this.#steps,
      },
    }
  }

  /** The environment of a step's process, without what belongs to its own files and inputs. */
  processEnvironment(
    stepEnvironment: Readonly<Record<string, string>>,
    github: Readonly<Record<string, unknown>>,
  ): Readonly<Record<string, string>> {
    const { PATH = '', ...base } = this.run.environment
    const own = { ...base, ...this.#environment, ...stepEnvironment }
    const path = [...this.#paths, own['PATH'] ?? PATH].join(':')
    return {
      ...own,
      PATH: path,
      CI: own['CI'] ?? 'true',
      GITHUB_ACTIONS: 'true',
      ...githubVariables({ ...legGithub(this.run, this.leg, this.folders), ...github }),
      GITHUB_EVENT_PATH: join(this.folders.temp, 'event.json'),
      ...runnerVariables(runnerContext(this.run, this.folders)),
      ...idTokenVariables(this.leg.job.permissions ?? this.run.workflow.permissions),
    }
  }
}
