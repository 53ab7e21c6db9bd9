import { describe, expect, it } from 'vitest'
import { evaluate, mayAssume } from '../src/iam/policy/evaluate.ts'
import { parsePolicy, PolicyError } from '../src/iam/policy/policy.ts'

const service = 'arn:aws:ecs:us-east-1:123456789012:service/arbiter-ai/backend'
const request = { action: 'ecs:UpdateService', resource: service }
const allow = { Effect: 'Allow', Action: 'ecs:*', Resource: '*' }

function decide(statements: readonly object[], more: object = {}) {
  return evaluate([parsePolicy({ Statement: statements })], { ...request, ...more }).decision
}

describe('A policy', () => {
  it.each<[string, string, object[]]>([
    ['allowed', 'its action and resource are named', [{ ...allow, Resource: service }]],
    ['allowed', 'one of several is named', [{ ...allow, Action: ['s3:*', 'ecs:UpdateService'] }]],
    [
      'allowed',
      'letters of the action differ in case',
      [{ ...allow, Action: 'ECS:updateSERVICE' }],
    ],
    ['allowed', 'one character is left open', [{ ...allow, Action: 'ecs:UpdateServic?' }]],
    ['allowed', 'a star reaches over slashes', [{ ...allow, Resource: 'arn:aws:ecs:*/backend' }]],
    [
      'allowed',
      'all but other actions are',
      [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
    ],
    [
      'allowed',
      'all but other resources are',
      [{ Effect: 'Allow', Action: '*', NotResource: `${service}-2` }],
    ],
    ['implicitDeny', 'nothing is said', []],
    ['implicitDeny', 'another action is named', [{ ...allow, Action: 'ecs:UpdateServicePrimary' }]],
    ['implicitDeny', 'the name goes on', [{ ...allow, Resource: service.slice(0, -1) }]],
    [
      'implicitDeny',
      'letters of the resource differ in case',
      [{ ...allow, Resource: service.toUpperCase() }],
    ],
    ['implicitDeny', 'a dot is no pattern', [{ ...allow, Resource: service.replace('-', '.') }]],
    [
      'explicitDeny',
      'a statement denies what another allows',
      [allow, { ...allow, Effect: 'Deny' }],
    ],
    [
      'explicitDeny',
      'a statement denies, whatever comes after',
      [{ ...allow, Effect: 'Deny' }, allow],
    ],
    [
      'allowed',
      'something else is denied',
      [allow, { ...allow, Effect: 'Deny', Action: 'ecs:RunTask' }],
    ],
  ])('says %s when %s', (decision, _, statements) => {
    expect(decide(statements)).toBe(decision)
  })

  it('tells which statements decided', () => {
    const policies = [
      parsePolicy({ Statement: [{ ...allow, Action: 's3:*' }, allow] }),
      parsePolicy({ Statement: { ...allow, Effect: 'Deny' } }),
    ]
    expect(evaluate(policies.slice(0, 1), request).matched).toEqual([{ policy: 0, statement: 1 }])
    expect(evaluate(policies, request).matched).toEqual([{ policy: 1, statement: 0 }])
  })
})

describe('A condition', () => {
  const cluster = 'arn:aws:ecs:us-east-1:123456789012:cluster/arbiter-ai'
  const context = new Map([
    ['ecs:cluster', [cluster]],
    ['aws:tagkeys', ['team', 'env']],
    ['number', ['5']],
    ['flag', ['true']],
    ['time', ['2026-01-01T00:00:00Z']],
  ])

  it.each<[boolean, string, string, string | string[] | boolean | number]>([
    [true, 'StringEquals', 'ecs:cluster', cluster],
    [true, 'StringEquals', 'ECS:Cluster', ['x', cluster]],
    [false, 'StringEquals', 'ecs:cluster', 'arn:*'],
    [false, 'StringEquals', 'nobody', cluster],
    [true, 'StringEqualsIfExists', 'nobody', cluster],
    [false, 'StringEqualsIfExists', 'ecs:cluster', 'x'],
    [true, 'StringNotEquals', 'ecs:cluster', 'x'],
    [true, 'StringNotEquals', 'nobody', 'x'],
    [false, 'StringNotEquals', 'ecs:cluster', ['x', cluster]],
    [true, 'StringEqualsIgnoreCase', 'ecs:cluster', cluster.toUpperCase()],
    [false, 'StringNotEqualsIgnoreCase', 'ecs:cluster', cluster.toUpperCase()],
    [true, 'StringLike', 'ecs:cluster', '*arbiter-a?'],
    [false, 'StringNotLike', 'ecs:cluster', '*arbiter*'],
    [true, 'ArnLike', 'ecs:cluster', 'arn:aws:ecs:*:*:cluster/*'],
    [false, 'ArnLike', 'ecs:cluster', 'arn:aws:*:cluster/*'],
    [true, 'ArnEquals', 'ecs:cluster', 'arn:aws:ecs:*:123456789012:*'],
    [false, 'ArnNotEquals', 'ecs:cluster', cluster],
    [true, 'ArnNotLike', 'ecs:cluster', 'arn:aws:ecs:eu-west-1:*:*'],
    [true, 'Bool', 'flag', true],
    [false, 'Bool', 'flag', 'false'],
    [true, 'NumericEquals', 'number', 5],
    [false, 'NumericNotEquals', 'number', '5'],
    [true, 'NumericLessThan', 'number', '6'],
    [false, 'NumericLessThan', 'number', '5'],
    [true, 'NumericLessThanEquals', 'number', '5'],
    [true, 'NumericGreaterThan', 'number', '4'],
    [false, 'NumericGreaterThanEquals', 'number', '6'],
    [true, 'DateEquals', 'time', '1767225600'],
    [false, 'DateNotEquals', 'time', '2026-01-01T00:00:00Z'],
    [true, 'DateLessThan', 'time', '2026-01-02T00:00:00Z'],
    [true, 'DateLessThanEquals', 'time', '2026-01-01T00:00:00Z'],
    [false, 'DateGreaterThan', 'time', '2026-01-01T00:00:00Z'],
    [true, 'DateGreaterThanEquals', 'time', '2025-12-31T00:00:00Z'],
    [true, 'Null', 'nobody', 'true'],
    [false, 'Null', 'ecs:cluster', 'true'],
    [true, 'Null', 'ecs:cluster', false],
    [true, 'ForAnyValue:StringEquals', 'aws:TagKeys', 'env'],
    [false, 'ForAnyValue:StringEquals', 'nobody', 'env'],
    [false, 'ForAllValues:StringEquals', 'aws:TagKeys', 'env'],
    [true, 'ForAllValues:StringEquals', 'aws:TagKeys', ['env', 'team', 'x']],
    [true, 'ForAllValues:StringEquals', 'nobody', 'env'],
  ])('holds (%s) by %s of %s and %s', (isMet, operator, key, value) => {
    const statement = { ...allow, Condition: { [operator]: { [key]: value } } }
    expect(decide([statement], { context })).toBe(isMet ? 'allowed' : 'implicitDeny')
  })

  it('must hold with all others of its statement', () => {
    const Condition = { Bool: { flag: 'true' }, NumericEquals: { number: '6' } }
    expect(decide([{ ...allow, Condition }], { context })).toBe('implicitDeny')
  })
})

describe('A trust policy', () => {
  const trust = { Effect: 'Allow', Action: 'sts:AssumeRole' }
  const tasks = 'ecs-tasks.amazonaws.com'
  const account = { StringEquals: { 'aws:SourceAccount': '123456789012' } }

  it.each<[boolean, string, object]>([
    [true, 'its service', { Principal: { Service: tasks } }],
    [true, 'one of several services', { Principal: { Service: ['ec2.amazonaws.com', tasks] } }],
    [true, 'its service, from this account', { Principal: { Service: tasks }, Condition: account }],
    [true, 'everybody', { Principal: '*' }],
    [false, 'another service', { Principal: { Service: 'ecs.amazonaws.com' } }],
    [false, 'an account', { Principal: { AWS: '123456789012' } }],
    [false, 'another action', { Principal: { Service: tasks }, Action: 'sts:TagSession' }],
    [false, 'nobody', { Principal: { Service: tasks }, Effect: 'Deny' }],
  ])('lets tasks assume the role (%s) when it names %s', (isMet, _, statement) => {
    const policy = parsePolicy({ Statement: [{ ...trust, ...statement }] })
    const context = new Map([['aws:sourceaccount', ['123456789012']]])
    expect(mayAssume(policy, tasks, context)).toBe(isMet)
  })
})

describe('A document that is no policy', () => {
  it.each<[string, unknown, (string | number)[], RegExp]>([
    ['text', 'x', [], /must be a mapping/],
    ['no statement', {}, [], /needs a Statement/],
    ['a date as its version', { Version: 2012, Statement: [] }, ['Version'], /in quotes/],
    [
      'an effect of its own',
      { Statement: [{ ...allow, Effect: 'Maybe' }] },
      ['Statement', 0, 'Effect'],
      /Allow or Deny/,
    ],
    [
      'no action',
      { Statement: [{ Effect: 'Allow', Resource: '*' }] },
      ['Statement', 0],
      /needs an Action/,
    ],
    [
      'no resource',
      { Statement: [{ Effect: 'Allow', Action: '*' }] },
      ['Statement', 0],
      /needs a Resource/,
    ],
    [
      'an action without a service',
      { Statement: { ...allow, Action: 'UpdateService' } },
      ['Statement', 'Action'],
      /UpdateService is no action/,
    ],
    [
      'an unknown element',
      { Statement: [{ ...allow, Actions: '*' }] },
      ['Statement', 0, 'Actions'],
      /no Actions; known are/,
    ],
    [
      'action and its opposite',
      { Statement: [{ ...allow, NotAction: '*' }] },
      ['Statement', 0],
      /either Action or NotAction/,
    ],
    [
      'an unknown operator',
      { Statement: [{ ...allow, Condition: { IpAddress: { a: 'b' } } }] },
      ['Statement', 0, 'Condition', 'IpAddress'],
      /no condition operator IpAddress; known are Null/,
    ],
    [
      'a policy variable',
      { Statement: [{ ...allow, Resource: 'arn:${aws:username}' }] },
      ['Statement', 0, 'Resource'],
      /no policy variables/,
    ],
    [
      'a mapping for a resource',
      { Statement: [{ ...allow, Resource: [{}] }] },
      ['Statement', 0, 'Resource'],
      /must be text/,
    ],
  ])('is refused at its place: %s', (_, document, path, message) => {
    const caught: unknown = (() => {
      try {
        return parsePolicy(document)
      } catch (error) {
        return error
      }
    })()
    expect(caught).toBeInstanceOf(PolicyError)
    expect(caught).toMatchObject({ path, message: expect.stringMatching(message) })
  })
})
