import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  commandLine,
  fillWith,
  flag,
  integer,
  list,
  mapEdit,
  parseInputs,
  parseMapping,
  readVariables,
  text,
  variableInputs,
  yaml,
  type Raw,
} from '../src/index.ts'
import { recordingHost } from '../src/testing/index.ts'

const branches = { a: list({ description: '' }), b: mapEdit({ description: '' }) }
const table = {
  ...variableInputs,
  name: text({ description: '' }),
  count: integer({ description: '' }),
  on: flag({ description: '' }),
  names: list({ description: '' }),
  edits: mapEdit({ description: '' }),
  tree: yaml({ description: '' }, (raw, fill) => parseMapping(branches, raw, fill)),
  command: commandLine({ description: '' }),
}

let folder: string
let outputs: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variables-'))
  outputs = join(folder, 'outputs.json')
  const given = {
    api_url: { sensitive: false, type: 'string', value: 'https://api.test' },
    db_password: { sensitive: true, type: 'string', value: 'correct-horse' },
    replicas: { sensitive: false, type: 'number', value: 3 },
    urls: {
      sensitive: false,
      type: ['object', {}],
      value: { prod: 'https://p', list: ['a', 'b'] },
    },
    keys: { sensitive: true, type: 'string', value: { inner: 'battery-staple' } },
  }
  await writeFile(outputs, JSON.stringify(given))
})

afterAll(() => rm(folder, { recursive: true }))

async function parse(inputs: Readonly<Record<string, string>>) {
  const host = recordingHost(inputs)
  const variables = await readVariables(host)
  const fill = variables && fillWith(variables)
  return { host, values: parseInputs(table, (name) => inputs[name], { fill }) }
}

async function complaint(inputs: Readonly<Record<string, string>>): Promise<string> {
  try {
    await parse(inputs)
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

describe('variables', () => {
  it('are put into inputs of every kind, after these were taken apart', async () => {
    const { values } = await parse({
      variables: JSON.stringify({ n: '3', yes: 'true', odd: 'a,b\nC=d: {e}', empty: '' }),
      name: '<${odd}>',
      count: '${n}',
      on: '${yes}',
      names: 'x,${odd}',
      edits: 'A=${odd}\n!B\nC=${empty}',
      tree: 'a: "1,${odd}"\nb: "c=${odd}\\nd=${n}"',
      command: 'sh -c "echo ${odd}"',
    })
    expect(values).toMatchObject({
      name: '<a,b\nC=d: {e}>',
      count: 3,
      on: true,
      names: ['x', 'a,b\nC=d: {e}'],
      edits: new Map([
        ['A', 'a,b\nC=d: {e}'],
        ['B', undefined],
        ['C', ''],
      ]),
      tree: {
        a: ['1', 'a,b\nC=d: {e}'],
        b: new Map([
          ['c', 'a,b\nC=d: {e}'],
          ['d', '3'],
        ]),
      },
      command: ['sh', '-c', 'echo a,b\nC=d: {e}'],
    })
  })

  it('come from the outputs of Terraform, with parts of objects and lists', async () => {
    const { values, host } = await parse({
      'terraform-outputs': outputs,
      name: '${tf.api_url} ${ tf.urls.prod } ${tf.urls.list.1} ${tf.keys.inner}',
      count: '${tf.replicas}',
      edits: 'P=${tf.db_password}',
    })
    expect(values).toMatchObject({ name: 'https://api.test https://p b battery-staple', count: 3 })
    host.info('correct-horse battery-staple https://api.test')
    expect(host.recorded.log).toEqual(['*** *** https://api.test'])
  })

  it('leave ${ alone where there are none, and where it is written with two dollars', async () => {
    expect((await parse({ name: '${HOME} $${X}' })).values.name).toBe('${HOME} $${X}')
    expect((await parse({ variables: 'a=1', name: '$${HOME} $a {a}' })).values.name).toBe(
      '${HOME} $a {a}',
    )
  })

  it('take no reference out of another value', async () => {
    const { values } = await parse({ variables: 'a=${b}\nb=1', name: '${a}' })
    expect(values.name).toBe('${b}')
  })

  it('that are not known are told all at once, each with its input', async () => {
    const message = await complaint({
      variables: 'port=1',
      name: '${prot}',
      edits: 'A=${x}\nB=ok\nC=${y}',
      tree: '{a: ["${z}"]}',
    })
    expect(message).toContain('4 things are wrong')
    expect(message).toMatch(/- name: has \$\{prot\}, .*did you mean port\?\); known: port\./)
    expect(message).toContain('- edits.A: has ${x}')
    expect(message).toContain('- edits.C: has ${y}')
    expect(message).toContain('- tree.a: has ${z}')
  })

  it.each([
    [
      'a file that is not there',
      'none.json',
      undefined,
      /the file .*none\.json cannot be read \(ENOENT\)/,
    ],
    [
      'no JSON',
      'a.json',
      'api_url = "x"',
      /is no JSON: write it with `terraform output -json > FILE`/,
    ],
    ['a single output', 'b.json', '"x"', /holds no mapping of outputs/],
    ['outputs without values', 'c.json', '{"a": "b"}', /at a has no "value"/],
  ])('that would come from %s are an error', async (_, name, content, message) => {
    const path = join(folder, name)
    if (content !== undefined) await writeFile(path, content)
    expect(await complaint({ 'terraform-outputs': path })).toMatch(message)
  })

  it('that are wrong by themselves are told together with other wrong inputs', async () => {
    const message = await complaint({ variables: 'a=1\na=2', count: 'x' })
    expect(message).toContain('- variables.a: is given twice')
    expect(message).toContain('- count: is no whole number')
  })
})

describe('a command', () => {
  const read = (raw: Raw) => commandLine({ description: '' }).parse(raw)

  it.each([
    ['a line', 'alembic upgrade head', ['alembic', 'upgrade', 'head']],
    ['quotes', `sh -c 'a "b" $C; d | e' "f g"`, ['sh', '-c', 'a "b" $C; d | e', 'f g']],
    ['an empty word', `x '' y`, ['x', '', 'y']],
    ['a backslash', String.raw`a\ b \"c`, ['a b', '"c']],
    ['several lines', 'a \\\n  b\nc', ['a', 'b', 'c']],
    ['JSON', '["sh", "-c", "", " x "]', ['sh', '-c', '', ' x ']],
    ['a YAML list', '- sh\n- -c\n- "1"', ['sh', '-c', '1']],
  ])('is read from %s as a shell would, and run by none', (_, line, words) => {
    expect(read(line)).toEqual(words)
  })

  it.each([
    ['a quote that is open', `a 'b`],
    ['a list in a list', '[[a]]'],
  ])('with %s is wrong', (_, line) => {
    expect(() => read(line)).toThrowError(/quote|list/)
  })
})
