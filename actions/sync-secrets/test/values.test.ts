import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InvalidValue } from '@deploy-actions/action-kit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textOf } from '../src/document/index.ts'
import { valuesFromDotenv } from '../src/values/from-dotenv.ts'
import { valuesFromFile } from '../src/values/from-file.ts'
import { valuesFromText } from '../src/values/from-text.ts'
import { valuesFromVariables, variableName } from '../src/values/from-variables.ts'
import { mergeSources, type Given } from '../src/values/given.ts'

/** Must never be in an error. */
const canary = 'hunter2-canary'

/** A line of base64, as long as openssl makes it. */
const drawn = 'q1w2e3r4t5y6u7i8o9p0q1w2e3r4t5y6u7i8o9p0q1w2e3r4t5y6u7i8o9p0abcd'

/** Parts of values that stand where names do, in these tests. */
const misplaced = ['ZXJ0eX', 'abcd1234', 'q1w2e3']

function texts(given: Given): Record<string, string | undefined> {
  return Object.fromEntries(
    [...given].map(([key, value]) => [key, value === undefined ? undefined : textOf(value)]),
  )
}

async function problemsOf(read: () => Given | Promise<Given>): Promise<readonly string[]> {
  try {
    await read()
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error
    if ([canary, ...misplaced].some((part) => error.message.includes(part)))
      throw new Error('A value is repeated.', { cause: error })
    return error.problems.map(({ path, message }) => `${path}: ${message}`)
  }
  return []
}

describe('values in lines', () => {
  it.each([
    ['a line', 'A=b', { A: 'b' }],
    ['a value with =', 'A=b=c==', { A: 'b=c==' }],
    ['quotes, which stay', `A="b"\nB='c'`, { A: '"b"', B: "'c'" }],
    ['a $, a # and a backslash', 'A=$HOME # no\\n', { A: '$HOME # no\\n' }],
    ['white space, which stays', 'A= b  ', { A: ' b  ' }],
    ['CR, which goes', 'A=b\r\nB=c\r', { A: 'b', B: 'c' }],
    ['an empty text', 'A=', { A: '' }],
    [
      'words and numbers',
      'A=true\nB=1\nC=007\nD=null\nE=1.0',
      { A: 'true', B: '1', C: '007', D: 'null', E: '1.0' },
    ],
    ['Unicode', 'Ü=ß€😀', { Ü: 'ß€😀' }],
    ['a removal', 'A=b\n!B', { A: 'b', B: undefined }],
    ['only a removal', '!B', { B: undefined }],
    ['comments and empty lines', '# x\n\nA=b\n  # y', { A: 'b' }],
    [
      'names of many words, numbers and cases',
      `A=${drawn}\nNEXT_PUBLIC_API_V2_URL=\noauth2ClientSecretKey=x\nAWS_S3_BUCKET_NAME_2=y\nABC=`,
      {
        A: drawn,
        NEXT_PUBLIC_API_V2_URL: '',
        oauth2ClientSecretKey: 'x',
        AWS_S3_BUCKET_NAME_2: 'y',
        ABC: '',
      },
    ],
    ['a colon in a value', 'URL=postgresql://u:p@h', { URL: 'postgresql://u:p@h' }],
  ])('are taken verbatim: %s', (_, text, values) => {
    expect(texts(valuesFromText(text))).toEqual(values)
  })

  it.each([
    ['a name twice', `A=${canary}\nB=1\nA=${canary}`, 'A: is given twice (again in line 3)'],
    ['a line without =', `A=b\n${canary}`, 'has no NAME= in line 2'],
    ['a PEM', `A=-----BEGIN\n${canary}\n-----END`, 'has no NAME= in line 2'],
    [
      'base64 over two lines',
      `SECRET=${drawn}\nZXJ0eXVpb3Bhc2RmZ2hqaw==`,
      'looks like a part of a value',
    ],
    ['its last line of one sign', `SECRET=${drawn}\nabcd1234EFG=`, 'looks like a part of a value'],
    ['its last line, short', 'SECRET=abc123XYZ\nabcd1234EFGH==', 'behind SECRET that looks like'],
    ['a value without its name', `${drawn.slice(0, 40)}=`, 'at its beginning that looks like'],
    ['a removed name given as well', `A=${canary}\n!A`, 'A: is given twice'],
  ])('are refused without repeating them: %s', async (_, text, words) => {
    expect((await problemsOf(() => valuesFromText(text))).join('\n')).toContain(words)
  })
})

