import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import { gitIn } from '../../scripts/release/git.ts'
import { repositoryRoot } from '../../scripts/repository.ts'
import { read } from '../contract/suite.ts'

/** Who commits in tests; on a new machine nobody is configured. */
export function testIdentity(): Record<string, string> {
  const [name, email] = ['test', 'test@localhost']
  return {
    ...{ GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email },
    ...{ GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email },
  }
}

/** Files of a repository, by path. */
type Files = Readonly<Record<string, string>>

/** The application that a world file has for the checkout. */
export function applicationOf(world: string): Files {
  // A world of the local runner; its own tests say that it is one.
  const { github } = parse(read(world)) as { readonly github: { readonly files: Files } }
  return github.files
}

/** A repository of a user, with copies of these paths of ours and further files committed. */
export function userRepository(
  scratch: string,
  paths: readonly string[],
  files: Files = {},
): string {
  const folder = mkdtempSync(join(scratch, 'user-'))
  for (const path of paths) {
    cpSync(join(repositoryRoot, path), join(folder, path), { recursive: true })
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const git = gitIn(folder, { environment: testIdentity() })
  git('init', '--quiet', '--initial-branch=main')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'example')
  git('remote', 'add', 'origin', 'https://github.com/arbiter-ai/arbiter.git')
  return folder
}
