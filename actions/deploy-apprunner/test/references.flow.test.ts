import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { changes } from '../../../test/support/run-in-world.ts'
import {
  account,
  accessRole,
  chatbotWorld,
  connector,
  imageOf,
  patientCheck,
  pinnedTo,
  repository,
  secretArn,
  secretReferences,
  serviceArn,
  variables,
} from './chatbot.world.ts'
import { deploy, imageConfigurationOf, imageIn } from './deployed.ts'

const same = { image: pinnedTo('v1') }
const otherRole = `arn:aws:iam::${account}:role/other`

describe('secrets', () => {
  const parameter = `arn:aws:ssm:us-east-1:${account}:parameter/chatbot/url`
  const world = chatbotWorld({
    parameters: [{ name: '/chatbot/url', value: 'postgres://canary-parameter-1@db' }],
  })

  it.each([
    ['the name of a secret', 'chatbot/auth', secretArn],
    ['its ARN', secretArn, secretArn],
    ['its ARN without the six characters', secretArn.slice(0, -7), secretArn],
    ['a key of it', 'chatbot/auth:AUTH_SECRET::', `${secretArn}:AUTH_SECRET::`],
    ['a key by ARN', `${secretArn}:AUTH_SECRET::`, `${secretArn}:AUTH_SECRET::`],
    ['the path of a parameter', '/chatbot/url', parameter],
    ['the ARN of a parameter', parameter, parameter],
  ])('may be named by %s', async (_, reference, arn) => {
    const run = await deploy(world, {
      ...same,
      wait: 'false',
      secrets: `POSTGRES_URL=${reference}`,
    })
    expect(run.errors).toEqual([])
    expect(imageConfigurationOf(run.service)?.RuntimeEnvironmentSecrets).toEqual({
      ...secretReferences,
      POSTGRES_URL: arn,
    })
  })

  it.each([
    [
      'a secret that is not there',
      'POSTGRES_URL=chatbot/postgres',
      'There is no secret chatbot/postgres',
    ],
    ['a key that it has not', 'POSTGRES_URL=chatbot/auth:AUTH_SECRTE::', 'has no key AUTH_SECRTE'],
    [
      'a parameter that is not there',
      'POSTGRES_URL=/chatbot/none',
      'There is no parameter /chatbot/none',
    ],
  ])('are refused before anything is written: %s', async (_, secrets, says) => {
    const run = await deploy(world, { secrets })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'secret' })
    expect(run.errors[0]?.message).toContain(says)
    expect(run.errors[0]?.message).toContain('POSTGRES_URL')
    expect(changes(run.simulator)).toEqual([])
  })

  it.each(['warn', 'off'])(
    'that have no ARN are refused whatever preflight says, since App Runner takes no names: %s',
    async (preflight) => {
      const run = await deploy(world, { secrets: 'POSTGRES_URL=chatbot/postgres', preflight })
      expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'secret' })
      expect(run.errors[0]?.message).toContain('secrets.POSTGRES_URL')
      expect(changes(run.simulator)).toEqual([])
    },
  )

  it('that the service has already are looked at as well', async () => {
    const value = JSON.stringify({ OTHER: 'x' })
    const input = { SecretId: secretArn, SecretString: value }
    const actors = [{ after: '0s', operation: 'PutSecretValue', input }] as const
    const run = await deploy(chatbotWorld({ actors }), {})
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'secret' })
    expect(run.errors[0]?.message).toContain('has no key AUTH_SECRET')
    expect(changes(run.simulator)).toEqual([])
  })

  it('need a role that may read them', async () => {
    const allowing = (roleName: string, Action: string) => ({
      roleName,
      policies: [
        { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] },
      ],
    })
    const roles = [
      allowing('chatbot-access', 'ecr:*'),
      allowing('chatbot-instance', 'secretsmanager:GetSecretValue'),
      allowing('other', 'ssm:GetParameters'),
    ]
    const run = await deploy(chatbotWorld({ roles }), { 'instance-role-arn': otherRole })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'preflight' })
    const { message = '' } = run.errors[0] ?? {}
    expect(message).toContain(
      `No policy allows secretsmanager:GetSecretValue on ${secretArn} to the role ${otherRole}`,
    )
    expect(message).toContain('{"Effect":"Allow","Action":"secretsmanager:GetSecretValue"')
    expect(changes(run.simulator)).toEqual([])
  })
})

describe("Terraform's outputs", () => {
  it('fill every input', async () => {
    const outputs = {
      apprunner_service_arns: { value: { prod: serviceArn, staging: 'arn:other' } },
      ecr_repository_url: { value: repository },
      roles: { value: { access: accessRole, instance: otherRole } },
      vpc_connector_arn: { value: connector },
      health: { value: { path: '/api/health', interval: 10 } },
      auth_secret_arn: { value: secretArn, sensitive: true },
      auth_url: { value: 'https://chat.example.com' },
    }
    const file = join(mkdtempSync(join(tmpdir(), 'terraform-')), 'outputs.json')
    writeFileSync(file, JSON.stringify(outputs))
    const run = await deploy(chatbotWorld(), {
      'terraform-outputs': file,
      variables: 'tag=v2',
      service: '${tf.apprunner_service_arns.prod}',
      image: '${tf.ecr_repository_url}:${tag}',
      'access-role-arn': '${tf.roles.access}',
      'instance-role-arn': '${tf.roles.instance}',
      'vpc-connector-arn': '${tf.vpc_connector_arn}',
      'health-check-path': '${tf.health.path}',
      'health-check-interval': '${tf.health.interval}',
      environment: 'AUTH_URL=${tf.auth_url}',
      secrets: 'AUTH_SECRET=${tf.auth_secret_arn}:AUTH_SECRET::',
      wait: 'false',
    })
    expect(run.errors).toEqual([])
    expect(run.service).toMatchObject({
      InstanceConfiguration: { InstanceRoleArn: otherRole },
      HealthCheckConfiguration: { ...patientCheck, Interval: 10 },
    })
    expect(imageIn(run.service)).toBe(pinnedTo('v2'))
    expect(imageConfigurationOf(run.service)).toMatchObject({
      RuntimeEnvironmentVariables: { ...variables, AUTH_URL: 'https://chat.example.com' },
      RuntimeEnvironmentSecrets: secretReferences,
    })
  })
})

describe('a dry run', () => {
  it('says what would be done, and changes nothing', async () => {
    const run = await deploy(chatbotWorld(), {
      'dry-run': 'true',
      environment: 'A=b',
      tags: 'a=b',
      'health-check-interval': '10',
    })
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'planned' } })
    expect(changes(run.simulator)).toEqual([])
    const log = run.log.join('\n')
    expect(log).toContain(`image: ${pinnedTo('v1')} becomes ${pinnedTo('v2')}`)
    expect(log).toContain('environment.A: nothing becomes (set)')
    expect(run.summary).toContain('`health-check-interval` | `20` | `10`')
  })

  it('is red where the run would be', async () => {
    const run = await deploy(chatbotWorld(), { 'dry-run': 'true', image: imageOf('missing') })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'image' })
  })

  it.each([
    ['PAUSED', { resume: 'true' }, 'resumed first'],
    ['RUNNING', { image: '' }, 'the configured one is deployed again'],
  ] as const)('says what comes first: %s %j', async (status, inputs, says) => {
    const run = await deploy(chatbotWorld({ service: { status } }), {
      'dry-run': 'true',
      ...inputs,
    })
    expect(run.outputs['outcome']).toBe('planned')
    expect(run.log.join('\n')).toContain(says)
    expect(changes(run.simulator)).toEqual([])
  })
})
