import { describe, expect, it } from 'vitest'
import { parseWorld, WorldError } from '../src/index.ts'

const allow = '{ Effect: Allow, Action: "ecs:*", Resource: "*" }'

describe('A world with secrets, roles and a caller', () => {
  it('is read with all that may be said of them', () => {
    const text = `
secrets:
  - name: arbiter-ai/sandbox
    value: { KEY: v }
    versionId: 11111111-1111-1111-1111-111111111111
    versions:
      - { versionId: 22222222-2222-2222-2222-222222222222, value: old, stages: [AWSPREVIOUS] }
      - { value: older }
    description: The keys
    tags: [{ Key: team, Value: arbiter }]
    kmsKeyId: alias/arbiter
    rotation: true
  - { name: doomed, value: x, deletedDate: 2026-01-02T00:00:00Z, owningService: rds }
  - { name: empty, value: null }
parameters:
  - { name: /arbiter/key, value: v, type: SecureString }
roles:
  - roleName: execution
    path: /service/
    assumeRolePolicyDocument:
      Statement: { Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }
    policies: [{ Version: '2012-10-17', Statement: [${allow}] }]
caller:
  policies: [{ Statement: ${allow} }]
`
    expect(parseWorld(text).secrets).toHaveLength(3)
  })

  it.each<[string, string, string, RegExp]>([
    [
      'a secret twice',
      'secrets: [{ name: a, value: x }, { name: a, value: y }]',
      '1:42',
      /The secret a is there already/,
    ],
    ['a value that is missing', 'secrets: [{ name: a }]', '1:11', /"secrets.0" needs "value"/],
    [
      'a label that the value has',
      'secrets:\n  - name: a\n    value: x\n    versions: [{ value: y, stages: [AWSCURRENT] }]',
      '4:36',
      /AWSCURRENT is taken: "value" is in it/,
    ],
    [
      'a label that another version has',
      'secrets:\n  - name: a\n    value: x\n    versions:\n      - { value: y, stages: [z] }\n      - { value: y, stages: [z] }',
      '6:29',
      /z is taken: another version has it/,
    ],
    [
      'a short id of a version',
      'secrets: [{ name: a, value: x, versionId: short }]',
      '1:43',
      /must be a version id of 32 to 64 characters/,
    ],
    [
      'a deletion at no moment',
      'secrets: [{ name: a, value: x, deletedDate: tomorrow }]',
      '1:45',
      /must be a moment such as/,
    ],
    ['a type of parameter', 'parameters: [{ name: a, value: x, type: Secret }]', '1:41', /one of/],
    ['a role twice', 'roles: [{ roleName: a }, { roleName: a }]', '1:38', /The role a is there/],
    ['a path of a role', 'roles: [{ roleName: a, path: service }]', '1:30', /begins and ends with/],
    [
      'an operator that is not played',
      'roles:\n  - roleName: a\n    policies:\n      - Statement:\n          Effect: Allow\n          Action: "*"\n          Resource: "*"\n          Condition: { IpAddress: { aws:SourceIp: 10.0.0.0/8 } }',
      '8:35',
      /no condition operator IpAddress/,
    ],
    [
      'a trust policy without a principal',
      'roles:\n  - roleName: a\n    assumeRolePolicyDocument: { Statement: { Effect: Allow, Action: sts:AssumeRole } }',
      '3:44',
      /needs a Resource/,
    ],
    ['a caller without policies', 'caller: {}', '1:9', /"caller" needs "policies"/],
    [
      'a policy of the caller',
      'caller: { policies: [{ Statement: [{ Effect: Permit, Action: "*", Resource: "*" }] }] }',
      '1:46',
      /Allow or Deny/,
    ],
  ])('is refused at the place of %s', (_, text, place, message) => {
    const refused = (() => {
      try {
        return parseWorld(text)
      } catch (error) {
        return error
      }
    })()
    expect(refused).toBeInstanceOf(WorldError)
    expect(refused).toMatchObject({
      message: expect.stringContaining(`world.yml:${place}: `),
      problem: expect.stringMatching(message),
    })
  })
})
