import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseVersion } from '../../scripts/release/checks.ts'
import { parseCommand } from '../../scripts/release/command.ts'
import { prepareRelease, publish } from '../../scripts/release/publish.ts'
import { repository, type Repository } from './repository.ts'

describe('a first release', () => {
  it('is one commit behind a branch, a fixed tag and a moving tag', () => {
    using repo = repository('1.0.0')
    const commit = release(repo, '1.0.0')
    expect(refsOf(repo)).toEqual({
      'refs/heads/releases/v1': commit,
      'refs/tags/v1': commit,
      'refs/tags/v1.0.0': commit,
    })
  })

  it('has the source as its only parent', () => {
    using repo = repository('1.0.0')
    const commit = release(repo, '1.0.0')
    expect(parentsOf(repo, commit)).toEqual([repo.git('rev-parse', 'HEAD')])
  })

  it('adds a folder for each action at the root, with programs where they are from there', () => {
    using repo = repository('1.0.0')
    const commit = release(repo, '1.0.0')
    expect(repo.git('show', `${commit}:deploy-ecs/action.yml`)).toBe(
      'name: d\nruns:\n  using: node24\n  main: ../dist/deploy-ecs/index.js\n  post: ../dist/deploy-ecs/post.js',
    )
    expect(repo.git('diff', '--name-only', 'HEAD', commit).split('\n')).toEqual([
      '.gitattributes',
      'deploy-ecs/action.yml',
      'verify-health/action.yml',
    ])
  })

  it('has all other files where the source has them, so that a JSON schema has one address', () => {
    using repo = repository('1.0.0')
    const path = 'actions/sync-secrets/secrets.schema.json'
    repo.commit({ [path]: '{ "title": "a schema" }\n' })
    const commit = release(repo, '1.0.0')
    expect(repo.git('show', `${commit}:${path}`)).toBe('{ "title": "a schema" }')
    expect(repo.origin('show', `v1:${path}`)).toBe('{ "title": "a schema" }')
  })

  it('gives runners the actions, the bundles and the licence, and nothing else', () => {
    using repo = repository('1.0.0')
    const commit = release(repo, '1.0.0')
    const archive = join(repo.folder, '../release.tar')
    repo.origin('archive', '--format=tar', `--output=${archive}`, commit)
    const files = execFileSync('tar', ['-tf', archive], { encoding: 'utf8' }).trim().split('\n')
    expect(files.filter((file) => !file.endsWith('/')).toSorted()).toEqual([
      'LICENSE',
      'deploy-ecs/action.yml',
      'dist/deploy-ecs/index.js',
      'dist/package.json',
      'dist/verify-health/index.js',
      'verify-health/action.yml',
    ])
  })

  it('leaves the checkout as it was', () => {
    using repo = repository('1.0.0')
    release(repo, '1.0.0')
    expect(repo.git('status', '--porcelain')).toBe('')
    expect(repo.git('tag')).toBe('')
    expect(repo.git('branch', '--format=%(refname)')).toBe('refs/heads/main')
  })
})

describe('a later release', () => {
  it('has the release before it and its source as parents, and moves only the moving tag', () => {
    using repo = repository('1.0.0', '1.1.0')
    const first = release(repo, '1.0.0')
    const source = repo.commit({ 'dist/deploy-ecs/index.js': 'new' })
    const second = release(repo, '1.1.0')
    expect(parentsOf(repo, second)).toEqual([first, source])
    expect(refsOf(repo)).toEqual({
      'refs/heads/releases/v1': second,
      'refs/tags/v1': second,
      'refs/tags/v1.0.0': first,
      'refs/tags/v1.1.0': second,
    })
  })

  it('of a new major version goes on from the last of the old one, which stays', () => {
    using repo = repository('1.0.0', '2.0.0')
    const first = release(repo, '1.0.0')
    const second = release(repo, '2.0.0')
    expect(parentsOf(repo, second)[0]).toBe(first)
    expect(refsOf(repo)).toMatchObject({ 'refs/tags/v1': first, 'refs/tags/v2': second })
  })

  it('may be a correction of an older major version', () => {
    using repo = repository('1.0.0', '1.0.1', '2.0.0')
    const first = release(repo, '1.0.0')
    release(repo, '2.0.0')
    expect(parentsOf(repo, release(repo, '1.0.1'))[0]).toBe(first)
  })

  it('is made from a clone that knows nothing of earlier releases', () => {
    using repo = repository('1.0.0', '1.1.0')
    const first = release(repo, '1.0.0')
    repo.git('gc', '--quiet', '--prune=now')
    expect(parentsOf(repo, release(repo, '1.1.0'))[0]).toBe(first)
  })
})

