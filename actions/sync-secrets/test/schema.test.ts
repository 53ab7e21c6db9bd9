import { InvalidValue, parseYamlWith } from '@deploy-actions/action-kit'
import { describe, expect, it } from 'vitest'
import {
  fillTemplate,
  formatKeyReference,
  parseSchema,
  schemeOf,
  type Rule,
} from '../src/schema/index.ts'

function ruleOf(yaml: string): Rule | undefined {
  return parseYamlWith(`KEY: ${yaml}`, parseSchema).get('KEY')
}

function problemsOf(yaml: string): readonly string[] {
  try {
    parseYamlWith(yaml, parseSchema)
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error
    return error.problems.map(({ path, message }) => `${path}: ${message}`)
  }
  return []
}

const plain: Rule = {
  isRequired: false,
  pattern: undefined,
  forbid: undefined,
  schemes: [],
  equals: undefined,
  generate: undefined,
  derive: undefined,
  policy: 'overwrite',
  class: 'secret',
}

describe('each word of a rule', () => {
  it.each([
    ['no word', '', {}],
    ['no word in braces', '{}', {}],
    ['required', '{required: true}', { isRequired: true }],
    ['not required', '{required: false}', { isRequired: false }],
    ['a number as a pattern', '{pattern: 12}', { pattern: /12/u }],
    ['a pattern of Unicode', "{pattern: '^\\p{L}+$'}", { pattern: /^\p{L}+$/u }],
    ['forbidden', '{forbid: true}', { forbid: true }],
    ['a forbidden pattern', '{forbid: ^sk_live_}', { forbid: /^sk_live_/u }],
    ['one scheme', '{scheme: rediss}', { schemes: ['rediss'] }],
    ['schemes as a list', '{scheme: [a, b+c]}', { schemes: ['a', 'b+c'] }],
    ['schemes with commas', "{scheme: 'a, b'}", { schemes: ['a', 'b'] }],
    ['a key to equal', '{equals: OTHER}', { equals: { secret: undefined, key: 'OTHER' } }],
    [
      "another secret's key to equal",
      "{equals: 'app/web#AUTH'}",
      { equals: { secret: 'app/web', key: 'AUTH' } },
    ],
    ['generate', '{generate: true}', { generate: { bytes: 32, encoding: 'base64' } }],
    [
      'generate as wanted',
      '{generate: {bytes: 8, encoding: hex}}',
      { generate: { bytes: 8, encoding: 'hex' } },
    ],
    [
      'generate at most',
      '{generate: {bytes: 4096, encoding: base64url}}',
      { generate: { bytes: 4096, encoding: 'base64url' } },
    ],
    ['a policy', '{policy: never-touch}', { policy: 'never-touch' }],
    ['another policy', '{policy: create-only}', { policy: 'create-only' }],
    ['a class', '{class: config}', { class: 'config' }],
    ['a description', '{description: What it is}', {}],
  ])('is read: %s', (_, yaml, words) => {
    expect(ruleOf(yaml)).toEqual({ ...plain, ...words })
  })

  it('is taken as written, though YAML had a type for it', () => {
    const schema = parseYamlWith('1.10: {required: true}\nno: {}\n', parseSchema)
    expect([...schema.keys()]).toEqual(['1.10', 'no'])
  })
})

