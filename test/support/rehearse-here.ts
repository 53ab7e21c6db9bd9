import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { World } from '@deploy-actions/aws-simulator'
import { rehearse, TextOutput, type RunResult, type StepResult } from '@deploy-actions/local-runner'
import { onTestFinished } from 'vitest'
import { stringify } from 'yaml'

/** What GitHub knows in a rehearsal; see WORLD.md. */
export interface GithubOfWorld {
  readonly repository?: string
  readonly sha?: string
  readonly files?: Readonly<Record<string, string>>
  readonly secrets?: Readonly<Record<string, string>>
  readonly vars?: Readonly<Record<string, string>>
  readonly inputs?: Readonly<Record<string, string>>
}

/** A rehearsed run, and all that was printed of it. */
export interface RehearsedRun extends RunResult {
  readonly text: string
}

/** Rehearses a workflow in a world; `onText` hears what is printed, and may cancel. */
export async function rehearseHere(
  workflowFile: string,
  world: World & { readonly github?: GithubOfWorld },
  options: { readonly cancel?: AbortSignal; readonly onText?: (text: string) => void } = {},
): Promise<RehearsedRun> {
  const worldFile = join(folderWith({ 'world.yml': stringify(world) }), 'world.yml')
  const printed: string[] = []
  const write = (text: string): void => {
    printed.push(text)
    options.onText?.(text)
  }
  const run = await rehearse({
    workflowFile,
    worldFile,
    observer: new TextOutput({ write, colour: false }),
    cancel: options.cancel ?? new AbortController().signal,
    kill: new AbortController().signal,
    path: process.env['PATH'] ?? '',
  })
  return { ...run, text: printed.join('') }
}

/** A folder with these files, by path; it is gone after the test. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'rehearsal-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** The step of this id or name in the first job; throws where there is none. */
export function stepOf(run: RunResult, name: string): StepResult {
  const step = run.jobs[0]?.steps.find((one) => one.id === name || one.name === name)
  if (step === undefined) throw new Error(`No step '${name}' in ${JSON.stringify(run)}`)
  return step
}
