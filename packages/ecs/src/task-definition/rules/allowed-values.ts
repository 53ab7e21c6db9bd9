import {
  ApplicationProtocol,
  Compatibility,
  ContainerCondition,
  CPUArchitecture,
  DeviceCgroupPermission,
  EFSAuthorizationConfigIAM,
  EFSTransitEncryption,
  EnvironmentFileType,
  FirelensConfigurationType,
  IpcMode,
  LogDriver,
  NetworkMode,
  OSFamily,
  PidMode,
  ProxyConfigurationType,
  ResourceType,
  Scope,
  TaskDefinitionPlacementConstraintType,
  UlimitName,
  VersionConsistency,
} from '@aws-sdk/client-ecs'
import { nearest, type Problem } from '@deploy-actions/action-kit'
import type { Definition } from '../definition.ts'

const container = 'containerDefinitions[]'

/**
 * Where only some words are allowed, by the SDK's own lists. A port's protocol is not among them: ECS takes any
 * other word for tcp.
 */
const allowedAt: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  networkMode: NetworkMode,
  pidMode: PidMode,
  ipcMode: IpcMode,
  'requiresCompatibilities[]': Compatibility,
  'runtimePlatform.cpuArchitecture': CPUArchitecture,
  'runtimePlatform.operatingSystemFamily': OSFamily,
  'placementConstraints[].type': TaskDefinitionPlacementConstraintType,
  'proxyConfiguration.type': ProxyConfigurationType,
  'volumes[].dockerVolumeConfiguration.scope': Scope,
  'volumes[].efsVolumeConfiguration.transitEncryption': EFSTransitEncryption,
  'volumes[].efsVolumeConfiguration.authorizationConfig.iam': EFSAuthorizationConfigIAM,
  [`${container}.logConfiguration.logDriver`]: LogDriver,
  [`${container}.firelensConfiguration.type`]: FirelensConfigurationType,
  [`${container}.dependsOn[].condition`]: ContainerCondition,
  [`${container}.environmentFiles[].type`]: EnvironmentFileType,
  [`${container}.resourceRequirements[].type`]: ResourceType,
  [`${container}.ulimits[].name`]: UlimitName,
  [`${container}.versionConsistency`]: VersionConsistency,
  [`${container}.portMappings[].appProtocol`]: ApplicationProtocol,
  [`${container}.linuxParameters.devices[].permissions[]`]: DeviceCgroupPermission,
}

/** Words that are none of those that ECS knows: the SDK sends any, and `Fargate` is not `FARGATE`. */
export function allowedValues(definition: Definition): readonly Problem[] {
  return Object.entries(allowedAt).flatMap(([template, words]) => {
    const allowed = Object.values(words)
    return textsAt(definition, template.split(/\.|(?=\[\])/)).flatMap(({ path, text }) => {
      if (allowed.includes(text)) return []
      const guess = nearest(text, allowed)
      const meant = guess === undefined ? '' : ` (did you mean ${guess}?)`
      return [{ path, message: `is not one of: ${allowed.join(', ')}${meant}` }]
    })
  })
}

interface Found {
  readonly path: string
  readonly text: string
}

/** The texts that stand where the steps lead: keys, and `[]` for every item of a list. */
function textsAt(value: unknown, [step, ...rest]: readonly string[], path = ''): readonly Found[] {
  if (step === undefined) return typeof value === 'string' ? [{ path, text: value }] : []
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, i) => textsAt(item, rest, `${path}[${i}]`))
  }
  if (typeof value !== 'object' || value === null) return []
  const next = new Map<string, unknown>(Object.entries(value)).get(step)
  return textsAt(next, rest, path === '' ? step : `${path}.${step}`)
}
