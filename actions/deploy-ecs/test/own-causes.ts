import {
  brokenDefinition,
  roleArn,
  secretArn,
  withPoorRole,
  withSecret,
  worldWith,
} from './causes.world.ts'
import type { Cause } from './surrounding-causes.ts'

const fromSecret = (key: string) =>
  brokenDefinition({}, { secrets: [{ name: 'KEY', valueFrom: `${secretArn}${key}` }] })

/** What is wrong with the version itself or with what it refers to, the code, and what is told of it: the cause and what to change. */
export const ownCauses: readonly Cause[] = [
  [
    'an image for another processor, which shows only when it runs',
    'image',
    [
      'exited with code 255',
      'built for another processor',
      'exec /serve: exec format error',
      '--platform',
    ],
    {
      world: worldWith({
        logs: [{ line: 'exec /serve: exec format error' }],
        exit: { after: '1s', code: 255 },
      }),
    },
  ],
  [
    'a command that ends',
    'crash',
    ['exited with code 0', 'stay in the foreground'],
    { world: worldWith({ exit: { after: '1s', code: 0 } }) },
  ],
  [
    'a segmentation fault',
    'crash',
    ['code 139', 'SIGSEGV'],
    { world: worldWith({ exit: { after: '1s', signal: 'SIGSEGV' } }) },
  ],
  [
    'a command that is not in the image',
    'crash',
    ['executable file not found', 'command or entryPoint'],
    { world: worldWith({ missingExecutable: true }) },
  ],
  [
    'more memory than the task has',
    'oom',
    ['OutOfMemoryError', 'memory of the task (512 MiB now)'],
    { world: worldWith({ memory: [{ after: '2s', mebibytes: 900 }] }) },
  ],
  [
    'more memory than the container has',
    'oom',
    ['memory of the container api (128 MiB now)'],
    {
      world: worldWith({ memory: [{ after: '2s', mebibytes: 200 }] }),
      definition: brokenDefinition({}, { memory: 128 }),
    },
  ],
  [
    'two containers on one port',
    'crash',
    [
      'container proxy exited with code 1',
      'port is in use',
      'bind: address already in use',
      'one of its own',
    ],
    {
      world: worldWith({ port: 8000 }),
      definition: brokenDefinition({}, {}, { name: 'proxy', portMappings: [] }),
    },
  ],
  [
    'a container that others wait for in vain',
    'crash',
    ['container init exited with code 9', '  | migration failed', 'dependsOn'],
    {
      world: worldWith({
        logs: [{ after: '1s', line: 'migration failed' }],
        exit: { after: '2s', code: 9 },
      }),
      definition: brokenDefinition(
        {},
        { dependsOn: [{ containerName: 'init', condition: 'SUCCESS' }] },
        { name: 'init', essential: false, portMappings: [] },
      ),
    },
  ],
  [
    'a container that its own check finds unhealthy',
    'container-health',
    [
      'container api: Task failed container health checks',
      '  | waiting for the database',
      'startPeriod',
    ],
    {
      world: worldWith({
        startup: { healthyAfter: 'never' },
        logs: [{ line: 'waiting for the database' }],
      }),
      definition: brokenDefinition(
        {},
        { healthCheck: { command: ['CMD', 'curl', 'localhost'], interval: 5, retries: 2 } },
      ),
    },
  ],
  [
    'an image for another platform',
    'image',
    ['linux/arm64', 'docker buildx build --platform linux/arm64'],
    {
      world: worldWith({}),
      definition: brokenDefinition({ runtimePlatform: { cpuArchitecture: 'ARM64' } }),
    },
  ],
  [
    'a role that may not pull',
    'image',
    ['403 Forbidden', '"ecr:BatchGetImage"', 'repository/api"}'],
    {
      world: withPoorRole(worldWith({}), 'ecr:GetAuthorizationToken', 'logs:*'),
      definition: brokenDefinition({ executionRoleArn: roleArn('poor') }),
    },
  ],
  [
    'a role that may not log in to the registry',
    'access-denied',
    ['the role poor', '"ecr:GetAuthorizationToken"'],
    {
      world: withPoorRole(worldWith({}), 'logs:*'),
      definition: brokenDefinition({ executionRoleArn: roleArn('poor') }),
    },
  ],
  [
    'a role that may not write its log',
    'access-denied',
    ['"logs:CreateLogStream"', 'log-group:/ecs/api:*"}'],
    {
      world: withPoorRole(worldWith({}), 'ecr:*'),
      definition: brokenDefinition({ executionRoleArn: roleArn('poor') }),
    },
  ],
  [
    'a role that may not read the secret',
    'access-denied',
    ['"secretsmanager:GetSecretValue"', `"Resource":"${secretArn}"`],
    {
      world: withPoorRole(withSecret({ KEY: 'x' }), 'ecr:*', 'logs:*'),
      definition: { ...fromSecret(''), executionRoleArn: roleArn('poor') },
    },
  ],
  [
    'a role that is not there',
    'access-denied',
    ['unable to assume the role', roleArn('nobody'), 'trust policy'],
    {
      world: withPoorRole(worldWith({})),
      definition: brokenDefinition({ executionRoleArn: roleArn('nobody') }),
    },
  ],
  [
    'a secret without the key',
    'secret',
    ['did not contain json key NOPE', 'Add the key NOPE'],
    { world: withSecret({ KEY: 'x' }), definition: fromSecret(':NOPE::') },
  ],
  [
    'a secret that is no JSON',
    'secret',
    ['no JSON object'],
    { world: withSecret('plain'), definition: fromSecret(':KEY::') },
  ],
  [
    'a secret that is not there',
    'secret',
    ['Create the secret'],
    { world: worldWith({}), definition: fromSecret('') },
  ],
  [
    'a parameter that is not there',
    'secret',
    ['Create the parameter /app/key'],
    {
      world: worldWith({}),
      definition: brokenDefinition({}, { secrets: [{ name: 'KEY', valueFrom: '/app/key' }] }),
    },
  ],
  [
    'a log group that is not there',
    'service-error',
    ['log group does not exist', 'awslogs-create-group'],
    {
      world: { ...worldWith({}), logGroups: ['/ecs/api'] },
      definition: brokenDefinition(
        {},
        {
          logConfiguration: {
            logDriver: 'awslogs',
            options: {
              'awslogs-group': '/ecs/other',
              'awslogs-region': 'us-east-1',
              'awslogs-stream-prefix': 'ecs',
            },
          },
        },
      ),
    },
  ],
]
