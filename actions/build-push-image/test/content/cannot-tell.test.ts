import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Build } from '../../src/content/index.ts'
import { buildOf, contentOf, hashOf, projectOf, reasonOf, type Files } from './project.ts'

const address = 'https://user:hunter2@example.com/a.tgz?token=hunter2'

describe('the content of a build is not known, which is said with the reason,', () => {
  it.for<[string, string, RegExp]>([
    ['ADD fetches something', `FROM scratch\nADD ${address} /\n`, /^ADD https:\/\/example\.com/],
    ['ADD fetches in JSON', 'FROM scratch\nADD ["http://a.b/c", "/"]\n', /^ADD http:\/\/a\.b\/c /],
    ['ADD clones', 'FROM scratch\nADD git@github.com:o/r.git /\n', /^ADD git@github/],
    ['ADD clones as any user', 'FROM scratch\nADD alice@a.b:r.git /\n', /^ADD alice@a\.b:r\.git /],
    [
      'ADD clones as the user of a variable',
      'FROM scratch\nARG U=alice\nADD $U@a.b:r.git /\n',
      /^ADD alice@a\.b/,
    ],
    ['ADD fetches, partly in quotes', 'FROM scratch\nADD ht"tp://a.b/c" /\n', /^ADD http:\/\/a/],
    [
      'ADD fetches with an empty checksum',
      'FROM scratch\nARG SUM=\nADD --checksum=$SUM https://a.b/c /\n',
      /^ADD https:\/\/a\.b\/c /,
    ],
    ['ADD may clone', 'FROM scratch\nADD alice@$HOST:r.git /\n', /^The variable HOST may come/],
    ['ADD fetches by quotes', 'FROM scratch\nADD "http://$URL" /\n', /^The variable URL may/],
    ['the escape is set after #!', '#!/x\n# escape=`\nFROM scratch\n', /sets its escape/],
    [
      'ADD fetches by a variable',
      'FROM scratch\nARG BASE=https://a.b\nADD ${BASE}/c /\n',
      /^ADD https:\/\/a\.b\/c /,
    ],
    ['ADD takes a variable of a base', 'FROM scratch\nADD $URL /\n', /^The variable URL may come/],
    [
      'a stage that is copied from fetches',
      'FROM scratch AS a\nADD http://a /\nFROM scratch\nCOPY --from=a / /\n',
      /^ADD http/,
    ],
    ['a variable is edited', 'ARG A=1\nFROM x:${A#1}\n', /it edits a value/],
    ['a variable is asked for', 'FROM ${A:?no}\n', /^The variable A is not set/],
    ['a variable is empty', 'FROM ${A}\n', /names no image/],
    ['a name is none', 'FROM Some/Thing\n', /upper-case letter/],
    [
      '--from has a variable',
      'ARG A=a\nFROM scratch\nCOPY --from=$A / /\n',
      /Docker does not fill/,
    ],
    ['another language reads it', '# syntax=some/frontend:1@sha256:0\nFROM x\n', /digest/],
    ['another frontend reads it', '# syntax=some/frontend:1\nFROM x\n', /only that knows/],
    ['there is no FROM', '# nothing\n', /has no FROM/],
  ])('where %s', async ([, dockerfile, reason]) => {
    const said = await reasonOf(buildOf(projectOf({ Dockerfile: dockerfile })))
    expect(said).toMatch(reason)
    expect(said).not.toContain('hunter2')
  })

  it.for<[string, Partial<Build>]>([
    ['the context is of git', { context: 'https://user:hunter2@github.com/o/r.git' }],
    ['the context is on standard input', { context: '-' }],
    ['the Dockerfile is on standard input', { file: '-' }],
    ['the Dockerfile is fetched', { file: 'https://example.com/Dockerfile' }],
    ['an additional context is of git', { buildContexts: new Map([['a', 'git@a.b:c']]) }],
    ['an additional context is a layout', { buildContexts: new Map([['a', 'oci-layout://x']]) }],
  ])('where %s', async ([, given]) => {
    const folder = projectOf({ Dockerfile: 'FROM scratch\n' })
    const said = await reasonOf(buildOf(folder, given))
    expect(said).toMatch(/which only docker reads|is read by docker alone/)
    expect(said).not.toContain('hunter2')
  })

  it('where a policy of the builder may replace images', async () => {
    const folder = projectOf({ Dockerfile: 'FROM scratch\n' })
    expect(await reasonOf(buildOf(folder, { sourcePolicy: true }))).toMatch(/SOURCE_POLICY is set/)
  })

  it('where docker would refuse a pattern of .dockerignore', async () => {
    const files = { Dockerfile: 'FROM scratch\n', '.dockerignore': 'a\n!\n' }
    expect(await reasonOf(buildOf(projectOf(files)))).toMatch(/^The pattern ! in \.dockerignore/)
  })

  it('where the name of a file is no text', async () => {
    const folder = projectOf({ Dockerfile: 'FROM scratch\n' })
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/bad`), Buffer.of(0xff)]), '')
    expect(await reasonOf(buildOf(folder))).toMatch(/no UTF-8 text/)
  })
})

describe('the content of a build is known', () => {
  it.for<[string, string]>([
    ['ADD says what it fetches', 'ADD --checksum=sha256:0 https://a.b/c /\n'],
    ['ADD says it by an argument', 'ARG S=sha256:0\nADD --checksum=$S https://a.b/c /\n'],
    ['ADD takes a file with @', 'ADD a@b.js /\n'],
    ['ADD takes a file of the context', 'ADD app.js https.txt h /\n'],
    ['ADD takes a file that a variable ends', 'ADD app-${VERSION}.js /\n'],
    ['ADD takes a file by a variable', 'ARG DIR=lib\nENV TO=$DIR/x\nADD ${TO}.js /\n'],
    ['ENV wins over ARG', 'ENV A=lib\nARG A=https://a.b\nADD ${A}/c /\n'],
    ['a document within names images', 'RUN <<EOF\nFROM x\nADD http://a /\nEOF\nCOPY a /\n'],
  ])('where %s', async ([, instructions]) => {
    expect(
      await hashOf(buildOf(projectOf({ Dockerfile: `FROM scratch\n${instructions}` }))),
    ).toBeTypeOf('string')
  })

  it('where only a stage that is not built fetches something', async () => {
    const dockerfile = 'FROM scratch AS a\nADD http://a /\nFROM scratch AS b\n'
    const folder = projectOf({ Dockerfile: dockerfile })
    expect(await hashOf(buildOf(folder))).toBeTypeOf('string')
    expect(await reasonOf(buildOf(folder, { target: 'a' }))).toMatch(/^ADD/)
  })
})

describe('a build that cannot begin is an error of an input', () => {
  const plain: Files = { Dockerfile: 'FROM scratch AS app\n', file: '' }

  it.for<[string, (folder: string) => Partial<Build>, RegExp]>([
    ['its context is missing', (folder) => ({ context: join(folder, 'x') }), /no folder .*\/x/],
    ['its context is a file', (folder) => ({ context: join(folder, 'file') }), /is no folder/],
    ['its Dockerfile is missing', (folder) => ({ file: join(folder, 'x') }), /no Dockerfile .*\/x/],
    ['its target is missing', () => ({ target: 'ap' }), /no stage ap\. Did you mean app\?/],
    ['its target is a number too high', () => ({ target: '1' }), /no stage 1/],
    [
      'an additional context is missing',
      (folder) => ({ buildContexts: new Map([['a', join(folder, 'x')]]) }),
      /no folder .*\/x/,
    ],
  ])('where %s', async ([, given, message]) => {
    const folder = projectOf(plain)
    await expect(contentOf(buildOf(folder, given(folder)))).rejects.toMatchObject({
      name: 'ActionError',
      code: 'input',
      message: expect.stringMatching(message),
      remedy: expect.stringMatching(/`(?:context|file|target|build-contexts)`/),
    })
  })

  it('where the context has no Dockerfile, of which both inputs are named', async () => {
    await expect(contentOf(buildOf(projectOf({ a: '' })))).rejects.toMatchObject({
      message: expect.stringMatching(/no Dockerfile .*\/Dockerfile\.$/),
      remedy: expect.stringMatching(/`context`.*`file`/),
    })
  })

  it('and the reason of the signal where the job is cancelled', async () => {
    const { contentHash } = await import('../../src/content/index.ts')
    const signal = AbortSignal.abort(new Error('cancelled'))
    const hash = contentHash(buildOf(projectOf(plain)), {
      lookUp: () => Promise.reject(new Error()),
      signal,
    })
    await expect(hash).rejects.toThrow('cancelled')
  })
})

it('links that lead nowhere, or to themselves, are links and are not followed', async () => {
  const folder = projectOf({ Dockerfile: 'FROM scratch\nCOPY . /\n' })
  mkdirSync(join(folder, 'a'))
  symlinkSync('..', join(folder, 'a/up'))
  symlinkSync('self', join(folder, 'self'))
  symlinkSync('/nowhere', join(folder, 'dangling'))
  expect(await contentOf(buildOf(folder))).toMatchObject({
    explains: [expect.stringMatching(/^context: 1 file, /), expect.anything(), expect.anything()],
  })
})
