import type {
  CreateServiceCommandInput,
  ImageConfiguration,
  Service,
  UpdateServiceCommandInput,
} from '@aws-sdk/client-apprunner'
import type { MapEdit } from '@deploy-actions/action-kit'
import { cpuUnits, memoryUnits } from '../inputs/sizes.ts'
import type { DeployedImage, Settings } from './settings.ts'

/** All of a service that can be updated, as UpdateService takes it. */
export type Configuration = Omit<UpdateServiceCommandInput, 'ServiceArn'>

/** The configuration that a service has, in the form in which it can be written again. */
export function configurationOf(service: Service): Configuration {
  const { InstanceConfiguration: instance, NetworkConfiguration: network } = service
  const { ObservabilityConfiguration: observability } = service
  return defined({
    SourceConfiguration: service.SourceConfiguration,
    InstanceConfiguration: instance && {
      ...instance,
      ...(instance.Cpu !== undefined && { Cpu: cpuUnits(instance.Cpu) }),
      ...(instance.Memory !== undefined && { Memory: memoryUnits(instance.Memory) }),
    },
    HealthCheckConfiguration: service.HealthCheckConfiguration,
    AutoScalingConfigurationArn:
      service.AutoScalingConfigurationSummary?.AutoScalingConfigurationArn,
    NetworkConfiguration: network,
    // Said, so that it can be gone back to.
    ObservabilityConfiguration: observability ?? { ObservabilityEnabled: false },
  })
}

/** The image of a configuration, as it is named. */
export function imageOf({
  SourceConfiguration: source,
}: Pick<Configuration, 'SourceConfiguration'>): string | undefined {
  return source?.ImageRepository?.ImageIdentifier
}

/** What a service is to be, besides its image. */
export interface Wanted {
  readonly image: DeployedImage
  readonly settings: Settings
  /** Secrets by the ARNs that App Runner takes. */
  readonly secrets: MapEdit
}

/** A configuration with what is asked for put into it; everything else stays. */
export function merged(
  current: Configuration,
  { image, settings, secrets }: Wanted,
): Configuration {
  return defined({
    SourceConfiguration: mergedSource(current.SourceConfiguration, { image, settings, secrets }),
    InstanceConfiguration: nonEmpty({
      ...current.InstanceConfiguration,
      ...defined({
        Cpu: settings.cpu,
        Memory: settings.memory,
        InstanceRoleArn: settings.instanceRoleArn,
      }),
    }),
    HealthCheckConfiguration: nonEmpty({
      ...current.HealthCheckConfiguration,
      ...defined(settings.healthCheck),
    }),
    AutoScalingConfigurationArn:
      settings.autoScalingConfigurationArn ?? current.AutoScalingConfigurationArn,
    NetworkConfiguration: mergedNetwork(current.NetworkConfiguration, settings),
    ObservabilityConfiguration: mergedObservability(current.ObservabilityConfiguration, settings),
  })
}

function mergedSource(
  current: Configuration['SourceConfiguration'],
  { image, settings, secrets }: Wanted,
): Configuration['SourceConfiguration'] {
  const { ImageConfiguration: configuration = {} } = current?.ImageRepository ?? {}
  const isByDigest = image.identifier.includes('@')
  const stays =
    settings.autoDeployments === undefined &&
    current?.ImageRepository?.ImageIdentifier === image.identifier
  return {
    ImageRepository: {
      ImageIdentifier: image.identifier,
      ImageRepositoryType: image.repositoryType,
      ImageConfiguration: mergedImage(configuration, { settings, secrets }),
    },
    // A digest has no tag that could be watched.
    AutoDeploymentsEnabled:
      isByDigest && !stays
        ? false
        : (settings.autoDeployments ?? current?.AutoDeploymentsEnabled ?? false),
    ...(image.repositoryType === 'ECR' && {
      AuthenticationConfiguration: {
        ...current?.AuthenticationConfiguration,
        ...defined({ AccessRoleArn: settings.accessRoleArn }),
      },
    }),
  }
}

