import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, lutimesSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Build } from '../../src/content/index.ts'
import { buildOf, contentOf, hashOf, projectOf } from './project.ts'

const files = {
  Dockerfile: 'FROM scratch AS base\nARG OTHER\nCOPY . /\nFROM base AS final\n',
  '.dockerignore': 'logs\n*.md\n',
  'app.js': 'run()\n',
  'bin/start': '#!/bin/sh\n',
  'lib/a.js': 'a\n',
  'lib/b.js': 'b\n',
}

describe('the content hash is the same', () => {
  it('is 64 hexadecimal digits, for the same folder twice', async () => {
    const build = buildOf(projectOf(files))
    const hash = await hashOf(build)
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(await hashOf(build)).toBe(hash)
  })

  it('in another place, with files made in another order and at other times', async () => {
    const folder = projectOf(files)
    const other = projectOf(Object.fromEntries(Object.entries(files).toReversed()))
    for (const path of Object.keys(files)) lutimesSync(join(other, path), 1, 2)
    expect(await hashOf(buildOf(other))).toBe(await hashOf(buildOf(folder)))
  })

  it('for another owner', async ({ skip }) => {
    if (process.getuid?.() !== 0) skip('Only root can give files away.')
    const folder = projectOf(files)
    const hash = await hashOf(buildOf(folder))
    execFileSync('chown', ['-R', '1234:1234', folder])
    expect(await hashOf(buildOf(folder))).toBe(hash)
  })

  it('for a checkout under umask 002, where the group may write', async () => {
    const folder = projectOf(files)
    const hash = await hashOf(buildOf(folder))
    for (const path of Object.keys(files)) chmodSync(join(folder, path), 0o664)
    for (const path of ['bin', 'lib']) chmodSync(join(folder, path), 0o775)
    expect(await hashOf(buildOf(folder))).toBe(hash)
  })

  it('whatever is in files that .dockerignore names', async () => {
    const folder = projectOf(files)
    const hash = await hashOf(buildOf(folder))
    mkdirSync(join(folder, 'logs/today'), { recursive: true })
    writeFileSync(join(folder, 'logs/today/x.log'), 'x')
    writeFileSync(join(folder, 'README.md'), 'x')
    expect(await hashOf(buildOf(folder))).toBe(hash)
  })

  it('with the Dockerfile named, and with another name', async () => {
    const folder = projectOf({ ...files, '.dockerignore': 'Dockerfile\nother\n.dockerignore\n' })
    const hash = await hashOf(buildOf(folder))
    cpSync(join(folder, 'Dockerfile'), join(folder, 'other'))
    for (const name of ['Dockerfile', 'other']) {
      expect(await hashOf(buildOf(folder, { file: join(folder, name) }))).toBe(hash)
    }
  })

  it('with additional contexts in another order', async () => {
    const folder = projectOf(files)
    const [a, b] = ['lib', 'bin'].map((path) => join(folder, path))
    const contexts = Object.entries({ a, b }).map(([name, path = '']) => [name, path] as const)
    const [one, other] = [contexts, contexts.toReversed()].map((each) =>
      hashOf(buildOf(folder, { buildContexts: new Map(each) })),
    )
    expect(await one).toBe(await other)
  })

  it.for<[string, Partial<Build>, Partial<Build>]>([
    [
      'platforms in another order, or twice',
      { platforms: ['linux/arm64', 'linux/amd64'] },
      { platforms: ['linux/amd64', 'linux/arm64/v8', 'linux/x86_64'] },
    ],
    [
      'build arguments in another order',
      { buildArgs: new Map(['a', 'b'].map((name) => [name, '1'])) },
      { buildArgs: new Map(['b', 'a'].map((name) => [name, '1'])) },
    ],
    [
      'another proxy, which the Dockerfile does not declare',
      { buildArgs: new Map([['HTTPS_PROXY', 'http://a']]) },
      { buildArgs: new Map([['https_proxy', 'http://b']]) },
    ],
    [
      'a proxy or none, where the Dockerfile does not declare it',
      { buildArgs: new Map([['http_proxy', 'http://a']]) },
      {},
    ],
    ['the default network by name', {}, { network: 'default' }],
    ['a target in other letters', { target: 'final' }, { target: 'FINAL' }],
    ['secrets in another order', { secretIds: ['a', 'b'] }, { secretIds: ['b', 'a'] }],
  ])('with %s', async ([, one, other]) => {
    const folder = projectOf(files)
    expect(await hashOf(buildOf(folder, one))).toBe(await hashOf(buildOf(folder, other)))
  })
})

