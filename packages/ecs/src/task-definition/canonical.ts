import type { ContainerDefinition, PortMapping, Volume } from '@aws-sdk/client-ecs'
import { containersOf, isEssential, type Definition } from './definition.ts'

/**
 * The definition as text, equal for all that mean the same to ECS: with its defaults, its notation of
 * sizes, without the empty lists that it fills in, and in one order where order means nothing.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
export function canonicalText(definition: Definition): string {
  return JSON.stringify(
    sorted({
      ...definition,
      cpu: inUnits(definition.cpu, /^(\d*\.?\d+) ?vcpu$/i),
      memory: inUnits(definition.memory, /^(\d*\.?\d+) ?gb$/i),
      // The default of Linux on EC2; the other ones have to be written.
      networkMode: definition.networkMode === 'bridge' ? undefined : definition.networkMode,
      requiresCompatibilities: definition.requiresCompatibilities?.toSorted(),
      enableFaultInjection: definition.enableFaultInjection || undefined,
      runtimePlatform: isDefaultPlatform(definition) ? undefined : definition.runtimePlatform,
      placementConstraints: byText(definition.placementConstraints),
      proxyConfiguration: definition.proxyConfiguration && {
        ...definition.proxyConfiguration,
        properties: byText(definition.proxyConfiguration.properties),
      },
      tags: byText(definition.tags),
      volumes: byText(definition.volumes?.map(canonicalVolume)),
      containerDefinitions: containersOf(definition).map((container) =>
        canonicalContainer(container, definition.networkMode),
      ),
    }),
  )
}

/** `1 vCPU` is registered as 1024, `2 GB` as 2048. */
function inUnits(size: string | undefined, form: RegExp): string | undefined {
  const units = form.exec(size?.trim() ?? '')?.[1]
  return units === undefined ? size : String(Number(units) * 1024)
}

/** Fargate takes Linux on X86_64 where nothing is said; on EC2 it is a constraint. */
function isDefaultPlatform({ runtimePlatform, requiresCompatibilities }: Definition): boolean {
  const { cpuArchitecture = 'X86_64', operatingSystemFamily = 'LINUX' } = runtimePlatform ?? {}
  return (
    requiresCompatibilities?.length === 1 &&
    requiresCompatibilities[0] === 'FARGATE' &&
    cpuArchitecture === 'X86_64' &&
    operatingSystemFamily === 'LINUX'
  )
}

/** A bind mount without a path is given an empty `host`; EFS starts from its root. */
function canonicalVolume({ host, efsVolumeConfiguration: efs, ...volume }: Volume): Volume {
  return {
    ...volume,
    host: host?.sourcePath ? host : undefined,
    configuredAtLaunch: volume.configuredAtLaunch || undefined,
    efsVolumeConfiguration: efs && {
      ...efs,
      rootDirectory: efs.rootDirectory === '/' ? undefined : efs.rootDirectory,
      transitEncryption: efs.transitEncryption ?? 'DISABLED',
    },
  }
}

function canonicalContainer(container: ContainerDefinition, networkMode?: string): object {
  return {
    ...container,
    ...withoutFalse(container),
    cpu: container.cpu || undefined,
    essential: isEssential(container),
    versionConsistency: container.versionConsistency ?? 'enabled',
    environment: byText(container.environment),
    secrets: byText(container.secrets),
    mountPoints: byText(
      container.mountPoints?.map((point) => ({ ...point, readOnly: point.readOnly || undefined })),
    ),
    portMappings: byText(
      container.portMappings?.map((mapping) => canonicalPort(mapping, networkMode)),
    ),
    healthCheck: container.healthCheck && {
      interval: 30,
      timeout: 5,
      retries: 3,
      ...container.healthCheck,
      startPeriod: container.healthCheck.startPeriod || undefined,
    },
  }
}

/** Switches that are off where nothing is said. */
function withoutFalse(container: ContainerDefinition): ContainerDefinition {
  return {
    disableNetworking: container.disableNetworking || undefined,
    interactive: container.interactive || undefined,
    privileged: container.privileged || undefined,
    pseudoTerminal: container.pseudoTerminal || undefined,
    readonlyRootFilesystem: container.readonlyRootFilesystem || undefined,
  }
}

function canonicalPort(mapping: PortMapping, networkMode?: string): object {
  const isSamePort = networkMode === 'awsvpc' || networkMode === 'host'
  const hostPort = isSamePort ? mapping.containerPort : mapping.hostPort || undefined
  return { ...mapping, hostPort, protocol: mapping.protocol ?? 'tcp' }
}

/** In the order of their canonical texts: names come in any order, keys may too. */
function byText<T>(items: readonly T[] | undefined): readonly T[] | undefined {
  const text = (item: T): string => JSON.stringify(sorted(item))
  return items?.toSorted((a, b) => (text(a) < text(b) ? -1 : 1))
}

/** Lists that ECS gives back empty where nothing was said. An empty `command` says something. */
const emptyByDefault = new Set([
  ...['environment', 'environmentFiles', 'secrets', 'secretOptions'],
  ...['mountPoints', 'volumesFrom', 'volumes', 'portMappings', 'systemControls', 'ulimits'],
  ...['dependsOn', 'dnsSearchDomains', 'dnsServers', 'extraHosts', 'links', 'resourceRequirements'],
  ...['dockerSecurityOptions', 'credentialSpecs', 'devices', 'tmpfs', 'add', 'drop'],
  ...['placementConstraints', 'inferenceAccelerators', 'tags'],
])

/** Keys in alphabetical order at every level, without undefined and without default empty lists. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
    .filter(([key, item]) => item !== undefined && !(emptyByDefault.has(key) && isEmptyList(item)))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]))
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}
