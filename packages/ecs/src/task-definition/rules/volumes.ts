import type { ContainerDefinition, EFSVolumeConfiguration, Volume } from '@aws-sdk/client-ecs'
import type { Problem } from '@deploy-actions/action-kit'
import type { Definition } from '../definition.ts'
import { duplicates } from './duplicates.ts'
import { outOfRange } from './health-checks.ts'
import { namePattern, nameWords, perContainer, problemIf, type DefinitionRule } from './rule.ts'

/**
 * Rules about volumes and where they are mounted.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html
 */
export const volumeRules: readonly DefinitionRule[] = [volumes, perContainer(mountPoints)]

function volumes({ volumes: all = [] }: Definition): readonly Problem[] {
  const names = all.map(({ name = '' }) => name)
  return [
    ...duplicates(names).map((name) => ({
      path: 'volumes',
      message: `has two volumes named ${name}`,
    })),
    ...problemIf(
      all.filter(({ configuredAtLaunch }) => configuredAtLaunch).length > 1,
      'volumes',
      'has more than one volume with configuredAtLaunch; allowed: one',
    ),
    ...all.flatMap((volume, i) =>
      volumeProblems(volume).map(({ path, message }) => ({
        path: `volumes[${i}]${path === '' ? '' : `.${path}`}`,
        message,
      })),
    ),
  ]
}

const kinds = [
  'dockerVolumeConfiguration',
  'efsVolumeConfiguration',
  'fsxWindowsFileServerVolumeConfiguration',
  's3filesVolumeConfiguration',
] as const

function volumeProblems(volume: Volume): readonly Problem[] {
  const given = [
    ...kinds.filter((kind) => volume[kind] !== undefined),
    ...(volume.host?.sourcePath ? ['host.sourcePath'] : []),
    ...(volume.configuredAtLaunch ? ['configuredAtLaunch'] : []),
  ]
  const severalKinds = `is of more than one kind (${given.join(', ')}); allowed: one`
  return [
    ...problemIf(!namePattern.test(volume.name ?? ''), 'name', nameWords),
    ...problemIf(given.length > 1, '', severalKinds),
    ...efsProblems(volume.efsVolumeConfiguration ?? {}).map(({ path, message }) => ({
      path: `efsVolumeConfiguration.${path}`,
      message,
    })),
  ]
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSAuthorizationConfig.html */
function efsProblems(efs: Partial<EFSVolumeConfiguration>): readonly Problem[] {
  const { rootDirectory = '/', authorizationConfig: { iam, accessPointId } = {} } = efs
  const hasAccessPoint = Boolean(accessPointId)
  return [
    ...problemIf(
      (iam === 'ENABLED' || hasAccessPoint) && efs.transitEncryption !== 'ENABLED',
      'transitEncryption',
      'must be ENABLED with an access point, and with IAM authorization',
    ),
    ...problemIf(
      hasAccessPoint && !['/', ''].includes(rootDirectory),
      'rootDirectory',
      'must be / or be left out with an access point, which has a root of its own',
    ),
    ...outOfRange('transitEncryptionPort', efs.transitEncryptionPort, [0, 65_535]),
  ]
}

function mountPoints(
  { mountPoints: points = [] }: ContainerDefinition,
  { volumes: all = [] }: Definition,
): readonly Problem[] {
  const names = all.map(({ name = '' }) => name)
  const allowed = names.length === 0 ? 'there is none' : names.join(', ')
  return points.flatMap(({ sourceVolume = '', containerPath = '' }, j) => [
    ...problemIf(
      !names.includes(sourceVolume),
      `mountPoints[${j}].sourceVolume`,
      `must be a volume of this definition; allowed: ${allowed}`,
    ),
    ...problemIf(containerPath === '', `mountPoints[${j}].containerPath`, 'is required'),
  ])
}
