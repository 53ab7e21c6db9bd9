import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { changes } from '../../../test/support/run-in-world.ts'
import { appWorld, firstVersion, syncAlso, syncApp, syncIn, wait } from './in-flow.ts'

type Faults = NonNullable<World['faults']>

const rate = { name: 'ThrottlingException', message: 'Rate exceeded' }
const broken = { name: 'InternalServiceError', status: 500 }
const stored = { A: 'old', B: 'kept' }
const write = { values: 'A=new', description: 'D', tags: 't=1' }
const after = { A: 'new', B: 'kept' }

async function writeBetween(): Promise<void> {
  const { outputs } = await syncAlso({ 'secret-id': 'app', values: 'C=between' }, { id: '6' })
  expect(outputs['outcome']).toBe('written')
}

describe('on a day when Secrets Manager is hard to reach', () => {
  const operations = [
    'DescribeSecret',
    'GetSecretValue',
    'ListSecretVersionIds',
    'UpdateSecret',
    'TagResource',
    'PutSecretValue',
    'UpdateSecretVersionStage',
  ]
  const each = operations.flatMap((operation) => [
    [`${operation} is throttled`, { operation, calls: [1, 2, 3], error: rate }] as const,
    [`${operation} fails`, { operation, calls: [1], error: broken }] as const,
    [`the connection of ${operation} is cut`, { operation, calls: [1], reset: true }] as const,
    [`the answer of ${operation} is late`, { operation, calls: [1], delay: '15s' }] as const,
    ...(/^(Describe|Get|List)/.test(operation)
      ? []
      : [
          [
            `the answer of ${operation} is lost`,
            { operation, calls: [1], reset: true, takesEffect: true },
          ] as const,
          [
            `${operation} fails and took effect`,
            { operation, calls: [1], error: broken, takesEffect: true },
          ] as const,
        ]),
  ])
  const all = [2, 3, 4].flatMap((n) => [
    [`every call number ${n} is throttled`, { operation: '*', every: n, error: rate }] as const,
    [`every call number ${n} fails`, { operation: '*', every: n, error: broken }] as const,
    [`every connection number ${n} is cut`, { operation: '*', every: n, reset: true }] as const,
    [
      `every answer number ${n} is lost`,
      { operation: '*', every: n, reset: true, takesEffect: true },
    ] as const,
  ])

  it.each([
    ...each,
    ...all,
    ['every read lags', { operation: '*', lag: '8s' }],
    ['descriptions lag more than values', { operation: 'DescribeSecret', lag: '20s' }],
    ['values lag', { operation: 'GetSecretValue', lag: '20s' }],
  ] as const)('and %s: the right verdict, and one new version', async (_, fault) => {
    const faults = [fault] as unknown as Faults
    const run = await syncApp(appWorld(stored, {}, { faults }), write, {
      afterwards: () => wait(60),
    })
    expect(run.errors).toEqual([])
    expect(run.warnings).toEqual([])
    expect(run.outputs).toMatchObject({
      outcome: 'written',
      changed: 'true',
      'previous-version-id': firstVersion,
    })
    expect(run.app).toMatchObject({
      document: after,
      versions: 2,
      description: 'D',
      tags: { t: '1' },
    })
    expect(run.app?.labels).toEqual({
      AWSCURRENT: run.outputs['version-id'],
      AWSPREVIOUS: firstVersion,
    })
  })

  it.each([
    ['lost', { calls: [1], reset: true, takesEffect: true }],
    ['lost twice', { calls: [1, 2], reset: true, takesEffect: true }],
    ['an error, although it took effect', { calls: [1], error: broken, takesEffect: true }],
    ['late', { calls: [1], delay: '19s' }],
    ['later than anybody waits', { calls: [1], delay: '40s' }],
  ])('and the answer of CreateSecret is %s: one secret with one version', async (_, fault) => {
    const faults = [{ operation: 'CreateSecret', ...fault }] as Faults
    const run = await syncApp({ faults }, { values: 'A=new' })
    expect(run.outputs).toMatchObject({ outcome: 'written', changed: 'true' })
    expect(run.app).toMatchObject({
      document: { A: 'new' },
      versions: 1,
      labels: { AWSCURRENT: run.outputs['version-id'] },
    })
  })

  it('and CreateSecret, asked again, says that the secret is there: it is known as its own', async () => {
    const exists = { name: 'ResourceExistsException', message: 'the secret app already exists' }
    const faults: Faults = [
      { operation: 'CreateSecret', calls: [1], reset: true, takesEffect: true },
      { operation: 'CreateSecret', calls: [2], error: exists },
    ]
    const run = await syncApp({ faults }, { values: 'A=new' })
    expect(run.outputs).toMatchObject({ outcome: 'written', 'secret-arn': run.app?.arn })
    expect(run.app?.versions).toBe(1)
  })

  it('and no answer of UpdateSecretVersionStage ever comes: what is written is told as written', async () => {
    const faults: Faults = [
      { operation: 'UpdateSecretVersionStage', every: 1, reset: true, takesEffect: true },
    ]
    const run = await syncApp(appWorld(stored, {}, { faults }), { values: 'A=new' })
    expect(run.outputs).toMatchObject({ outcome: 'written', changed: 'true' })
    expect(run.app?.document).toEqual(after)
  })

  it.each([
    ['DescribeSecret', 'service-error'],
    ['GetSecretValue', 'service-error'],
    ['PutSecretValue', 'service-error'],
    ['UpdateSecretVersionStage', 'service-error'],
  ])(
    'and %s never answers: red, with what AWS says, and the old document',
    async (operation, failure) => {
      for (const fault of [{ error: rate }, { error: broken }, { reset: true }]) {
        const faults = [{ operation, to: '30m', ...fault }] as Faults
        const run = await syncApp(
          appWorld(stored, {}, { faults }),
          { values: 'A=new' },
          { afterwards: () => wait(1800) },
        )
        expect(run.outputs).toMatchObject({ outcome: 'failed', failure })
        expect(run.errors[0]?.message).toContain(`secretsmanager:${operation}`)
        expect(run.app?.document).toEqual(stored)
      }
    },
  )

  it.each([
    ['TagResource', 'could not be recorded'],
    ['ListSecretVersionIds', undefined],
  ])('and %s never answers: it is written all the same', async (operation, warning) => {
    const faults = [{ operation, to: '30m', error: broken }] as Faults
    const run = await syncApp(
      appWorld(stored, {}, { faults }),
      { values: 'A=new' },
      { afterwards: () => wait(1800) },
    )
    expect(run.outputs['outcome']).toBe('written')
    expect(run.warnings.join('\n')).toContain(warning ?? '')
    expect(run.warnings).toHaveLength(warning === undefined ? 0 : 1)
  })

  it('and a pull never gets an answer: red, and nothing is exported', async () => {
    const faults: Faults = [{ operation: 'GetSecretValue', error: rate }]
    const run = await syncIn(appWorld(stored, {}, { faults }), { 'secret-id': 'app', mode: 'pull' })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'service-error' })
    expect(run.variables).toEqual({})
    expect(changes(run.simulator)).toEqual([])
  })

  it('and values lag behind what was written a moment ago: they are waited for', async () => {
    const faults: Faults = [{ operation: 'GetSecretValue', lag: '6s' }]
    const run = await syncApp(
      appWorld(stored, {}, { faults }),
      { values: 'A=new' },
      {
        before: () => writeBetween(),
        afterwards: () => wait(60),
      },
    )
    expect(run.outputs['outcome']).toBe('written')
    expect(run.app?.document).toEqual({ A: 'new', B: 'kept', C: 'between' })
  })

  it('and descriptions lag behind what was written a moment ago: nothing of that is lost', async () => {
    const faults: Faults = [{ operation: 'DescribeSecret', lag: '6s' }]
    const run = await syncApp(
      appWorld(stored, {}, { faults }),
      { values: 'A=new' },
      {
        before: () => writeBetween(),
        afterwards: () => wait(60),
      },
    )
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'conflict' })
    expect(run.app?.document).toEqual({ A: 'old', B: 'kept', C: 'between' })
  })

  it('and descriptions lag behind a secret that was created a moment ago: whoever did it is named', async () => {
    const faults: Faults = [{ operation: 'DescribeSecret', lag: '6s' }]
    const run = await syncApp(
      { faults },
      { values: 'A=new' },
      { before: () => writeBetween(), afterwards: () => wait(60) },
    )
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'conflict' })
    expect(run.errors[0]?.message).toMatch(/written 2026-01-01T00:00:00.000Z by run 6/)
    expect(run.app?.document).toEqual({ C: 'between' })
  })

  it('and the second of two secrets cannot be written: what is written is told', async () => {
    const faults: Faults = [{ operation: 'CreateSecret', to: '30m', error: broken }]
    const world = appWorld(stored, {}, { faults })
    const secrets = 'app: {values: {A: new}}\nweb: {values: {B: x}}'
    const run = await syncIn(world, { secrets })
    expect(run.outputs).toMatchObject({
      outcome: 'failed',
      failure: 'service-error',
      changed: 'true',
    })
    expect(run.errors[0]?.message).toContain('Written before that: app. Not written: web.')
    expect(Object.keys(JSON.parse(run.outputs['results'] ?? '') as object)).toEqual(['app'])
  })
})
