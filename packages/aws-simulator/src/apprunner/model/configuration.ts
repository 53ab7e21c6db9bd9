import type {
  CreateServiceRequest,
  HealthCheckConfiguration,
  HealthCheckProtocol,
  ImageConfiguration,
  InstanceConfiguration,
  NetworkConfiguration,
  ServiceObservabilityConfiguration,
  SourceConfiguration,
} from '@aws-sdk/client-apprunner'
import type { Arns } from '../../cloud/arns.ts'
import { parseEcrHost } from '../../registry/model/ecr-host.ts'
import { parseReference } from '../../registry/model/reference.ts'
import { cpuUnits, memoryMebibytes } from './instance-size.ts'

/** A health check, with lengths of time in seconds. */
export interface HealthCheck {
  readonly Protocol: HealthCheckProtocol
  readonly Path: string
  readonly Interval: number
  readonly Timeout: number
  readonly HealthyThreshold: number
  readonly UnhealthyThreshold: number
}

/** The settings of a service, every default decided. */
export interface ServiceConfiguration {
  readonly source: SourceConfiguration
  readonly instance: InstanceConfiguration
  readonly healthCheck: HealthCheck
  readonly network: NetworkConfiguration
  readonly observability: ServiceObservabilityConfiguration
  /** With its revision; undefined for the default of the account. */
  readonly autoScalingConfigurationArn: string | undefined
}

/** What CreateService and UpdateService have in common. */
export type GivenConfiguration = Partial<Omit<CreateServiceRequest, 'ServiceName' | 'Tags'>>

/** The settings that a request asks for: what it does not give has App Runner's defaults. */
export function newConfiguration(given: GivenConfiguration, arns: Arns): ServiceConfiguration {
  return {
    source: sourceOf(given.SourceConfiguration ?? {}, arns),
    instance: instanceOf(given.InstanceConfiguration),
    healthCheck: healthCheckOf(given.HealthCheckConfiguration),
    network: networkOf(given.NetworkConfiguration),
    observability: given.ObservabilityConfiguration ?? { ObservabilityEnabled: false },
    autoScalingConfigurationArn: given.AutoScalingConfigurationArn,
  }
}

/** The settings after an update: each structure that it gives replaces the one before as a whole, the others stay. */
export function updatedConfiguration(
  before: ServiceConfiguration,
  given: GivenConfiguration,
  arns: Arns,
): ServiceConfiguration {
  const asked = newConfiguration(given, arns)
  return {
    source: given.SourceConfiguration ? asked.source : before.source,
    instance: given.InstanceConfiguration ? asked.instance : before.instance,
    healthCheck: given.HealthCheckConfiguration ? asked.healthCheck : before.healthCheck,
    network: given.NetworkConfiguration ? asked.network : before.network,
    observability: given.ObservabilityConfiguration ? asked.observability : before.observability,
    autoScalingConfigurationArn:
      given.AutoScalingConfigurationArn ?? before.autoScalingConfigurationArn,
  }
}

/** The image that a service runs, as it was asked for. */
export function imageIdentifierOf({ source }: ServiceConfiguration): string {
  return source.ImageRepository?.ImageIdentifier ?? ''
}

/** How the image is run. */
export function imageConfigurationOf({ source }: ServiceConfiguration): ImageConfiguration {
  return source.ImageRepository?.ImageConfiguration ?? {}
}

/** Where the application has to listen. */
export function portOf(configuration: ServiceConfiguration): number {
  return Number(imageConfigurationOf(configuration).Port ?? defaultPort)
}

const defaultPort = '8080'

/** A repository of the same account is watched unless the request says otherwise. */
function sourceOf(given: SourceConfiguration, { account }: Arns): SourceConfiguration {
  const { ImageIdentifier = '' } = given.ImageRepository ?? {}
  const isOwn = parseEcrHost(parseReference(ImageIdentifier).host)?.registryId === account
  return { ...given, AutoDeploymentsEnabled: given.AutoDeploymentsEnabled ?? isOwn }
}

function instanceOf(given: InstanceConfiguration = {}): InstanceConfiguration {
  const { Cpu = '1 vCPU', Memory = '2 GB', InstanceRoleArn } = given
  return {
    Cpu: String(cpuUnits(Cpu)),
    Memory: String(memoryMebibytes(Memory)),
    ...(InstanceRoleArn !== undefined && { InstanceRoleArn }),
  }
}

function healthCheckOf(given: HealthCheckConfiguration = {}): HealthCheck {
  return {
    Protocol: given.Protocol ?? 'TCP',
    Path: given.Path ?? '/',
    Interval: given.Interval ?? 5,
    Timeout: given.Timeout ?? 2,
    HealthyThreshold: given.HealthyThreshold ?? 1,
    UnhealthyThreshold: given.UnhealthyThreshold ?? 5,
  }
}

function networkOf(given: NetworkConfiguration = {}): NetworkConfiguration {
  return {
    EgressConfiguration: given.EgressConfiguration ?? { EgressType: 'DEFAULT' },
    IngressConfiguration: given.IngressConfiguration ?? { IsPubliclyAccessible: true },
    IpAddressType: given.IpAddressType ?? 'IPV4',
  }
}
