import { checkChangelog, checkClean, checkNewer } from './checks.ts'
import type { Git } from './git.ts'
import { writeReleaseTree } from './release-tree.ts'
import { remoteState, type RemoteState } from './remote-state.ts'
import { formatVersion, type Version } from './version.ts'

/** A release that exists as a commit, and is not published yet. */
export interface Release {
  readonly commit: string
  readonly branch: string
  /** Never moves. */
  readonly tag: string
  readonly movingTag: string
  /** The commit of the moving tag on the remote; empty when there is none. */
  readonly movesFrom: string
}

/**
 * Makes the commit of a release from HEAD: its parents are the release before it and HEAD. Names
 * nothing, neither here nor on the remote. Throws RefusedError when there is a reason not to.
 */
export function prepareRelease(git: Git, remote: string, version: Version): Release {
  checkClean(git)
  const state = remoteState(git, remote)
  checkNewer(version, state)
  const source = git('rev-parse', 'HEAD')
  checkChangelog(git, source, version)
  const branch = `refs/heads/releases/v${version.major}`
  const previous = state.findCommit(branch) ?? newestRelease(state)
  const parents = [...(previous === undefined ? [] : ['-p', previous]), '-p', source]
  const tree = writeReleaseTree(git, source)
  const name = `v${formatVersion(version)}`
  const movingTag = `refs/tags/v${version.major}`
  return {
    commit: git('commit-tree', tree, ...parents, '-m', `Release ${name}`),
    branch,
    tag: `refs/tags/${name}`,
    movingTag,
    movesFrom: state.findCommit(movingTag) ?? '',
  }
}

/**
 * Publishes a release in one push that succeeds or fails as a whole. Only the moving tag may be
 * replaced, and only when nobody has moved it since; throws what git says otherwise.
 */
export function publish(git: Git, remote: string, release: Release): void {
  const { commit, branch, tag, movingTag, movesFrom } = release
  git(
    'push',
    '--atomic',
    `--force-with-lease=${movingTag}:${movesFrom}`,
    remote,
    `${commit}:${branch}`,
    `${commit}:${tag}`,
    `${commit}:${movingTag}`,
  )
}

/** A new major version goes on from the last release of the one before. */
function newestRelease(state: RemoteState): string | undefined {
  const newest = state.versions.at(-1)
  return newest && state.findCommit(`refs/tags/v${formatVersion(newest)}`)
}