describe('the content hash is another one', () => {
  it.for<[string, (folder: string) => void]>([
    ['one byte', (folder) => writeFileSync(join(folder, 'lib/b.js'), 'c\n')],
    ['line endings', (folder) => writeFileSync(join(folder, 'lib/b.js'), 'b\r\n')],
    ['the bit that makes it run', (folder) => chmodSync(join(folder, 'bin/start'), 0o755)],
    ['who may read it', (folder) => chmodSync(join(folder, 'lib/b.js'), 0o600)],
    ['that the group may write it', (folder) => chmodSync(join(folder, 'lib/b.js'), 0o664)],
    ['as whom it runs', (folder) => chmodSync(join(folder, 'lib/b.js'), 0o4644)],
    ['the mode of a folder', (folder) => chmodSync(join(folder, 'lib'), 0o700)],
    ['a new empty file', (folder) => writeFileSync(join(folder, 'new'), '')],
    ['a new empty folder', (folder) => mkdirSync(join(folder, 'new'))],
    ['another name', (folder) => execFileSync('mv', ['app.js', 'App.js'], { cwd: folder })],
    ['content that moved', (folder) => execFileSync('mv', ['lib/b.js', '.'], { cwd: folder })],
    ['a link in its place', (folder) => execFileSync('ln', ['-sf', 'x', `${folder}/app.js`])],
    ['a pipe', (folder) => execFileSync('mkfifo', [join(folder, 'pipe')])],
    ['a comment in .dockerignore, which is copied', append('.dockerignore', '# x\n')],
    ['a pattern of .dockerignore', append('.dockerignore', 'lib\n')],
    ['a comment in the Dockerfile', append('Dockerfile', '# x\n')],
  ])('for %s', async ([, change]) => {
    const folder = projectOf(files)
    const hash = await hashOf(buildOf(folder))
    change(folder)
    expect(await hashOf(buildOf(folder))).not.toBe(hash)
  })

  it('for a link to another place', async () => {
    const [one, other] = [projectOf(files), projectOf(files)]
    symlinkSync('app.js', join(one, 'link'))
    symlinkSync('./app.js', join(other, 'link'))
    expect(await hashOf(buildOf(one))).not.toBe(await hashOf(buildOf(other)))
  })

  it('for a Dockerfile that is not sent, and for its own .dockerignore', async () => {
    const folder = projectOf({ ...files, '.dockerignore': '*.md\n*ockerfile*\n' })
    const hash = await hashOf(buildOf(folder))
    append('Dockerfile', 'LABEL a=b\n')(folder)
    const changed = await hashOf(buildOf(folder))
    writeFileSync(join(folder, 'Dockerfile.dockerignore'), '*ockerfile*\nlib\n')
    expect(new Set([hash, changed, await hashOf(buildOf(folder))]).size).toBe(3)
  })

  it('for every option that can change the image', async () => {
    const folder = projectOf({ ...files, Dockerfile: `ARG http_proxy\n${files.Dockerfile}` })
    const map = (text: string): ReadonlyMap<string, string> => new Map([['a', text]])
    const given: readonly Partial<Build>[] = [
      {},
      { target: 'base' },
      { target: 'final' },
      { platforms: ['linux/s390x'] },
      { platforms: ['linux/s390x', 'linux/riscv64'] },
      { buildArgs: map('') },
      { buildArgs: map('1') },
      { buildArgs: new Map([['http_proxy', 'http://a']]) },
      { buildArgs: new Map([['http_proxy', 'http://b']]) },
      { buildArgs: new Map([['SOURCE_DATE_EPOCH', '0']]) },
      { buildArgs: new Map([['SOURCE_DATE_EPOCH', '1']]) },
      { labels: map('1') },
      { labels: map('2') },
      { annotations: map('1') },
      { network: 'host' },
      { secretIds: ['a'] },
      { provenance: 'mode=max' },
      { sbom: 'true' },
      { buildContexts: new Map([['extra', join(folder, 'lib')]]) },
      { buildContexts: new Map([['extra', join(folder, 'bin')]]) },
      { buildContexts: new Map([['other', join(folder, 'bin')]]) },
    ]
    const hashes = await Promise.all(given.map((each) => hashOf(buildOf(folder, each))))
    expect(new Set(hashes).size).toBe(given.length)
  })
})

describe('what goes into the hash', () => {
  it('is told part by part, without the values of arguments and labels', async () => {
    const given = {
      buildArgs: new Map([['TOKEN', 'hunter2']]),
      labels: new Map([['team', 'hunter2']]),
      secretIds: ['npm'],
      platforms: ['linux/amd64'],
      target: 'final',
    }
    expect(await contentOf(buildOf(projectOf(files), given))).toMatchObject({
      kind: 'known',
      bases: [],
      explains: [
        expect.stringMatching(/^context: 6 files, 89 bytes, [0-9a-f]{12}$/),
        expect.stringMatching(/^Dockerfile: [0-9a-f]{12}$/),
        'target: final',
        'platforms: linux/amd64',
        'build arguments: TOKEN',
        'labels: team',
        'secrets: npm',
      ],
      advice: [],
    })
  })

  it('names no proxy that does not count', async () => {
    const buildArgs = new Map([['HTTPS_PROXY', 'http://a']])
    const content = await contentOf(buildOf(projectOf(files), { buildArgs }))
    expect(content).toMatchObject({ kind: 'known' })
    expect(JSON.stringify(content)).not.toContain('PROXY')
  })

  it('names its platforms in one notation', async () => {
    const platforms = ['linux/arm64/v8', 'linux/x86_64']
    const one = await contentOf(buildOf(projectOf(files), { platforms }))
    expect(one).toMatchObject({ platforms: ['linux/amd64', 'linux/arm64'] })
  })

  it('is the folder of git where .dockerignore does not name it, with advice', async () => {
    const folder = projectOf({ ...files, '.git/HEAD': 'ref: refs/heads/main\n' })
    const content = await contentOf(buildOf(folder))
    expect(content).toMatchObject({ advice: [expect.stringContaining('a line .git stands in')] })
    append('.dockerignore', '.git\n')(folder)
    expect(await contentOf(buildOf(folder))).toMatchObject({ kind: 'known', advice: [] })
  })
})

function append(file: string, text: string): (folder: string) => void {
  return (folder) => writeFileSync(join(folder, file), text, { flag: 'a' })
}
