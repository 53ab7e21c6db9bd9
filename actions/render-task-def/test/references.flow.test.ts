import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { changes } from '../../../test/support/run-in-world.ts'
import { refusal, renderIn } from './in-flow.ts'
import {
  account,
  databaseArn,
  definition,
  ecr,
  roleArn,
  sandboxArn,
  secret,
  secretArn,
  world,
} from './preflight.world.ts'

describe('references that lead nowhere', () => {
  it.each<[situation: string, definition: object, words: RegExp]>([
    [
      'a secret that does not exist',
      definition(secret(`${secretArn('arbiter-ai/sandbix-GhIjKl')}:A::`)),
      /no secret .*sandbix.* Did you mean/s,
    ],
    [
      'a secret that is about to be deleted',
      definition(secret(`${secretArn('old')}:A::`)),
      /scheduled for deletion.*aws secretsmanager restore-secret/s,
    ],
    [
      'a key of a secret that is no JSON',
      definition(secret(`${secretArn('keyset')}:A::`)),
      /keyset is no JSON document/,
    ],
    [
      'a label that no version has',
      definition(secret(`${sandboxArn}:DATABASE_URL:AWSPENDING:`)),
      /no version with the label AWSPENDING\. .*AWSCURRENT/s,
    ],
    [
      'a version that does not exist',
      definition(secret(`${sandboxArn}:DATABASE_URL::v9`)),
      /no version v9/,
    ],
    [
      'a key that only another version has not',
      definition(secret(`${sandboxArn}:STRIPE_PRICE_ID:AWSPREVIOUS:`)),
      /has no key STRIPE_PRICE_ID\. There is: DATABASE_URL/,
    ],
    [
      'a parameter that does not exist',
      definition(secret('/arbiter/levle')),
      /no parameter \/arbiter\/levle.*Did you mean \/arbiter\/level/s,
    ],
    [
      'the name of a secret where ECS reads that of a parameter',
      definition(secret('keyset')),
      /There is a secret of this name, but ECS takes a plain name for a parameter: write arn:/,
    ],
    [
      'an image whose tag does not exist',
      definition({ image: `${ecr}/arbiter-ai/backend:1.4.1` }),
      /^image: .*has no tag 1\.4\.1\. (Did you mean 1\.4\.0\? )?There is: 1\.4\.0/s,
    ],
    [
      'an image whose repository does not exist',
      definition({ image: `${ecr}/arbiter-ai/bakend:1` }),
      /^image: .*repository/is,
    ],
    [
      'an image of Docker Hub that does not exist',
      definition({ image: 'temporalio/auto-setup:1.24.3' }),
      /^image: .*1\.24\.3/s,
    ],
    [
      'an image for another platform',
      definition({ image: `${ecr}/arbiter-ai/arm:1` }),
      /is for linux\/arm64.*, and the task runs on linux\/amd64/,
    ],
    [
      'an image for none of the platforms asked for',
      definition(
        { image: `${ecr}/arbiter-ai/backend:1.4.0` },
        { runtimePlatform: { cpuArchitecture: 'ARM64' } },
      ),
      /is for linux\/amd64, and the task runs on linux\/arm64/,
    ],
    [
      'a log group that does not exist',
      definition({
        logConfiguration: {
          logDriver: 'awslogs',
          options: {
            'awslogs-group': '/ecs/arbiter-backend-sandbx',
            'awslogs-region': 'us-east-1',
            'awslogs-stream-prefix': 'ecs',
          },
        },
      }),
      /^preflight: .*no log group .*Did you mean \/ecs\/arbiter-backend-sandbox/s,
    ],
    [
      'a role that does not exist',
      definition({}, { taskRoleArn: roleArn('bedrok') }),
      /^preflight: .*no role arn:aws:iam::123456789012:role\/bedrok/s,
    ],
    [
      'a role that ECS may not assume',
      definition({}, { taskRoleArn: roleArn('lambda') }),
      /trust policy does not let ecs-tasks\.amazonaws\.com do that\. .*lambda\.amazonaws\.com/s,
    ],
  ])('are refused: %s', async (_, given, words) => {
    const run = await renderIn(world, given)
    expect(refusal(run)).toMatch(words)
    expect(run.outputs).not.toHaveProperty('task-definition')
    expect(run.summary).toContain(
      '#### What is wrong\n\n| Container | Field | Finding | What exists | What to do |',
    )
    expect(run.everything).not.toContain('canary')
    expect(changes(run.simulator)).toEqual([])
  })

  it('are told all at once, together with broken rules', async () => {
    const run = await renderIn(
      world,
      definition(
        { ...secret(`${databaseArn}:nope::`), image: `${ecr}/arbiter-ai/backend:2` },
        { memory: '8192', taskRoleArn: roleArn('nobody') },
      ),
    )
    const message = refusal(run)
    expect(message).toMatch(/^input: 4 things are wrong/)
    for (const words of [
      'memory does not go with cpu 512',
      'no key nope',
      'has no tag 2',
      'no role',
    ]) {
      expect(message).toContain(words)
    }
  })

  it('are none where they lead somewhere', async () => {
    const run = await renderIn(
      world,
      definition({
        image: `${ecr}/arbiter-ai/both:1`,
        secrets: [
          { name: 'A', valueFrom: `${sandboxArn}:DATABASE_URL::` },
          { name: 'B', valueFrom: `${sandboxArn}:DATABASE_URL:AWSPREVIOUS:` },
          { name: 'C', valueFrom: secretArn('keyset') },
          { name: 'D', valueFrom: '/arbiter/level' },
          { name: 'E', valueFrom: `arn:aws:ssm:us-east-1:${account}:parameter/arbiter/level` },
        ],
        logConfiguration: {
          logDriver: 'awslogs',
          options: {
            'awslogs-group': '/ecs/arbiter-backend-sandbox',
            'awslogs-region': 'us-east-1',
            'awslogs-stream-prefix': 'ecs',
          },
        },
      }),
      { preflight: 'strict', environment: 'LOG_LEVEL=INFO' },
    )
    expect(run.errors).toEqual([])
    expect(run.warnings).toEqual([])
  })
})

