import type { RunDefaults, Template } from './model.ts'
import { readKeys } from './read-keys.ts'
import { findValue, literalOf, type ProblemCollector } from './tokens.ts'

/** Reads `defaults`, of which only `run` exists. */
export function readRunDefaults(
  defaults: Template | undefined,
  collector: ProblemCollector,
): RunDefaults {
  const run = findValue(defaults, 'run')
  if (run === undefined) return {}
  const keys = readKeys(run, {
    allowed: ['shell', 'working-directory'],
    of: 'defaults.run',
    collector,
  })
  refuseOtherShells(keys.shell, collector)
  return {
    ...(keys.shell && { shell: keys.shell }),
    ...(keys['working-directory'] && { workingDirectory: keys['working-directory'] }),
  }
}

/** Refuses a shell other than bash where it is written out. */
export function refuseOtherShells(shell: Template | undefined, collector: ProblemCollector): void {
  const name = literalOf(shell)
  if (name !== undefined && name !== 'bash') {
    collector.add(shell, `The shell '${name}' is not rehearsed here: use bash.`)
  }
}
