import type { Git } from './git.ts'
import type { RemoteState } from './remote-state.ts'
import { compareVersions, findVersion, formatVersion, type Version } from './version.ts'

/** A reason not to release; the message says what to do. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
}

/** Reads the version to release; throws RefusedError when it is none. */
export function parseVersion(text: string): Version {
  const version = findVersion(text)
  if (version) return version
  throw new RefusedError(`"${text}" is no version: give one such as 1.2.3, without "v" or suffix.`)
}

/** Throws RefusedError when the working tree has anything that HEAD has not. */
export function checkClean(git: Git): void {
  if (git('status', '--porcelain') === '') return
  throw new RefusedError('The working tree has changes: commit them, or put them away.')
}

/** Throws RefusedError when the version exists, or is older than what its major version has. */
export function checkNewer(version: Version, { versions }: RemoteState): void {
  const name = formatVersion(version)
  if (versions.some((other) => compareVersions(other, version) === 0)) {
    throw new RefusedError(`v${name} exists already and never moves: choose another version.`)
  }
  const newest = versions.filter(({ major }) => major === version.major).at(-1) ?? versions.at(-1)
  if (newest === undefined || compareVersions(version, newest) > 0) return
  throw new RefusedError(`${name} is older than ${formatVersion(newest)}: choose a newer version.`)
}

/** Throws RefusedError when the changelog of the source commit has no section for the version. */
export function checkChangelog(git: Git, source: string, version: Version): void {
  const heading = `## [${formatVersion(version)}] - `
  const lines = git('show', `${source}:CHANGELOG.md`).split('\n')
  if (lines.some((line) => line.startsWith(heading))) return
  throw new RefusedError(
    `CHANGELOG.md has no section "${heading}YYYY-MM-DD": move what is under "Unreleased" there, and commit.`,
  )
}
