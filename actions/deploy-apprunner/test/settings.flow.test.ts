import type { Service } from '@aws-sdk/client-apprunner'
import { describe, expect, it } from 'vitest'
import { changes } from '../../../test/support/run-in-world.ts'
import {
  account,
  chatbotWorld,
  connector,
  digestOf,
  imageOf,
  instanceRole,
  patientCheck,
  pinnedTo,
  repository,
  scaling,
  secretReferences,
  sourceOf,
  variables,
} from './chatbot.world.ts'
import { deploy, imageConfigurationOf, imageIn, updatesIn } from './deployed.ts'

const same = { image: pinnedTo('v1') }
const otherRole = `arn:aws:iam::${account}:role/other`
const observability = `arn:aws:apprunner:us-east-1:${account}:observabilityconfiguration/tracing`

describe('an update of one variable', () => {
  it('keeps everything else: image, other variables, secrets, sizes, health check, network', async () => {
    const run = await deploy(chatbotWorld(), { image: '', environment: 'AUTH_URL=https://a.b' })
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'deployed' } })
    expect(run.service).toMatchObject({
      Status: 'RUNNING',
      SourceConfiguration: sourceOf(pinnedTo('v1'), {
        RuntimeEnvironmentVariables: { ...variables, AUTH_URL: 'https://a.b' },
      }),
      InstanceConfiguration: { Cpu: '1024', Memory: '2048', InstanceRoleArn: instanceRole },
      HealthCheckConfiguration: patientCheck,
      NetworkConfiguration: {
        EgressConfiguration: { EgressType: 'VPC', VpcConnectorArn: connector },
        IngressConfiguration: { IsPubliclyAccessible: true },
      },
    })
    expect(Object.keys(updatesIn(run)[0] ?? {})).toEqual(['ServiceArn', 'SourceConfiguration'])
  })

  it('is what a removal is, too', async () => {
    const run = await deploy(chatbotWorld(), { image: '', environment: '!AWS_REGION' })
    expect(imageConfigurationOf(run.service)).toEqual({
      Port: '3000',
      RuntimeEnvironmentVariables: { AUTH_TRUST_HOST: 'true' },
      RuntimeEnvironmentSecrets: secretReferences,
    })
  })

  it('takes the place of all others where that is asked for, and secrets stay', async () => {
    const run = await deploy(chatbotWorld(), {
      environment: 'A=b',
      'environment-strategy': 'replace',
    })
    expect(imageConfigurationOf(run.service)).toMatchObject({
      RuntimeEnvironmentVariables: { A: 'b' },
      RuntimeEnvironmentSecrets: secretReferences,
    })
    const all = { environment: '{}', 'environment-strategy': 'replace' }
    const none = await deploy(chatbotWorld(), all)
    expect(imageConfigurationOf(none.service)?.RuntimeEnvironmentVariables ?? {}).toEqual({})
  })
})

/** What UpdateService is sent for one input, and what the service has then. */
const settings: readonly (readonly [inputs: Record<string, string>, sent: string, has: object])[] =
  [
    [{ port: '8080' }, 'SourceConfiguration', { Port: '8080' }],
    [
      { 'start-command': 'node server.js' },
      'SourceConfiguration',
      { StartCommand: 'node server.js' },
    ],
    [{ 'access-role-arn': otherRole }, 'SourceConfiguration', { AccessRoleArn: otherRole }],
    [{ cpu: '2', memory: '4 GB' }, 'InstanceConfiguration', { Cpu: '2048', Memory: '4096' }],
    [{ 'instance-role-arn': otherRole }, 'InstanceConfiguration', { InstanceRoleArn: otherRole }],
    [{ 'health-check-protocol': 'TCP' }, 'HealthCheckConfiguration', { Protocol: 'TCP' }],
    [{ 'health-check-path': '/ready' }, 'HealthCheckConfiguration', { Path: '/ready' }],
    [{ 'health-check-interval': '5' }, 'HealthCheckConfiguration', { Interval: 5 }],
    [{ 'health-check-timeout': '5' }, 'HealthCheckConfiguration', { Timeout: 5 }],
    [
      { 'health-check-healthy-threshold': '2' },
      'HealthCheckConfiguration',
      { HealthyThreshold: 2 },
    ],
    [
      { 'health-check-unhealthy-threshold': '9' },
      'HealthCheckConfiguration',
      { UnhealthyThreshold: 9 },
    ],
    [{ 'publicly-accessible': 'false' }, 'NetworkConfiguration', { IsPubliclyAccessible: false }],
    [{ 'ip-address-type': 'DUAL_STACK' }, 'NetworkConfiguration', { IpAddressType: 'DUAL_STACK' }],
    [{ 'vpc-connector-arn': 'none' }, 'NetworkConfiguration', { EgressType: 'DEFAULT' }],
    [
      { 'auto-scaling-configuration-arn': scaling },
      'AutoScalingConfigurationArn',
      { AutoScalingConfigurationName: 'busy' },
    ],
    [
      { 'observability-configuration-arn': observability },
      'ObservabilityConfiguration',
      { ObservabilityEnabled: true },
    ],
  ]

