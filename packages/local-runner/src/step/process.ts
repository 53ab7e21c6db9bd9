import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { realSleep } from '../clock/run-clock.ts'
import { WorkflowError } from '../workflow-error.ts'

/** What it takes to start a process and to end it. */
export interface ProcessOptions {
  readonly command: string
  readonly arguments: readonly string[]
  readonly cwd: string
  readonly environment: Readonly<Record<string, string>>
  readonly onLine: (line: string) => void
  /** Ends the process gently. */
  readonly cancel: AbortSignal
  /** Ends the process at once. */
  readonly kill: AbortSignal
  /** Ends the process gently when this much of the run's time has passed. */
  readonly timeoutMs?: number
  /** Waits in the time that the process lives in. */
  readonly sleep: (delayMs: number, signal: AbortSignal) => Promise<void>
}

/** How a process ended. */
export interface ProcessEnd {
  readonly exitCode: number
  readonly endedBy: 'itself' | 'cancel' | 'timeout'
  /** The process group, in which something may still run in the background. */
  readonly group: number | undefined
}

/** From SIGINT to SIGTERM, and from there to SIGKILL, as GitHub's runner does it. */
const interruptGraceMs = 7500
const terminateGraceMs = 2500
/**
 * In virtual time a process that never sleeps stops the clock: real time ends it after this many
 * times the grace.
 */
const realGraceFactor = 2
/**
 * How long output is awaited after the end: a background process may keep the pipe open for ever.
 */
const drainMs = 1000

/** Runs a process to its end and passes on each line that it prints. */
export async function runProcess(options: ProcessOptions): Promise<ProcessEnd> {
  const child = spawn(options.command, options.arguments, {
    cwd: options.cwd,
    env: { ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: Ctrl-C in the terminal reaches the runner only, which then passes it on
    // in good order.
    detached: true,
  })
  const drained = Promise.all([
    readLines(child, 'stdout', options),
    readLines(child, 'stderr', options),
  ])
  const over = new AbortController()
  const stopped = watchForStop(child, options, over.signal)
  try {
    const exitCode = await exitOf(child)
    await Promise.race([drained, realSleep(drainMs, over.signal)])
    return { exitCode, endedBy: stopped.reason, group: child.pid }
  } finally {
    over.abort()
    if (stopped.reason !== 'itself') endGroup(child.pid)
  }
}

/** Ends whatever still runs in a process group. */
export function endGroup(group: number | undefined): void {
  if (group === undefined) return
  try {
    process.kill(-group, 'SIGKILL')
  } catch {
    // Nothing of the group is left, which is what was wanted.
  }
}

function watchForStop(
  child: ChildProcess,
  options: ProcessOptions,
  over: AbortSignal,
): { reason: ProcessEnd['endedBy'] } {
  const state: { reason: ProcessEnd['endedBy'] } = { reason: 'itself' }
  const stop = (reason: 'cancel' | 'timeout'): void => {
    if (state.reason !== 'itself' || over.aborted) return
    state.reason = reason
    void endGently(child, options, over)
  }
  const onCancel = (): void => stop('cancel')
  const onKill = (): void => {
    state.reason = 'cancel'
    child.kill('SIGKILL')
  }
  options.cancel.addEventListener('abort', onCancel, { signal: over })
  options.kill.addEventListener('abort', onKill, { signal: over })
  if (options.cancel.aborted) onCancel()
  if (options.kill.aborted) onKill()
  if (options.timeoutMs !== undefined) {
    void options.sleep(options.timeoutMs, over).then(() => stop('timeout'))
  }
  return state
}

async function endGently(
  child: ChildProcess,
  options: ProcessOptions,
  over: AbortSignal,
): Promise<void> {
  const grace = (delayMs: number) =>
    Promise.race([options.sleep(delayMs, over), realSleep(delayMs * realGraceFactor, over)])
  child.kill('SIGINT')
  await grace(interruptGraceMs)
  if (over.aborted) return
  child.kill('SIGTERM')
  await grace(terminateGraceMs)
  if (!over.aborted) child.kill('SIGKILL')
}

async function exitOf(child: ChildProcess): Promise<number> {
  try {
    // The exit event carries the code, or null after a signal.
    const [code] = (await once(child, 'exit')) as [code: number | null]
    return code ?? 1
  } catch (error) {
    // `once` rejects when the process cannot be started: no such program, or no such working
    // directory.
    const reason = error instanceof Error ? error.message : String(error)
    throw new WorkflowError(`The step cannot be started: ${reason}`, { cause: error })
  }
}

async function readLines(
  child: ChildProcess,
  name: 'stdout' | 'stderr',
  options: ProcessOptions,
): Promise<void> {
  const input = child[name]
  if (input === null) return
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
  lines.on('line', options.onLine)
  await once(lines, 'close')
}
