import type { Git } from './git.ts'
import { compareVersions, findVersion, type Version } from './version.ts'

/** What the remote repository has of earlier releases. */
export interface RemoteState {
  /** Versions that are tagged, oldest first. */
  readonly versions: readonly Version[]
  /** Commit of a ref such as `refs/tags/v1`; undefined when there is none. */
  findCommit(ref: string): string | undefined
}

/** Asks the remote for its tags and release branches, and fetches the commits that they name. */
export function remoteState(git: Git, remote: string): RemoteState {
  const lines = git('ls-remote', '--refs', remote, 'refs/tags/v*', 'refs/heads/releases/*').split(
    '\n',
  )
  const refs = new Map(lines.filter(Boolean).map(parseLine))
  // Objects only: nothing that is named locally changes.
  if (refs.size > 0) git('fetch', '--quiet', '--no-tags', remote, ...refs.keys())
  const versions = [...refs.keys()]
    .map((ref) => findVersion(ref.replace('refs/tags/v', '')))
    .filter((version) => version !== undefined)
    .toSorted(compareVersions)
  return { versions, findCommit: (ref) => refs.get(ref) }
}

function parseLine(line: string): [ref: string, commit: string] {
  const [commit = '', ref = ''] = line.split('\t')
  return [ref, commit]
}