describe('values in JSON', () => {
  it.each([
    ['texts', '{"A":"b","C":""}', { A: 'b', C: '' }],
    ['a number of 20 digits', '{"A":12345678901234567890}', { A: '12345678901234567890' }],
    ['a number with a zero at its end', '{"A":1.10,"B":1e400}', { A: '1.10', B: '1e400' }],
    ['true and null', '{"A":true,"B":null}', { A: 'true', B: 'null' }],
    ['what is nested', '{"A":{"b":[1, 2.0]}}', { A: '{"b":[1,2.0]}' }],
    ['escapes', String.raw`{"A":"l\n\"é\\"}`, { A: 'l\n"é\\' }],
    [
      'names of objects',
      '{"__proto__":"x","constructor":"y"}',
      Object.fromEntries([
        ['__proto__', 'x'],
        ['constructor', 'y'],
      ]),
    ],
    ['white space and tabs', ' \n{\n\t"A" : "b"\n}\n', { A: 'b' }],
    ['nothing', '{}', {}],
    ['a key with = and spaces', '{"A = b":"c"}', { 'A = b': 'c' }],
  ])('keep their types: %s', (_, text, values) => {
    expect(texts(valuesFromText(text))).toEqual(values)
  })

  it('are texts or JSON as written', () => {
    const values = valuesFromText('{"A":"5432","B":5432}')
    expect(values).toEqual(
      new Map<string, unknown>([
        ['A', '5432'],
        ['B', { json: '5432' }],
      ]),
    )
  })

  it.each([
    ['a key twice', `{"A":"${canary}","A":"x"}`, 'line 1'],
    ['what is not closed', `{"A":"${canary}"`, ''],
    ['a comma too many', `{"A":"${canary}",}`, ''],
    ['single quotes', `{'A':'${canary}'}`, ''],
    ['an unquoted value', `{A: ${canary}}`, ''],
    ['text after it', `{"A":"b"} ${canary}`, ''],
  ])('are refused without repeating them: %s', async (_, text, words) => {
    const problems = await problemsOf(() => valuesFromText(text))
    expect(problems).not.toEqual([])
    expect(problems.join('\n')).toContain(words)
  })
})

describe('values in YAML', () => {
  it.each([
    [
      'scalars as written',
      'A: 007\nB: true\nC: 1.10\nD: no\nE: null\nF: 2026-01-01',
      { A: '007', B: 'true', C: '1.10', D: 'no', E: 'null', F: '2026-01-01' },
    ],
    ['quotes, which go', `A: "b"\nB: 'c'`, { A: 'b', B: 'c' }],
    ['several lines', 'A: |\n  x\n  y\n', { A: 'x\ny\n' }],
    ['an empty value', "A: ''\nB:", { A: '', B: '' }],
  ])('are read: %s', (_, text, values) => {
    expect(texts(valuesFromText(text))).toEqual(values)
  })

  it.each([
    ['a list', `- ${canary}`, 'is no map'],
    ['a text', canary, 'is no map'],
    ['a nested mapping', `A:\n  b: ${canary}`, 'A: must be text'],
    ['a key twice', `A: ${canary}\nA: b`, 'line 2'],
  ])('are refused without repeating them: %s', async (_, text, words) => {
    expect((await problemsOf(() => valuesFromText(text))).join('\n')).toContain(words)
  })
})

describe('a dotenv file', () => {
  const pem = '-----BEGIN PRIVATE KEY-----\nMIIB+a/==\n-----END PRIVATE KEY-----'

  it.each([
    ['plain lines', 'A=b\nexport B=c\nC: d', { A: 'b', B: 'c', C: 'd' }],
    ['double quotes', String.raw`A="x # y\nz"`, { A: 'x # y\nz' }],
    ['single quotes', String.raw`A='x # y\n$z'`, { A: String.raw`x # y\n$z` }],
    ['backticks', 'A=`"it\'s"`', { A: '"it\'s"' }],
    ['a PEM', `A="${pem}"\nB=c`, { A: pem, B: 'c' }],
    ['a PEM in single quotes', `A='${pem}'`, { A: pem }],
    ['lines that look like assignments in quotes', 'A="x\nB=y"\nC=z', { A: 'x\nB=y', C: 'z' }],
    ['empty values', 'A=\nB=\'\'\nC=""', { A: '', B: '', C: '' }],
    ['comments, empty lines, CR and a mark of its bytes', '\uFEFF# x\r\n\r\nA=b\r\n', { A: 'b' }],
    ['= and Unicode', 'A=b=ü=', { A: 'b=ü=' }],
    ['leading zeros', 'A=007', { A: '007' }],
  ])('is read: %s', async (_, text, values) => {
    expect(texts(await valuesFromDotenv(text))).toEqual(values)
  })

  it.each([
    ['a name twice', `A=${canary}\nB=c\nA=${canary}`, 'has A a second time in line 3'],
    ['a line that assigns nothing', `A=b\n${canary}`, 'has no NAME= in line 2'],
    ['a PEM without quotes', `A=-----BEGIN\n${canary}\n-----END`, 'has no NAME= in line 2'],
    ['a # that is none', `A=${canary}#x`, 'has a # outside of quotes'],
    ['what may be a comment', `A=${canary} # x`, 'has a # outside of quotes'],
    ['what may be a comment behind quotes', `A="${canary}" # x`, 'has a # outside of quotes'],
    [
      'a # in quotes that do not begin the value',
      `A=a"b # ${canary}"`,
      'has a # outside of quotes',
    ],
    ['a # at the beginning', `A=#${canary}`, 'has a # outside of quotes'],
    ['base64 over two lines', 'A=abc123XYZ\nabcd1234EFGH==', 'behind A that looks like a part'],
    ['a quote that is not closed', `A="${canary}\nB=c`, 'has a quote that is not closed in line 1'],
    [
      'something behind a quote',
      `A="x"${canary}`,
      'has something behind the closing quote in line 1',
    ],
  ])('is refused by line, without repeating it: %s', async (_, text, words) => {
    expect((await problemsOf(() => valuesFromDotenv(text))).join('\n')).toContain(words)
  })
})

