import { describe, expect, it } from 'vitest'
import {
  ActionError,
  choice,
  duration,
  durationOr,
  flag,
  integer,
  list,
  map,
  mapEdit,
  parseInputs,
  text,
  yaml,
  parseMapping,
  type Given,
  type InputTable,
} from '../src/index.ts'

const d = { description: '' }

/** What one input of the given kind makes of a text. */
function parse<T extends InputTable[string]>(spec: T, raw: string | undefined): unknown {
  return (parseInputs({ it: spec }, () => raw) as { it: unknown }).it
}

/** The message for one wrong input. */
function complaint(spec: InputTable[string], raw: string | undefined): string {
  try {
    parse(spec, raw)
  } catch (error) {
    if (error instanceof ActionError && error.code === 'input') return error.message
    throw error
  }
  throw new Error('nothing was wrong with it')
}

describe('an input that is right', () => {
  it.each([
    ['text', text(d), ' a b ', 'a b'],
    ['text that is not given', text(d), undefined, undefined],
    ['text that is empty', text(d), '', undefined],
    [
      'a default where a step was started without a runner',
      text({ ...d, default: 'x' }),
      undefined,
      'x',
    ],
    ['true', flag(d), 'true', true],
    ['false', flag(d), 'false', false],
    ['zero', integer(d), '0', 0],
    ['a bound', integer({ ...d, max: 7 }), '7', 7],
    ['a word of a list', choice(['a', 'b'], d), 'b', 'b'],
    ['seconds', duration(d), '90s', 90],
    ['hours and minutes', duration(d), '1h30m', 5400],
    ['days', duration(d), '7d', 604_800],
    ['no time', duration(d), '0', 0],
    ['a word instead of a duration', durationOr('auto', d), 'auto', 'auto'],
    ['a list by lines', list(d), 'a\n b \n\nc', ['a', 'b', 'c']],
    ['a list by commas', list(d), 'a, b', ['a', 'b']],
    ['a list in JSON', list(d), '["a","b, c"]', ['a', 'b, c']],
    ['a list in JSON over several lines', list(d), '[\n  "a",\n  "b"\n]', ['a', 'b']],
    ['a list in YAML', list(d), '- a\n- b, c', ['a', 'b, c']],
    ['YAML', yaml(d, (tree) => tree), '- a: 1.10\n  b: no', [{ a: '1.10', b: 'no' }]],
  ] as const)('is read: %s', (_, spec, raw, value) => {
    expect(parse(spec, raw)).toEqual(value)
  })
})

describe('a map', () => {
  it.each([
    ['lines', 'A=1\nB=2', { A: '1', B: '2' }],
    ['values with = in them', 'URL=a?b=c=d', { URL: 'a?b=c=d' }],
    ['quotes, which are kept', 'A="x"', { A: '"x"' }],
    ['commas, which split nothing', 'A=1,B=2', { A: '1,B=2' }],
    ['an empty value', 'A=', { A: '' }],
    ['a value with white space around it', 'A= x \nB=1', { A: ' x ', B: '1' }],
    ['Windows line ends', 'A=1\r\nB=2\r\n', { A: '1', B: '2' }],
    ['comments and empty lines', '# first\n\nA=1\n  # more\nB=#2', { A: '1', B: '#2' }],
    ['a name with a dot', 'api.LEVEL=debug', { 'api.LEVEL': 'debug' }],
    ['JSON', '{"A": "1", "B": "x=y"}', { A: '1', B: 'x=y' }],
    ['JSON after a byte order mark', '\uFEFF{"A": "1"}', { A: '1' }],
    ['lines after a byte order mark', '\uFEFFA=1', { A: '1' }],
    ['JSON numbers as written', '{"A": 1.10, "B": true}', { A: '1.10', B: 'true' }],
    ['YAML', 'A: one\nB: "two"', { A: 'one', B: 'two' }],
    [
      'YAML scalars as written',
      'A: 007\nB: yes\nC: 1.10\nD: ~',
      { A: '007', B: 'yes', C: '1.10', D: '~' },
    ],
    ['YAML with = in its values', 'A: b=c', { A: 'b=c' }],
    ['YAML of several lines', 'A: |\n  x\n  y\n', { A: 'x\ny\n' }],
    ['a colon in a line before any =', 'A: x=y', { A: 'x=y' }],
    [
      'names that JavaScript knows',
      'constructor=1\n__proto__=2',
      { constructor: '1', ['__proto__']: '2' },
    ],
  ])('is read from %s', (_, raw, value) => {
    const parsed = parse(map(d), raw)
    expect(Object.fromEntries(parsed as Map<string, string>)).toEqual(value)
    expect([...(parsed as Map<string, string>).keys()]).toEqual(Object.getOwnPropertyNames(value))
  })

  it('removes what is named with ! where that is allowed', () => {
    expect([...(parse(mapEdit(d), '!A\nB=1') as Map<string, string | undefined>)]).toEqual([
      ['A', undefined],
      ['B', '1'],
    ])
    expect(complaint(map(d), '!A')).toContain('cannot be removed')
  })
})

