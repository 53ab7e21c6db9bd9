import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readMetadata } from '../../src/build/metadata.ts'

const folder = mkdtempSync(join(tmpdir(), 'metadata-'))
afterAll(() => rmSync(folder, { recursive: true }))

function read(tree: unknown) {
  const path = join(folder, 'metadata.json')
  writeFileSync(path, JSON.stringify(tree))
  return readMetadata(path)
}

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const digest = `sha256:${'6'.repeat(64)}`

/** As buildx 0.16 and newer write it with BUILDX_METADATA_WARNINGS. */
const warned = {
  'buildx.build.ref': 'default/default/uutovc9uujpy522tze9yq2gyf',
  'buildx.build.warnings': [
    {
      vertex: 'sha256:cd7bcd1ea2e8e5fa4b0a5ebbd4eaf7d1b2e2b3dd2b4b5b0a7f8f6d1c1d6d0d58',
      level: 1,
      short: base64("FromAsCasing: 'as' and 'FROM' keywords' casing do not match (line 2)"),
      detail: [base64("The 'as' keyword should match the case of the 'from' keyword")],
      url: 'https://docs.docker.com/go/dockerfile/rule/from-as-casing/',
      sourceInfo: {
        filename: 'api.Dockerfile',
        data: base64('FROM scratch as app'),
        language: 'Dockerfile',
      },
      range: [{ start: { line: 2 }, end: { line: 2 } }],
    },
    { level: 1, short: base64('The builder is old.') },
  ],
  'containerimage.config.digest': `sha256:${'5'.repeat(64)}`,
  'containerimage.digest': digest,
}

describe('what buildx says of a build', () => {
  it('holds the digest that was pushed', async () => {
    expect(await read(warned)).toMatchObject({ digest })
  })

  it('holds warnings of the Dockerfile with their place, as far as there is one', async () => {
    const { warnings } = await read(warned)
    expect(warnings).toEqual([
      {
        message:
          "FromAsCasing: 'as' and 'FROM' keywords' casing do not match (line 2)\nThe 'as' keyword should match the case of the 'from' keyword\nhttps://docs.docker.com/go/dockerfile/rule/from-as-casing/",
        file: 'api.Dockerfile',
        line: 2,
      },
      { message: 'The builder is old.', file: undefined, line: undefined },
    ])
  })

  it('is handed on without the warnings, which hold the Dockerfile again and again', async () => {
    const { json } = await read(warned)
    expect(JSON.parse(json)).toEqual({
      'buildx.build.ref': warned['buildx.build.ref'],
      'containerimage.config.digest': warned['containerimage.config.digest'],
      'containerimage.digest': digest,
    })
  })

  it.each([
    ['another form of digest', { 'containerimage.digest': 'md5:1' }],
    ['a list', []],
    ['nothing', null],
    ['warnings that are none', { 'buildx.build.warnings': 'none' }],
    ['warnings without words', { 'buildx.build.warnings': [{}, null, 7] }],
  ])('is nothing to be handed on, where it is %s', async (_, tree) => {
    expect(await read(tree)).toMatchObject({ digest: undefined, warnings: [] })
  })

  it('is nothing where buildx has written no file', async () => {
    expect(await readMetadata(join(folder, 'none.json'))).toEqual({
      digest: undefined,
      json: '{}',
      warnings: [],
    })
  })
})
