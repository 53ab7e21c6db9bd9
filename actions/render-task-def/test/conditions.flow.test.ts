import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import type { WorldRun } from '../../../test/support/run-in-world.ts'
import { refusal, renderIn } from './in-flow.ts'
import { account, definition, roleArn, sandboxArn, secret, world } from './preflight.world.ts'

type Statement = Readonly<Record<string, unknown>>

const allow = (Action: string | string[], Resource = '*', Condition?: object): Statement => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition && { Condition }),
})
const denyUnless = (Condition: object): Statement => ({
  Effect: 'Deny',
  Action: '*',
  Resource: '*',
  Condition,
})
const start = allow(['ecr:*', 'logs:*', 'secretsmanager:*', 'kms:*'])

/** Renders a definition whose execution role has these statements, and whose tasks read a secret. */
function renderWith(
  Statement: readonly Statement[],
  container: object = secret(`${sandboxArn}:DATABASE_URL::`),
  more: Partial<World> = {},
): Promise<WorldRun> {
  const role = { roleName: 'api', policies: [{ Version: '2012-10-17', Statement }] }
  const given = { ...world, ...more, roles: [...(world.roles ?? []), role] }
  const task = definition(container, { executionRoleArn: roleArn('api') })
  return renderIn(given, task, { preflight: 'strict', environment: 'A=1' })
}

describe('a policy with a condition', () => {
  it.each<[situation: string, key: string, statements: readonly Statement[]]>([
    [
      'allows by the endpoint that a request comes through',
      'aws:sourceVpce',
      [allow('ecr:*', '*', { StringEquals: { 'aws:sourceVpce': 'vpce-1' } })],
    ],
    [
      'allows by a tag of the secret',
      'aws:ResourceTag/env',
      [
        allow('ecr:*'),
        allow('secretsmanager:GetSecretValue', '*', {
          StringEquals: { 'aws:ResourceTag/env': 'production' },
        }),
      ],
    ],
    [
      'denies by the network that a request comes from',
      'aws:SourceVpc',
      [start, denyUnless({ StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } })],
    ],
  ])('is not checked where it %s, and the key is named', async (_, key, statements) => {
    const strict = await renderWith(statements)
    expect(refusal(strict)).toContain(`depends on ${key}, which only the request of the task has`)
    expect(refusal(strict)).not.toMatch(/No policy allows ecr|A policy denies/)
  })

  it('stops no step that is not strict', async () => {
    const policies = [
      {
        Version: '2012-10-17',
        Statement: [allow('*', '*', { StringEquals: { 'aws:sourceVpce': 'vpce-1' } })],
      },
    ]
    const given = { ...world, roles: [{ roleName: 'execution', policies }] }
    const run = await renderIn(given, definition(), { environment: 'A=1' })
    expect(run.errors).toEqual([])
    expect(run.log.join('\n')).toMatch(/Not checked: .*aws:sourceVpce/)
  })

  it.each<[known: string, statements: readonly Statement[]]>([
    [
      'the region',
      [start, denyUnless({ StringNotEquals: { 'aws:RequestedRegion': 'us-east-1' } })],
    ],
    [
      'the account',
      [
        allow('ecr:*'),
        allow('secretsmanager:*', '*', { StringEquals: { 'aws:ResourceAccount': account } }),
      ],
    ],
    ['who asks', [start, denyUnless({ ArnNotLike: { 'aws:PrincipalArn': roleArn('*') } })]],
    [
      'that it is encrypted',
      [start, denyUnless({ StringNotEquals: { 'aws:SecureTransport': 'true' } })],
    ],
  ])('on %s is decided, since that is known', async (_, statements) => {
    const run = await renderWith(statements)
    expect(run.errors).toEqual([])
  })

  it('on another region than that of the secret denies it', async () => {
    const run = await renderWith([
      start,
      denyUnless({ StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } }),
    ])
    expect(refusal(run)).toContain('A policy denies ecr:GetAuthorizationToken')
    expect(refusal(run)).toContain('A policy denies secretsmanager:GetSecretValue')
  })

  it('that lets a key be used by Secrets Manager alone is enough', async () => {
    const key = `arn:aws:kms:us-east-1:${account}:key/11111111-2222-3333-4444-555555555555`
    const secrets = [{ name: 'sealed', arn: `${sandboxArn}s-AbCdEf`, value: 'x', kmsKeyId: key }]
    const decrypt = allow('kms:Decrypt', key, {
      StringEquals: { 'kms:ViaService': 'secretsmanager.us-east-1.amazonaws.com' },
    })
    const run = await renderWith(
      [allow(['ecr:*', 'secretsmanager:*']), decrypt],
      secret(`${sandboxArn}s-AbCdEf`),
      { secrets },
    )
    expect(run.errors).toEqual([])
  })
})

