import type { ContainerDefinition, LinuxParameters } from '@aws-sdk/client-ecs'
import type { Problem } from '@deploy-actions/action-kit'
import type { Definition } from '../definition.ts'
import { outOfRange } from './health-checks.ts'
import { perContainer, problemIf, whereFargate, type DefinitionRule } from './rule.ts'

/**
 * What tasks on Fargate cannot have. Mounts of tmpfs they can, since 2026.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
 */
export const fargateLimits: readonly DefinitionRule[] = [
  whereFargate(taskLimits),
  whereFargate(perContainer(containerLimits)),
  whereFargate(perContainer(linuxLimits)),
  whereFargate(perContainer(logLimits)),
  whereFargate(volumeLimits),
]

const notOnFargate = 'is not possible on Fargate; leave it out'

function taskLimits(definition: Definition): readonly Problem[] {
  const { pidMode, ipcMode, placementConstraints, runtimePlatform } = definition
  const { operatingSystemFamily: system, cpuArchitecture } = runtimePlatform ?? {}
  return [
    ...problemIf(pidMode === 'host', 'pidMode', 'is not possible on Fargate; allowed: task'),
    ...problemIf(ipcMode !== undefined, 'ipcMode', notOnFargate),
    ...problemIf(Boolean(placementConstraints?.length), 'placementConstraints', notOnFargate),
    ...problemIf(
      Boolean(system?.startsWith('WINDOWS')) && cpuArchitecture === 'ARM64',
      'runtimePlatform.cpuArchitecture',
      'must be X86_64 for Windows on Fargate',
    ),
  ]
}

const listsOfDocker = ['dnsServers', 'dnsSearchDomains', 'dockerSecurityOptions'] as const

function containerLimits(container: ContainerDefinition): readonly Problem[] {
  const { privileged, disableNetworking, resourceRequirements = [] } = container
  return [
    ...problemIf(privileged === true, 'privileged', notOnFargate),
    ...problemIf(disableNetworking === true, 'disableNetworking', notOnFargate),
    ...listsOfDocker.flatMap((path) =>
      problemIf(Boolean(container[path]?.length), path, notOnFargate),
    ),
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
    ...(['startTimeout', 'stopTimeout'] as const).flatMap((path) =>
      outOfRange(path, container[path], [2, 120]),
    ),
    ...resourceRequirements.flatMap(({ type }, i) =>
      problemIf(
        type === 'GPU',
        `resourceRequirements[${i}].type`,
        'GPU is not possible on Fargate',
      ),
    ),
  ]
}

function linuxLimits({ linuxParameters: linux = {} }: ContainerDefinition): readonly Problem[] {
  const added = linux.capabilities?.add ?? []
  return [
    ...parametersOfHosts(linux),
    ...problemIf(
      added.some((one) => !/^(CAP_)?SYS_PTRACE$/.test(one)),
      'linuxParameters.capabilities.add',
      'has a capability that Fargate does not give; allowed: SYS_PTRACE',
    ),
  ]
}

function parametersOfHosts(linux: LinuxParameters): readonly Problem[] {
  const { devices = [] } = linux
  const numbers = ['sharedMemorySize', 'maxSwap', 'swappiness'] as const
  return [
    ...problemIf(devices.length > 0, 'linuxParameters.devices', notOnFargate),
    ...numbers.flatMap((name) =>
      problemIf(linux[name] !== undefined, `linuxParameters.${name}`, notOnFargate),
    ),
  ]
}

const logDrivers = ['awslogs', 'splunk', 'awsfirelens']

function logLimits({ logConfiguration: log, firelensConfiguration: router }: ContainerDefinition) {
  return [
    ...problemIf(
      log !== undefined && !logDrivers.includes(log.logDriver ?? ''),
      'logConfiguration.logDriver',
      `is not possible on Fargate; allowed: ${logDrivers.join(', ')}`,
    ),
    ...problemIf(
      router?.options?.['config-file-type'] === 's3',
      'firelensConfiguration.options.config-file-type',
      'must be file on Fargate',
    ),
  ]
}

function volumeLimits({ volumes = [] }: Definition): readonly Problem[] {
  return volumes.flatMap((volume, i) => [
    ...problemIf(
      Boolean(volume.host?.sourcePath),
      `volumes[${i}].host.sourcePath`,
      'is not possible on Fargate, which has no host to share; leave it out',
    ),
    ...(['dockerVolumeConfiguration', 'fsxWindowsFileServerVolumeConfiguration'] as const).flatMap(
      (kind) => problemIf(volume[kind] !== undefined, `volumes[${i}].${kind}`, notOnFargate),
    ),
  ])
}