describe('a wrong schema', () => {
  it.each([
    [
      'a word that is not known',
      'A: {requierd: true}',
      'A.requierd: is not known',
      'did you mean required',
    ],
    ['a word in capitals', 'A: {Required: true}', 'A.Required: is not known', 'required'],
    ['a yes', 'A: {required: yes}', 'A.required: is neither true nor false', 'line 1'],
    ['an open pattern', "A: {pattern: '('}", 'A.pattern: is no regular expression', 'line 1'],
    ['an open forbidden pattern', "A: {forbid: '['}", 'A.forbid: is no regular expression', ''],
    ['a pattern that is a list', 'A: {pattern: [a]}', 'A.pattern: must be text', ''],
    ['an empty reference', "A: {equals: 'x#'}", 'A.equals: is neither KEY nor secret-id#KEY', ''],
    ['a reference without a secret', "A: {equals: '#KEY'}", 'A.equals: is neither KEY', ''],
    ['generate: false', 'A: {generate: false}', 'A.generate: must be true, or a mapping', ''],
    [
      'too few bytes',
      'A: {generate: {bytes: 7}}',
      'A.generate.bytes: is out of range',
      '8 to 4096',
    ],
    ['too many bytes', 'A: {generate: {bytes: 4097}}', 'A.generate.bytes: is out of range', ''],
    ['bytes in words', 'A: {generate: {bytes: many}}', 'A.generate.bytes: is no whole number', ''],
    [
      'an encoding',
      'A: {generate: {encoding: base32}}',
      'A.generate.encoding: is not one of',
      'hex',
    ],
    ['a word of generate', 'A: {generate: {length: 3}}', 'A.generate.length: is not known', ''],
    ['a policy', 'A: {policy: never}', 'A.policy: is not one of', 'never-touch'],
    ['a class', 'A: {class: public}', 'A.class: is not one of', 'secret, config'],
    ['a template without a key', 'A: {derive: text}', 'A.derive: names no key', '${KEY}'],
    ['a template with an empty key', "A: {derive: '${}'}", 'A.derive: has a ${…} without', ''],
    ['an open template', "A: {derive: '${B'}", 'A.derive: has a ${ without its }', ''],
    [
      'a filter',
      "A: {derive: '${B|upper}'}",
      'A.derive: has a filter that is not one of',
      'urlencode',
    ],
    ['a filter of an object', "A: {derive: '${B|constructor}'}", 'A.derive: has a filter', ''],
    ['a filter without a scheme', "A: {derive: '${B|scheme:}'}", 'A.derive: has a filter', ''],
    ['a scheme that is none', "A: {derive: '${B|scheme:a b}'}", 'A.derive: has a filter', ''],
    ['a rule that is text', 'A: required', 'A: must be a mapping with: required', ''],
    ['a rule that is a list', 'A: [required]', 'A: must be a mapping with', ''],
    ['a text', 'text', ': must be a mapping from keys', ''],
    ['a list', '[A]', ': must be a mapping from keys', ''],
    ['a key twice', 'A: {}\nA: {}', ': is no valid YAML', 'line 2'],
    ['broken YAML', 'A: {', ': is no valid YAML', 'line 1'],
  ])('is refused with the path of what is wrong: %s', (_, yaml, path, more) => {
    const [problem, ...others] = problemsOf(yaml)
    expect(others).toEqual([])
    expect(problem).toContain(path)
    expect(problem).toContain(more)
  })

  it.each(['True', 'TRUE', 'yes', 'on', 'No', 'false', 'null', '~'])(
    'takes no other word for true, which would be a pattern: forbid: %s',
    (word) => {
      expect(problemsOf(`A: {forbid: ${word}}`)).toEqual([
        'A.forbid: is neither true nor a pattern; leave it out to allow the key (line 1, column 5)',
      ])
    },
  )

  it.each(['pattern', 'forbid', 'scheme', 'equals', 'generate', 'derive'])(
    'takes no word with nothing behind it, which would ask nothing: %s',
    (word) => {
      expect(problemsOf(`A:\n  ${word}:\n`)).toEqual([
        `A.${word}: is empty; say what it asks, or leave it out (line 2, column 3)`,
      ])
    },
  )

  it('is told with the line and column of each mistake, all at once', () => {
    const yaml = 'A:\n  required: maybe\nB:\n  generate:\n    bytes: 3\nC: {polcy: x}\n'
    expect(problemsOf(yaml)).toEqual([
      'A.required: is neither true nor false (line 2, column 3)',
      'B.generate.bytes: is out of range; allowed: from 8 to 4096 (line 5, column 5)',
      'C.polcy: is not known (did you mean policy?) (line 6, column 5)',
    ])
  })
})

describe('rules that contradict each other', () => {
  it.each([
    ['generated and derived', "A: {generate: true, derive: '${B}'}", 'both generated and derived'],
    ['forbidden and required', 'A: {forbid: true, required: true}', 'is forbidden and wanted'],
    ['forbidden and generated', 'A: {forbid: true, generate: true}', 'is forbidden and wanted'],
    ['forbidden and derived', "A: {forbid: true, derive: '${B}'}", 'is forbidden and wanted'],
    [
      'never touched and generated',
      'A: {policy: never-touch, generate: true}',
      'create-only writes it once',
    ],
    [
      'never touched and derived',
      "A: {policy: never-touch, derive: '${B}'}",
      'create-only writes it once',
    ],
    [
      'forbidden and never touched',
      'A: {forbid: true, policy: never-touch}',
      'keeps it from being removed',
    ],
    [
      'forbidden and created only',
      'A: {forbid: true, policy: create-only}',
      'keeps it from being removed',
    ],
    ['equal to itself', 'A: {equals: A}', 'A.equals: names A itself'],
    ['derived from itself', "A: {derive: 'x${A|base64}'}", 'A.derive: names A itself'],
  ])('are refused: %s', (_, yaml, words) => {
    expect(problemsOf(yaml).join('\n')).toContain(words)
  })

  it.each([
    ['a forbidden pattern and required', 'A: {forbid: ^x, required: true}'],
    ['created once and generated', 'A: {policy: create-only, generate: true}'],
    ['created once and derived', "A: {policy: create-only, derive: '${B}'}"],
    ['equal to a key of this name elsewhere', "A: {equals: 'web#A'}"],
    ['never touched and required', 'A: {policy: never-touch, required: true}'],
  ])('are told from those that do not: %s', (_, yaml) => {
    expect(problemsOf(yaml)).toEqual([])
  })
})

