import { inFirst, onEc2, onFargate, withSidecars, type Refused } from './refused.ts'

const ports = (mapping: object, ...more: readonly object[]): object => ({
  portMappings: [mapping, ...more],
})
const volume = (configuration: object): object =>
  onEc2({}, { volumes: [{ name: 'data', ...configuration }] })
const efs = (configuration: object): object =>
  volume({ efsVolumeConfiguration: { fileSystemId: 'fs-12345678', ...configuration } })
const logs = (logDriver: string, options: object = {}): object => ({
  logConfiguration: { logDriver, options },
})
const group = { 'awslogs-group': '/ecs/api' }
const whole = { ...group, 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'ecs' }

/** Ports, logs and volumes. */
export const surroundings: readonly Refused[] = [
  [
    'no port',
    onFargate(ports({ protocol: 'tcp' })),
    inFirst('portMappings[0].containerPort'),
    'must be a port from 1 to 65535',
  ],
  [
    'port zero',
    onFargate(ports({ containerPort: 0 })),
    inFirst('portMappings[0].containerPort'),
    'must be a port from 1 to 65535',
  ],
  [
    'a port beyond the last',
    onFargate(ports({ containerPort: 65_536 })),
    inFirst('portMappings[0].containerPort'),
    'must be a port from 1 to 65535',
  ],
  [
    'a host port beyond the last',
    onEc2(ports({ containerPort: 80, hostPort: 70_000 })),
    inFirst('portMappings[0].hostPort'),
    'must be a port from 0 to 65535',
  ],
  [
    'another host port with awsvpc',
    onFargate(ports({ containerPort: 80, hostPort: 8080 })),
    inFirst('portMappings[0].hostPort'),
    'must equal containerPort, or be left out, with networkMode awsvpc',
  ],
  [
    'another host port with host',
    onEc2(ports({ containerPort: 80, hostPort: 8080 }), { networkMode: 'host' }),
    inFirst('portMappings[0].hostPort'),
    'with networkMode host',
  ],
  [
    'a port of two containers',
    withSidecars(onFargate(ports({ containerPort: 80 })), ports({ containerPort: 80 })),
    'containerDefinitions',
    'maps port 80/tcp twice',
  ],
  [
    'a port of two containers on the host',
    withSidecars(
      onEc2(ports({ containerPort: 80 }), { networkMode: 'host' }),
      ports({ containerPort: 80 }),
    ),
    'containerDefinitions',
    'maps port 80/tcp twice',
  ],
  [
    'a host port of two containers',
    withSidecars(
      onEc2(ports({ containerPort: 80, hostPort: 80 })),
      ports({ containerPort: 81, hostPort: 80 }),
    ),
    'containerDefinitions',
    'maps port 80/tcp of the host twice',
  ],
  [
    'ports without a network',
    onEc2(ports({ containerPort: 80 }), { networkMode: 'none' }),
    inFirst('portMappings'),
    'cannot be mapped with networkMode none',
  ],
  [
    'a range that is none',
    onFargate(ports({ containerPortRange: '8000' })),
    inFirst('portMappings[0].containerPortRange'),
    'must be two ports, such as 8000-8010',
  ],
  [
    'a range from the end',
    onFargate(ports({ containerPortRange: '8010-8000' })),
    inFirst('portMappings[0].containerPortRange'),
    'must be two ports',
  ],
  [
    'a range and a port',
    onFargate(ports({ containerPort: 80, containerPortRange: '80-81' })),
    inFirst('portMappings[0].containerPortRange'),
    'cannot stand together with containerPort',
  ],
  [
    'a range on the host',
    onEc2(ports({ containerPortRange: '80-81' }), { networkMode: 'host' }),
    inFirst('portMappings[0].containerPortRange'),
    'needs networkMode awsvpc or bridge',
  ],
  [
    'a port named in upper case',
    onFargate(ports({ containerPort: 80, name: 'API' })),
    inFirst('portMappings[0].name'),
    'must be 1 to 64 lower-case letters',
  ],
  [
    'two ports of one name',
    onFargate(ports({ containerPort: 80, name: 'api' }, { containerPort: 81, name: 'api' })),
    'containerDefinitions',
    'has two port mappings named api',
  ],
  [
    'an application’s protocol that there is not',
    onFargate(ports({ containerPort: 80, appProtocol: 'https' })),
    inFirst('portMappings[0].appProtocol'),
    'is not one of: grpc, http, http2',
  ],
  [
    'links without a bridge',
    withSidecars(onFargate({ links: ['sidecar-0'] }), {}),
    inFirst('links'),
    'need networkMode bridge; with awsvpc containers reach each other by localhost',
  ],
  [
    'a host name with awsvpc',
    onFargate({ hostname: 'api' }),
    inFirst('hostname'),
    'is not possible with networkMode awsvpc',
  ],
  [
    'hosts with awsvpc',
    onFargate({ extraHosts: [{ hostname: 'a', ipAddress: '10.0.0.1' }] }),
    inFirst('extraHosts'),
    'are not possible with networkMode awsvpc',
  ],
  [
    'a log driver that there is not',
    onEc2(logs('cloudwatch')),
    inFirst('logConfiguration.logDriver'),
    'is not one of: awsfirelens, awslogs',
  ],
  [
    'awslogs without group',
    onFargate(logs('awslogs', { 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'b' })),
    inFirst('logConfiguration.options'),
    'must have awslogs-group',
  ],
  [
    'awslogs without region',
    onEc2(logs('awslogs', group)),
    inFirst('logConfiguration.options'),
    'must have awslogs-region',
  ],
  [
    'awslogs on Fargate without prefix',
    onFargate(logs('awslogs', { ...group, 'awslogs-region': 'us-east-1' })),
    inFirst('logConfiguration.options'),
    'must have awslogs-stream-prefix',
  ],
  [
    'awslogs that shall make no group',
    onFargate(logs('awslogs', { ...whole, 'awslogs-create-group': 'false' })),
    inFirst('logConfiguration.options.awslogs-create-group'),
    "must be 'true', or be left out",
  ],
  [
    'a log driver that Fargate lacks',
    onFargate(logs('json-file')),
    inFirst('logConfiguration.logDriver'),
    'is not possible on Fargate; allowed: awslogs, splunk, awsfirelens',
  ],
  [
    'Firelens without a router',
    onFargate(logs('awsfirelens')),
    inFirst('logConfiguration.logDriver'),
    'no container has firelensConfiguration',
  ],
  [
    'a router without Firelens',
    withSidecars(onFargate(), { firelensConfiguration: { type: 'fluentbit' } }),
    'containerDefinitions[1].firelensConfiguration',
    'at least one container must have the log driver awsfirelens',
  ],
  [
    'a router of another kind',
    withSidecars(onFargate(logs('awsfirelens')), { firelensConfiguration: { type: 'vector' } }),
    'containerDefinitions[1].firelensConfiguration.type',
    'is not one of: fluentbit, fluentd',
  ],
  [
    'a router’s file in S3 on Fargate',
    withSidecars(onFargate(logs('awsfirelens')), {
      firelensConfiguration: { type: 'fluentbit', options: { 'config-file-type': 's3' } },
    }),
    'containerDefinitions[1].firelensConfiguration.options.config-file-type',
    'must be file on Fargate',
  ],
  [
    'a volume that there is not',
    onEc2({ mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] }),
    inFirst('mountPoints[0].sourceVolume'),
    'must be a volume of this definition; allowed: there is none',
  ],
  [
    'a misspelt volume',
    onEc2(
      { mountPoints: [{ sourceVolume: 'dta', containerPath: '/data' }] },
      { volumes: [{ name: 'data' }] },
    ),
    inFirst('mountPoints[0].sourceVolume'),
    'allowed: data',
  ],
  [
    'a volume mounted nowhere',
    onEc2({ mountPoints: [{ sourceVolume: 'data' }] }, { volumes: [{ name: 'data' }] }),
    inFirst('mountPoints[0].containerPath'),
    'is required',
  ],
  [
    'two volumes of one name',
    onEc2({}, { volumes: [{ name: 'data' }, { name: 'data' }] }),
    'volumes',
    'has two volumes named data',
  ],
  [
    'a volume without name',
    onEc2({}, { volumes: [{ host: {} }] }),
    'volumes[0].name',
    'must be 1 to 255 letters',
  ],
  [
    'a volume of two kinds',
    volume({ host: { sourcePath: '/x' }, dockerVolumeConfiguration: {} }),
    'volumes[0]',
    'is of more than one kind (dockerVolumeConfiguration, host.sourcePath)',
  ],
  [
    'two volumes configured at launch',
    onEc2(
      {},
      {
        volumes: [
          { name: 'a', configuredAtLaunch: true },
          { name: 'b', configuredAtLaunch: true },
        ],
      },
    ),
    'volumes',
    'more than one volume with configuredAtLaunch',
  ],
  [
    'EFS with IAM in the clear',
    efs({ authorizationConfig: { iam: 'ENABLED' } }),
    'volumes[0].efsVolumeConfiguration.transitEncryption',
    'must be ENABLED',
  ],
  [
    'an access point in the clear',
    efs({ authorizationConfig: { accessPointId: 'fsap-1' }, transitEncryption: 'DISABLED' }),
    'volumes[0].efsVolumeConfiguration.transitEncryption',
    'must be ENABLED',
  ],
  [
    'an access point with another root',
    efs({
      authorizationConfig: { accessPointId: 'fsap-1' },
      transitEncryption: 'ENABLED',
      rootDirectory: '/x',
    }),
    'volumes[0].efsVolumeConfiguration.rootDirectory',
    'must be / or be left out',
  ],
  [
    'an encryption that there is not',
    efs({ transitEncryption: 'true' }),
    'volumes[0].efsVolumeConfiguration.transitEncryption',
    'is not one of: DISABLED, ENABLED',
  ],
  [
    'EFS without a file system',
    volume({ efsVolumeConfiguration: {} }),
    'volumes[0].efsVolumeConfiguration.fileSystemId',
    'is required',
  ],
  [
    'a scope that there is not',
    volume({ dockerVolumeConfiguration: { scope: 'global' } }),
    'volumes[0].dockerVolumeConfiguration.scope',
    'is not one of: shared, task',
  ],
]
