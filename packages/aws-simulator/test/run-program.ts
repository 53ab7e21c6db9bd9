import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { preloadPath, type Simulator } from '../src/index.ts'

export interface Ended {
  readonly code: number | null
  readonly output: string
  readonly errors: string
}

/** Runs one of the programs beside this file as a process of its own, under the simulator's time. */
export async function runProgram(
  simulator: Simulator,
  [program = '', ...args]: readonly string[],
  participant?: string,
): Promise<Ended> {
  const file = fileURLToPath(new URL(`programs/${program}`, import.meta.url))
  const child = spawn(process.execPath, ['--import', preloadPath, file, ...args], {
    env: {
      PATH: process.env['PATH'],
      AWS_ENDPOINT_URL: simulator.url,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'secret',
      DEPLOY_ACTIONS_CLOCK: simulator.url,
      ...(participant !== undefined && { DEPLOY_ACTIONS_CLOCK_PARTICIPANT: participant }),
    },
  })
  let output = ''
  let errors = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const patience = setTimeout(() => child.kill('SIGKILL'), 8000)
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  clearTimeout(patience)
  return { code, output: output.trim(), errors }
}

/** Registers a process that is about to start: until it ends, time waits for it. */
export async function register(simulator: Simulator): Promise<string> {
  const answer = await fetch(`${simulator.url}/_clock/participants`, { method: 'POST' })
  // The clock's own answer.
  return ((await answer.json()) as { id: string }).id
}

export async function unregister(simulator: Simulator, participant: string): Promise<void> {
  await fetch(`${simulator.url}/_clock/participants/${participant}`, { method: 'DELETE' })
}
