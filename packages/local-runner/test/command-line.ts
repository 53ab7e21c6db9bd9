import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { RunResult } from '../src/index.ts'
import { temporaryFolder } from './run-here.ts'

const cli = resolve(import.meta.dirname, '../src/cli.ts')

export interface Ended {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs `rehearse` in a repository that holds the given files. */
export async function rehearse(
  files: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<Ended> {
  return endOf(start(await repositoryWith(files), args))
}

/** As folderWith, for what is taken for a git repository. */
export function repositoryWith(files: Readonly<Record<string, string>>): Promise<string> {
  return folderWith({ '.git/HEAD': '', ...files })
}

/** Makes a folder with the given files, by path; it is gone after the test. */
export async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder()
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return folder
}

/** Starts `rehearse` in a folder. */
export function start(
  cwd: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): ChildProcessByStdio<null, Readable, Readable> {
  const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe']
  const env = { ...process.env, ...environment }
  return spawn(process.execPath, ['--conditions=source', cli, ...args], { cwd, env, stdio })
}

export async function endOf(child: ChildProcessByStdio<null, Readable, Readable>): Promise<Ended> {
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    // The exit event carries the code first.
    once(child, 'exit') as Promise<[number]>,
  ])
  return { exitCode, stdout, stderr }
}

export function resultOf({ stdout: json, stderr }: Ended): RunResult {
  if (json === '') throw new Error(`Nothing was printed:\n${stderr}`)
  // The shape of the result is what the test goes on to assert.
  return JSON.parse(json) as RunResult
}

/** The least that a world has. */
export const world = 'region: us-east-1\naccount: "123456789012"\nstart: 2026-01-01T00:00:00Z\n'

/** A workflow with one job of the given steps, as YAML at the indentation of `steps:`. */
export const workflow = (steps: string): string =>
  `on: workflow_dispatch\njobs:\n  only:\n    runs-on: ubuntu-latest\n    steps:\n${steps.replaceAll(/^/gm, '      ')}\n`
