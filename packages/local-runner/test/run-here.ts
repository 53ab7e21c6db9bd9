import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import { resolveActions } from '../src/actions/resolve-actions.ts'
import { realClock } from '../src/clock/run-clock.ts'
import { TextOutput } from '../src/output/text-output.ts'
import { NotUnderstoodError, type Problem } from '../src/problems.ts'
import { githubContext } from '../src/run/github-context.ts'
import type { JobResult, RunResult, StepResult } from '../src/run/results.ts'
import { runWorkflow } from '../src/run/run-workflow.ts'
import { resolveInputs } from '../src/workflow/dispatch-inputs.ts'
import { parseWorkflowText } from '../src/workflow/load-workflow.ts'

export interface Situation {
  /** Files of the repository besides the workflow, by path. */
  readonly files?: Readonly<Record<string, string>>
  readonly inputs?: Readonly<Record<string, string>>
  readonly vars?: Readonly<Record<string, string>>
  readonly secrets?: Readonly<Record<string, string>>
  readonly event?: string
  /** What `permissions:` of a job made by runSteps says. */
  readonly permissions?: string
  readonly cancel?: AbortSignal
  /** Hears what is printed, as it is printed. */
  readonly onText?: (text: string) => void
}

export interface Outcome extends RunResult {
  /** All that was printed. */
  readonly text: string
}

/** Runs a workflow in real time, with a repository of its own and without AWS. */
export async function runHere(content: string, situation: Situation = {}): Promise<Outcome> {
  const repository = await makeRepository(situation.files ?? {})
  const folder = await temporaryFolder()
  const workflow = await parseWorkflowText({ file: 'workflow.yml', content })
  const actions = await resolveActions(workflow, {
    suite: repository,
    standIns: resolve(import.meta.dirname, '../stand-ins'),
    repository,
  })
  const inputs = resolveInputs(workflow, situation.inputs ?? {})
  const facts = { repository: 'org/app', ref: 'refs/heads/main', sha: 'a'.repeat(40) }
  const event = situation.event ?? workflow.events[0] ?? ''
  const printed: string[] = []
  const write = (text: string): void => {
    printed.push(text)
    situation.onText?.(text)
  }
  const result = await runWorkflow({
    workflow,
    actions,
    github: githubContext(
      workflow,
      { ...facts, event, actor: 'someone', token: 'a-token' },
      inputs,
    ),
    inputs: inputs.typed,
    vars: situation.vars ?? {},
    secrets: situation.secrets ?? {},
    environment: { PATH: process.env['PATH'] ?? '', LOCAL_RUNNER_REPOSITORY: repository },
    folder,
    clock: realClock,
    observer: new TextOutput({ write, colour: false }),
    cancel: situation.cancel ?? new AbortController().signal,
    kill: new AbortController().signal,
  })
  return { ...result, text: printed.join('') }
}

/** Runs the steps of one job, given as YAML at the indentation of `steps:`. */
export async function runSteps(
  steps: string,
  situation: Situation = {},
): Promise<JobResult & { text: string }> {
  const indented = steps.replaceAll(/^/gm, '      ')
  const run = await runHere(
    `on: push\njobs:\n  only:\n    runs-on: ubuntu-latest\n    permissions: { ${situation.permissions ?? ''} }\n    steps:\n${indented}\n`,
    situation,
  )
  return { ...jobOf(run, 'only'), text: run.text }
}

/** The problems for which a workflow is refused, as `line:column message`. */
export async function refusals(
  content: string,
  situation: Situation = {},
): Promise<readonly string[]> {
  try {
    await runHere(content, situation)
    return []
  } catch (error) {
    if (!(error instanceof NotUnderstoodError)) throw error
    return error.problems.map(
      ({ line, column, message }: Problem) => `${line}:${column} ${message}`,
    )
  }
}

export function jobOf(run: RunResult, name: string): JobResult {
  const job = run.jobs.find((it) => it.name === name)
  if (job === undefined) throw new Error(`No job '${name}' in ${JSON.stringify(run.jobs)}`)
  return job
}

export function stepOf(job: JobResult, id: string): StepResult {
  const step = job.steps.find((it) => it.id === id || it.name === id)
  if (step === undefined) throw new Error(`No step '${id}' in ${JSON.stringify(job.steps)}`)
  return step
}

/** The files of a node action in the repository, under `actions/NAME` as in this suite. */
export function nodeAction(
  name: string,
  parts: { yaml?: string; main: string },
): Record<string, string> {
  const runs =
    parts.yaml?.includes('runs:') === true ? '' : 'runs:\n  using: node24\n  main: index.mjs\n'
  return {
    [`actions/${name}/action.yml`]: `name: ${name}\ndescription: ${name}\n${parts.yaml ?? ''}\n${runs}`,
    [`actions/${name}/index.mjs`]: parts.main,
  }
}

async function makeRepository(files: Readonly<Record<string, string>>): Promise<string> {
  const repository = await temporaryFolder()
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(repository, path)), { recursive: true })
    await writeFile(join(repository, path), content)
  }
  return repository
}

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'local-runner-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
