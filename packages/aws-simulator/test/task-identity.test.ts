import {
  DescribeTasksCommand,
  RunTaskCommand,
  type RunTaskCommandInput,
  type RegisterTaskDefinitionCommandInput,
  RegisterTaskDefinitionCommand,
} from '@aws-sdk/client-ecs'
import { FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs'
import { PutSecretValueCommand } from '@aws-sdk/client-secrets-manager'
import { describe, expect, it } from 'vitest'
import type { World } from '../src/index.ts'
import { arbiterWorld, network, repository, secretArn, taskDefinition } from './arbiter-world.ts'
import { sleepSeconds } from './in-virtual-time.ts'
import { versionId, withSecrets, type SecretsScene } from './secrets-in-a-world.ts'

const account = '123456789012'
const execution = `arn:aws:iam::${account}:role/arbiter-execution`
const allow = (Action: string | string[], Resource: string) => ({
  Effect: 'Allow',
  Action,
  Resource,
})
const pulls = allow(['ecr:*', 'logs:*'], '*')
const prefix =
  'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: '
const asm = `${prefix}unable to retrieve secret from asm: service call has been retried 1 time(s): `
const ssm = `${prefix}unable to retrieve secrets from ssm: service call has been retried 1 time(s): `

const secrets: NonNullable<World['secrets']> = [
  {
    name: 'arbiter-ai/sandbox',
    arn: secretArn,
    value: { DATABASE_URL: 'x' },
    versionId: versionId('first'),
    versions: [{ versionId: versionId('next'), value: { NEW: 'y' }, stages: ['AWSPENDING'] }],
  },
  { name: 'text', arn: `${secretArn}-text`, value: 'no JSON' },
  { name: 'doomed', arn: `${secretArn}-doomed`, value: 'x', deletedDate: '2026-01-08T00:00:00Z' },
  { name: 'sealed', arn: `${secretArn}-sealed`, value: 'x', kmsKeyId: '0123' },
]

/** A world without services: what is run is the only task. */
function worldWith(more: Partial<World> = {}): World {
  return {
    ...arbiterWorld(),
    secrets,
    parameters: [{ name: '/arbiter/key', value: 'v' }],
    clusters: [{ name: 'arbiter-ai' }],
    ...more,
  }
}

/** Runs one task of the backend, changed by these, and tells how it ended or that it runs. */
async function outcome(
  { ecs }: Pick<SecretsScene, 'ecs'>,
  changes: {
    valueFrom?: string
    definition?: Pick<RegisterTaskDefinitionCommandInput, 'taskRoleArn'>
    run?: Partial<RunTaskCommandInput>
  },
): Promise<string | undefined> {
  const definition = { ...taskDefinition(), ...changes.definition }
  const [container] = definition.containerDefinitions
  const valueFrom = changes.valueFrom ?? `${secretArn}:DATABASE_URL::`
  await ecs.send(
    new RegisterTaskDefinitionCommand({
      ...definition,
      containerDefinitions: [{ ...container, secrets: [{ name: 'KEY', valueFrom }] }],
    }),
  )
  const cluster = 'arbiter-ai'
  const { tasks: started = [] } = await ecs.send(
    new RunTaskCommand({
      cluster,
      taskDefinition: definition.family,
      networkConfiguration: network,
      ...changes.run,
    }),
  )
  await sleepSeconds(60)
  const tasks = started.map(({ taskArn = '' }) => taskArn)
  const described = await ecs.send(new DescribeTasksCommand({ cluster, tasks }))
  const [task] = described.tasks ?? []
  return task?.stopCode === 'TaskFailedToStart' ? task.stoppedReason : task?.lastStatus
}

describe('A reference to a secret', () => {
  it.each([
    ['a key', `${secretArn}:DATABASE_URL::`, 'RUNNING'],
    ['the whole secret', secretArn, 'RUNNING'],
    ['a key of a staging label', `${secretArn}:NEW:AWSPENDING:`, 'RUNNING'],
    ['a key of a version', `${secretArn}:NEW::${versionId('next')}`, 'RUNNING'],
    ['a parameter by its ARN', `arn:aws:ssm:us-east-1:${account}:parameter/arbiter/key`, 'RUNNING'],
    ['a parameter by its name', '/arbiter/key', 'RUNNING'],
    [
      'a key that only another version has',
      `${secretArn}:NEW::`,
      `${asm}retrieved secret from Secrets Manager did not contain json key NEW`,
    ],
    [
      'a key that every object has',
      `${secretArn}:toString::`,
      `${asm}retrieved secret from Secrets Manager did not contain json key toString`,
    ],
    [
      'a key of text',
      `${secretArn}-text:KEY::`,
      `${asm}invalid character 'n' looking for beginning of value`,
    ],
    [
      'a label that is nowhere',
      `${secretArn}:NEW:AWSPREVIOUS:`,
      `${asm}failed to fetch secret ${secretArn} from secrets manager: ResourceNotFoundException: Secrets Manager can't find the specified secret value for staging label: AWSPREVIOUS`,
    ],
    [
      'a secret that is scheduled for deletion',
      `${secretArn}-doomed`,
      `${asm}failed to fetch secret ${secretArn}-doomed from secrets manager: InvalidRequestException: You can't perform this operation on the secret because it was marked for deletion.`,
    ],
    [
      'a secret that is not there',
      `${secretArn}-nobody`,
      `${asm}failed to fetch secret ${secretArn}-nobody from secrets manager: ResourceNotFoundException: Secrets Manager can't find the specified secret.`,
    ],
    ['a parameter that is not there', '/nobody', `${ssm}invalid parameters: /nobody`],
  ])('that means %s ends as it must', (_, valueFrom, expected) =>
    withSecrets(worldWith(), async (scene) => {
      expect(await outcome(scene, { valueFrom })).toBe(expected)
    }),
  )

  it('is read anew at each start', () =>
    withSecrets(worldWith(), async (scene) => {
      const SecretString = '{"ADDED":"z"}'
      await scene.secrets.send(new PutSecretValueCommand({ SecretId: secretArn, SecretString }))
      expect(await outcome(scene, { valueFrom: `${secretArn}:ADDED::` })).toBe('RUNNING')
    }))

  it('is read from what somebody else has put there meanwhile', () => {
    const input = { SecretId: secretArn, SecretString: '{}' }
    const actors = [{ after: '1s', operation: 'PutSecretValue', input }]
    return withSecrets(worldWith({ actors }), async (scene) => {
      expect(await outcome(scene, {})).toMatch(/did not contain json key DATABASE_URL/)
    })
  })
})

describe('An execution role', () => {
  const withRole = (role: object): Partial<World> => ({
    roles: [{ roleName: 'arbiter-execution', ...role }],
  })
  const reading = (...statements: object[]) => ({
    policies: [{ Statement: [pulls, ...statements] }],
  })
  const session = `User: arn:aws:sts::${account}:assumed-role/arbiter-execution/`
  const secret = allow('secretsmanager:GetSecretValue', `${secretArn}*`)

  it.each<[string, object, string, RegExp]>([
    ['may read the secret', reading(secret), secretArn, /^RUNNING$/],
    [
      'may read no secret',
      reading(),
      secretArn,
      new RegExp(
        `^${asm.replaceAll(/[()]/g, String.raw`\$&`)}failed to fetch secret ${secretArn} from secrets manager: AccessDeniedException: ${session}[0-9a-f]{32} is not authorized to perform: secretsmanager:GetSecretValue on resource: ${secretArn} because no identity-based policy allows the secretsmanager:GetSecretValue action$`,
      ),
    ],
    [
      'may read another secret',
      reading(allow('secretsmanager:GetSecretValue', `${secretArn}-text`)),
      secretArn,
      /AccessDeniedException/,
    ],
    [
      'may not use the key',
      reading(secret),
      `${secretArn}-sealed`,
      /AccessDeniedException: Access to KMS is not allowed$/,
    ],
    [
      'may use the key',
      reading(secret, allow('kms:Decrypt', '*')),
      `${secretArn}-sealed`,
      /^RUNNING$/,
    ],
    [
      'may read no parameter',
      reading(allow('ssm:GetParameter', '*')),
      '/arbiter/key',
      /unable to retrieve secrets from ssm: .*AccessDeniedException: .* not authorized to perform: ssm:GetParameters on resource: arn:aws:ssm:us-east-1:123456789012:parameter\/arbiter\/key/,
    ],
    ['may read parameters', reading(allow('ssm:GetParameters', '*')), '/arbiter/key', /^RUNNING$/],
    [
      'may not open log streams',
      { policies: [{ Statement: [secret, allow('ecr:*', '*')] }] },
      secretArn,
      /^ResourceInitializationError: failed to validate logger args: .*AccessDeniedException: .*logs:CreateLogStream on resource: arn:aws:logs:us-east-1:123456789012:log-group:\/ecs\/arbiter-backend-sandbox:log-stream:ecs\/backend\/[0-9a-f]{32} because/,
    ],
  ])('that %s makes the task end as it must', (_, role, valueFrom, expected) =>
    withSecrets(worldWith(withRole(role)), async (scene) => {
      expect(await outcome(scene, { valueFrom })).toMatch(expected)
    }),
  )

  it('that may not write lines loses them, and the task runs on', async () => {
    const images = [{ repository, tags: ['1.4.0'], behaviour: { logs: [{ line: 'hello' }] } }]
    const silent = [secret, allow(['ecr:*', 'logs:CreateLogStream'], '*')]
    const play = async (statements: readonly object[]) => {
      let lines: unknown[] = []
      const world = worldWith({ images, ...withRole({ policies: [{ Statement: statements }] }) })
      await withSecrets(world, async (scene) => {
        expect(await outcome(scene, {})).toBe('RUNNING')
        const command = new FilterLogEventsCommand({ logGroupName: '/ecs/arbiter-backend-sandbox' })
        lines = (await scene.logs.send(command)).events ?? []
      })
      return lines
    }
    expect(await play(silent)).toEqual([])
    expect(await play([secret, pulls])).toMatchObject([{ message: 'hello' }])
  })

  const cannotAssume = (arn: string) =>
    `ECS was unable to assume the role '${arn}' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role.`
  const ec2 = {
    Statement: [
      { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ],
  }

  it.each<[string, object, object, string]>([
    ['is not there', { roleName: 'other' }, {}, cannotAssume(execution)],
    [
      'trusts somebody else',
      { ...reading(secret), assumeRolePolicyDocument: ec2 },
      {},
      cannotAssume(execution),
    ],
    [
      'is fine, beside a task role that is not there',
      reading(secret),
      { definition: { taskRoleArn: `${execution}-2` } },
      cannotAssume(`${execution}-2`),
    ],
    [
      'is fine, but overridden by one that is not there',
      reading(secret),
      { run: { overrides: { executionRoleArn: `${execution}-3` } } },
      cannotAssume(`${execution}-3`),
    ],
  ])('that %s stops the task', (_, role, changes, expected) =>
    withSecrets(worldWith(withRole(role)), async (scene) => {
      expect(await outcome(scene, changes)).toBe(expected)
    }),
  )
})
