import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadContract } from '../../scripts/generate/load-contract.ts'
import { repositoryRoot } from '../../scripts/repository.ts'

/** How to start a bundled action, beside its inputs. */
export interface StartOptions {
  /** Options of node itself. */
  readonly nodeOptions?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  /** Folder that holds the bundles; the repository's `dist` by default. */
  readonly dist?: string
  readonly cwd?: string
  /** Hears of the process once it is started, to send it signals for example. */
  readonly onStart?: (child: ChildProcess) => void
}

/** What a runner, and a person who reads the log, can see of a step. */
export interface Step {
  readonly exitCode: number | null
  readonly log: string
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  /** On the wall, from the start of the process to its end. */
  readonly milliseconds: number
}

/**
 * Starts a bundled action as GitHub's runner does: a process of its own, inputs with the defaults of
 * action.yml in INPUT_ variables, files for outputs and summary. Nothing of this process's
 * environment reaches it but PATH.
 */
export async function runAction(
  name: string,
  inputs: Readonly<Record<string, string>>,
  { nodeOptions = [], environment = {}, dist, cwd = repositoryRoot, onStart }: StartOptions = {},
): Promise<Step> {
  const folder = mkdtempSync(join(tmpdir(), 'step-'))
  const [output, summary] = [join(folder, 'output'), join(folder, 'summary')]
  writeFileSync(output, '')
  writeFileSync(summary, '')
  try {
    const program = join(dist ?? join(repositoryRoot, 'dist'), name, 'index.js')
    const { exitCode, log, milliseconds } = await runProgram([...nodeOptions, program], {
      cwd,
      env: {
        PATH: process.env['PATH'],
        ...runnerVariables(folder),
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
        ...(await inputVariables(name, inputs)),
        ...environment,
      },
      ...(onStart && { onStart }),
    })
    return {
      exitCode,
      log,
      outputs: parseOutputs(readFileSync(output, 'utf8')),
      summary: readFileSync(summary, 'utf8'),
      milliseconds,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function runnerVariables(folder: string): Record<string, string> {
  return {
    RUNNER_TEMP: folder,
    GITHUB_ACTIONS: 'true',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'org/app',
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_WORKFLOW: 'deploy',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
  }
}

async function inputVariables(
  action: string,
  inputs: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const contract = await loadContract(repositoryRoot, action)
  const variables: Record<string, string> = {}
  for (const [name, { default: value = '' }] of Object.entries(contract.inputs)) {
    variables[`INPUT_${name.toUpperCase()}`] = inputs[name] ?? value
  }
  return variables
}

/** Starts a program of Node with these arguments and this environment, and waits for its end. */
export function runProgram(
  args: readonly string[],
  {
    onStart,
    ...options
  }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv } & Pick<StartOptions, 'onStart'>,
): Promise<Pick<Step, 'exitCode' | 'log' | 'milliseconds'>> {
  return new Promise((resolve, reject) => {
    const begun = performance.now()
    const child = spawn(process.execPath, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    onStart?.(child)
    let log = ''
    child.stdout.on('data', (data: Buffer) => (log += data.toString()))
    child.stderr.on('data', (data: Buffer) => (log += data.toString()))
    child.on('error', reject)
    child.on('close', (exitCode) =>
      resolve({ exitCode, log, milliseconds: performance.now() - begun }),
    )
  })
}

/** Outputs as the runner's toolkit writes them: `name<<delimiter`, the value, the delimiter. */
function parseOutputs(text: string): Record<string, string> {
  const entries = text.matchAll(/^(.+)<<(ghadelimiter_\S+)\n([^]*?)\n\2$/gm)
  return Object.fromEntries([...entries].map(([, name, , value]) => [name ?? '', value ?? '']))
}
