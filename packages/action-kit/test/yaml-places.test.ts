import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  duration,
  InvalidValue,
  isList,
  parseEach,
  parseInputs,
  parseMapping,
  parseYamlWith,
  text,
  yaml,
  type Raw,
} from '../src/index.ts'

const d = { description: '' }
const check = { url: text({ ...d, required: true }), timeout: duration(d) }

/** What is said of a text in which something is wrong at a path. */
function said(source: string, path: string): string {
  try {
    parseYamlWith(source, () => {
      throw new InvalidValue([{ path, message: 'is wrong' }])
    })
  } catch (error) {
    if (error instanceof InvalidValue) return error.problems[0]?.message ?? ''
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('a problem in nested YAML', () => {
  it.each([
    ['a key', 'a: 1\nb: 2', 'b', 2, 1],
    ['a nested key', 'a:\n  b:\n    c: 1', 'a.b.c', 3, 5],
    ['an item', 'a:\n  - x\n  - y', 'a[1]', 3, 5],
    ['an item of the list that is all', '- x\n- y', '[1]', 2, 3],
    ['an item of an item', 'a: [[x, y], [z]]', 'a[0][1]', 1, 9],
    ['a key of an item', '- a: 1\n  b: 2', '[0].b', 2, 3],
    ['a key with a dot in it', 'a.b: 1\na:\n  b: 2', 'a.b', 1, 1],
    ['a key below one with a dot, beside one without', 'x:\n  z: 1\nx.y:\n  z: 2', 'x.y.z', 4, 3],
    ['a key below one with a dot', 'x.y:\n  z: 1', 'x.y.z', 2, 3],
    ['a key that looks like an item', 'a[0]: 1', 'a[0]', 1, 1],
    ['JSON', '{"a": {"b": 1}}', 'a.b', 1, 8],
    ['what is not there, at what should hold it', 'a:\n  b: 1', 'a.c', 1, 1],
    ['an item that is not there', 'x: 1\na: [y]', 'a[7]', 2, 1],
    ['what lies inside of a text', 'a:\n  b: |\n    c: 1', 'a.b.c', 2, 3],
    ['what an alias stands for', 'a: &x\n  b: 1\nc: *x', 'c.b', 2, 3],
    ['a key that is an alias', 'a: &x b\n*x : 1', 'b', 2, 1],
    ['lines that end as on Windows', 'a: 1\r\nb: 2\r\n', 'b', 2, 1],
    ['a text that begins with a byte order mark', '\uFEFFa: 1', 'a', 1, 1],
  ])('has the place of %s', (_, source, path, line, column) => {
    expect(said(source, path)).toBe(`is wrong (line ${line}, column ${column})`)
  })

  it.each([
    ['is about the whole', 'a: 1', ''],
    ['is about nothing that is there', 'a: 1', 'b'],
    ['begins as a key does', 'ab: 1', 'a'],
    ['lies in a text without structure', 'a', 'a'],
  ])('has no place where it %s', (_, source, path) => {
    expect(said(source, path)).toBe('is wrong')
  })

  it('is told with its place among the problems of all inputs', () => {
    const table = {
      checks: yaml(d, (tree: Raw) =>
        isList(tree)
          ? tree.map((entry) => parseMapping(check, entry))
          : parseEach(Object.entries(tree), (entry) => parseMapping(check, entry)),
      ),
    }
    const source = 'web:\n  url: x\n  timeout: soon\napi:\n  timeuot: 1s\n'
    expect(() => parseInputs(table, () => source)).toThrowError(
      [
        '3 things are wrong with the inputs:',
        '  - checks.web.timeout: is no duration; allowed: such as 90s, 10m, 1h30m, 7d or 0 (line 3, column 3)',
        '  - checks.api.timeuot: is not known (did you mean timeout?) (line 5, column 3)',
        '  - checks.api.url: is required (line 4, column 1)',
      ].join('\n'),
    )
  })

  it('has the line of its key, whatever the keys around it are', () => {
    const key = fc.string({ minLength: 1 }).filter((each) => each.trim() === each)
    const keys = fc.uniqueArray(key, { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(keys, (names) => {
        const entries = names.map((name) => `${JSON.stringify(name)}: x`)
        for (const [index, name] of names.entries()) {
          expect(said(entries.join('\n'), name)).toBe(`is wrong (line ${index + 1}, column 1)`)
        }
      }),
    )
  })
})

describe('YAML that nothing is wrong with', () => {
  it('is what the reader makes of it', () => {
    expect(parseYamlWith('a: [1.10]', (tree) => ({ tree }))).toEqual({ tree: { a: ['1.10'] } })
  })

  it('lets through what else the reader throws', () => {
    const read = (): never => {
      throw new TypeError('a bug')
    }
    expect(() => parseYamlWith('a: 1', read)).toThrowError(TypeError)
  })
})
