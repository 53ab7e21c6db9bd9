import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { changes } from '../../../test/support/run-in-world.ts'
import {
  accessRole,
  account,
  chatbotWorld,
  imageOf,
  instanceRole,
  patientCheck,
  pinnedTo,
  secretArn,
  serviceArn,
  sourceOf,
  type Changes,
} from './chatbot.world.ts'
import { deploy, deployAlso, imageIn, standingOf } from './deployed.ts'

/** What the guide's service has. */
const guide: Readonly<Record<string, string>> = {
  create: 'if-missing',
  'access-role-arn': accessRole,
  'instance-role-arn': instanceRole,
  port: '3000',
  environment: 'AUTH_TRUST_HOST=true\nAWS_REGION=us-east-1',
  secrets: 'AUTH_SECRET=chatbot/auth:AUTH_SECRET::',
  'health-check-protocol': 'HTTP',
  'health-check-path': '/api/health',
  'health-check-interval': '20',
  'health-check-timeout': '20',
  'health-check-healthy-threshold': '1',
  'health-check-unhealthy-threshold': '20',
}

/** The account before there is a service. */
const emptyWorld = (changed: Changes = {}): World =>
  chatbotWorld({ appRunner: { services: [] }, ...changed })

describe('a service that is not there', () => {
  it.each([{ wait: 'false' }, { timeout: '2m' }])(
    'is known by its address as soon as it is asked for: %j',
    async (inputs) => {
      const run = await deploy(emptyWorld(), { ...guide, ...inputs })
      expect(run.outputs['service-url']).toBe(run.service?.ServiceUrl)
      expect(run.outputs['service-id']).toBe(run.service?.ServiceId)
      expect(run.outputs['service-url']).toBeTruthy()
    },
  )

  it('is created with all that is given, and is green when it runs', async () => {
    const run = await deploy(emptyWorld(), {
      ...guide,
      cpu: '0.5',
      memory: '1',
      tags: 'team=chat',
      'kms-key-arn': `arn:aws:kms:us-east-1:${account}:key/1`,
      'auto-deployments': 'false',
    })
    expect(run.errors).toEqual([])
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'created' } })
    expect(run.service).toMatchObject({
      ServiceName: 'chatbot',
      Status: 'RUNNING',
      SourceConfiguration: sourceOf(pinnedTo('v2'), {
        RuntimeEnvironmentSecrets: { AUTH_SECRET: `${secretArn}:AUTH_SECRET::` },
      }),
      InstanceConfiguration: { Cpu: '512', Memory: '1024', InstanceRoleArn: instanceRole },
      HealthCheckConfiguration: patientCheck,
      EncryptionConfiguration: { KmsKey: `arn:aws:kms:us-east-1:${account}:key/1` },
    })
    expect(run.tags).toEqual({ team: 'chat' })
    expect(run.outputs).toMatchObject({
      'service-arn': run.service?.ServiceArn,
      'service-id': run.service?.ServiceId,
      'service-url': run.service?.ServiceUrl,
      'operation-id': run.operations[0]?.Id,
      'running-image': pinnedTo('v2'),
    })
    expect(run.outputs).not.toHaveProperty('previous-image')
  })

  it('is left alone once it is there, by the same step', async () => {
    let again: Record<string, string> = {}
    await deploy(emptyWorld(), guide, {
      async afterwards(simulator) {
        again = (await deployAlso(simulator, guide)).outputs
      },
    })
    expect(again['outcome']).toBe('unchanged')
  })

  it('is no error of a typo: the names that there are are told', async () => {
    const run = await deploy(chatbotWorld(), { service: 'chatbto' })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    expect(run.errors[0]?.message).toContain('Did you mean chatbot? There is: chatbot.')
    expect(changes(run.simulator)).toEqual([])
  })

  it.each([
    ['an access role', { ...guide, 'access-role-arn': '' }, 'access-role-arn: is required'],
    ['an image', { ...guide, image: '' }, 'image: is required for a service that is to be created'],
    ['a role for its secrets', { ...guide, 'instance-role-arn': '' }, 'has no instance role'],
    ['a path only with HTTP', { ...guide, 'health-check-protocol': '' }, 'health-check-path'],
  ])('needs %s', async (_, inputs, says) => {
    const run = await deploy(emptyWorld(), inputs)
    expect(run.exitCode).toBe(1)
    expect(run.errors[0]?.message).toContain(says)
    expect(changes(run.simulator)).toEqual([])
  })

  it('is told to be missing where its ARN is', async () => {
    const arn = `arn:aws:apprunner:us-east-1:${account}:service/other/0123`
    const run = await deploy(chatbotWorld(), { service: arn, create: 'if-missing' })
    expect(run.outputs).toMatchObject({ failure: 'input' })
    expect(run.errors[0]?.message).toContain('without an ARN')
  })

  it('may run an image of ECR Public, without an access role', async () => {
    const image = { repository: 'public.ecr.aws/org/chatbot', tags: ['1'] }
    const world = emptyWorld({ moreImages: [image] })
    const run = await deploy(world, { create: 'if-missing', image: 'public.ecr.aws/org/chatbot:1' })
    expect(run.outputs['outcome']).toBe('created')
    expect(run.service?.SourceConfiguration).toMatchObject({
      ImageRepository: {
        ImageIdentifier: expect.stringMatching(/^public\.ecr\.aws\/org\/chatbot@sha256:/),
        ImageRepositoryType: 'ECR_PUBLIC',
      },
      AutoDeploymentsEnabled: false,
    })
  })
})

