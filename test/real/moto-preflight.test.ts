import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '@deploy-actions/action-kit'
import { recordingHost } from '@deploy-actions/action-kit/testing'
import { startSimulator, type Simulator, type World } from '@deploy-actions/aws-simulator'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { contract } from '../../actions/render-task-def/src/contract.ts'
import { main } from '../../actions/render-task-def/src/main.ts'
import { runInWorld } from '../support/run-in-world.ts'
import { awsEnvironment, callAws } from './aws-endpoint.ts'
import { callIam, callJson, type JsonCall } from './both-implementations.ts'
import { findProgram, skipReason, startServer, type Server } from './programs.ts'

const moto = findProgram('moto_server')
const skipped = skipReason('what render-task-def finds, by the simulator and by moto', {
  "moto_server on PATH (pip install 'moto[server]')": moto !== undefined,
})

const trusting = (service: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
})
const roles = [
  { roleName: 'execution', assumeRolePolicyDocument: trusting('ecs-tasks.amazonaws.com') },
  { roleName: 'lambda', assumeRolePolicyDocument: trusting('lambda.amazonaws.com') },
]
const everything = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
}
const database = { username: 'u', password: 'canary-p' }

const images = [{ repository: 'registry.example.com/app', tags: ['1'] }]

const world: World = {
  images,
  secrets: [
    { name: 'everruns/database', value: database },
    { name: 'keyset', value: 'canary: no JSON' },
    { name: 'old', value: 'x', deletedDate: '2026-01-08T00:00:00Z' },
  ],
  parameters: [{ name: '/app/level', value: 'INFO' }],
  logGroups: ['/ecs/app'],
  roles: roles.map((role) => ({ ...role, policies: [everything] })),
}

/** The same world in moto, by the calls of AWS. */
async function fill(url: string): Promise<void> {
  const secret = (Name: string, SecretString: string): JsonCall => [
    'secretsmanager',
    'CreateSecret',
    { Name, SecretString },
  ]
  const calls: readonly JsonCall[] = [
    secret('everruns/database', JSON.stringify(database)),
    secret('keyset', 'canary: no JSON'),
    secret('old', 'x'),
    ['secretsmanager', 'DeleteSecret', { SecretId: 'old', RecoveryWindowInDays: 7 }],
    ['ssm', 'PutParameter', { Name: '/app/level', Value: 'INFO', Type: 'String' }],
  ]
  for (const call of calls) expect(await callJson(url, call)).not.toHaveProperty('error')
  for (const { roleName, assumeRolePolicyDocument } of roles) {
    await callIam(url, 'CreateRole', {
      RoleName: roleName,
      AssumeRolePolicyDocument: JSON.stringify(assumeRolePolicyDocument),
    })
  }
  await callAws(url, ['logs', 'CreateLogGroup'], { logGroupName: '/ecs/app' })
}

const arn = (name: string) => `arn:aws:secretsmanager:us-east-1:123456789012:secret:${name}`
const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`
const reading = (valueFrom: string) => ({ secrets: [{ name: 'VALUE', valueFrom }] })
const logging = (group: string) => ({
  logConfiguration: {
    logDriver: 'awslogs',
    options: {
      'awslogs-group': group,
      'awslogs-region': 'us-east-1',
      'awslogs-stream-prefix': 'ecs',
    },
  },
})

const definition = (container: object, task: object = {}) => ({
  family: 'app',
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '256',
  memory: '512',
  executionRoleArn: role('execution'),
  ...task,
  containerDefinitions: [{ name: 'app', image: 'registry.example.com/app:1', ...container }],
})

describe.skipIf(skipped !== undefined)('what render-task-def finds', () => {
  const folder = mkdtempSync(join(tmpdir(), 'moto-preflight-'))
  const file = join(folder, 'definition.json')
  let server: Server
  // moto has no registry, and simulates no policies.
  let besides: Simulator

  beforeAll(async () => {
    server = await startServer({
      program: moto ?? '',
      args: (port) => ['--port', String(port)],
      environment: () => ({}),
      path: '/moto-api/data.json',
    })
    await fill(server.url)
    besides = await startSimulator({ world })
  })

  afterAll(async () => {
    vi.unstubAllEnvs()
    await besides.stop()
    await server[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each<[situation: string, definition: object, inputs: Record<string, string>, words: RegExp]>([
    [
      'nothing where all is there',
      definition({ ...reading('/app/level'), ...logging('/ecs/app') }),
      {},
      /^$/,
    ],
    [
      'a secret that is not there',
      definition(reading(`${arn('everruns/databse-AbCdEf')}:username::`)),
      {},
      /There is no secret/,
    ],
    [
      'a secret by name that is not there',
      definition({}),
      { secrets: 'A=everruns/databse:username' },
      /Did you mean everruns\/database\?/,
    ],
    [
      'a key that is not there',
      definition({}),
      { secrets: 'A=everruns/database:connection_string' },
      /no key connection_string\. There is: username, password/,
    ],
    [
      'a key of what is no JSON',
      definition({}),
      { secrets: 'A=keyset:KEY' },
      /is no JSON document/,
    ],
    [
      'a label that is nowhere',
      definition({}),
      { secrets: 'A=everruns/database:username:AWSPREVIOUS:' },
      /no version with the label AWSPREVIOUS/,
    ],
    ['a secret on its way out', definition({}), { secrets: 'A=old' }, /scheduled for deletion/],
    [
      'a parameter that is not there',
      definition(reading('/app/levle')),
      {},
      /no parameter \/app\/levle.*Did you mean \/app\/level/s,
    ],
    [
      'a log group that is not there',
      definition(logging('/ecs/ap')),
      {},
      /no log group \/ecs\/ap.*Did you mean \/ecs\/app/s,
    ],
    [
      'a role that is not there',
      definition({}, { taskRoleArn: role('nobody') }),
      {},
      /There is no role/,
    ],
    [
      'a role for another service',
      definition({}, { taskRoleArn: role('lambda') }),
      {},
      /trust policy does not let ecs-tasks/,
    ],
    [
      'several things at once',
      definition(logging('/ecs/ap')),
      { secrets: 'A=everruns/database:nope' },
      /2 things are wrong/,
    ],
  ])('is the same by the simulator and by moto: %s', async (_, given, inputs, words) => {
    writeFileSync(file, JSON.stringify(given))
    const all = {
      'task-definition': file,
      'output-file': join(folder, 'out.json'),
      pin: 'off',
      ...inputs,
    }
    const ours = await runInWorld({ contract, main }, world, { inputs: all })

    // ECS needs permissions for these, which moto does not simulate.
    const isSimulated = /"(?:secrets|logConfiguration)"/.test(JSON.stringify([given, inputs]))
    const environment = {
      ...awsEnvironment(server.url),
      ...(isSimulated && { AWS_ENDPOINT_URL_IAM: besides.url }),
    }
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
    const variables = { DEPLOY_ACTIONS_REGISTRY_MIRRORS: besides.registryMirrors }
    const host = recordingHost(all, { variables })
    await run({ contract, main }, host)
    vi.unstubAllEnvs()

    const errorsOf = (errors: readonly { readonly message: string }[]) =>
      errors.map(({ message }) =>
        message.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z|-[A-Za-z0-9]{6}\b(?=[\s.:"])/g, '…'),
      )
    expect(errorsOf(host.recorded.errors)).toEqual(errorsOf(ours.errors))
    expect(host.recorded.exitCode).toBe(ours.exitCode)
    expect(errorsOf(ours.errors).join('\n')).toMatch(words)
    expect(JSON.stringify(host.recorded)).not.toContain('canary')
  })
})
