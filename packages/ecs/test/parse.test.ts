import { describe, expect, it } from 'vitest'
import type { Definition } from '../src/index.ts'
import { apiDefinition } from './definition.fixture.ts'
import { complaint, parseDefinition } from './parse-definition.ts'

const [api = {}] = apiDefinition().containerDefinitions ?? []

function withApi(changes: object): object {
  return apiDefinition({ containerDefinitions: [{ ...api, ...changes }] })
}

describe('a definition that ECS would take', () => {
  const odd: Record<string, Definition> = {
    'empty strings in a command and empty maps': apiDefinition(),
    'half a gigabyte by its unit': apiDefinition({ cpu: '.25 vCPU', memory: '0.5GB' }),
    'Windows on EC2, without CPU': apiDefinition({
      requiresCompatibilities: ['EC2'],
      cpu: undefined,
      runtimePlatform: {
        operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE',
        cpuArchitecture: 'X86_64',
      },
    }),
    'a host port of zero with bridge': apiDefinition({
      requiresCompatibilities: ['EC2'],
      networkMode: 'bridge',
      containerDefinitions: [{ ...api, portMappings: [{ containerPort: 80, hostPort: 0 }] }],
    }),
    EFS: apiDefinition({
      volumes: [
        {
          name: 'data',
          efsVolumeConfiguration: { fileSystemId: 'fs-1', transitEncryption: 'ENABLED' },
        },
      ],
    }),
    'the same port by two protocols': apiDefinition({
      containerDefinitions: [
        {
          ...api,
          portMappings: [
            { containerPort: 53, protocol: 'tcp' },
            { containerPort: 53, protocol: 'udp' },
          ],
        },
      ],
    }),
    'GPU and Firelens': apiDefinition({
      requiresCompatibilities: ['EC2'],
      containerDefinitions: [
        {
          ...api,
          resourceRequirements: [{ type: 'GPU', value: '1' }],
          logConfiguration: { logDriver: 'awsfirelens' },
        },
        {
          name: 'router',
          image: 'fluent-bit',
          firelensConfiguration: { type: 'fluentbit', options: {} },
        },
      ],
    }),
  }

  it.each(Object.entries(odd))('is read as written: %s', (_, definition) => {
    const written = JSON.parse(JSON.stringify(definition)) as Definition
    expect(JSON.stringify(parseDefinition(JSON.stringify(definition), 'task.json'))).toBe(
      JSON.stringify(written),
    )
  })

  it('is read from YAML too, and from what DescribeTaskDefinition gave', () => {
    expect(
      parseDefinition(
        'family: a\ncontainerDefinitions:\n  - name: a\n    image: b:1\n    memory: 64\n',
        'task.yml',
      ),
    ).toEqual({
      family: 'a',
      containerDefinitions: [{ name: 'a', image: 'b:1', memory: 64 }],
    })
    const described = {
      taskDefinition: {
        ...apiDefinition(),
        revision: 3,
        status: 'ACTIVE',
        compatibilities: ['EC2'],
      },
    }
    expect(parseDefinition(JSON.stringify(described), 'task.json')).toEqual(
      JSON.parse(JSON.stringify(apiDefinition())),
    )
  })
})

describe('a definition that CloudFormation registered', () => {
  it('is read without its reserved tags, which nobody else may set', () => {
    const tags = [
      { key: 'aws:cloudformation:stack-name', value: 'api' },
      { key: 'team', value: 'a' },
      { key: 'laws:1', value: 'b' },
    ]
    const described = JSON.stringify(apiDefinition({ tags }))
    expect(parseDefinition(described, 'task.json').tags).toEqual(tags.slice(1))
  })

  it('has all that is wrong with its tags told', () => {
    expect(complaint({ ...apiDefinition(), tags: { a: 'b' } })).toContain('tags must be a list')
    expect(complaint({ ...apiDefinition(), tags: [null] })).toContain('tags[0] must be a mapping')
  })
})

