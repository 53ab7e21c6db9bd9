import { existsSync, readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { NotUnderstoodError, type Problem } from '../problems.ts'
import type { UsesStepBody, Workflow } from '../workflow/model.ts'
import { ProblemCollector } from '../workflow/tokens.ts'
import { findManifestFile, loadManifest, type ActionManifest } from './manifest.ts'

/** Where actions are looked for; all paths are absolute. */
export interface ActionSources {
  /** The checkout of this suite: `OWNER/deploy-actions/NAME@REF` is its `actions/NAME`. */
  readonly suite: string
  /** Local stand-ins for other people's actions, as OWNER/NAME folders. */
  readonly standIns: string
  /** The repository of the workflow, for `uses: ./path`. */
  readonly repository: string
}

/** An action that a step uses, found on this machine. */
export interface ResolvedAction {
  readonly reference: string
  readonly manifest: ActionManifest
  /**
   * `./path` for an action of the repository itself, which has to be checked out before it runs.
   */
  readonly localPath?: string
}

/**
 * Finds every action that a workflow uses; throws NotUnderstoodError naming all that are not there.
 */
export async function resolveActions(
  workflow: Workflow,
  sources: ActionSources,
): Promise<ReadonlyMap<string, ResolvedAction>> {
  const found = new Map<string, ResolvedAction>()
  const collector = new ProblemCollector(workflow.file)
  const problems: Problem[] = []
  for (const body of usedActions(workflow)) {
    if (found.has(body.reference)) continue
    try {
      const action = await findAction(body.reference, sources)
      if (action === undefined) collector.add(body.referenceToken, unknownAction(body, sources))
      else found.set(body.reference, action)
    } catch (error) {
      if (!(error instanceof NotUnderstoodError)) throw error
      problems.push(...error.problems)
    }
  }
  problems.unshift(...collector.problems)
  if (problems.length > 0) throw new NotUnderstoodError(problems)
  return found
}

function usedActions(workflow: Workflow): readonly UsesStepBody[] {
  return workflow.jobs
    .flatMap((job) => job.steps)
    .map((step) => step.body)
    .filter((body) => body.kind === 'uses')
}

async function findAction(
  reference: string,
  sources: ActionSources,
): Promise<ResolvedAction | undefined> {
  const folder = folderOf(reference, sources)
  const file = folder === undefined ? undefined : await findManifestFile(folder)
  if (folder === undefined || file === undefined) return undefined
  const manifest = await loadManifest(folder, file)
  // What an action of the repository itself runs may be built by an earlier step.
  if (reference.startsWith('./')) return { reference, manifest, localPath: reference }
  refuseMissingScripts(manifest, file)
  return { reference, manifest }
}

function refuseMissingScripts({ main, pre, post }: ActionManifest, file: string): void {
  const missing = [main, pre?.file, post?.file].filter((it) => it !== undefined && !existsSync(it))
  if (missing.length === 0) return
  const collector = new ProblemCollector(relative(process.cwd(), file))
  for (const script of missing) {
    collector.add(
      undefined,
      `The file that the action runs is not there: ${script}. Build it first.`,
    )
  }
  throw new NotUnderstoodError(collector.problems)
}

function folderOf(reference: string, sources: ActionSources): string | undefined {
  if (reference.startsWith('./')) return resolve(sources.repository, reference)
  const path = reference.split('@', 1)[0] ?? ''
  const suiteAction = /^[^/]+\/deploy-actions\/(?:actions\/)?([^/]+)$/.exec(path)?.[1]
  if (suiteAction !== undefined) return join(sources.suite, 'actions', suiteAction)
  return /^[\w.-]+\/[\w.-]+$/.test(path) ? join(sources.standIns, path) : undefined
}

function unknownAction(body: UsesStepBody, sources: ActionSources): string {
  const known = [
    ...foldersIn(join(sources.suite, 'actions')).map((name) => `OWNER/deploy-actions/${name}`),
    ...foldersIn(sources.standIns).flatMap((owner) =>
      foldersIn(join(sources.standIns, owner)).map((name) => `${owner}/${name}`),
    ),
    './path of a node action',
  ]
  return (
    `'${body.reference}' cannot be rehearsed: it is no action of this suite and has no stand-in. ` +
    `Known: ${known.join(', ')}.`
  )
}

function foldersIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
}
