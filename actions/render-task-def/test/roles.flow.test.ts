import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { readRendered, refusal, renderIn } from './in-flow.ts'
import { account, definition, ecr, roleArn, sandboxArn, secret, world } from './preflight.world.ts'

type Statement = Readonly<Record<string, unknown>>

/** The world with one more role, whose policy has these statements. */
function withRole(roleName: string, Statement: readonly Statement[], more: object = {}): World {
  const policies = [{ Version: '2012-10-17', Statement }]
  const role = { roleName, policies, ...more }
  return { ...world, roles: [...(world.roles ?? []), role] }
}

const allow = (Action: string | string[], Resource = '*'): Statement => ({
  Effect: 'Allow',
  Action,
  Resource,
})
const pull = allow(['ecr:GetAuthorizationToken', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'])
const as = (roleName: string): object => ({ executionRoleArn: roleArn(roleName) })

describe('a role', () => {
  it('may be given by its name, as ECS takes it, and is written in full', async () => {
    const given = definition({}, { executionRoleArn: 'execution', taskRoleArn: 'bedrock' })
    const run = await renderIn(world, given, { preflight: 'strict', environment: 'A=1' })
    expect(run.errors).toEqual([])
    expect(await readRendered(run)).toMatchObject({
      executionRoleArn: roleArn('execution'),
      taskRoleArn: roleArn('bedrock'),
    })
  })

  it('that has another path is told with the ARN that it has', async () => {
    const given = definition({}, as('ecs/api'))
    const run = await renderIn(withRole('api', [], { path: '/service-role/' }), given)
    expect(refusal(run)).toContain(`The role of this name is ${roleArn('service-role/api')}.`)
  })

  it('that does not exist is no second finding for what it may not do', async () => {
    const run = await renderIn(
      world,
      definition(secret(`${sandboxArn}:DATABASE_URL::`), as('nobody')),
    )
    expect(refusal(run)).toMatch(/^preflight: One thing is wrong/)
  })
})

describe('what the execution role has to be allowed', () => {
  const logConfiguration = {
    logDriver: 'awslogs',
    options: {
      'awslogs-group': '/ecs/arbiter-backend-sandbox',
      'awslogs-region': 'us-east-1',
      'awslogs-stream-prefix': 'ecs',
    },
  }

  it('is to log in to ECR', async () => {
    const run = await renderIn(withRole('api', []), definition({}, as('api')))
    expect(refusal(run)).toContain('No policy allows ecr:GetAuthorizationToken on *')
    expect(refusal(run)).toContain(
      '{"Effect":"Allow","Action":"ecr:GetAuthorizationToken","Resource":"*"}',
    )
  })

  it('is to pull the image, unless the policy of the repository may allow it', async () => {
    const given = withRole('api', [allow('ecr:GetAuthorizationToken')])
    const run = await renderIn(given, definition({}, as('api')))
    expect(run.exitCode).toBe(0)
    expect(run.log.join('\n')).toContain(
      `allows ecr:BatchGetImage on arn:aws:ecr:us-east-1:${account}:repository/arbiter-ai/backend; the policy of the repository may`,
    )
    const strict = await renderIn(given, definition({}, as('api')), { preflight: 'strict' })
    expect(refusal(strict)).toContain('ecr:GetDownloadUrlForLayer')
  })

  it('is never what a policy denies it', async () => {
    const denial = { ...allow('ecr:BatchGetImage'), Effect: 'Deny' }
    const run = await renderIn(withRole('api', [pull, denial]), definition({}, as('api')))
    expect(refusal(run)).toContain('A policy denies ecr:BatchGetImage')
  })

  it('is to write the logs, and to make their group where the driver does', async () => {
    const group = `arn:aws:logs:us-east-1:${account}:log-group:/ecs/arbiter-backend-sandbox`
    const given = withRole('api', [pull])
    const run = await renderIn(given, definition({ logConfiguration }, as('api')))
    expect(refusal(run)).toContain(`No policy allows logs:CreateLogStream on ${group}:log-stream:*`)
    expect(refusal(run)).toContain(`No policy allows logs:PutLogEvents on ${group}:log-stream:*`)
    const options = { ...logConfiguration.options, 'awslogs-create-group': 'true' }
    const container = { logConfiguration: { ...logConfiguration, options } }
    const made = await renderIn(
      withRole('api', [pull, allow(['logs:CreateLogStream', 'logs:PutLogEvents'])]),
      definition(container, as('api')),
    )
    expect(refusal(made)).toContain('No policy allows logs:CreateLogGroup on')
  })

  it('is to use the customer’s key of a secret, unless the policy of the key may allow it', async () => {
    const key = `arn:aws:kms:us-east-1:${account}:key/11111111-2222-3333-4444-555555555555`
    const secrets = [{ name: 'sealed', arn: `${sandboxArn}s-AbCdEf`, value: 'x', kmsKeyId: key }]
    const given: World = {
      ...withRole('api', [pull, allow('secretsmanager:GetSecretValue')]),
      secrets,
    }
    const run = await renderIn(given, definition(secret(`${sandboxArn}s-AbCdEf`), as('api')))
    expect(run.log.join('\n')).toContain(`allows kms:Decrypt on ${key}; the policy of the key may`)
  })

  it('may be in the policy of the secret itself, which is said', async () => {
    const resourcePolicy = {
      Version: '2012-10-17',
      Statement: [
        { ...allow('secretsmanager:GetSecretValue'), Principal: { AWS: roleArn('api') } },
      ],
    }
    const secrets = [{ name: 'shared', value: 'x', resourcePolicy }]
    const arn = `arn:aws:secretsmanager:us-east-1:${account}:secret:shared`
    const run = await renderIn(
      { ...withRole('api', [pull]), secrets },
      definition(secret(arn), as('api')),
    )
    expect(run.exitCode).toBe(0)
    expect(run.log.join('\n')).toContain('the policy of the secret may, and was not read')
  })
})

describe('a permission that is expected', () => {
  it('is looked for on the role that a name stands for', async () => {
    const run = await renderIn(world, definition({}, { taskRoleArn: 'bedrock' }), {
      'expect-permissions':
        'task=bedrock:InvokeModel on arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2',
    })
    expect(run.errors).toEqual([])
    expect(run.log.join('\n')).not.toContain('Not checked')
  })
})

describe('an image without its execution role on EC2', () => {
  it('is pulled by the instance, so nothing is asked of a role', async () => {
    const task = {
      executionRoleArn: undefined,
      requiresCompatibilities: ['EC2'],
      networkMode: 'bridge',
    }
    const run = await renderIn(
      world,
      definition({ image: `${ecr}/arbiter-ai/backend:1.4.0` }, task),
      { preflight: 'strict', environment: 'A=1' },
    )
    expect(run.errors).toEqual([])
  })
})

describe('a role whose trust policy', () => {
  const tasks = { Service: 'ecs-tasks.amazonaws.com' }
  const assume = (more: object = {}): Statement => ({
    Effect: 'Allow',
    Principal: tasks,
    Action: 'sts:AssumeRole',
    ...more,
  })
  const trusting = (...statements: readonly Statement[]) =>
    renderIn(
      withRole('api', [pull], {
        assumeRolePolicyDocument: { Version: '2012-10-17', Statement: statements },
      }),
      definition({}, as('api')),
      { environment: 'A=1' },
    )

  it.each<[situation: string, statements: readonly Statement[]]>([
    ['lets ECS do something else', [assume({ Action: 'sts:TagSession' })]],
    ['denies it as well', [assume(), assume({ Effect: 'Deny' })]],
    ['denies it to everybody', [assume(), assume({ Effect: 'Deny', Principal: '*' })]],
    [
      'names a service that begins like it',
      [assume({ Principal: { Service: 'ecs-tasks.example.com' } })],
    ],
  ])('%s is refused', async (_, statements) => {
    expect(refusal(await trusting(...statements))).toContain(
      'its trust policy does not let ecs-tasks.amazonaws.com do that',
    )
  })

  it.each<[situation: string, statements: readonly Statement[]]>([
    ['names the action by a pattern', [assume({ Action: ['sts:TagSession', 'sts:Assume*'] })]],
    ['allows everything of STS', [assume({ Action: 'sts:*' })]],
    [
      'denies it under a condition',
      [
        assume(),
        assume({
          Effect: 'Deny',
          Condition: { StringNotEquals: { 'aws:SourceAccount': account } },
        }),
      ],
    ],
    ['denies another action', [assume(), assume({ Effect: 'Deny', Action: 'sts:TagSession' })]],
  ])('%s is trusted', async (_, statements) => {
    expect((await trusting(...statements)).errors).toEqual([])
  })
})

describe('the login of a file system of FSx', () => {
  const mounting = (credentialsParameter: string, executionRoleArn: string): object =>
    definition(
      { memory: 256, mountPoints: [{ sourceVolume: 'share', containerPath: 'C:\\share' }] },
      {
        executionRoleArn,
        requiresCompatibilities: ['EC2'],
        networkMode: undefined,
        cpu: undefined,
        memory: undefined,
        volumes: [
          {
            name: 'share',
            fsxWindowsFileServerVolumeConfiguration: {
              fileSystemId: 'fs-0123456789abcdef0',
              rootDirectory: 'share',
              authorizationConfig: { credentialsParameter, domain: 'example.com' },
            },
          },
        ],
      },
    )

  it('has to be there', async () => {
    const missing = sandboxArn.replace('sandbox', 'sandbix')
    const run = await renderIn(world, mounting(missing, roleArn('execution')))
    expect(refusal(run)).toMatch(/^secret: .*volumes\[0\].*There is no secret .*sandbix/s)
  })

  it('has to be readable by the execution role', async () => {
    const given = withRole('api', [pull])
    const run = await renderIn(given, mounting(sandboxArn, roleArn('api')))
    expect(refusal(run)).toContain(
      `No policy allows secretsmanager:GetSecretValue on ${sandboxArn}`,
    )
    const right = await renderIn(world, mounting(sandboxArn, roleArn('execution')), {
      environment: 'A=1',
    })
    expect(right.errors).toEqual([])
  })
})
