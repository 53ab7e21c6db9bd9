import {
  CreateServiceCommand,
  DescribeAutoScalingConfigurationCommand,
  DescribeObservabilityConfigurationCommand,
  DescribeVpcConnectorCommand,
  ListAutoScalingConfigurationsCommand,
  ListObservabilityConfigurationsCommand,
  ListServicesCommand,
  ListVpcConnectorsCommand,
  UpdateServiceCommand,
  type CreateServiceCommandInput,
} from '@aws-sdk/client-apprunner'
import { describe, expect, it } from 'vitest'
import type { WorldAppRunner } from '../src/world/world-app-runner.ts'
import {
  accessRole,
  chatbot,
  chatbotWorld,
  describeService,
  instanceRole,
  patientCheck,
  secretArn,
  serviceArn,
  sourceOf,
  withAppRunner,
} from './chatbot-world.ts'

const arn = 'arn:aws:apprunner:us-east-1:123456789012'
const shared: Partial<WorldAppRunner> = {
  autoScalingConfigurations: [
    { AutoScalingConfigurationName: 'high', MaxSize: 3 },
    { AutoScalingConfigurationName: 'high', MaxSize: 5 },
    { AutoScalingConfigurationName: 'old', Status: 'INACTIVE' },
  ],
  vpcConnectors: [{ VpcConnectorName: 'private', Subnets: ['subnet-1'], SecurityGroups: ['sg-1'] }],
  observabilityConfigurations: [
    { ObservabilityConfigurationName: 'xray', TraceConfiguration: { Vendor: 'AWSXRAY' } },
  ],
}
const source = (more: object) => ({ SourceConfiguration: { ...sourceOf('v1'), ...more } })
const image = (more: object) =>
  source({ ImageRepository: { ...sourceOf('v1').ImageRepository, ...more } })
const settings = (more: object) => ({ SourceConfiguration: sourceOf('v1', more) })
const network = (EgressConfiguration: {
  EgressType: 'VPC' | 'DEFAULT'
  VpcConnectorArn?: string
}) => ({
  NetworkConfiguration: { EgressConfiguration },
})
const secrets = { RuntimeEnvironmentSecrets: { AUTH_SECRET: secretArn } }
const wrongRole = 'arn:aws:iam::123456789012:role/for-others'

type Given = Partial<CreateServiceCommandInput>