describe('the grades of preflight', () => {
  const doomed = definition(secret(`${databaseArn}:nope::`))
  const blind: World = {
    ...world,
    faults: ['DescribeSecret', 'GetRole', 'SimulatePrincipalPolicy', 'BatchGetImage'].map(
      (operation) => ({
        operation,
        every: 1,
        error: { name: 'AccessDeniedException', status: 400, message: 'no' },
      }),
    ),
  }
  const full = definition(secret(`${databaseArn}:port::`))

  it('warn: renders, with a warning for each finding', async () => {
    const run = await renderIn(world, doomed, { preflight: 'warn' })
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'rendered' } })
    expect(run.warnings.join()).toContain('has no key nope')
  })

  it('warn: refuses the name of a secret that does not exist, since ECS takes an ARN only', async () => {
    const run = await renderIn(world, definition(), { preflight: 'warn', secrets: 'A=kyset' })
    expect(refusal(run)).toMatch(/^input: .*container backend: .*where ECS takes an ARN only/s)
    expect(run.warnings.join()).toContain('There is no secret kyset')
  })

  it('warn: refuses a broken rule all the same', async () => {
    const run = await renderIn(world, definition({}, { memory: '8192' }), { preflight: 'warn' })
    expect(refusal(run)).toMatch(/^input: /)
  })

  it('off: looks at nothing but what it has to know', async () => {
    const run = await renderIn(world, doomed, { preflight: 'off', pin: 'off' })
    expect(run.exitCode).toBe(0)
    expect(run.simulator.requests.map(({ operation }) => operation)).toEqual([
      'DescribeTaskDefinition',
    ])
  })

  it('error: says what could not be checked, with the statement to add, and goes on', async () => {
    const run = await renderIn(blind, full, { pin: 'off' })
    expect(run.exitCode).toBe(0)
    const log = run.log.join('\n')
    expect(log).toContain(`needs secretsmanager:DescribeSecret on ${databaseArn}`)
    expect(log).toContain(
      `{"Effect":"Allow","Action":"secretsmanager:DescribeSecret","Resource":"${databaseArn}"}`,
    )
    expect(log).toContain('needs iam:GetRole on')
    expect(log).toContain('ecr:BatchGetImage')
    expect(run.summary).toContain('Not checked')
  })

  it('strict: refuses what could not be checked', async () => {
    const run = await renderIn(blind, full, { preflight: 'strict' })
    expect(refusal(run)).toContain('needs secretsmanager:DescribeSecret')
  })
})
