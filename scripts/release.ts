/**
 * Publishes a version of the suite: "npx -y pnpm@12 release 1.2.3". What it makes, and why, is told
 * in CONTRIBUTING.md. With `--dry-run` everything is checked and made, and nothing is published.
 */
import { spawnSync } from 'node:child_process'
import { repositoryRoot } from './repository.ts'
import { RefusedError } from './release/checks.ts'
import { parseCommand, type Command } from './release/command.ts'
import { gitIn, GitError } from './release/git.ts'
import { prepareRelease, publish, type Release } from './release/publish.ts'

try {
  release()
} catch (error) {
  if (!(error instanceof RefusedError || error instanceof GitError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

function release(): void {
  const command = parseCommand(process.argv.slice(2))
  const git = gitIn(repositoryRoot)
  const prepared = prepareRelease(git, command.remote, command.version)
  checkBundle()
  if (!command.isDryRun) publish(git, command.remote, prepared)
  tell(prepared, command)
}

/** Throws RefusedError when the committed bundles are not what the sources give. */
function checkBundle(): void {
  const inRoot = { cwd: repositoryRoot, stdio: 'inherit' } as const
  const compiled = spawnSync('node_modules/.bin/tsc', ['-b', 'packages/suite'], inRoot)
  const compared =
    compiled.status === 0 && spawnSync(process.execPath, ['scripts/bundle.ts', '--check'], inRoot)
  if (compared && compared.status === 0) return
  throw new RefusedError('Nothing was released, for the reason above.')
}

function tell({ commit, branch, tag, movingTag }: Release, { remote, isDryRun }: Command): void {
  const verb = isDryRun ? 'Would push' : 'Pushed'
  console.log(`${verb} ${commit} to ${remote}: ${[branch, tag, movingTag].join(', ')}`)
}
