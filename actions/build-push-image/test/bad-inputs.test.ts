import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkout, provide } from './in-flow.ts'

/** A value that no error may repeat. */
const canary = 'hunter2-canary'

const folder = mkdtempSync(join(tmpdir(), 'bad-inputs-'))
const place = checkout()
afterAll(() => {
  rmSync(folder, { recursive: true })
  place[Symbol.dispose]()
})

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

type Inputs = Readonly<Record<string, string>>

const promotion = { 'promote-from': 'sandbox/api:1' }

/** Inputs that are wrong, and words of the error: the input that it names, and what is allowed instead. */
const rows: readonly (readonly [string, Inputs, readonly string[]])[] = [
  ['no repository', { repository: '' }, ['repository', 'required']],
  ['a repository with capitals', { repository: 'Arbiter/Backend' }, ['repository', 'upper-case']],
  ['a repository with a tag', { repository: 'app:1' }, ['repository', 'tags have an input']],
  [
    'a repository with a digest',
    { repository: `app@sha256:${'0'.repeat(64)}` },
    ['repository', 'tags have an input'],
  ],
  ['a repository with a space', { repository: 'my app' }, ['repository']],
  ['a repository that is a web address', { repository: 'https://ghcr.io/a/b' }, ['repository']],
  [
    'a host twice',
    { repository: 'ghcr.io/a/b', registry: 'ghcr.io' },
    ['repository', 'keep one of them'],
  ],
  ['a registry that is a web address', { registry: 'https://ghcr.io' }, ['registry', 'host alone']],
  ['a registry without a dot', { registry: 'registry' }, ['registry', 'a dot or a port']],
  ['a user without a password', { 'registry-username': 'ci' }, ['registry-password', 'together']],
  ['a password without a user', { 'registry-password': canary }, ['registry-username', 'together']],
  ['a yes for pull', { pull: 'yes' }, ['pull', 'neither true nor false']],
  ['a 1 for no-cache', { 'no-cache': '1' }, ['no-cache', 'neither true nor false']],
  ['a TRUE for dry-run', { 'dry-run': 'TRUE' }, ['dry-run', 'neither true nor false']],
  ['an on for create-repository', { 'create-repository': 'on' }, ['create-repository']],
  ['an unknown mode of caches', { cache: 'registy' }, ['cache', 'did you mean registry']],
  ['an unknown reuse', { reuse: 'true' }, ['reuse', 'content, off']],
  ['an age in words', { 'reuse-max-age': 'a week' }, ['reuse-max-age']],
  ['an age without a unit', { 'reuse-max-age': '7' }, ['reuse-max-age']],
  ['a negative age', { 'reuse-max-age': '-1d' }, ['reuse-max-age']],
  ['an unknown network', { network: 'bridge' }, ['network', 'default, none, host']],
  ['a region that is none', { 'aws-region': 'Virginia' }, ['aws-region']],
  ['no tag', { tags: ' \n,' }, ['tags', 'no tag']],
  ['a placeholder that is none', { tags: '{shortsha}' }, ['tags', 'did you mean {short-sha}']],
  ['a placeholder in capitals', { tags: '{SHA}' }, ['tags', '{sha}']],
  ['a placeholder of another kind', { tags: 'v{major}' }, ['tags', '{version}']],
  ['a brace without its other one', { tags: '{sha' }, ['tags', 'without its other one']],
  ['braces in braces', { tags: '{{sha}}' }, ['tags']],
  ['build arguments without a value', { 'build-args': 'A=1\nB' }, ['build-args', 'line 2']],
  ['a build argument twice', { 'build-args': 'A=1\nA=2' }, ['build-args.A', 'twice']],
  ['a build argument without a name', { 'build-args': 'A=1\n=2' }, ['build-args']],
  ['a build argument to remove', { 'build-args': '!A' }, ['build-args', 'cannot be removed']],
  ['build arguments that are a list', { 'build-args': '- A' }, ['build-args', 'NAME=VALUE']],
  ['labels without a value', { labels: 'A=1\nB' }, ['labels', 'line 2']],
  ['a label with white space', { labels: '{"a b": "c"}' }, ['labels', 'white space']],
  ['annotations that are broken', { annotations: '{"a":' }, ['annotations']],
  ['contexts that are a list', { 'build-contexts': '[a]' }, ['build-contexts']],
  ['a platform that is none', { platforms: 'amd64' }, ['platforms', 'linux/amd64']],
  ['a platform with a backslash', { platforms: 'linux\\amd64' }, ['platforms', 'linux/amd64']],
  [
    'a platform that is not the expected one',
    { platforms: 'linux/arm64', 'expect-platform': 'linux/amd64' },
    ['platforms', 'expect-platform wants'],
  ],
  ['an expected platform that is none', { 'expect-platform': 'x86' }, ['expect-platform']],
  ['an empty secret', { secrets: 'npm=' }, ['secrets.npm', 'is empty', 'GitHub']],
  ['a blank secret', { secrets: '{"npm": "  "}' }, ['secrets.npm', 'is empty']],
  ['a secret without =', { secrets: `npm=${canary}\n${canary}` }, ['secrets', 'line 2']],
  ['a secret twice', { secrets: `npm=${canary}\nnpm=${canary}` }, ['secrets.npm', 'twice']],
  ['broken JSON of secrets', { secrets: `{"npm": "${canary}"` }, ['secrets']],
  [
    'a secret file that is not there',
    { 'secret-files': 'npm=./none' },
    ['secret-files.npm', './none', 'no file'],
  ],
  ['a folder for a secret', { 'secret-files': `npm=${folder}` }, ['secret-files.npm', 'no file']],
  [
    'a secret file that is empty',
    { 'secret-files': `npm=${file('empty', '')}` },
    ['secret-files.npm', 'is empty'],
  ],
  [
    'a secret by value and by file',
    { secrets: `npm=${canary}`, 'secret-files': `npm=${file('npm', canary)}` },
    ['secret-files.npm', 'in secrets as well'],
  ],
  [
    'a lifecycle policy for a repository that is there',
    { 'lifecycle-policy': './policy.json' },
    ['lifecycle-policy', 'create-repository'],
  ],
  [
    'a lifecycle policy that is not there',
    { 'create-repository': 'true', 'lifecycle-policy': './none.json' },
    ['lifecycle-policy', './none.json'],
  ],
  [
    'a lifecycle policy that is no JSON',
    { 'create-repository': 'true', 'lifecycle-policy': file('policy', 'rules: []') },
    ['lifecycle-policy'],
  ],
  [
    'a role without promotion',
    { 'promote-from-role': 'arn' },
    ['promote-from-role', 'promote-from'],
  ],
  ['an image to copy that is none', { 'promote-from': 'A B' }, ['promote-from']],
  ['a Dockerfile for a copy', { ...promotion, file: 'Dockerfile' }, ['file', 'copies']],
  ['secrets for a copy', { ...promotion, secrets: `a=${canary}` }, ['secrets', 'copies']],
  ['platforms for a copy', { ...promotion, platforms: 'linux/amd64' }, ['platforms', 'copies']],
]

