import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, relative, resolve } from 'node:path'
import { startSimulator, WorldError, type Simulator } from '@deploy-actions/aws-simulator'
import {
  resolveActions,
  type ActionSources,
  type ResolvedAction,
} from './actions/resolve-actions.ts'
import { simulatedClock, slowDown } from './clock/simulated-clock.ts'
import type { RunObserver } from './output/observer.ts'
import { NotUnderstoodError } from './problems.ts'
import { commitOf, githubContext } from './run/github-context.ts'
import type { RunResult } from './run/results.ts'
import type { RunContext } from './run/run-context.ts'
import { runWorkflow } from './run/run-workflow.ts'
import { resolveInputs } from './workflow/dispatch-inputs.ts'
import { loadWorkflow } from './workflow/load-workflow.ts'
import type { Workflow } from './workflow/model.ts'
import { ProblemCollector } from './workflow/tokens.ts'
import { findRepository } from './workflow-repository.ts'
import { readWorldGithub, type WorldGithub } from './world-github.ts'

/** What to rehearse, and how. */
export interface RehearsalOptions {
  readonly workflowFile: string
  readonly worldFile: string
  /** Values for `workflow_dispatch`; they win over those of the world. */
  readonly inputs?: Readonly<Record<string, string>>
  readonly observer: RunObserver
  /** Cancels the run as GitHub does: SIGINT, then SIGTERM, then SIGKILL. */
  readonly cancel: AbortSignal
  /** Ends every process at once. */
  readonly kill: AbortSignal
  /** Where programs are found: PATH. */
  readonly path: string
  /** What a virtual second takes at least while everybody waits; absent: nothing. */
  readonly realMsPerSecond?: number
}

/**
 * Runs a workflow file on this machine against the AWS of a world file. What fails in the workflow
 * is in the result; throws NotUnderstoodError, before anything runs, for a workflow or world that
 * cannot be rehearsed.
 */
export async function rehearse(options: RehearsalOptions): Promise<RunResult> {
  const repository = findRepository(options.workflowFile)
  const workflow = await loadWorkflow(displayPath(options.workflowFile))
  const actions = await resolveActions(workflow, sourcesFor(repository))
  const simulator = await startWorld(options.worldFile)
  const over = new AbortController()
  const folder = await mkdtemp(join(tmpdir(), 'local-runner-'))
  try {
    const run = await prepare(options, { repository, workflow, actions, simulator, folder })
    if (options.realMsPerSecond !== undefined) {
      slowDown(simulator, options.realMsPerSecond, over.signal)
    }
    return await runWorkflow(run)
  } finally {
    over.abort()
    await simulator.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

interface Parts {
  readonly repository: string
  readonly workflow: Workflow
  readonly actions: ReadonlyMap<string, ResolvedAction>
  readonly simulator: Simulator
  readonly folder: string
}

const token = 'rehearsal-github-token'

async function prepare(options: RehearsalOptions, parts: Parts): Promise<RunContext> {
  const { repository, workflow, simulator, folder } = parts
  const world = await readWorldGithub(options.worldFile, simulator.endpoints)
  const inputs = resolveInputs(workflow, { ...world.inputs, ...options.inputs })
  const github = githubContext(
    workflow,
    {
      event: chooseEvent(workflow, world),
      repository: world.repository ?? 'org/app',
      ref: world.ref ?? 'refs/heads/main',
      sha: world.sha ?? commitOf(repository),
      actor: world.actor ?? 'rehearsal',
      token,
    },
    inputs,
  )
  return {
    workflow,
    actions: parts.actions,
    github,
    inputs: inputs.typed,
    vars: world.vars,
    secrets: { ...world.secrets, GITHUB_TOKEN: token },
    environment: await baseEnvironment({
      folder,
      repository,
      simulator,
      path: options.path,
    }),
    folder,
    clock: simulatedClock(simulator),
    observer: options.observer,
    cancel: options.cancel,
    kill: options.kill,
  }
}

/**
 * Nothing of the user's own environment, credentials and AWS settings least of all, reaches a step.
 */
async function baseEnvironment(at: {
  readonly folder: string
  readonly repository: string
  readonly simulator: Simulator
  readonly path: string
}): Promise<Readonly<Record<string, string>>> {
  const home = join(at.folder, 'home')
  await mkdir(home)
  return {
    PATH: [dirname(process.execPath), at.path].join(delimiter),
    HOME: home,
    LANG: 'C.UTF-8',
    AWS_ENDPOINT_URL: at.simulator.url,
    DEPLOY_ACTIONS_REGISTRY_MIRRORS: at.simulator.registryMirrors,
    AWS_EC2_METADATA_DISABLED: 'true',
    LOCAL_RUNNER_REPOSITORY: at.repository,
  }
}

async function startWorld(file: string): Promise<Simulator> {
  try {
    return await startSimulator({ world: { file: displayPath(file) } })
  } catch (error) {
    if (!(error instanceof WorldError)) throw error
    throw new NotUnderstoodError(
      error.problems.map(({ problem: message, line, column }) => ({
        file: displayPath(file),
        line,
        column,
        message,
      })),
    )
  }
}

function chooseEvent(workflow: Workflow, world: WorldGithub): string {
  const { events } = workflow
  const preset = events.includes('workflow_dispatch') ? 'workflow_dispatch' : (events[0] ?? '')
  const event = world.event ?? preset
  if (!events.includes(event)) {
    const collector = new ProblemCollector(workflow.file)
    const message = `The workflow does not run on '${event}', which the world asks for.`
    collector.add(workflow.onToken, `${message} It runs on: ${events.join(', ')}.`)
    throw new NotUnderstoodError(collector.problems)
  }
  return event
}

function sourcesFor(repository: string): ActionSources {
  return {
    suite: resolve(import.meta.dirname, '../../..'),
    standIns: resolve(import.meta.dirname, '../stand-ins'),
    repository,
  }
}

function displayPath(file: string): string {
  const path = relative(process.cwd(), resolve(file))
  return path.startsWith('..') ? resolve(file) : path
}
