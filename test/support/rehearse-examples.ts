import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Simulator, World } from '@deploy-actions/aws-simulator'
import {
  RehearsedWorld,
  rehearseIn,
  TextOutput,
  type RunResult,
  type StepResult,
} from '@deploy-actions/local-runner'
import { parse, stringify } from 'yaml'
import { repositoryRoot } from '../../scripts/repository.ts'
import { folderWith, type GithubOfWorld, type RehearsedRun } from './rehearse-here.ts'

/** A world file. */
export type RehearsalWorld = World & { readonly github?: GithubOfWorld }

/** What differs from one run to the next. */
export interface RunOptions {
  readonly inputs?: Readonly<Record<string, string>>
  /** In place of what the world says of GitHub. */
  readonly github?: GithubOfWorld
}

/** Where examples run, one after the other. */
export interface Scene {
  /** Runs `workflows-examples/SYSTEM/NAME.yml`, or a workflow of the test's own. */
  readonly run: (
    workflow: string | { readonly text: string },
    options?: RunOptions,
  ) => Promise<RehearsedRun>
  readonly simulator: Simulator
}

/** A world of `test/e2e/worlds/`. */
export function worldOf(name: string): RehearsalWorld {
  const text = readFileSync(join(repositoryRoot, `test/e2e/worlds/${name}.yml`), 'utf8')
  return parse(text, { merge: true }) as RehearsalWorld // the simulator checks it
}

/** Lets examples of a system run in one world, each in what those before it have left. */
export async function inWorldOf(
  system: string,
  world: RehearsalWorld,
  work: (scene: Scene) => Promise<void>,
): Promise<void> {
  const folder = folderWith({ 'world.yml': stringify(world) })
  const worldFile = join(folder, 'world.yml')
  await using opened = await RehearsedWorld.open(worldFile)
  await work({
    simulator: opened.simulator,
    run: async (workflow, { inputs, github } = {}) => {
      // Read again for each run.
      writeFileSync(worldFile, stringify({ ...world, github: { ...world.github, ...github } }))
      const printed: string[] = []
      const result = await rehearseIn(opened, {
        workflowFile: install(system, workflow, join(folder, 'repository')),
        ...(inputs && { inputs }),
        observer: new TextOutput({ write: (text) => void printed.push(text), colour: false }),
        cancel: new AbortController().signal,
        kill: new AbortController().signal,
        path: process.env['PATH'] ?? '',
      })
      return { ...result, text: printed.join('') }
    },
  })
}

/** Puts a workflow where a user has it, and what it names beside it. */
function install(
  system: string,
  workflow: string | { readonly text: string },
  repository: string,
): string {
  const examples = `workflows-examples/${system}`
  cpSync(join(repositoryRoot, examples), join(repository, examples), { recursive: true })
  const file = join(repository, '.github/workflows/workflow.yml')
  mkdirSync(join(repository, '.github/workflows'), { recursive: true })
  const text =
    typeof workflow === 'string'
      ? readFileSync(join(repository, examples, `${workflow}.yml`), 'utf8')
      : workflow.text
  writeFileSync(file, text)
  return file
}

/** Every step of a run with this id, of all jobs and legs. */
export function stepsOf(run: RunResult, id: string): readonly StepResult[] {
  return run.jobs.flatMap(({ steps }) => steps).filter((step) => step.id === id)
}

/** The one step with this id; throws where there is none, or more. */
export function onlyStep(run: RunResult, id: string): StepResult {
  const [step, ...more] = stepsOf(run, id)
  if (step === undefined || more.length > 0) throw new Error(`Not one step ${id} in the run.`)
  return step
}

/** The steps that did not succeed, with what they said. */
export function failuresIn(run: RunResult): readonly string[] {
  return run.jobs
    .flatMap(({ steps }) => steps)
    .filter(({ conclusion }) => conclusion === 'failure')
    .map(({ name, log }) => `${name}: ${log}`)
}
