import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parseVersion } from '../../scripts/release/checks.ts'
import { gitIn } from '../../scripts/release/git.ts'
import { prepareRelease, publish } from '../../scripts/release/publish.ts'
import { repositoryRoot } from '../../scripts/repository.ts'
import { argumentsOfExample, findAct, runUnderAct } from './act.ts'
import { skipReason } from './programs.ts'
import { startStandaloneSimulator } from './standalone-simulator.ts'
import { applicationOf, testIdentity, userRepository } from './user-repository.ts'

const act = findAct()
const skipped = skipReason('the example from a released tag under act', {
  'act (go install github.com/nektos/act@v0.2.87)': act !== undefined,
})

const workflow = 'workflows-examples/arbiter-runbook/sandbox.yml'

describe.skipIf(skipped !== undefined)('the example, with the actions of a released tag', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'release-act-'))
  afterAll(() => rmSync(scratch, { recursive: true, force: true }))

  it('runs to a healthy deployment under act', async () => {
    const suite = downloadOfRelease(scratch)
    const world = 'packages/local-runner/demo/healthy.yml'
    const simulator = await startStandaloneSimulator(world)
    const run = await runUnderAct({
      act: act ?? '',
      cwd: userRepository(scratch, ['workflows-examples'], applicationOf(world)),
      home: scratch,
      workflow,
      suite,
      args: argumentsOfExample(simulator),
    })
    expect(run.log).toContain('outcome=deployed')
    expect(run.exitCode).toBe(0)
  })
})

/** Releases this checkout as v1.0.0 to a bare repository; gives what a runner downloads of `v1`. */
function downloadOfRelease(scratch: string): string {
  const [work, bare, tree] = [join(scratch, 'work'), join(scratch, 'bare'), join(scratch, 'tree')]
  const environment = testIdentity()
  gitIn(scratch)('init', '--quiet', '--bare', bare)
  for (const path of [
    'actions',
    'dist',
    'LICENSE',
    'CHANGELOG.md',
    '.gitattributes',
    '.gitignore',
  ]) {
    cpSync(join(repositoryRoot, path), join(work, path), {
      recursive: true,
      filter: (source) => !source.includes('node_modules'),
    })
  }
  const changelog = readFileSync(join(work, 'CHANGELOG.md'), 'utf8')
  writeFileSync(
    join(work, 'CHANGELOG.md'),
    changelog.replace('## [Unreleased]\n', '$&\n## [1.0.0] - 2026-01-01\n'),
  )
  gitIn(work)('init', '--quiet')
  const git = gitIn(work, { environment })
  git('add', '--all')
  git('commit', '--quiet', '--message', 'suite')
  publish(git, bare, prepareRelease(git, bare, parseVersion('1.0.0')))
  mkdirSync(tree)
  gitIn(bare)('archive', '--format=tar', '--output=tree.tar', 'refs/tags/v1')
  execFileSync('tar', ['-xf', join(bare, 'tree.tar'), '-C', tree])
  return tree
}
