import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { parseVersion } from '../../scripts/release/checks.ts'
import { gitIn } from '../../scripts/release/git.ts'
import { prepareRelease, publish } from '../../scripts/release/publish.ts'
import { repositoryRoot } from '../../scripts/repository.ts'
import { findAct, runUnderAct } from './act.ts'
import { skipReason } from './programs.ts'

const act = findAct()
const skipped = skipReason('the example from a released tag under act', {
  'act (go install github.com/nektos/act@v0.2.87)': act !== undefined,
})

const workflow = 'workflows-examples/arbiter-runbook/sandbox.yml'
const image = '123456789012.dkr.ecr.us-east-1.amazonaws.com/arbiter-ai/backend:1.4.0'

describe.skipIf(skipped !== undefined)('the example, with the actions of a released tag', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'release-act-'))
  afterAll(() => rmSync(scratch, { recursive: true, force: true }))

  it('runs to a healthy deployment under act', async () => {
    const suite = downloadOfRelease(scratch)
    const simulator = await startSimulator('packages/local-runner/demo/healthy.yml')
    const run = await runUnderAct({
      act: act ?? '',
      cwd: userRepository(scratch),
      home: scratch,
      workflow,
      suite,
      args: [
        ...['--input', `image=${image}`, '--input', 'version=1.4.0'],
        ...['--var', 'AWS_ROLE_ARN=arn:aws:iam::123456789012:role/arbiter-deploy'],
        ...['--var', `APP_URL=${simulator.endpoints['sandbox.arbiter-ai.com']}`],
        ...['--env', `AWS_ENDPOINT_URL=${simulator.url}`],
        ...['--env', 'AWS_EC2_METADATA_DISABLED=true'],
        ...['--env', 'ACTIONS_ID_TOKEN_REQUEST_URL=http://127.0.0.1:9/'],
      ],
    })
    expect(run.log).toContain('outcome=deployed')
    expect(run.exitCode).toBe(0)
  })
})

/** Releases this checkout as v1.0.0 to a bare repository; gives what a runner downloads of `v1`. */
function downloadOfRelease(scratch: string): string {
  const [work, bare, tree] = [join(scratch, 'work'), join(scratch, 'bare'), join(scratch, 'tree')]
  const environment = identity()
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

/** A repository of a user, with the example committed. */
function userRepository(scratch: string): string {
  const folder = join(scratch, 'user')
  cpSync(join(repositoryRoot, 'workflows-examples'), join(folder, 'workflows-examples'), {
    recursive: true,
  })
  gitIn(folder)('init', '--quiet', '--initial-branch=main')
  const git = gitIn(folder, { environment: identity() })
  git('add', '--all')
  git('commit', '--quiet', '--message', 'example')
  git('remote', 'add', 'origin', 'https://github.com/arbiter-ai/arbiter.git')
  return folder
}

function identity(): Record<string, string> {
  const [name, email] = ['test', 'test@localhost']
  return {
    ...{ GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email },
    ...{ GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email },
  }
}

interface RunningSimulator {
  readonly url: string
  readonly endpoints: Readonly<Record<string, string>>
}

/** The simulator as a process of its own, whose time runs faster than the clock on the wall. */
async function startSimulator(world: string): Promise<RunningSimulator> {
  const cli = 'packages/aws-simulator/src/cli.ts'
  const child = spawn(
    process.execPath,
    ['--conditions=source', cli, '--world', world, '--speed', '20'],
    { cwd: repositoryRoot, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  onTestFinished(() => void child.kill())
  // An event of readline carries one line of text; this one says that the simulator is ready.
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  // What the simulator prints, by its own documentation.
  return JSON.parse(line) as RunningSimulator
}
