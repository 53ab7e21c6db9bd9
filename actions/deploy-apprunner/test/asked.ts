import type { Service } from '@aws-sdk/client-apprunner'
import type { MapEdit } from '@deploy-actions/action-kit'
import { configurationOf, merged } from '../src/settings/configuration.ts'
import type { Settings } from '../src/settings/settings.ts'
import {
  connector,
  instanceRole,
  patientCheck,
  pinnedTo,
  scaling,
  sourceOf,
} from './chatbot.world.ts'

/** No setting is given. */
export const nothing: Settings = {
  port: undefined,
  startCommand: undefined,
  cpu: undefined,
  memory: undefined,
  instanceRoleArn: undefined,
  accessRoleArn: undefined,
  autoScalingConfigurationArn: undefined,
  vpcConnectorArn: undefined,
  isPubliclyAccessible: undefined,
  ipAddressType: undefined,
  observabilityConfigurationArn: undefined,
  autoDeployments: undefined,
  environment: new Map(),
  replacesEnvironment: false,
  replacesSecrets: false,
  healthCheck: {
    Protocol: undefined,
    Path: undefined,
    Interval: undefined,
    Timeout: undefined,
    HealthyThreshold: undefined,
    UnhealthyThreshold: undefined,
  },
}

/** A service as DescribeService tells of it. */
export const service: Service = {
  ServiceName: 'chatbot',
  ServiceId: 'id',
  ServiceArn: 'arn',
  CreatedAt: new Date(0),
  UpdatedAt: new Date(0),
  Status: 'RUNNING',
  SourceConfiguration: sourceOf(pinnedTo('v1')),
  InstanceConfiguration: { Cpu: '1 vCPU', Memory: '2 GB', InstanceRoleArn: instanceRole },
  HealthCheckConfiguration: patientCheck,
  AutoScalingConfigurationSummary: { AutoScalingConfigurationArn: `${scaling}/1/abc` },
  NetworkConfiguration: {
    EgressConfiguration: { EgressType: 'VPC', VpcConnectorArn: connector },
    IngressConfiguration: { IsPubliclyAccessible: true },
    IpAddressType: 'IPV4',
  },
}
/** What it has. */
export const current = configurationOf(service)
/** The image that it has. */
export const same = { identifier: pinnedTo('v1'), repositoryType: 'ECR' as const }

/** What is asked for. */
export interface Asked {
  readonly settings?: Partial<Settings>
  readonly secrets?: MapEdit
  readonly image?: { readonly identifier: string; readonly repositoryType: 'ECR' | 'ECR_PUBLIC' }
}

/** What the service is to have. */
export function wantedWith({ settings = {}, secrets = new Map(), image = same }: Asked) {
  return merged(current, { image, settings: { ...nothing, ...settings }, secrets })
}
