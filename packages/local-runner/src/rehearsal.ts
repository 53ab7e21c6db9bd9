import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Simulator } from '@deploy-actions/aws-simulator'
import {
  resolveActions,
  type ActionSources,
  type ResolvedAction,
} from './actions/resolve-actions.ts'
import { baseEnvironment } from './base-environment.ts'
import { simulatedClock, slowDown } from './clock/simulated-clock.ts'
import { startCommentsServer, type CommentsServer } from './github-api/index.ts'
import type { RunObserver } from './output/observer.ts'
import { NotUnderstoodError } from './problems.ts'
import { displayPath, RehearsedWorld } from './rehearsed-world.ts'
import { commitOf, githubContext } from './run/github-context.ts'
import { pullRequestOf } from './run/pull-request.ts'
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
export async function rehearse({
  worldFile,
  ...options
}: RehearsalOptions & { readonly worldFile: string }): Promise<RunResult> {
  const understood = await understand(options.workflowFile)
  await using world = await RehearsedWorld.open(worldFile)
  return await runIn(world, understood, options)
}

/** As `rehearse`, in a world in which other workflows have run, or will run afterwards. */
export async function rehearseIn(
  world: RehearsedWorld,
  options: RehearsalOptions,
): Promise<RunResult> {
  return runIn(world, await understand(options.workflowFile), options)
}

/** A workflow with all that it uses. */
interface Understood {
  readonly repository: string
  readonly workflow: Workflow
  readonly actions: ReadonlyMap<string, ResolvedAction>
}

async function understand(workflowFile: string): Promise<Understood> {
  const repository = findRepository(workflowFile)
  const workflow = await loadWorkflow(displayPath(workflowFile))
  return { repository, workflow, actions: await resolveActions(workflow, sourcesFor(repository)) }
}

async function runIn(
  rehearsed: RehearsedWorld,
  understood: Understood,
  options: RehearsalOptions,
): Promise<RunResult> {
  const { file, simulator } = rehearsed
  const over = new AbortController()
  const folder = await mkdtemp(join(tmpdir(), 'local-runner-'))
  try {
    const world = await readWorldGithub(file, simulator.endpoints)
    await using comments = await startComments(world)
    const parts = {
      ...understood,
      simulator,
      folder,
      world,
      comments,
      runNumber: rehearsed.countRun(),
    }
    const run = await prepare(options, parts)
    if (options.realMsPerSecond !== undefined) {
      slowDown(simulator, options.realMsPerSecond, over.signal)
    }
    return await runWorkflow(run)
  } finally {
    over.abort()
    await rm(folder, { recursive: true, force: true })
  }
}

interface Parts extends Understood {
  readonly simulator: Simulator
  readonly runNumber: number
  readonly folder: string
  readonly world: WorldGithub
  readonly comments: CommentsServer | undefined
}

const token = 'rehearsal-github-token'
const readOnlyToken = 'rehearsal-read-only-token'

async function prepare(options: RehearsalOptions, parts: Parts): Promise<RunContext> {
  const { repository, workflow, simulator, folder, world, comments, runNumber } = parts
  const inputs = resolveInputs(workflow, { ...world.inputs, ...options.inputs })
  const github = githubContext(
    workflow,
    {
      event: chooseEvent(workflow, world),
      repository: repositoryOf(world),
      ref: world.ref ?? 'refs/heads/main',
      sha: world.sha ?? commitOf(repository),
      actor: world.actor ?? 'rehearsal',
      token,
      runNumber,
      apiUrl: comments?.url,
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
    ...(comments && { pullRequest: { readOnlyToken, comments: comments.comments } }),
    environment: await baseEnvironment({
      folder,
      repository,
      simulator,
      path: options.path,
      files: world.files,
    }),
    folder,
    clock: simulatedClock(simulator),
    observer: options.observer,
    cancel: options.cancel,
    kill: options.kill,
  }
}

/** What answers in the place of GitHub's API, for a run that belongs to a pull request. */
async function startComments(world: WorldGithub): Promise<CommentsServer | undefined> {
  const number = pullRequestOf(world.ref ?? '')
  if (number === undefined) return undefined
  return startCommentsServer({ repository: repositoryOf(world), number, token, readOnlyToken })
}

function repositoryOf({ repository = 'org/app' }: WorldGithub): string {
  return repository
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