describe('a setting', () => {
  it.each(settings)(
    'is sent where it is given and changes, with its part alone: %j',
    async (inputs, sent, has) => {
      const all = { ...same, wait: 'false', ...inputs }
      const run = await deploy(chatbotWorld(), all)
      expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'started' } })
      expect(Object.keys(updatesIn(run)[0] ?? {})).toEqual(['ServiceArn', sent])
      for (const [name, value] of Object.entries(has)) {
        expect(JSON.stringify(run.service)).toContain(`"${name}":${JSON.stringify(value)}`)
      }
    },
  )

  it.each(settings)('is not sent again where the service has it: %j', async (inputs) => {
    const given = { ...same, ...inputs }
    const { service: changed } = await deploy(chatbotWorld(), { ...given, wait: 'false' })
    const service: Partial<Service> = changed ?? {}
    const { AutoScalingConfigurationSummary: summary, NetworkConfiguration: network } = service
    const { ObservabilityConfiguration: observed, InstanceConfiguration: instance } = service
    const world = chatbotWorld({
      service: {
        AutoScalingConfigurationArn: summary?.AutoScalingConfigurationArn,
        ...(network && { NetworkConfiguration: network }),
        ...(observed && { ObservabilityConfiguration: observed }),
        ...(instance && { InstanceConfiguration: instance }),
        SourceConfiguration: service.SourceConfiguration,
        HealthCheckConfiguration: service.HealthCheckConfiguration,
      },
      // One that answers everywhere.
      images: [{ repository, tags: ['v1'], digest: digestOf('v1') }],
    })
    const again = await deploy(world, given)
    expect(again.outputs).toMatchObject({ outcome: 'unchanged' })
    expect(changes(again.simulator)).toEqual([])
  })
})

describe('a service that is as it is to be', () => {
  it('is left alone, at once', async () => {
    const started = performance.now()
    const run = await deploy(chatbotWorld(), { image: imageOf('v1'), tags: '' })
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'unchanged' } })
    expect(changes(run.simulator)).toEqual([])
    expect(run.seconds).toBe(0)
    expect(performance.now() - started).toBeLessThan(2_000)
    expect(run.outputs).toMatchObject({
      'running-image': pinnedTo('v1'),
      'running-digest': digestOf('v1'),
      'previous-image': pinnedTo('v1'),
    })
  })

  it('is not, where its tag was moved to another image', async () => {
    const moved = { repository, tags: ['stable'] }
    const world = chatbotWorld({ moreImages: [{ ...moved, digest: digestOf('new') }] })
    const run = await deploy(world, { image: imageOf('stable'), wait: 'false' })
    expect(run.outputs['outcome']).toBe('started')
    expect(imageIn(run.service)).toBe(pinnedTo('new'))
  })

  it('gets tags that it has not yet, and keeps others', async () => {
    const service = {
      Tags: [
        { Key: 'owner', Value: 'ai' },
        { Key: 'team', Value: 'x' },
      ],
    }
    const run = await deploy(chatbotWorld({ service }), { ...same, tags: 'team=chat\nenv=dev' })
    expect(run.outputs['outcome']).toBe('unchanged')
    expect(run.tags).toEqual({ owner: 'ai', team: 'chat', env: 'dev' })
    expect(run.operations).toHaveLength(1)
  })

  it('may be encrypted by the key that is named, and by no other', async () => {
    const key = `arn:aws:kms:us-east-1:${account}:key/1`
    const world = chatbotWorld({ service: { EncryptionConfiguration: { KmsKey: key } } })
    const run = await deploy(world, { ...same, 'kms-key-arn': key })
    expect(run.outputs['outcome']).toBe('unchanged')
    const other = await deploy(world, { 'kms-key-arn': `${key}2` })
    expect(other.outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    expect(changes(other.simulator)).toEqual([])
  })
})

describe('a configuration that is named without its revision', () => {
  const named = { AutoScalingConfigurationName: 'busy' }
  const at = (revision: number) =>
    chatbotWorld({
      service: { AutoScalingConfigurationArn: `${scaling}/1` },
      appRunner: { autoScalingConfigurations: revision === 1 ? [named] : [named, named] },
    })

  it('means the latest: what the service has is not written again, a newer one is', async () => {
    const inputs = { ...same, wait: 'false', 'auto-scaling-configuration-arn': scaling }
    expect((await deploy(at(1), inputs)).outputs['outcome']).toBe('unchanged')
    const newer = await deploy(at(2), inputs)
    expect(newer.outputs['outcome']).toBe('started')
    expect(newer.service?.AutoScalingConfigurationSummary).toMatchObject({
      AutoScalingConfigurationRevision: 2,
    })
    const exact = { ...inputs, 'auto-scaling-configuration-arn': `${scaling}/1` }
    expect((await deploy(at(2), exact)).outputs['outcome']).toBe('unchanged')
  })

  it('is told where there is none', async () => {
    for (const missing of [scaling.replace('busy', 'idle'), `${scaling}/9`]) {
      const run = await deploy(at(1), { ...same, 'auto-scaling-configuration-arn': missing })
      expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'preflight' })
      expect(run.errors[0]?.message).toContain(missing)
      expect(changes(run.simulator)).toEqual([])
    }
  })
})
