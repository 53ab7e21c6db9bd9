import { describe, expect, it } from 'vitest'
import type { SecretPlan } from '../src/plan.ts'
import { planOf, type Drafted } from './drafts.ts'

/** `+ KEY given`, with what is refused. */
function told({ keys }: SecretPlan): readonly string[] {
  const signs = { added: '+', changed: '~', removed: '-', unchanged: '=', absent: ' ' }
  return keys.map(({ key, change, how, problems, passedOver }) =>
    [signs[change], key, how, ...problems, passedOver ?? ''].join(' ').trimEnd(),
  )
}

const replace: Drafted['request'] = { others: 'remove' }

describe('what becomes of a key', () => {
  const rows: readonly (readonly [string, Drafted, readonly string[], string])[] = [
    [
      'that is given and not there',
      { stored: '{}', given: { A: 'x' } },
      ['+ A given'],
      '{"A":"x"}',
    ],
    [
      'that is given otherwise',
      { stored: '{"A":"y"}', given: { A: 'x' } },
      ['~ A given'],
      '{"A":"x"}',
    ],
    [
      'that is given as it is',
      { stored: '{"A":"x"}', given: { A: 'x' } },
      ['= A given'],
      '{"A":"x"}',
    ],
    [
      'that is given as a text of its number',
      { stored: '{"A":1.0}', given: { A: '1.0' } },
      ['= A given'],
      '{"A":1.0}',
    ],
    [
      'that is given as the number of its text',
      { stored: '{"A":"1"}', json: '{"A":1}' },
      ['~ A given'],
      '{"A":1}',
    ],
    [
      'whose number is given otherwise',
      { stored: '{"A":1}', json: '{"A":2}' },
      ['~ A given'],
      '{"A":2}',
    ],
    [
      'that is not given',
      { stored: '{"A":"y"}', given: { B: 'x' } },
      ['= A stored', '+ B given'],
      '{"A":"y","B":"x"}',
    ],
    [
      'that is not given, when others go',
      { stored: '{"A":"y"}', given: { B: 'x' }, request: replace },
      ['- A stored', '+ B given'],
      '{"B":"x"}',
    ],
    [
      'that is removed',
      { stored: '{"A":"y","B":"z"}', given: { A: undefined } },
      ['- A given', '= B stored'],
      '{"B":"z"}',
    ],
    [
      'that is removed and not there',
      { stored: '{"B":"z"}', given: { A: undefined } },
      ['= B stored'],
      '{"B":"z"}',
    ],
    [
      'that is to be generated',
      { stored: '{}', schema: 'A: {generate: true}', drawn: { A: 'r' } },
      ['+ A generated'],
      '{"A":"r"}',
    ],
    [
      'that was generated before',
      { stored: '{"A":"old"}', schema: 'A: {generate: true}', drawn: { A: 'r' } },
      ['= A stored'],
      '{"A":"old"}',
    ],
    [
      'that was generated before, when others go',
      { stored: '{"A":"old"}', schema: 'A: {generate: true}', drawn: { A: 'r' }, request: replace },
      ['= A stored'],
      '{"A":"old"}',
    ],
    [
      'that would be generated and is given',
      { stored: '{}', given: { A: 'x' }, schema: 'A: {generate: true}', drawn: { A: 'r' } },
      ['+ A given'],
      '{"A":"x"}',
    ],
    [
      'that is derived',
      { stored: '{"B":"b"}', schema: "A: {derive: '<${B}>'}" },
      ['= B stored', '+ A derived'],
      '{"B":"b","A":"<b>"}',
    ],
    [
      'that is derived from what changes',
      { stored: '{"A":"<b>"}', given: { B: 'c' }, schema: "A: {derive: '<${B}>'}" },
      ['~ A derived', '+ B given'],
      '{"A":"<c>","B":"c"}',
    ],
    [
      'that is derived as it is',
      { stored: '{"A":"<b>","B":"b"}', schema: "A: {derive: '<${B}>'}" },
      ['= A derived', '= B stored'],
      '{"A":"<b>","B":"b"}',
    ],
    [
      'that is derived, when others go',
      {
        stored: '{"A":"<b>","C":"c"}',
        given: { B: 'b' },
        schema: "A: {derive: '<${B}>'}",
        request: replace,
      },
      ['= A derived', '- C stored', '+ B given'],
      '{"A":"<b>","B":"b"}',
    ],
    [
      'that is derived from a number',
      { stored: '{"P":5432}', schema: "A: {derive: ':${P}'}" },
      ['= P stored', '+ A derived'],
      '{"P":5432,"A":":5432"}',
    ],
    [
      'that is derived from nothing, and nobody needs it',
      { stored: '{}', schema: "A: {derive: '${B}'}" },
      [],
      '{}',
    ],
    [
      'that is never touched and given',
      { stored: '{"A":"y"}', given: { A: 'x' }, schema: 'A: {policy: never-touch}' },
      ['= A stored the schema says policy: never-touch'],
      '{"A":"y"}',
    ],
    [
      'that is never touched and given as it is',
      { stored: '{"A":"y"}', given: { A: 'y' }, schema: 'A: {policy: never-touch}' },
      ['= A stored'],
      '{"A":"y"}',
    ],
    [
      'that is never touched and removed',
      { stored: '{"A":"y"}', given: { A: undefined }, schema: 'A: {policy: never-touch}' },
      ['= A stored the schema says policy: never-touch'],
      '{"A":"y"}',
    ],
    [
      'that is never touched and not there',
      { stored: '{}', given: { A: 'x' }, schema: 'A: {policy: never-touch}' },
      ['  A stored the schema says policy: never-touch'],
      '{}',
    ],
    [
      'that is never touched, when others go',
      {
        stored: '{"A":"y"}',
        given: { B: 'b' },
        schema: 'A: {policy: never-touch}',
        request: replace,
      },
      ['= A stored', '+ B given'],
      '{"A":"y","B":"b"}',
    ],
    [
      'that is created only, and there',
      { stored: '{"A":"y"}', given: { A: 'x' }, schema: 'A: {policy: create-only}' },
      ['= A stored the schema says policy: create-only'],
      '{"A":"y"}',
    ],
    [
      'that is created only, and not there',
      { stored: '{}', given: { A: 'x' }, schema: 'A: {policy: create-only}' },
      ['+ A given'],
      '{"A":"x"}',
    ],
    [
      'that is created only, there and empty',
      { stored: '{"A":""}', given: { A: 'x' }, schema: 'A: {policy: create-only}' },
      ['= A stored the schema says policy: create-only'],
      '{"A":""}',
    ],
    [
      'that is created only and derived',
      { stored: '{"A":"mine","B":"b"}', schema: "A: {policy: create-only, derive: '${B}'}" },
      ['= A stored', '= B stored'],
      '{"A":"mine","B":"b"}',
    ],
    [
      'that is created only and generated',
      {
        stored: '{"A":"mine"}',
        schema: 'A: {policy: create-only, generate: true}',
        drawn: { A: 'r' },
        request: replace,
      },
      ['= A stored'],
      '{"A":"mine"}',
    ],
    ['that a schema knows and nobody gives', { stored: '{}', schema: 'A: {pattern: x}' }, [], '{}'],
    [
      'that is required and not there',
      { stored: '{}', schema: 'A: {required: true}' },
      ['  A stored is missing'],
      '{}',
    ],
    [
      'that is given although it is derived',
      { stored: '{"B":"b"}', given: { A: 'x' }, schema: "A: {derive: '${B}'}" },
      [
        '= B stored',
        '+ A given is given although its schema derives it; leave it out, or take derive away',
      ],
      '{"B":"b","A":"x"}',
    ],
    ['of a secret that is not there', { given: { A: 'x' } }, ['+ A given'], '{"A":"x"}'],
  ]

  it.each(rows)('%s', (_, drafted, keys, text) => {
    const planned = planOf(drafted)
    expect(told(planned.plan)).toEqual(keys)
    expect(planned.text).toBe(text)
  })
})

