import { onEc2, onFargate, sidecar, type Odd } from './odd.ts'

const arn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:app-AbCdEf'
const secrets = (...valueFrom: readonly string[]): object => ({
  secrets: valueFrom.map((one, i) => ({ name: `S${i}`, valueFrom: one })),
})

/** Odd things in containers. */
export const containers: readonly Odd[] = [
  ['empty strings in a command', onFargate({ command: ['sh', '-c', '', ' ', 'x'] })],
  ['an empty command and an empty entry point', onFargate({ command: [], entryPoint: [] })],
  ['an entry point that is one empty string', onFargate({ entryPoint: [''] })],
  [
    'empty maps',
    onFargate({ dockerLabels: {}, logConfiguration: { logDriver: 'splunk', options: {} } }),
  ],
  [
    'empty lists of every kind',
    onFargate({
      environment: [],
      secrets: [],
      mountPoints: [],
      volumesFrom: [],
      ulimits: [],
      dependsOn: [],
      portMappings: [],
      systemControls: [],
      environmentFiles: [],
      resourceRequirements: [],
      dnsServers: [],
      dockerSecurityOptions: [],
      extraHosts: [],
      links: [],
    }),
  ],
  [
    'empty values of variables',
    onFargate({
      environment: [
        { name: 'A', value: '' },
        { name: 'B', value: ' ' },
      ],
    }),
  ],
  [
    'values with =, quotes, line breaks and ${}',
    onFargate({
      environment: [
        { value: 'a=b', name: 'A' },
        { name: 'B', value: '"\'' },
        { name: 'C', value: 'a\nb\r\n' },
        { name: 'D', value: '${HOME} $${x}' },
      ],
    }),
  ],
  [
    'names of variables with dots and dashes',
    onFargate({
      environment: [
        { name: 'spring.datasource.url', value: 'x' },
        { name: 'a-b', value: '' },
      ],
    }),
  ],
  [
    'letters of all the world',
    onFargate({ environment: [{ name: 'GREETING', value: 'привет 你好 👋 \u0000' }] }),
  ],
  [
    'labels with = and without a value',
    onFargate({
      dockerLabels: { 'a=b': 'c=d', empty: '', 'com.datadoghq.ad.check_names': '["x"]' },
    }),
  ],
  [
    'keys in an order of their own',
    onFargate({ user: '1000:1000', command: ['x'], workingDirectory: '/', essential: true }),
  ],
  [
    'numbers at the ends of their ranges',
    onFargate({
      cpu: 0,
      startTimeout: 2,
      stopTimeout: 120,
      healthCheck: { command: ['CMD', 'x'], startPeriod: 0 },
    }),
  ],
  [
    'a health check without retries',
    onFargate({
      healthCheck: { retries: 1, command: ['CMD-SHELL', 'exit 0'], interval: 300, timeout: 60 },
    }),
  ],
  ['a health check that is off', onFargate({ healthCheck: { command: ['NONE'] } })],
  [
    'secrets of every form',
    onFargate(
      secrets(
        arn,
        `${arn}:KEY::`,
        `${arn}::AWSPREVIOUS:`,
        `${arn}:KEY:AWSCURRENT:v1-0000`,
        `${arn}:::`,
        '/app/level',
        'level',
        'arn:aws:ssm:us-east-1:123456789012:parameter/app/level',
      ),
    ),
  ],
  ['the same secret twice under two names', onFargate(secrets(arn, arn))],
  [
    'a restart policy',
    onFargate({
      restartPolicy: { enabled: true, ignoredExitCodes: [0, 143], restartAttemptPeriod: 60 },
    }),
  ],
  ['no consistency of versions', onFargate({ versionConsistency: 'disabled' })],
  [
    'limits, one of them none',
    onEc2({
      ulimits: [
        { name: 'nofile', softLimit: 65_536, hardLimit: 65_536 },
        { name: 'memlock', softLimit: -1, hardLimit: -1 },
        { name: 'core', softLimit: 0, hardLimit: -1 },
      ],
    }),
  ],
  [
    'Linux parameters of every kind',
    onEc2({
      linuxParameters: {
        initProcessEnabled: true,
        sharedMemorySize: 64,
        maxSwap: 0,
        swappiness: 0,
        capabilities: { add: ['SYS_PTRACE', 'NET_ADMIN'], drop: ['ALL'] },
        devices: [{ hostPath: '/dev/fuse', permissions: ['read', 'write', 'mknod'] }],
        tmpfs: [{ containerPath: '/run', size: 16, mountOptions: ['noexec'] }],
      },
    }),
  ],
  [
    'tmpfs on Fargate',
    onFargate({
      readonlyRootFilesystem: true,
      linuxParameters: { tmpfs: [{ containerPath: '/tmp', size: 64 }] },
    }),
  ],
  [
    'a traced process on Fargate',
    onFargate(
      { linuxParameters: { initProcessEnabled: true, capabilities: { add: ['SYS_PTRACE'] } } },
      { pidMode: 'task' },
    ),
  ],
  [
    'settings of the kernel',
    onEc2({
      systemControls: [{ namespace: 'net.core.somaxconn', value: '1024' }],
      privileged: true,
      readonlyRootFilesystem: false,
    }),
  ],
  ['a terminal', onFargate({ interactive: true, pseudoTerminal: true })],
  [
    'files with variables',
    onFargate({
      environmentFiles: [
        { value: 'arn:aws:s3:::bucket/deep/app.env', type: 's3' },
        { value: 'arn:aws:s3:::bucket/.env', type: 's3' },
      ],
    }),
  ],
  [
    'a credential spec',
    onEc2({ credentialSpecs: ['credentialspecdomainless:arn:aws:s3:::bucket/spec.json'] }),
  ],
  ['a login to a registry', onFargate({ repositoryCredentials: { credentialsParameter: arn } })],
  [
    'ten containers',
    onFargate(
      {},
      {},
      Array.from({ length: 9 }, (_, i) => sidecar(`s${i}`)),
    ),
  ],
  [
    'two essential containers',
    onFargate({ essential: true }, {}, [sidecar('web', { essential: true })]),
  ],
  [
    'chains of dependencies',
    onFargate(
      {
        dependsOn: [
          { containerName: 'migrate', condition: 'SUCCESS' },
          { containerName: 'proxy', condition: 'HEALTHY' },
        ],
      },
      {},
      [
        sidecar('migrate'),
        sidecar('proxy', {
          healthCheck: { command: ['CMD', 'true'] },
          dependsOn: [{ containerName: 'migrate', condition: 'START' }],
        }),
      ],
    ),
  ],
]
