import { onEc2, onFargate, sidecar, type Odd } from './odd.ts'

const logs = (logDriver: string, options: object, more: object = {}): object => ({
  logConfiguration: { logDriver, options, ...more },
})
const secretArn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:app-AbCdEf'
const windows = (operatingSystemFamily: string): object => ({
  runtimePlatform: { operatingSystemFamily, cpuArchitecture: 'X86_64' },
})

/** Odd things around containers: network, logs, and where tasks run. */
export const tasks: readonly Odd[] = [
  ['sizes with units', onFargate({}, { cpu: '.5 vCPU', memory: '1 GB' })],
  [
    'the largest size',
    onFargate({}, { cpu: '16 vCPU', memory: '120 GB', ephemeralStorage: { sizeInGiB: 200 } }),
  ],
  ['ARM on Fargate', onFargate({}, { runtimePlatform: { cpuArchitecture: 'ARM64' } })],
  ['Windows on Fargate', onFargate({}, windows('WINDOWS_SERVER_2022_CORE'))],
  [
    'Windows on EC2',
    onEc2(
      { healthCheck: { command: ['CMD-SHELL', 'powershell -Command "exit 0"'] } },
      windows('WINDOWS_SERVER_2019_FULL'),
    ),
  ],
  ['EC2 and Fargate', onFargate({ memory: 512 }, { requiresCompatibilities: ['EC2', 'FARGATE'] })],
  [
    'instances outside of AWS',
    onEc2({}, { requiresCompatibilities: ['EXTERNAL'], networkMode: 'bridge' }),
  ],
  ['no launch type', onEc2({}, { requiresCompatibilities: [] })],
  ['no compatibilities', onEc2({}, { requiresCompatibilities: undefined })],
  [
    'managed instances',
    onEc2(
      {},
      {
        requiresCompatibilities: ['MANAGED_INSTANCES'],
        networkMode: 'awsvpc',
        cpu: '1024',
        memory: '2048',
      },
    ),
  ],
  ['memory of the task alone', onEc2({ memory: undefined }, { cpu: '128', memory: '512' })],
  [
    'soft limits beyond the hard one of another',
    onEc2({ memory: 256, memoryReservation: 256 }, { memory: '512' }, [
      sidecar('s', { memory: 512, memoryReservation: 128 }),
    ]),
  ],
  [
    'several ports',
    onFargate({
      portMappings: [
        { containerPort: 80, name: 'web', appProtocol: 'http2' },
        { containerPort: 53, protocol: 'udp' },
        { containerPort: 53, protocol: 'tcp' },
        { containerPort: 443, hostPort: 443 },
      ],
    }),
  ],
  [
    'a range of ports',
    onFargate({
      portMappings: [
        { containerPortRange: '8000-8010', protocol: 'udp' },
        { containerPortRange: '9000-9000' },
      ],
    }),
  ],
  [
    'host ports of a bridge',
    onEc2(
      {
        portMappings: [
          { containerPort: 80, hostPort: 0 },
          { containerPort: 81, hostPort: 8080 },
          { containerPort: 80, hostPort: 8081 },
        ],
      },
      { networkMode: 'bridge' },
    ),
  ],
  [
    'the host’s network',
    onEc2(
      { portMappings: [{ containerPort: 80, hostPort: 80 }, { containerPort: 81 }] },
      { networkMode: 'host' },
    ),
  ],
  [
    'no network at all',
    onEc2({ portMappings: [], disableNetworking: true }, { networkMode: 'none' }),
  ],
  [
    'links and names of hosts',
    onEc2(
      {
        links: ['db:database', 'db'],
        hostname: 'app',
        extraHosts: [{ hostname: 'a', ipAddress: '10.0.0.1' }],
        dnsServers: ['10.0.0.2'],
        dnsSearchDomains: ['local'],
      },
      {},
      [sidecar('db')],
    ),
  ],
  [
    'a protocol in upper case, which ECS takes for tcp',
    onFargate({ portMappings: [{ containerPort: 80, protocol: 'TCP' }] }),
  ],
  [
    'Firelens with fluent-bit',
    onFargate(
      logs(
        'awsfirelens',
        { Name: 'cloudwatch', region: 'us-east-1', log_group_name: '/app' },
        { secretOptions: [{ name: 'apikey', valueFrom: secretArn }] },
      ),
      {},
      [
        sidecar('router', {
          essential: true,
          firelensConfiguration: {
            type: 'fluentbit',
            options: {
              'enable-ecs-log-metadata': 'true',
              'config-file-type': 'file',
              'config-file-value': '/extra.conf',
            },
          },
        }),
      ],
    ),
  ],
  [
    'Firelens with fluentd from S3 on EC2',
    onEc2(logs('awsfirelens', {}), {}, [
      sidecar('router', {
        firelensConfiguration: {
          type: 'fluentd',
          options: { 'config-file-type': 's3', 'config-file-value': 'arn:aws:s3:::b/f.conf' },
        },
      }),
    ]),
  ],
  [
    'awslogs with all options',
    onFargate(
      logs('awslogs', {
        'awslogs-group': '/a',
        'awslogs-region': 'eu-west-1',
        'awslogs-stream-prefix': 'p',
        'awslogs-create-group': 'true',
        'awslogs-datetime-format': '%Y',
        mode: 'non-blocking',
        'max-buffer-size': '25m',
      }),
    ),
  ],
  [
    'awslogs without prefix on EC2',
    onEc2(logs('awslogs', { 'awslogs-group': '/a', 'awslogs-region': 'us-east-1' })),
  ],
  ['logs of Docker itself', onEc2(logs('json-file', { 'max-size': '10m' }))],
  ['a GPU', onEc2({ resourceRequirements: [{ type: 'GPU', value: '1' }] })],
  [
    'an inference accelerator',
    onEc2(
      { resourceRequirements: [{ type: 'InferenceAccelerator', value: 'd1' }] },
      { inferenceAccelerators: [{ deviceName: 'd1', deviceType: 'eia2.medium' }] },
    ),
  ],
  [
    'a mesh',
    onFargate(
      {},
      {
        proxyConfiguration: {
          type: 'APPMESH',
          containerName: 'envoy',
          properties: [
            { name: 'IgnoredUID', value: '1337' },
            { name: 'AppPorts', value: '' },
          ],
        },
      },
      [sidecar('envoy', { user: '1337' })],
    ),
  ],
  [
    'constraints of placement',
    onEc2(
      {},
      {
        placementConstraints: [{ type: 'memberOf', expression: 'attribute:ecs.os-type == linux' }],
        pidMode: 'host',
        ipcMode: 'none',
      },
    ),
  ],
  [
    'fault injection, and tags with empty values',
    onFargate(
      {},
      {
        enableFaultInjection: true,
        tags: [
          { key: 'team', value: '' },
          { value: 'x', key: 'a b/c:d' },
        ],
      },
    ),
  ],
  [
    'the names of roles for their ARNs',
    onFargate({}, { taskRoleArn: 'app-task', executionRoleArn: 'ecsTaskExecutionRole' }),
  ],
  [
    'a role with a path, in China',
    onFargate(
      {},
      {
        taskRoleArn: 'arn:aws-cn:iam::123456789012:role/team/app@x,y=z+1',
        executionRoleArn: 'arn:aws-cn:iam::123456789012:role/service-role/e',
      },
    ),
  ],
]