describe('what becomes of a secret', () => {
  it.each([
    ['created', { given: { A: 'x' } }, 'create'],
    ['written', { stored: '{}', given: { A: 'x' } }, 'write'],
    ['kept where nothing changes', { stored: '{"A":"x"}', given: { A: 'x' } }, 'keep'],
    [
      'kept where a key is only passed over',
      { stored: '{}', given: { A: 'x' }, schema: 'A: {policy: never-touch}' },
      'keep',
    ],
    [
      'kept where nothing is removed that is not there',
      { stored: '{}', given: { A: undefined } },
      'keep',
    ],
    [
      'written where it is no document and is replaced',
      { stored: 'text', given: { A: 'x' }, request: replace },
      'write',
    ],
    [
      'kept where it is no document and nothing is put in its place',
      { stored: '7', request: replace },
      'keep',
    ],
  ] as const)('is %s', (_, drafted, action) => {
    expect(planOf(drafted).plan.action).toBe(action)
  })

  it('has a warning for a key that is given and that its schema does not know, with the one that was meant', () => {
    const schema = 'DATABASE_URL: {}\nOTHER: {}'
    const { warnings } = planOf({ stored: '{}', given: { DATABSE_URL: 'x' }, schema }).plan
    expect(warnings.join('\n')).toContain('DATABSE_URL is given, and its schema does not know it')
    expect(warnings.join('\n')).toContain('did you mean DATABASE_URL?')
    expect(planOf({ stored: '{}', given: { DATABSE_URL: 'x' } }).plan.warnings).toEqual([])
    expect(planOf({ stored: '{}', given: { NONE: undefined }, schema }).plan.warnings).toEqual([])
  })

  it('tells keys that its schema does not know, and none without a schema', () => {
    expect(planOf({ stored: '{"A":"","B":""}', schema: 'A: {}' }).plan.unusedKeys).toEqual(['B'])
    const given = { A: 'x', C: 'y', B: undefined }
    const drafted = { stored: '{"A":"","B":""}', schema: 'A: {}', given }
    expect(planOf(drafted).plan.unusedKeys).toEqual(['C'])
    expect(planOf({ stored: '{"A":""}' }).plan.unusedKeys).toEqual([])
  })
})