describe('Settings that App Runner refuses', () => {
  const roles = ['chatbot-access', 'chatbot-instance'].map((roleName) => ({
    roleName,
    policies: [{ Statement: { Effect: 'Allow', Action: '*', Resource: '*' } }],
  }))
  const trust = {
    Effect: 'Allow',
    Principal: { Service: 'ec2.amazonaws.com' },
    Action: 'sts:AssumeRole',
  }
  const forOthers = { roleName: 'for-others', assumeRolePolicyDocument: { Statement: trust } }
  const world = chatbotWorld({}, { appRunner: shared, roles: [...roles, forOthers] })

  it.each<[string, Given, RegExp]>([
    ['a name that is too short', { ServiceName: 'abc' }, /serviceName/],
    [
      'a name that is taken',
      { ServiceName: 'chatbot' },
      /^Service with the provided name already exists: chatbot\.$/,
    ],
    ['no source', source({ ImageRepository: undefined }), /ImageRepository/],
    [
      'code and an image',
      source({
        CodeRepository: {
          RepositoryUrl: 'https://github.com/a/b',
          SourceCodeVersion: { Type: 'BRANCH', Value: 'main' },
        },
      }),
      /not both/,
    ],
    [
      'an image of another registry',
      image({ ImageIdentifier: 'ghcr.io/a/b:1' }),
      /imageIdentifier/,
    ],
    [
      'a private image as a public one',
      image({ ImageRepositoryType: 'ECR_PUBLIC' }),
      /imageIdentifier/,
    ],
    [
      'a private image without a role',
      source({ AuthenticationConfiguration: {} }),
      /AccessRoleArn/,
    ],
    [
      'an access role that is for others',
      source({ AuthenticationConfiguration: { AccessRoleArn: wrongRole } }),
      /^Error in assuming access role .*for-others$/,
    ],
    [
      'an instance role that is not there',
      { InstanceConfiguration: { InstanceRoleArn: accessRole.replace('access', 'nobody') } },
      /^Error in assuming instance role .*chatbot-nobody$/,
    ],
    [
      'secrets without an instance role',
      { ...settings(secrets), InstanceConfiguration: {} },
      /^Instance Role have to be provided if passing in RuntimeEnvironmentSecrets\.$/,
    ],
    [
      'a reserved name',
      settings({ RuntimeEnvironmentVariables: { AWSAPPRUNNER_X: '1' } }),
      /AWSAPPRUNNER/,
    ],
    ['a port that is none', settings({ Port: '70000' }), /port/],
    ['a size that is none', { InstanceConfiguration: { Cpu: '3 vCPU' } }, /cpu/],
    [
      'sizes that do not go together',
      { InstanceConfiguration: { Cpu: '0.25 vCPU', Memory: '2 GB' } },
      /combination/,
    ],
    ['an interval of 21 seconds', { HealthCheckConfiguration: { Interval: 21 } }, /Interval/],
    [
      'a threshold of 0',
      { HealthCheckConfiguration: { UnhealthyThreshold: 0 } },
      /UnhealthyThreshold/,
    ],
    [
      'a connector that is not there',
      network({ EgressType: 'VPC', VpcConnectorArn: `${arn}:vpcconnector/other/1/0` }),
      /VPC connector/,
    ],
    ['a VPC without a connector', network({ EgressType: 'VPC' }), /VpcConnectorArn/],
    [
      'an auto scaling configuration that was deleted',
      { AutoScalingConfigurationArn: `${arn}:autoscalingconfiguration/old` },
      /auto scaling/,
    ],
    [
      'an observability configuration that is not there',
      {
        ObservabilityConfiguration: {
          ObservabilityEnabled: true,
          ObservabilityConfigurationArn: `${arn}:observabilityconfiguration/other`,
        },
      },
      /observability/,
    ],
    [
      'too many tags',
      { Tags: Array.from({ length: 51 }, (_, index) => ({ Key: `k${index}`, Value: 'v' })) },
      /tags/,
    ],
  ])('%s', (_, given, message) =>
    withAppRunner(world, async ({ appRunner }) => {
      const create = new CreateServiceCommand({ ...chatbot(), ServiceName: 'chatbot-2', ...given })
      await expect(appRunner.send(create)).rejects.toMatchObject({
        name: 'InvalidRequestException',
        message: expect.stringMatching(message) as unknown,
      })
      const { ServiceSummaryList } = await appRunner.send(new ListServicesCommand({}))
      expect(ServiceSummaryList).toHaveLength(1)
    }),
  )

  it('are refused of an update as well, and change nothing', () =>
    withAppRunner(world, async ({ appRunner }) => {
      const before = await describeService(appRunner)
      const HealthCheckConfiguration = { ...patientCheck, Timeout: 21 }
      const update = { ServiceArn: serviceArn, HealthCheckConfiguration }
      await expect(appRunner.send(new UpdateServiceCommand(update))).rejects.toMatchObject({
        name: 'InvalidRequestException',
      })
      expect(await describeService(appRunner)).toEqual(before)
    }))

  it('are not those of a public image, which needs no role', () =>
    withAppRunner(world, async ({ appRunner }) => {
      const ImageRepository = {
        ImageIdentifier: 'public.ecr.aws/aws-containers/hello-app-runner:latest',
        ImageRepositoryType: 'ECR_PUBLIC',
      } as const
      const { Service } = await appRunner.send(
        new CreateServiceCommand({
          ServiceName: 'hello',
          SourceConfiguration: { ImageRepository },
        }),
      )
      expect(Service?.SourceConfiguration?.AutoDeploymentsEnabled).toBe(false)
    }))

  it('are those of an update that leaves secrets without their role', () =>
    withAppRunner(
      chatbotWorld({}, { appRunner: { services: [{ ...chatbot(settings(secrets)) }] } }),
      async ({ appRunner }) => {
        const { ServiceSummaryList = [] } = await appRunner.send(new ListServicesCommand({}))
        const ServiceArn = ServiceSummaryList[0]?.ServiceArn
        const kept = { InstanceRoleArn: instanceRole, Cpu: '2 vCPU', Memory: '4 GB' }
        await expect(
          appRunner.send(
            new UpdateServiceCommand({
              ServiceArn,
              InstanceConfiguration: { Cpu: '2 vCPU', Memory: '4 GB' },
            }),
          ),
        ).rejects.toMatchObject({ name: 'InvalidRequestException' })
        await appRunner.send(new UpdateServiceCommand({ ServiceArn, InstanceConfiguration: kept }))
      },
    ))
})

