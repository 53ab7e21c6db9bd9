import { describe, expect, it } from 'vitest'
import { judgeSecrets, planSecrets } from '../src/plan.ts'
import { observedOf, type Drafted } from './drafts.ts'

function planned(secrets: readonly Drafted[], others: Readonly<Record<string, string>> = {}) {
  const { plan, content } = planSecrets(observedOf(secrets, { others }))
  const problems = plan.flatMap(({ id, keys }) =>
    keys.flatMap((key) => key.problems.map((problem) => `${id}#${key.key} ${problem}`)),
  )
  return { problems, texts: content.map((text) => JSON.parse(text) as unknown) }
}

describe('values that are derived', () => {
  it('follow each other, in whatever order they stand', () => {
    const schema = "A: {derive: '${B}!'}\nB: {derive: '${C}?'}\nC: {generate: true}"
    const { texts, problems } = planned([{ stored: '{}', schema, drawn: { C: 'c' } }])
    expect(problems).toEqual([])
    expect(texts).toEqual([{ A: 'c?!', B: 'c?', C: 'c' }])
  })

  it('come from other secrets of the step as these will be', () => {
    const { texts, problems } = planned([
      { id: 'web', stored: '{}', schema: "URL: {derive: '${api#URL|scheme:postgresql}'}" },
      { id: 'api', stored: '{"URL":"old://x"}', given: { URL: 'postgresql+asyncpg://db' } },
    ])
    expect(problems).toEqual([])
    expect(texts[0]).toEqual({ URL: 'postgresql://db' })
  })

  it('come from secrets of the step by the ARN, too', () => {
    const arn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:api-AbCdEf'
    const { texts } = planned([
      { id: 'web', stored: '{}', schema: `A: {derive: '\${${arn}#A}'}` },
      { id: 'api', stored: '{}', given: { A: 'new' } },
    ])
    expect(texts[0]).toEqual({ A: 'new' })
  })

  it('come from secrets that the step only reads', () => {
    const schema = "A: {derive: '${shared#K}'}"
    expect(planned([{ stored: '{}', schema }], { shared: '{"K":1.50}' }).texts).toEqual([
      { A: '1.50' },
    ])
  })

  const circle = 'is derived from itself'
  const missing = 'cannot be derived, since there is no value of'
  it.each([
    [
      'a circle',
      [{ stored: '{}', schema: "A: {derive: '${B}'}\nB: {derive: '${A}'}" }],
      [`app#A ${circle}: app#A from app#B from app#A`],
    ],
    [
      'a circle across secrets',
      [
        { id: 'web', stored: '{}', schema: "A: {derive: '${api#B}'}" },
        { id: 'api', stored: '{}', schema: "B: {derive: '${web#A}'}" },
      ],
      [`web#A ${circle}: web#A from api#B from web#A`],
    ],
    [
      'a circle by its own name',
      [{ stored: '{}', schema: "A: {derive: '${app#A}'}" }],
      [`app#A ${circle}: app#A from app#A`],
    ],
    [
      'a source that is not there',
      [{ stored: '{}', schema: "A: {required: true, derive: '${B}'}" }],
      [`app#A ${missing} B`],
    ],
    [
      'one of two sources',
      [{ stored: '{"B":"b"}', schema: "A: {derive: '${B}${C}'}" }],
      [`app#A ${missing} C`],
    ],
    [
      'a source that goes',
      [{ stored: '{"A":"b","B":"b"}', given: { B: undefined }, schema: "A: {derive: '${B}'}" }],
      [`app#A ${missing} B`],
    ],
    [
      'a secret that is not there',
      [{ stored: '{}', schema: "A: {required: true, derive: '${none#B}'}" }],
      [`app#A ${missing} none#B (there is no secret none)`],
    ],
    [
      'the scheme of what is no URL',
      [{ stored: '{"B":"canary"}', schema: "A: {derive: '${B|scheme:x}'}" }],
      ['app#A cannot be derived: takes the scheme of a value that is no URL'],
    ],
  ] as const)('are refused: %s', (_, secrets, problems) => {
    const told = planned(secrets).problems
    for (const problem of problems) expect(told).toContain(problem)
    expect(told.join('\n')).not.toContain('canary')
  })
})