describe('a definition that ECS would refuse', () => {
  it.each<[string, unknown, string]>([
    ['no JSON', '{"family": "a",', 'line 1, column'],
    ['a list', [], 'must be a mapping'],
    ['a list as a key', 'family: a\n? [canary]\n: b', 'has a list or a mapping for a key'],
    [
      'an unknown key',
      withApi({ imag: 'x' }),
      'containerDefinitions[0].imag is not a key that AWS knows: did you mean image?',
    ],
    [
      'an unknown key deep down',
      withApi({ healthCheck: { command: ['x'], intervall: 3 } }),
      'containerDefinitions[0].healthCheck.intervall is not a key that AWS knows: did you mean interval?',
    ],
    ['no family', apiDefinition({ family: undefined }), 'family is required'],
    [
      'no containers',
      apiDefinition({ containerDefinitions: [] }),
      'containerDefinitions has no container',
    ],
    [
      'a number for text',
      withApi({ environment: [{ name: 'A', value: 1 }] }),
      'containerDefinitions[0].environment[0].value must be text, and is a number: put it in quotes',
    ],
    [
      'text for a number',
      withApi({ memory: '512' }),
      'containerDefinitions[0].memory must be a number, and is text',
    ],
    [
      'a mapping for a list',
      withApi({ environment: { A: 'b' } }),
      'containerDefinitions[0].environment must be a list, and is a mapping',
    ],
    ['null', withApi({ image: null }), 'containerDefinitions[0].image must be text, and is null'],
    [
      'a pair that Fargate does not have',
      apiDefinition({ memory: '8192' }),
      'memory does not go with cpu 512 on Fargate; allowed: 1024, 2048, 3072, 4096',
    ],
    [
      'a size that Fargate does not have',
      apiDefinition({ cpu: '300' }),
      'cpu is no size of Fargate; allowed: 256, 512',
    ],
    ['Fargate without sizes', apiDefinition({ cpu: undefined }), 'cpu is required for Fargate'],
    [
      'Fargate on a bridge',
      apiDefinition({ networkMode: 'bridge' }),
      'networkMode must be awsvpc for Fargate',
    ],
    [
      'secrets without execution role',
      apiDefinition({ executionRoleArn: undefined }),
      'executionRoleArn is required: a container reads secrets, comes from Amazon ECR',
    ],
    [
      'a name twice',
      apiDefinition({ containerDefinitions: [api, api] }),
      'containerDefinitions has two containers named api',
    ],
    [
      'no essential container',
      withApi({ essential: false }),
      'must have at least one essential container',
    ],
    [
      'a name in environment and secrets',
      withApi({ environment: [{ name: 'TOKEN', value: 'x' }] }),
      'containerDefinitions[0].secrets has TOKEN, which environment has as well',
    ],
    [
      'a variable twice',
      withApi({
        environment: [
          { name: 'A', value: '' },
          { name: 'A', value: '' },
        ],
      }),
      'containerDefinitions[0].environment has A twice',
    ],
    [
      'a host port of its own in awsvpc',
      withApi({ portMappings: [{ containerPort: 80, hostPort: 8080 }] }),
      'containerDefinitions[0].portMappings[0].hostPort must equal containerPort',
    ],
    [
      'a port twice',
      withApi({ portMappings: [{ containerPort: 80 }, { containerPort: 80, protocol: 'tcp' }] }),
      'maps port 80/tcp twice',
    ],
    [
      'a port out of range',
      withApi({ portMappings: [{ containerPort: 70_000 }] }),
      'portMappings[0].containerPort must be a port from 1 to 65535',
    ],
    [
      'a dependency that is not there',
      withApi({ dependsOn: [{ containerName: 'db', condition: 'START' }] }),
      'dependsOn[0].containerName must be another container',
    ],
    [
      'an image with a space',
      withApi({ image: 'a b' }),
      'containerDefinitions[0].image must name an image',
    ],
    ['an image without its tag', withApi({ image: 'api:' }), '.image ends where its tag or digest'],
    ['an image without its digest', withApi({ image: 'api@' }), '.image ends where its tag or'],
    [
      'a key of a secret without its colons',
      withApi({
        secrets: [{ name: 'A', valueFrom: 'arn:aws:secretsmanager:us-east-1:1:secret:x:KEY' }],
      }),
      'containerDefinitions[0].secrets[0].valueFrom must have three colons behind the ARN',
    ],
    [
      'a secret by the ARN of something else',
      withApi({ secrets: [{ name: 'A', valueFrom: 'arn:aws:s3:::bucket/x' }] }),
      'secrets[0].valueFrom must be the ARN',
    ],
  ])('is told with its path: %s', (_, definition, message) => {
    expect(complaint(definition)).toContain(message)
  })

  it('is told with all that is wrong at once, and never with a value', () => {
    const message = complaint(
      withApi({
        environment: [{ name: 'PASSWORD', value: { nested: 'canary' } }],
        secrets: [{ name: 'TOKEN', valueFrom: ['canary'] }],
        comand: 'canary',
      }),
    )
    expect(message.split('\n')).toHaveLength(4)
    expect(message).not.toContain('canary')
  })
})
