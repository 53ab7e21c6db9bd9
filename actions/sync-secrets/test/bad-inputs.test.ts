import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { changes } from '../../../test/support/run-in-world.ts'
import { appWorld, syncIn } from './in-flow.ts'

/** A value that no error may repeat. */
const canary = 'hunter2-canary'

const folder = mkdtempSync(join(tmpdir(), 'bad-inputs-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

type Inputs = Readonly<Record<string, string>>

/** Inputs that are wrong, and words of the error: the input that it names, and what is allowed instead. */
const rows: readonly (readonly [string, Inputs, readonly string[]])[] = [
  ['no secret', { 'secret-id': '' }, ['secret-id', 'is required, or secrets for several']],
  ['a name with a space', { 'secret-id': 'my app' }, ['secret-id', 'letters, digits and /_+=.@-!']],
  ['a name of 513 characters', { 'secret-id': 'a'.repeat(513) }, ['secret-id', 'up to 512']],
  [
    'an ARN of something else',
    { 'secret-id': 'arn:aws:s3:::app' },
    ['secret-id', 'not that of a secret'],
  ],
  ['an unknown mode', { mode: 'pus' }, ['mode', 'push, check, pull', 'did you mean push']],
  ['a mode in capitals', { mode: 'PUSH' }, ['mode', 'push, check, pull']],
  ['an unknown way to write', { write: 'overwrite' }, ['write', 'merge, replace, raw']],
  ['an unknown word for create', { create: 'always' }, ['create', 'if-missing, never']],
  [
    'a yes for restore-deleted',
    { 'restore-deleted': 'yes' },
    ['restore-deleted', 'neither true nor false'],
  ],
  ['a 1 for key-manifest', { 'key-manifest': '1' }, ['key-manifest', 'neither true nor false']],
  ['an on for dry-run', { 'dry-run': 'on' }, ['dry-run', 'neither true nor false']],
  ['an empty dry-run', { 'dry-run': ' ' }, ['dry-run', 'is empty']],
  ['a region that is none', { 'aws-region': 'Virginia' }, ['aws-region']],
  ['nothing to write', { values: '' }, ['values', 'nothing is given to write', 'values-from-env']],
  [
    'only a schema that makes nothing',
    { values: '', schema: 'A: {required: true}' },
    ['values', 'nothing is given'],
  ],
  ['a line without =', { values: `A=b\n${canary}` }, ['values', 'line 2']],
  ['a PEM in lines', { values: `A=-----BEGIN\n${canary}` }, ['values', 'line 2', 'JSON or YAML']],
  ['a name twice', { values: `A=${canary}\nA=x` }, ['values.A', 'given twice']],
  ['broken JSON', { values: `{"A":"${canary}"` }, ['values', 'line 1']],
  ['JSON with a key twice', { values: `{"A":"${canary}","A":"x"}` }, ['values', 'line 1']],
  ['a list of values', { values: `- ${canary}` }, ['values', 'NAME=VALUE lines, a JSON object']],
  ['nested YAML', { values: `A:\n  - ${canary}` }, ['values.A', 'must be text']],
  ['an alias that leads nowhere', { values: `A: *${canary}` }, ['values']],
  [
    'a variable that is not set',
    { 'values-from-env': 'NOT_SET' },
    ['values-from-env', 'NOT_SET', 'env: of this step'],
  ],
  [
    'a variable without a name',
    { 'values-from-env': 'A=' },
    ['values-from-env', 'KEY or KEY=VARIABLE'],
  ],
  [
    'a variable twice',
    { 'values-from-env': 'PRESENT\nPRESENT' },
    ['values-from-env', 'given twice'],
  ],
  [
    'a file that is not there',
    { 'values-file': './none.env' },
    ['values-file', './none.env', 'ENOENT'],
  ],
  ['a folder for a file', { 'values-file': folder }, ['values-file', 'EISDIR']],
  [
    'a dotenv file with a lost line',
    { 'values-file': file('lost.env', `A=b\n${canary}`) },
    ['values-file', 'line 2'],
  ],
  [
    'a dotenv file with an open quote',
    { 'values-file': file('open.env', `A="${canary}`) },
    ['values-file', 'not closed'],
  ],
  [
    'a dotenv file with a #',
    { 'values-file': file('hash.env', `A=${canary}#1`) },
    ['values-file', 'quotes'],
  ],
  [
    'a dotenv file with a name twice',
    { 'values-file': file('twice.env', `A=${canary}\nA=`) },
    ['values-file', 'second time'],
  ],
  [
    'a JSON file that is a list',
    { 'values-file': file('list.json', `["${canary}"]`) },
    ['values-file', 'no JSON object'],
  ],
  [
    'a YAML file that is broken',
    { 'values-file': file('broken.yml', `A: {${canary}`) },
    ['values-file', 'line 1'],
  ],
  [
    'a YAML file that is nested',
    { 'values-file': file('nested.yml', `A: {b: ${canary}}`) },
    ['values-file.A', 'must be text'],
  ],
  [
    'a key from two sources',
    { values: `PRESENT=${canary}`, 'values-from-env': 'PRESENT' },
    ['values-from-env', 'gives PRESENT, which values gives'],
  ],
  ['a schema that is not there', { schema: './none.yml' }, ['schema', './none.yml', 'ENOENT']],
  [
    'a schema file with a mistake',
    { schema: file('schema.yml', 'A:\n  requierd: true\n') },
    ['schema.A.requierd', 'line 2', 'did you mean required'],
  ],
  [
    'a schema that is a list',
    { schema: '- A\n- B' },
    ['schema', 'mapping from keys to their rules'],
  ],
  [
    'a schema with a contradiction',
    { schema: 'A: {forbid: true, required: true}' },
    ['schema.A', 'forbidden and wanted'],
  ],
  [
    'a schema with a filter that is none',
    { schema: "A: {derive: '${B|upper}'}" },
    ['schema.A.derive', 'scheme:NAME'],
  ],
  ['tags without values', { tags: 'team' }, ['tags']],
  ['tags that are a list', { tags: '[1]' }, ['tags']],
  ['a tag to remove', { tags: '!team' }, ['tags', 'cannot be removed']],
  ['export without pull', { export: 'A' }, ['export', 'is for mode: pull']],
  ['export-file without pull', { 'export-file': 'x.env' }, ['export-file', 'is for mode: pull']],
  ['export without a name', { mode: 'pull', export: 'A=' }, ['export', 'without a name']],
  [
    'export to a variable of GitHub',
    { mode: 'pull', export: 'A=GITHUB_TOKEN' },
    ['export', 'kept by GitHub'],
  ],
  ['export to a name with a space', { mode: 'pull', export: 'A=b c' }, ['export', 'white space']],
  [
    'export of two keys to one name',
    { mode: 'pull', export: 'A=X\nB=X' },
    ['export', 'has X twice'],
  ],
  [
    'raw values as a mapping',
    {
      write: 'raw',
      'secret-id': '',
      values: '',
      secrets: `[{secret-id: a, values: {A: ${canary}}}]`,
    },
    ['values', 'one text with write: raw'],
  ],
  [
    'raw values twice',
    { write: 'raw', values: canary, 'values-from-env': 'PRESENT' },
    ['values-from-env', 'gives value, which values gives'],
  ],
  [
    'two variables for a raw secret',
    { write: 'raw', values: '', 'values-from-env': 'PRESENT\nOTHER' },
    ['values-from-env', 'given twice'],
  ],
  [
    'a schema of keys for a raw secret',
    { write: 'raw', values: canary, schema: 'A: {}' },
    ['schema.A', 'allowed: value'],
  ],
  [
    'an empty file for a raw secret',
    { write: 'raw', values: '', 'values-file': file('empty', '') },
    ['values', 'is empty'],
  ],
  [
    'one secret and several',
    { secrets: '[{secret-id: b, values: {A: x}}]' },
    ['secret-id', 'belongs into the items of secrets'],
  ],
  [
    'values beside several',
    { 'secret-id': '', secrets: '[{secret-id: b}]' },
    ['values', 'belongs into the items'],
  ],
  [
    'an item without an id',
    { 'secret-id': '', values: '', secrets: `[{values: {A: ${canary}}}]` },
    ['secrets[0].secret-id', 'is required'],
  ],
  [
    'an item with a word that is not known',
    { 'secret-id': '', values: '', secrets: 'b: {vaules: {A: x}}' },
    ['secrets.b.vaules', 'did you mean values', 'line 1'],
  ],
  [
    'an item with a wrong word',
    { 'secret-id': '', values: '', secrets: 'b: {values: {A: x}, write: x}' },
    ['secrets.b.write', 'merge, replace, raw'],
  ],
  [
    'an item with two ids',
    { 'secret-id': '', values: '', secrets: 'b: {secret-id: c}' },
    ['secrets', 'before the colon already'],
  ],
  [
    'an item that is text',
    { 'secret-id': '', values: '', secrets: `b: ${canary}` },
    ['secrets.b', 'must be a mapping'],
  ],
  ['no items', { 'secret-id': '', values: '', secrets: '[]' }, ['secrets', 'has no item']],
  [
    'secrets as a text',
    { 'secret-id': '', values: '', secrets: canary },
    ['secrets', 'must be a list of secrets'],
  ],
  [
    'secrets that are no YAML',
    { 'secret-id': '', values: '', secrets: `{${canary}` },
    ['secrets', 'line 1'],
  ],
  [
    'a secret twice',
    {
      'secret-id': '',
      values: '',
      secrets: '[{secret-id: b, values: {A: x}}, {secret-id: b, values: {A: y}}]',
    },
    ['secrets', 'has b twice'],
  ],
  [
    'an item with nothing to write',
    { 'secret-id': '', values: '', secrets: 'b:' },
    ['b.values', 'nothing is given to write'],
  ],
  [
    'an item with wrong values',
    { 'secret-id': '', values: '', secrets: `b: {values: {A: [${canary}]}}` },
    ['b.values.A', 'must be text'],
  ],
  [
    'several things at once',
    { mode: 'x', write: 'y', 'dry-run': 'z' },
    ['3 things', 'mode', 'write', 'dry-run'],
  ],
  [
    'things of values, schema and id at once',
    { 'secret-id': 'a b', schema: './no.yml', 'values-file': './none', 'values-from-env': 'NO' },
    ['4 things', 'secret-id', 'schema', 'values-file', 'values-from-env'],
  ],
]

describe('inputs that are wrong', () => {
  it.each(rows)(
    '%s: one error by name says what is allowed, and repeats no value',
    async (_, inputs, words) => {
      const run = await syncIn(
        appWorld({ A: 'x' }),
        { 'secret-id': 'app', values: 'A=y', ...inputs },
        { variables: { PRESENT: canary, OTHER: canary } },
      )
      expect(run.outputs).toEqual({ outcome: 'failed', failure: 'input' })
      expect(run.errors).toHaveLength(1)
      for (const word of words) expect(run.errors[0]?.message).toContain(word)
      expect(run.everything).not.toContain(canary)
      expect(run.simulator.requests).toEqual([])
    },
  )

  it('change nothing also where only Secrets Manager could tell', async () => {
    const run = await syncIn(appWorld({ A: 'x' }), {
      'secret-id': 'ap',
      values: 'A=y',
      create: 'never',
    })
    expect(run.errors[0]?.message).toContain('There is no secret ap. Did you mean app?')
    expect(changes(run.simulator)).toEqual([])
  })
})
