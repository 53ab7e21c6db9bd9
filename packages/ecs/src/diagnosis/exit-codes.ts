/** What exit codes mean by convention of shells and kernels. */
const exitCodes: Readonly<Record<number, string>> = {
  0: 'it ended without an error; a service has to keep running',
  126: 'the command is there and cannot be executed',
  127: 'the command was not found in the image',
  134: 'it aborted (SIGABRT)',
  137: 'it was killed (SIGKILL)',
  139: 'it crashed with a segmentation fault (SIGSEGV)',
  143: 'it was terminated (SIGTERM)',
}

/** What an exit code means, in parentheses, or nothing where it is the application's own. */
export function explainExitCode(exitCode: number): string {
  const meaning = exitCodes[exitCode]
  return meaning === undefined ? '' : ` (${meaning})`
}

/** Codes that a container may well have because ECS ended it after another had failed. */
export const endedByEcs: ReadonlySet<number> = new Set([0, 137, 143])
