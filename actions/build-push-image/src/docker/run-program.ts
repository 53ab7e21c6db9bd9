import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** A program that is run without a shell. */
export interface Program {
  readonly command: string
  readonly args: readonly string[]
  /** Its whole environment. */
  readonly env: Readonly<Record<string, string>>
  readonly signal: AbortSignal
  /** Hears each line as it is printed, be it on stdout or stderr. */
  readonly onLine?: (line: string) => void
}

/** How a program ended. */
export interface ProgramEnd {
  readonly code: number | undefined
  /** All of stdout. */
  readonly stdout: string
  readonly stderr: string
}

/** How long a program has to end by itself once the run is cancelled: the runner waits ten seconds for all. */
const graceMs = 3_000

/**
 * Runs a program to its end. Throws an error with the code ENOENT where there is no such program, and the signal's reason when the
 * run is cancelled: with the program, all that it started is ended then. (GitHub's own library for this cannot
 * end what it started, and a build that goes on may push after the run was cancelled.)
 */
export async function runProgram({
  command,
  args,
  env,
  signal,
  onLine,
}: Program): Promise<ProgramEnd> {
  signal.throwIfAborted()
  // A group of its own, so that plugins of docker end with it.
  const child = spawn(command, [...args], {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const end = (how: NodeJS.Signals): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, how)
    } catch {
      // It has ended by itself.
    }
  }
  let killing: ReturnType<typeof setTimeout> | undefined
  const onAbort = (): void => {
    end('SIGINT')
    killing = setTimeout(() => end('SIGKILL'), graceMs)
  }
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    const [code, stdout, stderr] = await Promise.all([
      ended(child),
      linesOf(child.stdout, onLine),
      linesOf(child.stderr, onLine),
    ])
    signal.throwIfAborted()
    return { code, stdout, stderr }
  } finally {
    clearTimeout(killing)
    signal.removeEventListener('abort', onAbort)
  }
}

function ended(child: ReturnType<typeof spawn>): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>()
  child.once('error', reject)
  child.once('close', (code) => resolve(code ?? undefined))
  return promise
}

/** What is kept of a program's output at least: its end, where errors are. */
const keptCharacters = 1_000_000

async function linesOf(
  stream: NodeJS.ReadableStream,
  onLine: ((line: string) => void) | undefined,
): Promise<string> {
  let text = ''
  for await (const line of createInterface({ input: stream })) {
    onLine?.(line)
    text += `${line}\n`
    // Not at every line: that would copy all of it each time.
    if (text.length > 2 * keptCharacters) text = text.slice(-keptCharacters)
  }
  return text
}