describe('a template', () => {
  const values: Readonly<Record<string, string>> = {
    URL: 'postgresql+asyncpg://u:p%40@db:5432/x?a=b#c',
    WORD: 'p@ss/w:rd "q" ü',
    'web#AUTH': 'a',
    'arn:aws:secretsmanager:us-east-1:1:secret:web-AbCdEf#AUTH': 'b',
  }
  const fill = (text: string): string =>
    fillTemplate(ruleOf(`{derive: ${JSON.stringify(text)}}`)?.derive ?? [], (reference) => {
      return values[formatKeyReference(reference)] ?? ''
    })

  it.each([
    ['the value itself', '${URL}', values['URL']],
    ['another driver', '${URL|scheme:postgresql}', 'postgresql://u:p%40@db:5432/x?a=b#c'],
    ['white space', '${ URL | scheme: redis }', 'redis://u:p%40@db:5432/x?a=b#c'],
    ['in an address', 'http://${WORD|urlencode}@h', 'http://p%40ss%2Fw%3Ard%20%22q%22%20%C3%BC@h'],
    ['base64', '${WORD|base64}', Buffer.from('p@ss/w:rd "q" ü').toString('base64')],
    ['json', '{"a":${WORD|json}}', '{"a":"p@ss/w:rd \\"q\\" ü"}'],
    ['filters in turn', '${WORD|urlencode|base64}', btoa('p%40ss%2Fw%3Ard%20%22q%22%20%C3%BC')],
    ["another secret's", '${web#AUTH}!', 'a!'],
    ['by its ARN', '${arn:aws:secretsmanager:us-east-1:1:secret:web-AbCdEf#AUTH}', 'b'],
    ['several', '${web#AUTH}${web#AUTH}', 'aa'],
    ['a literal', '$${URL} ${web#AUTH} $5', '${URL} a $5'],
    ['a $ before a value', '$$$${web#AUTH} $$${web#AUTH}', '$${web#AUTH} $a'],
    ['each $ that is before no brace', '$$ $a$$${web#AUTH}$$', '$$ $a$a$$'],
    [
      'the scheme of a driver',
      '${URL|scheme:jdbc:postgresql}',
      'jdbc:postgresql://u:p%40@db:5432/x?a=b#c',
    ],
  ])('gives %s', (_, template, text) => {
    expect(fill(template)).toBe(text)
  })

  it.each(['urlencode', 'base64'])('refuses %s of half a character, and names it not', (filter) => {
    const half = '\ud83d-canary'
    const { derive = [] } = ruleOf(`{derive: 'x\${K|${filter}}'}`) ?? {}
    const fillHalf = (): string => fillTemplate(derive, () => half)
    expect(fillHalf).toThrow(InvalidValue)
    expect(fillHalf).toThrow('half of a character')
    expect(fillHalf).not.toThrow('canary')
  })

  it('takes the scheme of URLs only', () => {
    expect(() => fill('${WORD|scheme:redis}')).toThrow('takes the scheme of a value that is no URL')
  })
})

describe('the scheme of a value', () => {
  it.each([
    ['postgresql+asyncpg://x', 'postgresql+asyncpg'],
    ['REDISS://x', 'REDISS'],
    ['jdbc:postgresql://db:5432/app', 'jdbc:postgresql'],
    ['mailto:x', undefined],
    ['://x', undefined],
    ['http://', undefined],
    ['1http://x', undefined],
    [' http://x', undefined],
    ['', undefined],
  ])('of %s is %s', (text, scheme) => {
    expect(schemeOf(text)).toBe(scheme)
  })
})