describe('the command line of a release', () => {
  it('takes a version, and publishes to origin unless it is told otherwise', () => {
    const version = { major: 1, minor: 2, patch: 3 }
    expect(parseCommand(['1.2.3'])).toEqual({ version, remote: 'origin', isDryRun: false })
    expect(parseCommand(['1.2.3', '--dry-run', '--remote', 'fork'])).toEqual({
      version,
      remote: 'fork',
      isDryRun: true,
    })
  })

  it.for([[[]], [['']], [['--dry-run']], [['1.2.3', '1.2.4']], [['1.2.3', '--force']]])(
    'is answered with the usage for the arguments %j',
    ([args = []]) => {
      expect(() => parseCommand(args)).toThrow('Usage: npx -y pnpm@12 release VERSION')
    },
  )
})

describe('a release that may not be', () => {
  it.for(['1.2', 'v1.2.3', '1.2.3-rc.1', '01.2.3', ''])(
    'is refused for the version "%s"',
    (text) => {
      expect(() => parseVersion(text)).toThrow('is no version')
    },
  )

  it('is refused when the working tree has changes', () => {
    using repo = repository('1.0.0')
    repo.write({ 'new.txt': '' })
    expect(() => release(repo, '1.0.0')).toThrow('has changes')
    expect(refsOf(repo)).toEqual({})
  })

  it('is refused when the version exists', () => {
    using repo = repository('1.0.0')
    release(repo, '1.0.0')
    expect(() => release(repo, '1.0.0')).toThrow('never moves')
  })

  it('is refused when it is older than the last', () => {
    using repo = repository('1.0.0', '0.9.0')
    release(repo, '1.0.0')
    expect(() => release(repo, '0.9.0')).toThrow('older than 1.0.0')
  })

  it('is refused when the changelog has no section for it', () => {
    using repo = repository('1.0.0')
    expect(() => release(repo, '1.0.1')).toThrow('has no section')
  })

  it('is refused when an action would replace a folder at the root', () => {
    using repo = repository('1.0.0')
    repo.commit({ 'deploy-ecs/notes.txt': '' })
    expect(() => release(repo, '1.0.0')).toThrow('The root has "deploy-ecs" already')
  })

  it('is refused when a program of an action is not in dist', () => {
    using repo = repository('1.0.0')
    repo.commit({ 'actions/deploy-ecs/action.yml': 'runs:\n  main: ../../src/index.js\n' })
    expect(() => release(repo, '1.0.0')).toThrow('not in ../../dist/')
  })
})

describe('a release whose push fails', () => {
  it('leaves nothing when the remote refuses it', () => {
    using repo = repository('1.0.0')
    repo.refusePushes()
    expect(() => release(repo, '1.0.0')).toThrow('git push failed')
    expect(refsOf(repo)).toEqual({})
    expect(repo.git('tag')).toBe('')
  })

  it('leaves the others alone when somebody moved the moving tag meanwhile', () => {
    using repo = repository('1.0.0', '1.1.0')
    const first = release(repo, '1.0.0')
    const prepared = prepareRelease(repo.git, 'origin', parseVersion('1.1.0'))
    repo.git('push', '--quiet', '--force', 'origin', 'HEAD:refs/tags/v1')
    expect(() => publish(repo.git, 'origin', prepared)).toThrow('git push failed')
    expect(refsOf(repo)).toEqual({
      'refs/heads/releases/v1': first,
      'refs/tags/v1': repo.git('rev-parse', 'HEAD'),
      'refs/tags/v1.0.0': first,
    })
  })
})

function release({ git }: Repository, version: string): string {
  const prepared = prepareRelease(git, 'origin', parseVersion(version))
  publish(git, 'origin', prepared)
  return prepared.commit
}

/** All refs of the remote with their commits. */
function refsOf({ origin }: Repository): Record<string, string> {
  const lines = origin('for-each-ref', '--format=%(refname) %(objectname)').split('\n')
  const refs = lines.filter(Boolean).map((line) => line.split(' ', 2))
  return Object.fromEntries(refs.map(([ref = '', commit = '']) => [ref, commit]))
}

function parentsOf({ origin }: Repository, commit: string): string[] {
  return origin('show', '--no-patch', '--format=%P', commit).split(' ')
}
