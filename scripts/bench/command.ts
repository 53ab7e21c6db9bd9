import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { repositoryRoot } from '../repository.ts'

/** What the person at the command line asks for. */
export interface Command {
  readonly isJson: boolean
  /** Whether a missed target is an error. */
  readonly isCheck: boolean
  /** How often each start-up is measured. */
  readonly runs: number
  /** How many rollouts of each kind are followed. */
  readonly rollouts: number
  /** Folder with the bundles to measure. */
  readonly dist: string
}

/** What the person at the command line has to mend; the message says how. */
export class UsageError extends Error {}

const usage = `Usage: npx -y pnpm@12 bench [--json] [--check] [--runs N] [--rollouts N] [--dist FOLDER]

  --json         print JSON in place of the table
  --check        exit with 1 when a target is missed
  --runs N       how often each start-up is measured; 15 unless given
  --rollouts N   how many rollouts of each kind are followed; 8 unless given
  --dist FOLDER  the bundles to measure; dist unless given`

/** Reads the arguments of `bench`; throws UsageError for any but the known. */
export function parseCommand(args: readonly string[]): Command {
  const values = parse(args)
  return {
    isJson: values.json,
    isCheck: values.check,
    runs: count('--runs', values.runs),
    rollouts: count('--rollouts', values.rollouts),
    dist: resolve(values.dist),
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        check: { type: 'boolean', default: false },
        runs: { type: 'string', default: '15' },
        rollouts: { type: 'string', default: '8' },
        dist: { type: 'string', default: join(repositoryRoot, 'dist') },
      },
    }).values
  } catch (error) {
    throw refused(error instanceof Error ? error.message : String(error))
  }
}

function count(name: string, text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text)
  throw refused(`${name} takes a number from 1 to 9999, and not ${JSON.stringify(text)}.`)
}

function refused(reason: string): UsageError {
  return new UsageError(`${reason}\n\n${usage}`)
}
