import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gitIn, type Git } from '../../scripts/release/git.ts'

/** A repository to release from, with a bare one as its `origin`; both are gone after `using`. */
export interface Repository extends Disposable {
  readonly git: Git
  readonly origin: Git
  readonly folder: string
  write(files: Readonly<Record<string, string>>): void
  /** Writes the files and commits everything; gives the commit. */
  commit(files: Readonly<Record<string, string>>): string
  /** From now on the remote refuses every push, as a rule on a branch would. */
  refusePushes(): void
}

const author = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.com' }
const committer = { GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@example.com' }

/** A small suite of two actions, committed, whose changelog has the versions named. */
export function repository(...versions: readonly string[]): Repository {
  const folder = mkdtempSync(join(tmpdir(), 'release-test-'))
  const [work, bare] = [join(folder, 'work'), join(folder, 'origin.git')]
  const environment = { ...author, ...committer, GIT_CONFIG_GLOBAL: '/dev/null' }
  gitIn(folder, { environment })('init', '--quiet', '--bare', bare)
  gitIn(folder, { environment })('init', '--quiet', '--initial-branch=main', work)
  const git = gitIn(work, { environment })
  git('remote', 'add', 'origin', bare)
  const write = (files: Readonly<Record<string, string>>): void => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(work, path)), { recursive: true })
      writeFileSync(join(work, path), text)
    }
  }
  const commit = (files: Readonly<Record<string, string>>): string => {
    write(files)
    git('add', '--all')
    git('commit', '--quiet', '--message', 'change')
    return git('rev-parse', 'HEAD')
  }
  const refusePushes = (): void => {
    const hook = join(bare, 'hooks/pre-receive')
    mkdirSync(dirname(hook), { recursive: true })
    writeFileSync(hook, '#!/bin/sh\nexit 1\n')
    chmodSync(hook, 0o755)
  }
  commit(suite(versions))
  const origin = gitIn(bare, { environment })
  const dispose = () => rmSync(folder, { recursive: true, force: true })
  return { git, origin, folder: work, write, commit, refusePushes, [Symbol.dispose]: dispose }
}

function suite(versions: readonly string[]): Record<string, string> {
  const sections = versions.map((version) => `## [${version}] - 2026-01-01\n`)
  return {
    '.gitattributes': 'dist/** -diff\nactions/*/src export-ignore\n',
    LICENSE: 'MIT\n',
    'CHANGELOG.md': `# Changelog\n\n## [Unreleased]\n\n${sections.join('\n')}`,
    'actions/deploy-ecs/action.yml':
      'name: d\nruns:\n  using: node24\n  main: ../../dist/deploy-ecs/index.js\n  post: ../../dist/deploy-ecs/post.js\n',
    'actions/verify-health/action.yml':
      'name: v\nruns:\n  using: node24\n  main: ../../dist/verify-health/index.js\n',
    'actions/deploy-ecs/src/index.ts': '',
    'dist/package.json': '{}\n',
    'dist/deploy-ecs/index.js': '',
    'dist/verify-health/index.js': '',
    'packages/aws/src/index.ts': '',
  }
}