describe('a file of values', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'values-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const write = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }

  it.each([
    ['a.json', '{"A":1}', { A: '1' }],
    ['a.JSON', '{"A":1}', { A: '1' }],
    ['a.yml', 'A: 1.0', { A: '1.0' }],
    ['a.yaml', 'A: |\n  x\n', { A: 'x\n' }],
    ['a.env', 'A="1"', { A: '1' }],
    ['.env.production', 'A=1', { A: '1' }],
  ])('is read by its name: %s', async (name, content, values) => {
    expect(texts(await valuesFromFile(write(name, content), 'json'))).toEqual(values)
  })

  it('is taken as a whole for a raw secret', async () => {
    const text = ' {"A": 1}\r\n'
    expect(texts(await valuesFromFile(write('a.json', text), 'raw'))).toEqual({ value: text })
  })

  it.each([
    ['a file that is not there', () => join(folder, 'none'), 'ENOENT'],
    ['a folder', () => folder, 'EISDIR'],
    ['bytes', () => write('bytes', new Uint8Array([0xc3, 0x28])), 'no text in UTF-8'],
    ['a list', () => write('list.yml', `- ${canary}`), 'is no mapping'],
    ['a nested mapping', () => write('nested.yml', `A: {b: ${canary}}`), 'A: must be text'],
    ['JSON that is a list', () => write('list.json', `["${canary}"]`), 'is no JSON object'],
    ['JSON that is broken', () => write('broken.json', `{"A":"${canary}`), 'line 1'],
  ])('is refused: %s', async (_, path, words) => {
    expect((await problemsOf(() => valuesFromFile(path(), 'json'))).join('\n')).toContain(words)
  })
})

describe('values from the environment', () => {
  const names = (items: readonly string[]) => items.map((item) => variableName(item, 'json'))
  const readVariable = (name: string): string | undefined => ({ A: 'x\ny', EMPTY: '' })[name]

  it('are taken as they are, under another name where one is given', () => {
    const values = valuesFromVariables(names(['A', 'B=A', 'C = EMPTY']), { readVariable })
    expect(texts(values)).toEqual({ A: 'x\ny', B: 'x\ny', C: '' })
  })

  it.each([
    ['A=', 'has an item without a name'],
    ['=A', 'has an item without a name'],
    ['NONE', 'names the variable NONE, which is not set'],
  ])('are refused: %s', async (item, words) => {
    const read = (): Given => valuesFromVariables(names([item]), { readVariable })
    expect((await problemsOf(read)).join('\n')).toContain(words)
  })

  it.each(['JBSWY3DPEHPK3PXPJBSWY3DP', 'KEY=AKIAIOSFODNN7REALKEY', 'KEY=abcdefghijklmnopqrstuvw'])(
    'are not repeated where one stands in the place of a name: %s',
    async (item) => {
      const read = (): Given => valuesFromVariables(names([item]), { readVariable })
      expect((await problemsOf(read)).join('\n')).toContain('what stands there is not repeated')
    },
  )

  it('are refused all at once', async () => {
    const read = (): Given =>
      valuesFromVariables(names(['A', 'A=EMPTY', 'X', 'Y']), { readVariable })
    expect(await problemsOf(read)).toHaveLength(3)
  })
})

describe('several sources', () => {
  it('give one set of values, of which none may come twice', () => {
    const merged = mergeSources([
      {
        input: 'values',
        values: new Map([
          ['A', '1'],
          ['B', '2'],
        ]),
      },
      { input: 'values-file', values: new Map([['B', canary]]) },
    ])
    expect(merged.problems).toEqual([
      { path: 'values-file', message: 'gives B, which values gives already' },
    ])
  })
})
