import { describe, expect, it } from 'vitest'
import { configurationOf, creation, merged } from '../src/settings/configuration.ts'
import { changedParts } from '../src/settings/differences.ts'
import type { Settings } from '../src/settings/settings.ts'
import { current, nothing, same, service, wantedWith, type Asked } from './asked.ts'
import {
  accessRole,
  connector,
  imageOf,
  instanceRole,
  patientCheck,
  pinnedTo,
  scaling,
  secretReferences,
  sourceOf,
  variables,
} from './chatbot.world.ts'

/** What UpdateService would be sent. */
const partsOf = (asked: Asked) => changedParts(current, wantedWith(asked))

describe('what is not given', () => {
  it('is not sent', () => {
    expect(partsOf({})).toEqual({})
  })

  it('is not sent either where it is given as it is', () => {
    const asked: Partial<Settings> = {
      port: '3000',
      cpu: '1024',
      memory: '2048',
      instanceRoleArn: instanceRole,
      accessRoleArn: accessRole,
      autoScalingConfigurationArn: `${scaling}/1/abc`,
      vpcConnectorArn: connector,
      isPubliclyAccessible: true,
      ipAddressType: 'IPV4',
      observabilityConfigurationArn: 'none',
      autoDeployments: false,
      environment: new Map([['AWS_REGION', 'us-east-1']]),
      healthCheck: patientCheck,
    }
    const secrets = new Map(Object.entries(secretReferences))
    expect(partsOf({ settings: asked, secrets })).toEqual({})
  })

  it('goes with the part that changes, since App Runner takes each part whole', () => {
    expect(partsOf({ settings: { environment: new Map([['A', 'b']]) } })).toEqual({
      SourceConfiguration: sourceOf(pinnedTo('v1'), {
        RuntimeEnvironmentVariables: { ...variables, A: 'b' },
      }),
    })
    expect(partsOf({ settings: { healthCheck: { Interval: 10 } } })).toEqual({
      HealthCheckConfiguration: { ...patientCheck, Interval: 10 },
    })
    expect(partsOf({ settings: { memory: '4096' } })).toEqual({
      InstanceConfiguration: { Cpu: '1024', Memory: '4096', InstanceRoleArn: instanceRole },
    })
    expect(partsOf({ settings: { isPubliclyAccessible: false } })).toEqual({
      NetworkConfiguration: {
        ...service.NetworkConfiguration,
        IngressConfiguration: { IsPubliclyAccessible: false },
      },
    })
  })
})

/** The variables and secrets that a service has afterwards. */
function environmentAfter(asked: Asked) {
  const { ImageConfiguration: image } = wantedWith(asked).SourceConfiguration?.ImageRepository ?? {}
  return [
    Object.keys(image?.RuntimeEnvironmentVariables ?? {}),
    Object.keys(image?.RuntimeEnvironmentSecrets ?? {}),
  ]
}

describe('variables and secrets', () => {
  it.each<readonly [string, Asked, readonly (readonly string[])[]]>([
    [
      'stay beside those that are given',
      { settings: { environment: new Map([['A', 'b']]) }, secrets: new Map([['S', 'arn']]) },
      [
        ['AUTH_TRUST_HOST', 'AWS_REGION', 'A'],
        ['AUTH_SECRET', 'S'],
      ],
    ],
    [
      'go where they are removed, one that is not there too',
      {
        settings: {
          environment: new Map([
            ['AWS_REGION', undefined],
            ['X', undefined],
          ]),
        },
        secrets: new Map([['AUTH_SECRET', undefined]]),
      },
      [['AUTH_TRUST_HOST'], []],
    ],
    [
      'go where the given ones take their place',
      {
        settings: {
          environment: new Map([['A', '']]),
          replacesEnvironment: true,
          replacesSecrets: true,
        },
        secrets: new Map([['S', 'arn']]),
      },
      [['A'], ['S']],
    ],
    [
      'are secrets no longer where a variable of the name is set',
      { settings: { environment: new Map([['AUTH_SECRET', 'plain']]) } },
      [['AUTH_TRUST_HOST', 'AWS_REGION', 'AUTH_SECRET'], []],
    ],
    [
      'are variables no longer where a secret of the name is set',
      { secrets: new Map([['AWS_REGION', 'arn']]) },
      [['AUTH_TRUST_HOST'], ['AUTH_SECRET', 'AWS_REGION']],
    ],
  ])('%s', (_, asked, expected) => {
    expect(environmentAfter(asked)).toEqual(expected)
  })
})