describe('What services refer to', () => {
  it('is found by an ARN with a revision, or without one the latest that is active', () =>
    withAppRunner(chatbotWorld({}, { appRunner: shared }), async ({ appRunner }) => {
      const high = async (suffix: string) => {
        const AutoScalingConfigurationArn = `${arn}:autoscalingconfiguration/high${suffix}`
        const found = await appRunner.send(
          new DescribeAutoScalingConfigurationCommand({ AutoScalingConfigurationArn }),
        )
        return found.AutoScalingConfiguration
      }
      expect(await high('')).toMatchObject({
        AutoScalingConfigurationRevision: 2,
        MaxSize: 5,
        Latest: true,
        HasAssociatedService: false,
      })
      expect(await high('/1')).toMatchObject({ MaxSize: 3, Latest: false })
      await expect(high('/3')).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
    }))

  it('is listed', () =>
    withAppRunner(chatbotWorld({}, { appRunner: shared }), async ({ appRunner }) => {
      const scaling = await appRunner.send(
        new ListAutoScalingConfigurationsCommand({ LatestOnly: true }),
      )
      expect(
        scaling.AutoScalingConfigurationSummaryList?.map((one) => [
          one.AutoScalingConfigurationName,
          one.AutoScalingConfigurationRevision,
          one.Status,
          one.HasAssociatedService,
        ]),
      ).toEqual([
        ['DefaultConfiguration', 1, 'ACTIVE', true],
        ['high', 2, 'ACTIVE', false],
        ['old', 1, 'INACTIVE', false],
      ])
      const { VpcConnectors = [] } = await appRunner.send(new ListVpcConnectorsCommand({}))
      expect(VpcConnectors).toMatchObject([{ VpcConnectorName: 'private', Subnets: ['subnet-1'] }])
      const VpcConnectorArn = VpcConnectors[0]?.VpcConnectorArn
      const { VpcConnector } = await appRunner.send(
        new DescribeVpcConnectorCommand({ VpcConnectorArn }),
      )
      expect(VpcConnector).toEqual(VpcConnectors[0])
      const observability = await appRunner.send(new ListObservabilityConfigurationsCommand({}))
      const [first] = observability.ObservabilityConfigurationSummaryList ?? []
      const { ObservabilityConfiguration } = await appRunner.send(
        new DescribeObservabilityConfigurationCommand({
          ObservabilityConfigurationArn: first?.ObservabilityConfigurationArn,
        }),
      )
      expect(ObservabilityConfiguration).toMatchObject({
        ...first,
        TraceConfiguration: { Vendor: 'AWSXRAY' },
      })
    }))

  it('is all there where the world does not say what there is', () =>
    withAppRunner(chatbotWorld(), async ({ appRunner }) => {
      const VpcConnectorArn = `${arn}:vpcconnector/any/1/0123456789abcdef0123456789abcdef`
      const { VpcConnector } = await appRunner.send(
        new DescribeVpcConnectorCommand({ VpcConnectorArn }),
      )
      expect(VpcConnector).toMatchObject({ VpcConnectorName: 'any', Status: 'ACTIVE' })
    }))
})
