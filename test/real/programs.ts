import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants } from 'node:fs'
import { createServer } from 'node:net'
import { delimiter, join } from 'node:path'

/** A server that was started for a test. */
export interface Server extends AsyncDisposable {
  readonly url: string
  /** Everything that it has printed so far. */
  readonly log: () => string
}

/** The full path of a program in folders named as PATH does; undefined when it is not installed. */
export function findProgram(name: string, path = process.env['PATH'] ?? ''): string | undefined {
  const folders = path.split(delimiter)
  return folders.map((folder) => join(folder, name)).find(isExecutable)
}

/** Why tests must be skipped: each requirement that is not met, as a sentence; and prints it. */
export function skipReason(
  tests: string,
  requirements: Readonly<Record<string, boolean>>,
): string | undefined {
  const missing = Object.entries(requirements).flatMap(([what, met]) => (met ? [] : [what]))
  if (missing.length === 0) return undefined
  const reason = `Skipped: ${tests}. Missing: ${missing.join('; ')}.`
  process.stderr.write(`${reason}\n`)
  return reason
}

/** Whether a Docker engine answers. */
export function hasDockerEngine(): boolean {
  return spawnSync('docker', ['info'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}

/** Starts a server on a free port, and waits until it answers at `path`, for at most a minute. */
export async function startServer(options: {
  readonly program: string
  readonly args: (port: number) => readonly string[]
  readonly environment: (port: number) => Readonly<Record<string, string>>
  readonly path: string
}): Promise<Server> {
  const port = await freePort()
  const child = spawn(options.program, options.args(port), {
    env: { ...process.env, ...options.environment(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  child.stdout.on('data', (data: Buffer) => (log += data.toString()))
  child.stderr.on('data', (data: Buffer) => (log += data.toString()))
  const closed = once(child, 'close')
  const url = `http://127.0.0.1:${port}`
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    const killer = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await closed
    clearTimeout(killer)
  }
  for (const end = Date.now() + 60_000; !(await answers(`${url}${options.path}`)); await pause()) {
    if (child.exitCode === null && Date.now() < end) continue
    await stop()
    throw new Error(`${options.program} did not start:\n${log}`)
  }
  return { url, log: () => log, [Symbol.asyncDispose]: stop }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address === 'object' && address !== null) return address.port
  throw new Error('No port is free.')
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 100))
}
