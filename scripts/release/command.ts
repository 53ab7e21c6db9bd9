import { parseArgs } from 'node:util'
import { parseVersion, RefusedError } from './checks.ts'
import type { Version } from './version.ts'

/** What the person at the command line asks for. */
export interface Command {
  readonly version: Version
  /** Name or address of the git remote to publish to. */
  readonly remote: string
  readonly isDryRun: boolean
}

const usage = `Usage: npx -y pnpm@12 release VERSION [--dry-run] [--remote NAME]

  VERSION        the version to publish, such as 1.2.3; CHANGELOG.md needs a section for it
  --dry-run      check and make everything, and publish nothing
  --remote NAME  the git remote to publish to; origin unless given`

/** Reads the arguments of `release`; throws RefusedError, with the usage, for any but the known. */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args)
  const [text, ...more] = positionals
  if (text === undefined || text === '') throw refused('The version to release is missing.')
  if (more.length > 0) throw refused('Give one version only.')
  return {
    version: parseVersion(text),
    remote: values.remote,
    isDryRun: values['dry-run'],
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        remote: { type: 'string', default: 'origin' },
        'dry-run': { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw refused(error instanceof Error ? error.message : String(error))
  }
}

function refused(reason: string): RefusedError {
  return new RefusedError(`${reason}\n\n${usage}`)
}