function mergedImage(
  current: ImageConfiguration,
  { settings, secrets }: Pick<Wanted, 'settings' | 'secrets'>,
): ImageConfiguration {
  const { environment, replacesEnvironment } = settings
  const plain = edited(replacesEnvironment ? {} : current.RuntimeEnvironmentVariables, environment)
  return {
    ...current,
    ...defined({ Port: settings.port, StartCommand: settings.startCommand }),
    // A variable that becomes a secret, or the other way round, is not both.
    RuntimeEnvironmentVariables: without(plain, (name) => isSet(secrets, name)),
    RuntimeEnvironmentSecrets: editedSecrets(current, { settings, secrets }),
  }
}

/** The secrets that a service is to have, by the names of their variables. */
export function secretsAfter(
  { SourceConfiguration: source }: Configuration,
  wanted: Pick<Wanted, 'settings' | 'secrets'>,
): Texts {
  return editedSecrets(source?.ImageRepository?.ImageConfiguration ?? {}, wanted)
}

function editedSecrets(
  { RuntimeEnvironmentSecrets: current }: ImageConfiguration,
  { settings, secrets }: Pick<Wanted, 'settings' | 'secrets'>,
): Texts {
  const all = edited(settings.replacesSecrets ? {} : current, secrets)
  return without(all, (name) => isSet(settings.environment, name))
}

function isSet(edit: MapEdit, name: string): boolean {
  return edit.get(name) !== undefined
}

type Texts = Readonly<Record<string, string>>

function edited(current: Texts | undefined, edit: MapEdit): Texts {
  const all = new Map<string, string | undefined>([...Object.entries(current ?? {}), ...edit])
  return Object.fromEntries(
    [...all].flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  )
}

function without(texts: Texts, isDropped: (name: string) => boolean): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([name]) => !isDropped(name)))
}

function mergedNetwork(
  current: Configuration['NetworkConfiguration'],
  { vpcConnectorArn, isPubliclyAccessible, ipAddressType }: Settings,
): Configuration['NetworkConfiguration'] {
  const egress =
    vpcConnectorArn === undefined
      ? current?.EgressConfiguration
      : vpcConnectorArn === 'none'
        ? { EgressType: 'DEFAULT' as const }
        : { EgressType: 'VPC' as const, VpcConnectorArn: vpcConnectorArn }
  const ingress =
    isPubliclyAccessible === undefined
      ? current?.IngressConfiguration
      : { IsPubliclyAccessible: isPubliclyAccessible }
  return nonEmpty(
    defined({
      EgressConfiguration: egress,
      IngressConfiguration: ingress,
      IpAddressType: ipAddressType ?? current?.IpAddressType,
    }),
  )
}

function mergedObservability(
  current: Configuration['ObservabilityConfiguration'],
  { observabilityConfigurationArn: arn }: Settings,
): Configuration['ObservabilityConfiguration'] {
  if (arn === undefined) return current
  return arn === 'none'
    ? { ObservabilityEnabled: false }
    : { ObservabilityEnabled: true, ObservabilityConfigurationArn: arn }
}

/** What CreateService takes: a configuration, and what can be chosen only once. */
export function creation(
  name: string,
  configuration: Configuration,
  only: { readonly kmsKeyArn: string | undefined; readonly tags: ReadonlyMap<string, string> },
): CreateServiceCommandInput {
  const { SourceConfiguration: source, ...rest } = configuration
  return {
    ServiceName: name,
    SourceConfiguration: source,
    ...rest,
    ...(only.kmsKeyArn !== undefined && { EncryptionConfiguration: { KmsKey: only.kmsKeyArn } }),
    ...(only.tags.size > 0 && { Tags: [...only.tags].map(([Key, Value]) => ({ Key, Value })) }),
  }
}

/** The members that have a value. */
function defined<T extends object>(members: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(members).filter(([, value]) => value !== undefined)
  // Only members without a value are left out.
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> }
}

function nonEmpty<T extends object>(members: T): T | undefined {
  return Object.keys(members).length === 0 ? undefined : members
}
