import { inFirst, onFargate, type Refused } from './refused.ts'

const onWindows = (task: object): object =>
  onFargate({}, { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' }, ...task })

/** What Fargate does not have. */
export const fargate: readonly Refused[] = [
  ['no CPU on Fargate', onFargate({}, { cpu: undefined }), 'cpu', 'is required for Fargate'],
  [
    'no memory on Fargate',
    onFargate({}, { memory: undefined }),
    'memory',
    'is required for Fargate',
  ],
  [
    'a CPU that Fargate lacks',
    onFargate({}, { cpu: '1000' }),
    'cpu',
    'is no size of Fargate; allowed: 256, 512, 1024, 2048, 4096, 8192, 16384',
  ],
  [
    'a pair that Fargate lacks',
    onFargate({}, { memory: '512' }),
    'memory',
    'does not go with cpu 512 on Fargate; allowed: 1024, 2048, 3072, 4096',
  ],
  [
    'a pair between two steps',
    onFargate({}, { cpu: '8192', memory: '17408' }),
    'memory',
    'allowed: 16384, 20480',
  ],
  [
    'Fargate on a bridge',
    onFargate({}, { networkMode: 'bridge' }),
    'networkMode',
    'must be awsvpc for Fargate',
  ],
  [
    'Fargate without network',
    onFargate({}, { networkMode: undefined }),
    'networkMode',
    'must be awsvpc for Fargate',
  ],
  [
    'Windows on half a CPU',
    onWindows({}),
    'cpu',
    'is no size of Windows on Fargate; allowed: 1024, 2048, 4096',
  ],
  [
    'Windows on ARM',
    onWindows({
      cpu: '1024',
      memory: '2048',
      runtimePlatform: {
        operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE',
        cpuArchitecture: 'ARM64',
      },
    }),
    'runtimePlatform.cpuArchitecture',
    'must be X86_64',
  ],
  [
    'privileges on Fargate',
    onFargate({ privileged: true }),
    inFirst('privileged'),
    'is not possible on Fargate',
  ],
  [
    'the host’s processes on Fargate',
    onFargate({}, { pidMode: 'host' }),
    'pidMode',
    'is not possible on Fargate; allowed: task',
  ],
  [
    'shared memory between containers on Fargate',
    onFargate({}, { ipcMode: 'task' }),
    'ipcMode',
    'is not possible on Fargate',
  ],
  [
    'placement on Fargate',
    onFargate({}, { placementConstraints: [{ type: 'memberOf', expression: 'x' }] }),
    'placementConstraints',
    'is not possible on Fargate',
  ],
  [
    'a GPU on Fargate',
    onFargate({ resourceRequirements: [{ type: 'GPU', value: '1' }] }),
    inFirst('resourceRequirements[0].type'),
    'GPU is not possible on Fargate',
  ],
  [
    'name servers on Fargate',
    onFargate({ dnsServers: ['10.0.0.2'] }),
    inFirst('dnsServers'),
    'is not possible on Fargate',
  ],
  [
    'search domains on Fargate',
    onFargate({ dnsSearchDomains: ['local'] }),
    inFirst('dnsSearchDomains'),
    'is not possible on Fargate',
  ],
  [
    'security options on Fargate',
    onFargate({ dockerSecurityOptions: ['no-new-privileges'] }),
    inFirst('dockerSecurityOptions'),
    'is not possible on Fargate',
  ],
  [
    'no network in a container on Fargate',
    onFargate({ disableNetworking: true }),
    inFirst('disableNetworking'),
    'is not possible on Fargate',
  ],
  [
    'too long a farewell on Fargate',
    onFargate({ stopTimeout: 121 }),
    inFirst('stopTimeout'),
    'allowed: whole numbers from 2 to 120',
  ],
  [
    'no farewell at all on Fargate',
    onFargate({ stopTimeout: 0 }),
    inFirst('stopTimeout'),
    'allowed: whole numbers from 2 to 120',
  ],
  [
    'too long a start on Fargate',
    onFargate({ startTimeout: 600 }),
    inFirst('startTimeout'),
    'allowed: whole numbers from 2 to 120',
  ],
  [
    'devices on Fargate',
    onFargate({ linuxParameters: { devices: [{ hostPath: '/dev/x' }] } }),
    inFirst('linuxParameters.devices'),
    'is not possible on Fargate',
  ],
  [
    'shared memory on Fargate',
    onFargate({ linuxParameters: { sharedMemorySize: 64 } }),
    inFirst('linuxParameters.sharedMemorySize'),
    'is not possible on Fargate',
  ],
  [
    'swap on Fargate',
    onFargate({ linuxParameters: { maxSwap: 64, swappiness: 1 } }),
    inFirst('linuxParameters.maxSwap'),
    'is not possible on Fargate',
  ],
  [
    'a capability that Fargate does not give',
    onFargate({ linuxParameters: { capabilities: { add: ['NET_ADMIN'] } } }),
    inFirst('linuxParameters.capabilities.add'),
    'allowed: SYS_PTRACE',
  ],
  [
    'a folder of the host on Fargate',
    onFargate({}, { volumes: [{ name: 'a', host: { sourcePath: '/x' } }] }),
    'volumes[0].host.sourcePath',
    'is not possible on Fargate',
  ],
  [
    'a volume of Docker on Fargate',
    onFargate({}, { volumes: [{ name: 'a', dockerVolumeConfiguration: {} }] }),
    'volumes[0].dockerVolumeConfiguration',
    'is not possible on Fargate',
  ],
  [
    'FSx on Fargate',
    onFargate(
      {},
      {
        volumes: [
          {
            name: 'a',
            fsxWindowsFileServerVolumeConfiguration: {
              fileSystemId: 'fs-1',
              rootDirectory: 'x',
              authorizationConfig: { credentialsParameter: 'arn:x', domain: 'd' },
            },
          },
        ],
      },
    ),
    'volumes[0].fsxWindowsFileServerVolumeConfiguration',
    'is not possible on Fargate',
  ],
]
