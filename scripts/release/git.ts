import { spawnSync } from 'node:child_process'

/** Git in one folder. */
export interface Git {
  /** The output of a command, without white space at its end; throws what git says when it fails. */
  (...args: string[]): string
  /** The same command with a text on its standard input, or with variables of its own. */
  with(options: GitOptions): Git
}

interface GitOptions {
  readonly input?: string
  readonly environment?: Readonly<Record<string, string>>
}

/** Thrown when git ends with an exit code other than 0; the message is git's own. */
export class GitError extends Error {
  override readonly name = 'GitError'
}

/** Git in the folder `cwd`. */
export function gitIn(cwd: string, { input, environment = {} }: GitOptions = {}): Git {
  const git = (...args: string[]): string => {
    const { status, stdout, stderr, error } = spawnSync('git', args, {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, ...environment },
      ...(input === undefined ? {} : { input }),
    })
    if (error) throw error
    if (status !== 0) throw new GitError(`git ${args[0]} failed: ${stderr.trim()}`)
    return stdout.trimEnd()
  }
  return Object.assign(git, { with: (options: GitOptions) => gitIn(cwd, options) })
}