describe('a creation that fails', () => {
  it('is red with the cause, and the next run builds the service anew', async () => {
    let next: Record<string, string> = {}
    let after: string | undefined
    const run = await deploy(
      emptyWorld(),
      { ...guide, image: imageOf('crashing') },
      {
        async afterwards(simulator, { outputs }) {
          next = (await deployAlso(simulator, guide)).outputs
          after = imageIn((await standingOf(outputs['service-arn'])).service)
        },
      },
    )
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'crash' })
    expect(run.service).toMatchObject({ Status: 'CREATE_FAILED' })
    expect(run.operations[0]).toMatchObject({ Type: 'CREATE_SERVICE', Status: 'FAILED' })
    expect(run.errors[0]?.message).toContain('The service is CREATE_FAILED')
    expect(run.errors[0]?.message).toContain('POSTGRES_URL is not set')
    expect(next['outcome']).toBe('deployed')
    expect(after).toBe(pinnedTo('v2'))
  })

  it('is built anew with the same image too, since that never ran', async () => {
    const service = {
      status: 'CREATE_FAILED',
      SourceConfiguration: sourceOf(pinnedTo('v9')),
    } as const
    const world = chatbotWorld({ service })
    const run = await deploy(world, { image: pinnedTo('v9'), preflight: 'off' })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'image' })
    expect(run.operations[0]?.Type).toBe('UPDATE_SERVICE')
  })

  it('leaves nothing to go back to', async () => {
    const service = {
      status: 'CREATE_FAILED',
      SourceConfiguration: sourceOf(pinnedTo('v9')),
    } as const
    const verify = '{ checks: [{ url: "http://127.0.0.1:9/" }], timeout: 10s }'
    const run = await deploy(chatbotWorld({ service }), { verify })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'verify' })
    expect(run.errors[0]?.message).toContain('had never run before')
    expect(imageIn(run.service)).toBe(pinnedTo('v2'))
  })
})

describe('two runs that create the same service at once', () => {
  it('create one: the other waits for it', async () => {
    const second = { outputs: {} as Record<string, string> }
    const run = await deploy(emptyWorld(), guide, {
      async meanwhile(simulator) {
        second.outputs = (await deployAlso(simulator, guide)).outputs
      },
    })
    expect(new Set([run.outputs['outcome'], second.outputs['outcome']])).toEqual(
      new Set(['created', 'unchanged']),
    )
    expect(run.operations).toHaveLength(1)
  })
})

describe('a service that was deleted', () => {
  it('is created again under its name', async () => {
    const input = { ServiceArn: serviceArn }
    const actors = [{ after: '0s', operation: 'apprunner:DeleteService', input }] as const
    const run = await deploy(chatbotWorld({ actors }), guide)
    expect(run.outputs['outcome']).toBe('created')
    expect(run.service).toMatchObject({ Status: 'RUNNING' })
    expect(run.service?.ServiceArn).not.toBe(serviceArn)
  })

  it('is missing where nobody may create it', async () => {
    const input = { ServiceArn: serviceArn }
    const actors = [{ after: '0s', operation: 'apprunner:DeleteService', input }] as const
    const run = await deploy(chatbotWorld({ actors }), { service: serviceArn })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    expect(run.errors[0]?.message).toContain('There is no App Runner service')
  })
})