describe('inputs that are wrong', () => {
  it.each(rows)('are told before anything is asked: %s', async (_, inputs, words) => {
    const run = await provide({ context: place.folder, ...inputs }, {})
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    expect(run.errors).toHaveLength(1)
    for (const word of words) expect(run.errors[0]?.message).toContain(word)
    expect(run.simulator.requests).toEqual([])
    expect(run.everything).not.toContain(canary)
  })

  it('are told all at once', async () => {
    const inputs = {
      repository: 'app:1',
      tags: '{shortsha}',
      cache: 'none',
      'build-args': 'A',
      secrets: 'npm=',
      'reuse-max-age': 'old',
      platforms: 'amd64',
    }
    const { errors } = await provide(inputs, {})
    expect(errors).toHaveLength(1)
    for (const name of Object.keys(inputs)) expect(errors[0]?.message).toContain(name)
  })

  it.each<readonly [string, Inputs, readonly string[]]>([
    ['a context that is not there', { context: './none' }, ['./none', 'context']],
    ['a context that is a file', { context: join(place.folder, 'app') }, ['context']],
    [
      'a Dockerfile that is not there',
      { file: './none.Dockerfile' },
      ['./none.Dockerfile', 'file'],
    ],
    ['a stage that is not there', { target: 'runner' }, ['no stage runner', 'target']],
    ['a tag of a branch for a version', { tags: '{version}' }, ['{version}', 'v1.2.3']],
  ])('are told when they are looked for: %s', async (_, inputs, words) => {
    const run = await provide({ context: place.folder, ...inputs }, {})
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    for (const word of words) expect(run.errors[0]?.message).toContain(word)
  })
})
