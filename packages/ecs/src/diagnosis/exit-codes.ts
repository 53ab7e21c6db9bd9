import { commandRemedy } from './classes/containers.ts'
import type { ReasonKind } from './kinds.ts'

/** What exit codes mean by convention of shells and kernels; above 128 it is a signal. */
const exitCodes: Readonly<Record<number, string>> = {
  0: 'it ended without an error; a service has to keep running',
  126: 'the command is there and cannot be executed',
  127: 'the command was not found in the image',
  129: 'its terminal was closed (SIGHUP)',
  130: 'it was interrupted (SIGINT)',
  132: 'it ran an instruction that the processor does not have (SIGILL)',
  134: 'it aborted (SIGABRT)',
  135: 'it crashed with a bus error (SIGBUS)',
  136: 'it crashed with an arithmetic error (SIGFPE)',
  137: 'it was killed (SIGKILL)',
  139: 'it crashed with a segmentation fault (SIGSEGV)',
  141: 'it wrote to a closed pipe (SIGPIPE)',
  143: 'it was terminated (SIGTERM)',
  159: 'it made a system call that is not allowed (SIGSYS)',
}

/** What an exit code means, in parentheses, or nothing where it is the application's own. */
export function explainExitCode(exitCode: number): string {
  const meaning = exitCodes[exitCode]
  return meaning === undefined ? '' : ` (${meaning})`
}

/**
 * How much an exit code says of who ended first. Once one container has ended, ECS terminates the others
 * (143, or 0 from those that obey in good order), and kills those that do not obey (137).
 */
export function ownWill(exitCode: number): number {
  if (exitCode === 143) return 0
  return exitCode === 0 || exitCode === 137 ? 1 : 2
}

/** What to do about a container that ended by itself. */
export function crashRemedy(container = 'the container'): string {
  return `Read the last lines of ${container} and mend what it complains about; the same image with the same settings fails the same way when it is started by hand.`
}

/** What an exit code means for the cause, and what to do about it. */
export function causeOfExit(
  exitCode: number | undefined,
  container = 'the container',
): { readonly kind: ReasonKind; readonly remedy: string } {
  switch (exitCode) {
    case 126:
    case 127:
      return { kind: 'command', remedy: commandRemedy }
    case 137:
      return {
        kind: 'killed',
        remedy: `Something killed ${container}, and ECS does not say that it was for its memory. Look at MemoryUtilization of the service all the same, at what the last lines say, and whether it ends within stopTimeout when it is told to.`,
      }
    case 143:
      return {
        kind: 'killed',
        remedy: `Something told ${container} to end, and it was not ECS: look at its process manager and at the last lines.`,
      }
    case 0:
      return {
        kind: 'ended',
        remedy: `Let the command of ${container} stay in the foreground: a service has to keep running. What is to end belongs into a container with essential: false, or into a one-off task.`,
      }
    case undefined:
    default:
      return { kind: 'crash', remedy: crashRemedy(container) }
  }
}
