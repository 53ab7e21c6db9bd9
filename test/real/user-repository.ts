import { cpSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { gitIn } from '../../scripts/release/git.ts'
import { repositoryRoot } from '../../scripts/repository.ts'

/** Who commits in tests; on a new machine nobody is configured. */
export function testIdentity(): Record<string, string> {
  const [name, email] = ['test', 'test@localhost']
  return {
    ...{ GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email },
    ...{ GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email },
  }
}

/** A repository of a user, with copies of these paths of ours committed. */
export function userRepository(scratch: string, ...paths: readonly string[]): string {
  const folder = mkdtempSync(join(scratch, 'user-'))
  for (const path of paths) {
    cpSync(join(repositoryRoot, path), join(folder, path), { recursive: true })
  }
  const git = gitIn(folder, { environment: testIdentity() })
  git('init', '--quiet', '--initial-branch=main')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'example')
  git('remote', 'add', 'origin', 'https://github.com/arbiter-ai/arbiter.git')
  return folder
}
