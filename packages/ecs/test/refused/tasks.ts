import { inFirst, onEc2, onFargate, withSidecars, type Refused } from './refused.ts'

const tag = (key: string, value = 'x'): object => ({ key, value })
const many = <T>(count: number, item: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => item(i))

/** The task as a whole: its words, names, roles, tags and sizes. */
export const tasks: readonly Refused[] = [
  [
    'Fargate in another case',
    onFargate({}, { requiresCompatibilities: ['Fargate'] }),
    'requiresCompatibilities[0]',
    'is not one of: EC2, EXTERNAL, FARGATE, MANAGED_INSTANCES (did you mean FARGATE?)',
  ],
  [
    'a network that there is not',
    onFargate({}, { networkMode: 'vpc' }),
    'networkMode',
    'is not one of: awsvpc, bridge, host, none',
  ],
  [
    'Docker’s name for an architecture',
    onFargate({}, { runtimePlatform: { cpuArchitecture: 'amd64' } }),
    'runtimePlatform.cpuArchitecture',
    'is not one of: ARM64, X86_64',
  ],
  [
    'an operating system without its edition',
    onFargate({}, { runtimePlatform: { operatingSystemFamily: 'WINDOWS' } }),
    'runtimePlatform.operatingSystemFamily',
    'is not one of: LINUX',
  ],
  [
    'processes shared with nobody',
    onEc2({}, { pidMode: 'none' }),
    'pidMode',
    'is not one of: host, task',
  ],
  [
    'a mode of IPC that there is not',
    onEc2({}, { ipcMode: 'private' }),
    'ipcMode',
    'is not one of: host, none, task',
  ],
  [
    'a constraint of another kind',
    onEc2({}, { placementConstraints: [{ type: 'distinctInstance' }] }),
    'placementConstraints[0].type',
    'is not one of: memberOf',
  ],
  [
    'a proxy of another kind',
    onEc2({}, { proxyConfiguration: { type: 'ENVOY', containerName: 'api' } }),
    'proxyConfiguration.type',
    'is not one of: APPMESH',
  ],
  [
    'a proxy that is no container',
    onEc2({}, { proxyConfiguration: { containerName: 'envoy' } }),
    'proxyConfiguration.containerName',
    'allowed: api',
  ],
  [
    'a family with a dot',
    onFargate({}, { family: 'api.v1' }),
    'family',
    'must be 1 to 255 letters, digits, - or _',
  ],
  [
    'a family with its revision',
    onFargate({}, { family: 'api:3' }),
    'family',
    'must be 1 to 255 letters',
  ],
  ['an empty family', onFargate({}, { family: '' }), 'family', 'must be 1 to 255 letters'],
  [
    'a family that is too long',
    onFargate({}, { family: 'a'.repeat(256) }),
    'family',
    'must be 1 to 255 letters',
  ],
  [
    'a user for a role',
    onFargate({}, { taskRoleArn: 'arn:aws:iam::123456789012:user/api' }),
    'taskRoleArn',
    'is the ARN of something else in IAM; allowed: the ARN of a role',
  ],
  [
    'an instance profile for a role',
    onFargate({}, { executionRoleArn: 'arn:aws:iam::123456789012:instance-profile/api' }),
    'executionRoleArn',
    'is the ARN of something else in IAM',
  ],
  [
    'a policy for a role',
    onFargate({}, { taskRoleArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }),
    'taskRoleArn',
    'is the ARN of something else in IAM',
  ],
  [
    'a bucket for a role',
    onFargate({}, { taskRoleArn: 'arn:aws:s3:::bucket' }),
    'taskRoleArn',
    'is no role; allowed: the ARN of a role',
  ],
  [
    'a placeholder for a role',
    onFargate({}, { taskRoleArn: '<role>' }),
    'taskRoleArn',
    'is no role; allowed:',
  ],
  [
    'secrets without execution role',
    onEc2({ secrets: [{ name: 'A', valueFrom: '/a' }] }, { executionRoleArn: undefined }),
    'executionRoleArn',
    'is required: a container reads secrets',
  ],
  [
    'even no secrets without execution role',
    onEc2({ secrets: [] }, { executionRoleArn: undefined }),
    'executionRoleArn',
    'has a list of secrets (although it is empty)',
  ],
  [
    'a registry’s login without execution role',
    onEc2(
      {
        repositoryCredentials: {
          credentialsParameter: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:x-AbCdEf',
        },
      },
      { executionRoleArn: undefined },
    ),
    'executionRoleArn',
    'has repositoryCredentials',
  ],
  [
    'awslogs with a region that is none',
    onFargate({
      logConfiguration: {
        logDriver: 'awslogs',
        options: { 'awslogs-group': 'a', 'awslogs-region': 'b', 'awslogs-stream-prefix': 'c' },
      },
    }),
    'containerDefinitions[0].logConfiguration.options.awslogs-region',
    'is no name of a region',
  ],
  [
    'awslogs on Fargate without execution role',
    onFargate(
      {
        logConfiguration: {
          logDriver: 'awslogs',
          options: {
            'awslogs-group': 'a',
            'awslogs-region': 'us-east-1',
            'awslogs-stream-prefix': 'c',
          },
        },
      },
      { executionRoleArn: undefined },
    ),
    'executionRoleArn',
    'writes to awslogs',
  ],
  [
    'ECR on Fargate without execution role',
    onFargate(
      { image: '123456789012.dkr.ecr.us-east-1.amazonaws.com/api:1' },
      { executionRoleArn: undefined },
    ),
    'executionRoleArn',
    'comes from Amazon ECR',
  ],
  [
    'more than fifty tags',
    onFargate({}, { tags: many(51, (i) => tag(`k${i}`)) }),
    'tags',
    'has 51 tags; allowed: up to 50',
  ],
  ['a tag twice', onFargate({}, { tags: [tag('a'), tag('a')] }), 'tags', 'has a twice'],
  [
    'a tag without key',
    onFargate({}, { tags: [tag('')] }),
    'tags[0].key',
    'must be 1 to 128 characters',
  ],
  [
    'a tag with a long key',
    onFargate({}, { tags: [tag('k'.repeat(129))] }),
    'tags[0].key',
    'must be 1 to 128 characters',
  ],
  [
    'a tag with a long value',
    onFargate({}, { tags: [tag('a', 'v'.repeat(257))] }),
    'tags[0].value',
    'must be up to 256 characters',
  ],
  [
    'more than 64 KiB',
    onFargate({ command: ['x'.repeat(65_536)] }),
    'containerDefinitions',
    'bytes as JSON; allowed: up to 65536',
  ],
  [
    'eleven containers',
    withSidecars(onFargate(), ...many(10, () => ({ memory: 4 }))),
    'containerDefinitions',
    'has 11 containers; allowed: up to 10',
  ],
  [
    'CPU below what EC2 takes',
    onEc2({}, { cpu: '64' }),
    'cpu',
    'allowed: whole numbers from 128 to 196608',
  ],
  ['CPU that is no number', onEc2({}, { cpu: 'half' }), 'cpu', 'or such as 1 vCPU'],
  [
    'memory that is no number',
    onEc2({}, { memory: '1Gi' }),
    'memory',
    'is no size; allowed: MiB such as 1024, or such as 1 GB',
  ],
  [
    'no memory anywhere',
    onEc2({ memory: undefined }),
    inFirst('memory'),
    'is required, here or as memoryReservation',
  ],
  ['three MiB', onEc2({ memory: 3 }), inFirst('memory'), 'allowed: 4 MiB or more'],
  ['less than no memory', onEc2({ memory: -1 }), inFirst('memory'), 'allowed: 4 MiB or more'],
  [
    'a soft limit of one MiB',
    onEc2({ memoryReservation: 1 }),
    inFirst('memoryReservation'),
    'allowed: 4 MiB or more',
  ],
  [
    'a soft limit above the hard one',
    onEc2({ memory: 128, memoryReservation: 256 }),
    inFirst('memoryReservation'),
    'is more than memory',
  ],
  [
    'less than no CPU',
    onEc2({ cpu: -1 }),
    inFirst('cpu'),
    'must be a whole number of CPU units, 0 or more',
  ],
  ['half a CPU unit', onEc2({ cpu: 0.5 }), inFirst('cpu'), 'must be a whole number of CPU units'],
  [
    'a container larger than its task',
    onFargate({ memory: 2048 }),
    inFirst('memory'),
    'is more than the 1024 MiB of the task',
  ],
  [
    'a reservation larger than its task',
    onFargate({ memoryReservation: 2048 }),
    inFirst('memoryReservation'),
    'is more than the 1024 MiB of the task',
  ],
  [
    'memory of all beyond the task',
    withSidecars(onFargate({ memory: 1000 }), { memory: 100 }),
    'containerDefinitions',
    'reserve 1100 MiB of memory together; the task has 1024',
  ],
  [
    'CPU of all beyond the task',
    withSidecars(onFargate({ cpu: 500 }), { cpu: 100 }),
    'containerDefinitions',
    'reserve 600 CPU units together; the task has 512',
  ],
  [
    'too little ephemeral storage',
    onFargate({}, { ephemeralStorage: { sizeInGiB: 20 } }),
    'ephemeralStorage.sizeInGiB',
    'allowed: whole numbers from 21 to 200',
  ],
  [
    'too much ephemeral storage',
    onFargate({}, { ephemeralStorage: { sizeInGiB: 201 } }),
    'ephemeralStorage.sizeInGiB',
    'from 21 to 200',
  ],
]