describe('an image', () => {
  const source = (asked: Asked) => wantedWith(asked).SourceConfiguration

  it('that is named by its digest is watched no longer', () => {
    const watched = configurationOf({
      ...service,
      SourceConfiguration: sourceOf(imageOf('latest'), {}, true),
    })
    const byDigest = merged(watched, { image: same, settings: nothing, secrets: new Map() })
    expect(byDigest.SourceConfiguration?.AutoDeploymentsEnabled).toBe(false)
    const image = { identifier: imageOf('latest'), repositoryType: 'ECR' as const }
    const byTag = merged(watched, { image, settings: nothing, secrets: new Map() })
    expect(changedParts(watched, byTag)).toEqual({})
  })

  it('that is named by its digest already keeps auto-deployments where nobody speaks of them', () => {
    const watched = configurationOf({
      ...service,
      SourceConfiguration: sourceOf(pinnedTo('v1'), {}, true),
    })
    const asIs = merged(watched, { image: same, settings: nothing, secrets: new Map() })
    expect(changedParts(watched, asIs)).toEqual({})
    const settings = { ...nothing, autoDeployments: false }
    const off = merged(watched, { image: same, settings, secrets: new Map() })
    expect(off.SourceConfiguration?.AutoDeploymentsEnabled).toBe(false)
  })

  it('of ECR Public needs no access role, and loses the one of private ECR', () => {
    const image = {
      identifier: 'public.ecr.aws/a/b@sha256:1',
      repositoryType: 'ECR_PUBLIC' as const,
    }
    expect(source({ image })).not.toHaveProperty('AuthenticationConfiguration')
    expect(source({ image })?.ImageRepository).toMatchObject({
      ImageRepositoryType: 'ECR_PUBLIC',
      ImageConfiguration: { Port: '3000', RuntimeEnvironmentVariables: variables },
    })
  })

  it('may get another access role', () => {
    const accessRoleArn = 'arn:aws:iam::123456789012:role/other'
    const image = source({ settings: { accessRoleArn } })
    expect(image?.AuthenticationConfiguration).toEqual({ AccessRoleArn: accessRoleArn })
  })
})

describe('none', () => {
  it('leads to the internet without a connector', () => {
    expect(partsOf({ settings: { vpcConnectorArn: 'none' } })).toEqual({
      NetworkConfiguration: {
        ...service.NetworkConfiguration,
        EgressConfiguration: { EgressType: 'DEFAULT' },
      },
    })
  })

  it('ends the tracing of a service that is traced', () => {
    const observability = {
      ObservabilityEnabled: true,
      ObservabilityConfigurationArn:
        'arn:aws:apprunner:us-east-1:1:observabilityconfiguration/x/1/a',
    }
    const traced = configurationOf({ ...service, ObservabilityConfiguration: observability })
    const settings = { ...nothing, observabilityConfigurationArn: 'none' }
    const wanted = merged(traced, { image: same, settings, secrets: new Map() })
    expect(changedParts(traced, wanted)).toEqual({
      ObservabilityConfiguration: { ObservabilityEnabled: false },
    })
  })
})

describe('what CreateService is given', () => {
  it('has what can be chosen only once, and what is given', () => {
    const settings = { ...nothing, cpu: '512', memory: '1024', accessRoleArn: accessRole }
    const wanted = merged({}, { image: same, settings, secrets: new Map() })
    const only = { kmsKeyArn: 'arn:aws:kms:us-east-1:1:key/k', tags: new Map([['team', 'ai']]) }
    expect(creation('chatbot', wanted, only)).toEqual({
      ServiceName: 'chatbot',
      SourceConfiguration: {
        ImageRepository: {
          ImageIdentifier: pinnedTo('v1'),
          ImageRepositoryType: 'ECR',
          ImageConfiguration: { RuntimeEnvironmentVariables: {}, RuntimeEnvironmentSecrets: {} },
        },
        AutoDeploymentsEnabled: false,
        AuthenticationConfiguration: { AccessRoleArn: accessRole },
      },
      InstanceConfiguration: { Cpu: '512', Memory: '1024' },
      EncryptionConfiguration: { KmsKey: only.kmsKeyArn },
      Tags: [{ Key: 'team', Value: 'ai' }],
    })
  })
})
