import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { World } from '@deploy-actions/aws-simulator'
import { runInWorld, type WorldRun } from '../../../test/support/run-in-world.ts'
import { contract } from '../src/contract.ts'
import { main } from '../src/main.ts'

/** What tests need to know of a definition: they never look at more. */
export interface RenderedDefinition {
  readonly family?: string
  readonly taskRoleArn?: string
  readonly runtimePlatform?: object
  readonly containerDefinitions: readonly {
    readonly name: string
    readonly image?: string
    readonly environment?: readonly { readonly name: string; readonly value: string }[]
    readonly secrets?: readonly { readonly name: string; readonly valueFrom: string }[]
  }[]
}

/** Renders a definition that is written to a file of its own, in a world. */
export async function renderIn(
  world: World,
  definition: object,
  inputs: Readonly<Record<string, string>> = {},
): Promise<WorldRun> {
  const folder = await mkdtemp(join(tmpdir(), 'render-task-def-'))
  const path = join(folder, 'task.json')
  await writeFile(path, JSON.stringify(definition))
  const files = { 'task-definition': path, 'output-file': join(folder, 'rendered.json') }
  return runInWorld({ contract, main }, world, { inputs: { ...files, ...inputs } })
}

/** What a run has rendered. */
export async function readRendered(run: WorldRun): Promise<RenderedDefinition> {
  const text = await readFile(run.outputs['task-definition'] ?? '', 'utf8')
  return JSON.parse(text) as RenderedDefinition
}

/** The error of a run that was refused; fails for one that was not. */
export function refusal(run: WorldRun): string {
  const [error] = run.errors
  if (run.exitCode === 0 || error === undefined) throw new Error(`Not refused: ${run.everything}`)
  return `${error.title}: ${error.message}`
}