describe('an input that is wrong', () => {
  it.each([
    ['a required one that is missing', text({ ...d, required: true }), undefined, 'is required'],
    [
      'one with a default that is empty',
      flag({ ...d, default: 'true' }),
      '',
      'is empty: leave it out for the default (true); allowed: true, false',
    ],
    ['a boolean in another notation', flag(d), 'yes', 'is neither true nor false'],
    ['a capital boolean', flag(d), 'True', 'is neither true nor false'],
    ['a number that is none', integer(d), '1e3', 'is no whole number; allowed: from 0'],
    ['a fraction', integer(d), '1.5', 'is no whole number'],
    [
      'a number out of range',
      integer({ ...d, min: 1, max: 3 }),
      '4',
      'is out of range; allowed: from 1 to 3',
    ],
    [
      'a typing error',
      choice(['rollback', 'leave'], d),
      'rolback',
      'is not one of: rollback, leave (did you mean rollback?)',
    ],
    ['a duration without unit', duration(d), '90', 'is no duration (a number needs its unit)'],
    ['a duration of words', duration(d), 'soon', 'is no duration; allowed: such as 90s'],
    ['a negative duration', duration(d), '-5s', 'is no duration'],
    ['a line without name', map(d), 'A=1\n=2', 'has no NAME= in line 2'],
    [
      'a line that goes on',
      map(d),
      'A=1\nnoise',
      'has no NAME= in line 2; for a value of several lines use JSON or YAML',
    ],
    ['a name twice', map(d), 'A=1\nA=2', 'is given twice (again in line 2)'],
    ['a name twice in YAML', map(d), 'A: 1\nA: 2', 'at line 2, column 1'],
    ['JSON that is none', map(d), '{"A": }', 'is no valid JSON'],
    ['JSON null', map(d), '{"A": null}', 'it.A: is null'],
    ['nested values', map(d), 'A:\n  B: 1', 'it.A: must be text, not a list or a mapping'],
    ['a list for a map', map(d), '- a', 'is no map'],
    ['a list that is none', list(d), '["a", "b"', 'is no valid YAML'],
    ['a list of lists', list(d), '[a, [b]]', 'must be text, not a list or a mapping'],
    ['a list with something after it', list(d), '[a]: b', 'has a list or a mapping for a key'],
    ['YAML that is none', yaml(d, (tree) => tree), 'a: [1', 'is no valid YAML'],
    ['an alias of nothing', yaml(d, (tree) => tree), 'a: *b', 'does not stand before it'],
  ] as const)('is told: %s', (_, spec, raw, message) => {
    expect(complaint(spec, raw)).toContain(message)
  })

  it('never shows its value', () => {
    const specs = [
      flag(d),
      integer(d),
      choice(['a'], d),
      duration(d),
      map(d),
      yaml(d, () => flag(d).parse('x')),
    ]
    for (const spec of specs) expect(complaint(spec, 'canary-5f2e\n  : {')).not.toContain('canary')
  })
})

describe('a list or a mapping as a key', () => {
  it.each([
    ['a list', '[canary, b]: 1'],
    ['a mapping', '? {canary: b}\n: 1'],
    ['an alias of one', 'x: &a [canary]\n*a : 1'],
  ])('is refused, and Node prints no warning that quotes it: %s', async (_, source) => {
    const warnings: Error[] = []
    const listen = (warning: Error): number => warnings.push(warning)
    process.on('warning', listen)
    try {
      expect(complaint(yaml(d, String), source)).toContain('a list or a mapping for a key')
      // Node tells of warnings in the next turn of its loop.
      await new Promise(setImmediate)
    } finally {
      process.off('warning', listen)
    }
    expect(warnings).toEqual([])
  })
})

describe('several wrong inputs', () => {
  it('are told together, each by name, with the rules over several', () => {
    const table = {
      wait: flag(d),
      timeout: duration(d),
      image: text(d),
      service: text({ ...d, required: true }),
    }
    const raw: Record<string, string> = { wait: 'no', timeout: '5', image: 'x' }
    const rule = (): readonly { path: string; message: string }[] => [
      { path: 'image', message: 'goes with a tag' },
    ]
    expect(() => parseInputs(table, (name) => raw[name], { rules: [rule] })).toThrowError(
      expect.objectContaining({
        code: 'input',
        message: [
          '4 things are wrong with the inputs:',
          '  - wait: is neither true nor false',
          '  - timeout: is no duration (a number needs its unit); allowed: such as 90s, 10m, 1h30m, 7d or 0',
          '  - service: is required',
          '  - image: goes with a tag',
        ].join('\n'),
      }),
    )
  })
})

describe('a rule over several inputs', () => {
  it('knows which were given, and which of them are wrong by themselves', () => {
    const table = { force: flag(d), image: text(d), service: text(d) }
    const raw: Record<string, string> = { force: 'yes', image: 'x' }
    const seen: unknown[] = []
    const rule = ({ given, failed, values }: Given<typeof table>): [] => {
      seen.push([...given], [...failed], values)
      return []
    }
    expect(() => parseInputs(table, (name) => raw[name], { rules: [rule] })).toThrowError(/force/)
    expect(seen).toEqual([['force', 'image'], ['force'], { image: 'x' }])
  })
})

describe('a nested mapping', () => {
  const table = { name: text({ ...d, required: true }), 'max-latency': duration(d) }

  it('is read by a table as inputs are', () => {
    expect(parseMapping(table, { name: 'a', 'max-latency': '2s' })).toEqual({
      name: 'a',
      maxLatency: 2,
    })
  })

  it('tells an empty value from one that is left out, where the input asks for that', () => {
    const strict = { version: { ...text(d), emptyIsWrong: 'is empty' }, note: text(d) }
    expect(parseMapping(strict, { note: '' })).toEqual({ version: undefined, note: undefined })
    expect(() => parseMapping(strict, { version: ' ' })).toThrowError(
      expect.objectContaining({ problems: [{ path: 'version', message: 'is empty' }] }),
    )
    expect(parseInputs(strict, () => '')).toEqual({ version: undefined, note: undefined })
  })

  it('names unknown keys with the nearest known one, besides everything else', () => {
    expect(() => parseMapping(table, { 'max-latancy': '2s' })).toThrowError(
      expect.objectContaining({
        problems: [
          { path: 'max-latancy', message: 'is not known (did you mean max-latency?)' },
          { path: 'name', message: 'is required' },
        ],
      }),
    )
  })
})