describe('values that have to be equal', () => {
  const schema = 'AUTH: {equals: api#NEXT}'
  it.each([
    [
      'are',
      [
        { id: 'web', stored: '{"AUTH":"x"}', schema },
        { id: 'api', stored: '{"NEXT":"x"}' },
      ],
      [],
    ],
    [
      'will be',
      [
        { id: 'web', stored: '{"AUTH":"x"}', given: { AUTH: 'y' }, schema },
        { id: 'api', stored: '{}', given: { NEXT: 'y' } },
      ],
      [],
    ],
    [
      'will not be',
      [
        { id: 'web', stored: '{"AUTH":"x"}', schema },
        { id: 'api', stored: '{"NEXT":"x"}', given: { NEXT: 'y' } },
      ],
      ['web#AUTH does not equal api#NEXT'],
    ],
    [
      'have nothing to equal',
      [
        { id: 'web', stored: '{"AUTH":"x"}', schema },
        { id: 'api', stored: '{}' },
      ],
      ['web#AUTH has to equal api#NEXT, which is not there'],
    ],
    [
      'are not there',
      [
        { id: 'web', stored: '{}', schema },
        { id: 'api', stored: '{"NEXT":"x"}' },
      ],
      [],
    ],
    [
      'are a number and its text',
      [
        { id: 'web', stored: '{"AUTH":1}', schema },
        { id: 'api', stored: '{"NEXT":"1"}' },
      ],
      [],
    ],
  ] as const)('%s', (_, secrets, problems) => {
    expect(planned(secrets).problems).toEqual(problems)
  })

  it('may be those of a secret that is only read', () => {
    const drafted = { stored: '{"AUTH":"x"}', schema: 'AUTH: {equals: shared#K}' }
    expect(planned([drafted], { shared: '{"K":"x"}' }).problems).toEqual([])
    expect(planned([drafted], { shared: '{"K":"y"}' }).problems).toHaveLength(1)
  })
})

describe('what is stored, held against its schema', () => {
  const problemsOf = (secrets: readonly Drafted[]): readonly string[] =>
    judgeSecrets(observedOf(secrets)).flatMap(({ keys }) =>
      keys.flatMap(({ key, problems }) => problems.map((problem) => `${key} ${problem}`)),
    )

  const derived = 'is not what the schema derives it from; a push would change it'
  it.each([
    ['what is derived and right', '{"A":"<b>","B":"b"}', "A: {derive: '<${B}>'}", []],
    ['what is derived and old', '{"A":"<a>","B":"b"}', "A: {derive: '<${B}>'}", [`A ${derived}`]],
    ['what is derived and not there', '{"B":"b"}', "A: {derive: '<${B}>'}", []],
    [
      'what is derived, required and not there',
      '{"B":"b"}',
      "A: {required: true, derive: '<${B}>'}",
      ['A is missing'],
    ],
    [
      'what was derived once',
      '{"A":"<a>","B":"b"}',
      "A: {policy: create-only, derive: '<${B}>'}",
      [],
    ],
    ['what is generated and not there', '{}', 'A: {generate: true}', []],
    [
      'what is generated, required and not there',
      '{}',
      'A: {required: true, generate: true}',
      ['A is missing'],
    ],
    [
      'what is never touched and wrong',
      '{"A":"x"}',
      'A: {policy: never-touch, pattern: ^y}',
      ['A does not match the pattern ^y'],
    ],
    ['what is forbidden', '{"A":""}', 'A: {forbid: true}', ['A must not be there']],
    ['what is unknown', '{"Z":"x"}', 'A: {}', []],
  ])('%s', (_, stored, schema, problems) => {
    expect(problemsOf([{ stored, schema, drawn: { A: 'r' } }])).toEqual(problems)
  })

  it('of a secret that is not there is nothing to judge', () => {
    const [plan] = judgeSecrets(observedOf([{ schema: 'A: {required: true}' }]))
    expect(plan?.keys).toEqual([])
    expect(plan?.obstacles).toHaveLength(1)
  })
})