describe('a policy on logs', () => {
  const group = `arn:aws:logs:us-east-1:${account}:log-group:/ecs/arbiter-backend-sandbox`
  const logging = (options: object = {}): object => ({
    logConfiguration: {
      logDriver: 'awslogs',
      options: {
        'awslogs-group': '/ecs/arbiter-backend-sandbox',
        'awslogs-region': 'us-east-1',
        'awslogs-stream-prefix': 'ecs',
        ...options,
      },
    },
  })
  const write = (Resource: string) => allow(['logs:CreateLogStream', 'logs:PutLogEvents'], Resource)

  it.each([
    ['all streams', `${group}:*`],
    ['the streams of the prefix', `${group}:log-stream:ecs/*`],
    ['the streams of the container', `${group}:log-stream:ecs/backend/*`],
  ])('that allows %s is enough', async (_, resource) => {
    const run = await renderWith([allow('ecr:*'), write(resource)], logging())
    expect(run.errors).toEqual([])
  })

  it('that allows the streams of another prefix is not, and what to add is shown', async () => {
    const run = await renderWith([allow('ecr:*'), write(`${group}:log-stream:api/*`)], logging())
    expect(refusal(run)).toContain(`No policy allows logs:CreateLogStream on ${group}:log-stream:*`)
    expect(refusal(run)).toContain(
      `"Action":"logs:PutLogEvents","Resource":"${group}:log-stream:*"`,
    )
  })

  it('that allows to make the group itself is enough to make it', async () => {
    const run = await renderWith(
      [allow('ecr:*'), write(`${group}:*`), allow('logs:CreateLogGroup', `${group}:log-stream:`)],
      logging({ 'awslogs-create-group': 'true' }),
    )
    expect(run.errors).toEqual([])
  })
})

describe('a permission that is expected', () => {
  const expecting = (
    statements: readonly Statement[],
    inputs: object,
    taskRoleArn = roleArn('t'),
  ) =>
    renderIn(
      {
        ...world,
        roles: [
          ...(world.roles ?? []),
          { roleName: 't', policies: [{ Version: '2012-10-17', Statement: [...statements] }] },
        ],
      },
      definition({}, { taskRoleArn }),
      { environment: 'A=1', 'expect-permissions': 'task=s3:GetObject', ...inputs },
    )

  it('is not checked where a condition decides', async () => {
    const byTag = allow('s3:GetObject', '*', { StringEquals: { 'aws:PrincipalTag/team': 'a' } })
    const run = await expecting([byTag], {})
    expect(run.errors).toEqual([])
    expect(run.log.join('\n')).toMatch(/Not checked: .*s3:GetObject.*aws:PrincipalTag\/team/)
  })

  it.each([
    ['an ARN', roleArn('t')],
    ['a name', 't'],
  ])('is looked for also with preflight off, for a role given by %s', async (_, role) => {
    const off = { preflight: 'off', pin: 'off' }
    expect(refusal(await expecting([], off, role))).toContain('No policy allows s3:GetObject')
    expect((await expecting([allow('s3:GetObject')], off, role)).errors).toEqual([])
  })

  it('is named action by action, since IAM simulates no wildcard', async () => {
    const run = await expecting([], { 'expect-permissions': 'task=s3:Get*' })
    expect(refusal(run)).toMatch(/^input: .*expect-permissions.*name each action/s)
    expect(run.simulator.requests).toEqual([])
  })
})
