import { onEc2, onFargate, sidecar, type Odd } from './odd.ts'

const secretArn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:app-AbCdEf'
const mounted = (volume: object): readonly [object, object] => [
  { mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] },
  { volumes: [{ name: 'data', ...volume }] },
]
const mountedOnFargate = (volume: object): object => onFargate(...mounted(volume))
const mountedOnEc2 = (volume: object): object => onEc2(...mounted(volume))
const windows = {
  runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_FULL', cpuArchitecture: 'X86_64' },
}

/** Odd volumes. */
export const volumes: readonly Odd[] = [
  [
    'EFS through an access point',
    mountedOnFargate({
      efsVolumeConfiguration: {
        fileSystemId: 'fs-12345678',
        rootDirectory: '/',
        transitEncryption: 'ENABLED',
        transitEncryptionPort: 2999,
        authorizationConfig: { accessPointId: 'fsap-1', iam: 'ENABLED' },
      },
    }),
  ],
  [
    'EFS by its folder',
    mountedOnFargate({
      efsVolumeConfiguration: { rootDirectory: '/app', fileSystemId: 'fs-12345678' },
    }),
  ],
  [
    'FSx for Windows',
    onEc2(
      { mountPoints: [{ sourceVolume: 'data', containerPath: 'C:\\data' }] },
      {
        ...windows,
        volumes: [
          {
            name: 'data',
            fsxWindowsFileServerVolumeConfiguration: {
              fileSystemId: 'fs-1',
              rootDirectory: 'share',
              authorizationConfig: { credentialsParameter: secretArn, domain: 'example.com' },
            },
          },
        ],
      },
    ),
  ],
  [
    'a volume of Docker',
    mountedOnEc2({
      dockerVolumeConfiguration: {
        scope: 'shared',
        autoprovision: true,
        driver: 'local',
        driverOpts: {},
        labels: { a: '' },
      },
    }),
  ],
  [
    'a folder of the host, read only',
    onEc2(
      { mountPoints: [{ sourceVolume: 'data', containerPath: '/data', readOnly: true }] },
      { volumes: [{ name: 'data', host: { sourcePath: '/' } }] },
    ),
  ],
  ['a volume configured at launch', mountedOnFargate({ configuredAtLaunch: true })],
  [
    'a volume of nothing, which nobody mounts',
    onFargate({}, { volumes: [{ name: 'scratch', host: {} }, { name: 'other' }] }),
  ],
  [
    'volumes from another container',
    onFargate({ volumesFrom: [{ sourceContainer: 'data', readOnly: true }] }, {}, [
      sidecar('data'),
    ]),
  ],
]
