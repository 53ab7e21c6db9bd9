import { describe, expect, it } from 'vitest'
import { planSecrets } from '../src/plan.ts'
import { refusalOf } from '../src/refusal.ts'
import { foundSecret, observedOf, planOf, type Drafted } from './drafts.ts'

const written: Drafted = { stored: '{"A":"x"}', given: { A: 'y' } }

function tagged(Key: string, Value: string): Drafted {
  return {
    ...written,
    secret: {
      tags: [
        { Key: 'team', Value: 'shop' },
        { Key, Value },
      ],
    },
  }
}

const writers = ['terraform', 'opentofu', 'pulumi', 'cloudformation', 'cdk']

function obstaclesOf(drafted: Drafted, others = writers): readonly string[] {
  const { plan } = planSecrets(observedOf([drafted], { writers: others }))
  return plan.flatMap(({ obstacles }) =>
    obstacles.map(({ message, remedy }) => `${message} ${remedy}`),
  )
}

describe('a secret that somebody else keeps', () => {
  it.each([
    ['managed-by', 'terraform'],
    ['ManagedBy', 'Terraform'],
    ['managed_by', 'HashiCorp Terraform 1.9'],
    ['Provisioner', 'pulumi'],
    ['iac', 'opentofu'],
    ['created-by', 'aws-cdk'],
    ['terraform', 'true'],
    ['Terraform', 'yes'],
    ['aws:cloudformation:stack-name', 'app'],
  ])('is not written: its tag %s is %s', (key, value) => {
    expect(obstaclesOf(tagged(key, value))).toEqual([
      expect.stringContaining(`its tag ${key} is ${value}`),
    ])
  })

  it.each([
    ['managed-by', 'shop'],
    ['terraform', 'false'],
    ['note', 'terraform'],
    ['managed-by', 'terraforming'],
  ])('is told from one that is ours: its tag %s is %s', (key, value) => {
    expect(obstaclesOf(tagged(key, value))).toEqual([])
  })

  it('is written where its writer is not among the other writers', () => {
    expect(obstaclesOf(tagged('managed-by', 'terraform'), [])).toEqual([])
    expect(obstaclesOf(tagged('managed-by', 'crossplane'), ['crossplane'])).toHaveLength(1)
  })

  it('is not written where a service manages it', () => {
    expect(obstaclesOf({ ...written, secret: { owningService: 'rds' } })).toEqual([
      expect.stringContaining('managed by rds, which alone may write it'),
    ])
  })

  it('hinders nothing where nothing is to be written', () => {
    const equal = { ...tagged('managed-by', 'terraform'), given: { A: 'x' } }
    expect(obstaclesOf(equal)).toEqual([])
    const { plan } = planSecrets(observedOf([equal], { writers }))
    expect(plan[0]?.recordsKeys).toBe(false)
  })

  it('gets no other tags and no other description', () => {
    const request = { description: 'New' }
    expect(obstaclesOf({ ...tagged('managed-by', 'terraform'), given: {}, request })).toHaveLength(
      1,
    )
  })
})

describe('a secret that is being rotated', () => {
  const rotating = (versions: readonly (readonly [string, readonly string[]])[]): Drafted => ({
    ...written,
    secret: { isRotated: true, versions: new Map(versions) },
  })

  it('is not written while AWSPENDING is on another version', () => {
    const versions = [
      ['v1', ['AWSCURRENT']],
      ['v2', ['AWSPENDING']],
    ] as const
    expect(obstaclesOf(rotating(versions))).toEqual([
      expect.stringContaining('is being rotated: AWSPENDING is on version v2'),
    ])
  })

  it('is written, with a warning, when the rotation is over', () => {
    const { plan } = planOf(rotating([['v1', ['AWSCURRENT', 'AWSPENDING']]]))
    expect(plan.obstacles).toEqual([])
    expect(plan.warnings.join('\n')).toContain('the next rotation replaces what is written here')
  })
})

describe('a secret that takes no more', () => {
  it.each([
    [65_536, 0],
    [65_537, 1],
  ])('of %i bytes has %i obstacles', (bytes, obstacles) => {
    const rest = bytes - '{"A":"x","B":"ü"}'.length - 1
    const given = { B: `ü${'b'.repeat(rest)}` }
    const planned = planOf({ stored: '{"A":"x"}', given })
    expect(new TextEncoder().encode(planned.text)).toHaveLength(bytes)
    expect(planned.plan.obstacles).toHaveLength(obstacles)
  })

  it.each([
    [89, 0, 0],
    [90, 0, 1],
    [99, 0, 1],
    [100, 1, 1],
  ])(
    'with %i versions that cannot go has %i obstacles and %i warnings',
    (heldVersions, obstacles, warnings) => {
      const { plan } = planOf({ ...written, heldVersions })
      expect([plan.obstacles.length, plan.warnings.length]).toEqual([obstacles, warnings])
    },
  )
})

describe('a secret that is not there', () => {
  it.each<readonly [string, Drafted, number]>([
    ['is created', {}, 0],
    ['is not created against create: never', { request: { mayCreate: false } }, 1],
    ['is not created under an ARN', { id: foundSecret('app').arn }, 1],
  ])('%s', (_, drafted, obstacles) => {
    expect(obstaclesOf({ given: { A: 'x' }, ...drafted })).toHaveLength(obstacles)
  })
})

describe('the expected version', () => {
  it.each([
    ['is the current one', '{}', 'v1', false],
    ['is another one', '{}', 'v0', true],
    ['is none, and there is one', '{}', 'none', true],
    ['is none, and there is no secret', undefined, 'none', false],
    ['is of a secret that is not there', undefined, 'v1', true],
  ])('%s', (_, stored, expectedVersion, isOvertaken) => {
    const { plan } = planOf({ stored, given: { A: 'x' }, request: { expectedVersion } })
    expect(plan.isOvertaken).toBe(isOvertaken)
  })
})

describe('warnings', () => {
  it.each<readonly [string, Drafted, string]>([
    [
      'of a key that is passed over',
      { stored: '{"A":"x"}', given: { A: 'y' }, schema: 'A: {policy: create-only}' },
      'what is given for A is not written, since the schema says policy: create-only',
    ],
    [
      'of a key that loses its value',
      { stored: '{"A":"x"}', given: { A: '' } },
      'A had a value and becomes empty',
    ],
    [
      'of keys that are removed',
      { stored: '{"A":"x"}', given: { B: 'y' }, request: { others: 'remove' } },
      'write: replace removes A',
    ],
    [
      'of a text that is replaced',
      { stored: 'x', given: { B: 'y' }, request: { others: 'remove' } },
      'AWSPREVIOUS keeps it',
    ],
  ])('%s', (_, drafted, words) => {
    expect(planOf(drafted).plan.warnings).toEqual([expect.stringContaining(words)])
  })

  it('do not speak of what was empty before, or is removed on purpose', () => {
    expect(planOf({ stored: '{"A":""}', given: { A: '' } }).plan.warnings).toEqual([])
    expect(planOf({ stored: '{"A":"x"}', given: { A: undefined } }).plan.warnings).toEqual([])
  })
})

describe('a refusal', () => {
  it('has all that stands in the way, by the code of what the user corrects first', () => {
    const bad = {
      ...written,
      schema: 'A: {pattern: ^z}\nB: {required: true}',
      secret: { owningService: 'rds' },
    }
    const { plan } = planSecrets(
      observedOf([bad, { id: 'b', given: { A: '' }, schema: 'A: {required: true}' }]),
    )
    const refusal = refusalOf(plan)
    expect(refusal?.code).toBe('secret')
    expect(refusal?.message.split('\n')).toEqual([
      '4 things stand in the way, and nothing was written:',
      '  - The secret app is managed by rds, which alone may write it.',
      '  - A of app does not match the pattern ^z.',
      '  - B of app is missing.',
      '  - A of b is empty.',
    ])
    expect(refusal?.remedy).toContain('Correct the values of these keys')
  })

  it('is preflight where no key is wrong, and none where nothing is', () => {
    expect(refusalOf([planOf({ ...written, secret: { owningService: 'rds' } }).plan])?.code).toBe(
      'preflight',
    )
    expect(refusalOf([planOf(written).plan])).toBeUndefined()
  })
})
