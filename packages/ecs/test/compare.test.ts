import { describe, expect, it } from 'vitest'
import { definitionHash, sameDefinition, type Definition } from '../src/index.ts'
import { apiDefinition } from './definition.fixture.ts'

const [api = {}, sidecar = {}] = apiDefinition().containerDefinitions ?? []

describe('two definitions', () => {
  it('are the same when one is what ECS gives back for the other', () => {
    const registered = apiDefinition({
      containerDefinitions: [
        {
          ...api,
          cpu: 0,
          essential: true,
          mountPoints: [],
          volumesFrom: [],
          systemControls: [],
          environment: api.environment?.toReversed(),
          portMappings: [{ containerPort: 8000, hostPort: 8000, protocol: 'tcp' }],
        },
        { ...sidecar, cpu: 0, environment: [], portMappings: [], secrets: [] },
      ],
      volumes: [],
      placementConstraints: [],
    })
    expect(sameDefinition(registered, apiDefinition())).toBe(true)
    expect(definitionHash(registered)).toBe(definitionHash(apiDefinition()))
  })

  it.each<[string, Partial<Definition>, Partial<Definition>]>([
    ['sizes with units', { cpu: '1 vCPU', memory: '2 GB' }, { cpu: '1024', memory: '2048' }],
    ['half sizes with units', { cpu: '.5vCPU', memory: '0.5GB' }, { cpu: '512', memory: '512' }],
    [
      'a bind mount without a path',
      { volumes: [{ name: 'a' }, { name: 'b' }] },
      {
        volumes: [
          { name: 'b', host: {} },
          { name: 'a', host: {} },
        ],
      },
    ],
    [
      'an EFS volume from its root',
      { volumes: [{ name: 'a', efsVolumeConfiguration: { fileSystemId: 'fs-1' } }] },
      {
        volumes: [
          {
            name: 'a',
            efsVolumeConfiguration: {
              fileSystemId: 'fs-1',
              rootDirectory: '/',
              transitEncryption: 'DISABLED',
            },
          },
        ],
      },
    ],
    ['no fault injection', {}, { enableFaultInjection: false }],
    ['the default network', { networkMode: undefined }, { networkMode: 'bridge' }],
    [
      'the default platform of Fargate',
      {},
      { runtimePlatform: { operatingSystemFamily: 'LINUX', cpuArchitecture: 'X86_64' } },
    ],
    [
      'the order of tags and constraints',
      {
        tags: [
          { key: 'a', value: '1' },
          { key: 'b', value: '2' },
        ],
      },
      {
        tags: [
          { key: 'b', value: '2' },
          { value: '1', key: 'a' },
        ],
      },
    ],
    [
      'host ports of the host network',
      { networkMode: 'host' },
      {
        networkMode: 'host',
        containerDefinitions: [
          { ...api, portMappings: [{ containerPort: 8000, hostPort: 8000 }] },
          sidecar,
        ],
      },
    ],
    [
      'what is off or empty by default in a container',
      {
        containerDefinitions: [
          {
            ...api,
            logConfiguration: { logDriver: 'awslogs', options: { a: 'b' } },
            healthCheck: { command: ['x'] },
            mountPoints: [{ sourceVolume: 'v', containerPath: '/v' }],
          },
          sidecar,
        ],
      },
      {
        containerDefinitions: [
          {
            ...api,
            logConfiguration: { logDriver: 'awslogs', options: { a: 'b' }, secretOptions: [] },
            healthCheck: { command: ['x'], interval: 30, timeout: 5, retries: 3, startPeriod: 0 },
            mountPoints: [{ sourceVolume: 'v', containerPath: '/v', readOnly: false }],
            ulimits: [],
            dependsOn: [],
            privileged: false,
            readonlyRootFilesystem: false,
            interactive: false,
            pseudoTerminal: false,
            disableNetworking: false,
            versionConsistency: 'enabled',
          },
          sidecar,
        ],
      },
    ],
  ])('are the same by %s', (_, written, registered) => {
    expect(sameDefinition(apiDefinition(written), apiDefinition(registered))).toBe(true)
  })

  it('differ by the path of a volume', () => {
    const bind = apiDefinition({ volumes: [{ name: 'a', host: { sourcePath: '/a' } }] })
    expect(sameDefinition(bind, apiDefinition({ volumes: [{ name: 'a' }] }))).toBe(false)
  })

  it.each<[string, Partial<Definition>]>([
    ['a size in other units', { cpu: '1 vCPU' }],
    ['a volume without a path', { volumes: [{ name: 'a' }] }],
    ['a volume with a path', { volumes: [{ name: 'a', host: { sourcePath: '/a' } }] }],
    ['fault injection', { enableFaultInjection: true }],
    ['the network', { networkMode: 'host' }],
    [
      'the platform',
      { runtimePlatform: { operatingSystemFamily: 'LINUX', cpuArchitecture: 'ARM64' } },
    ],
    [
      'a platform for EC2',
      {
        requiresCompatibilities: ['EC2'],
        runtimePlatform: { operatingSystemFamily: 'LINUX', cpuArchitecture: 'X86_64' },
      },
    ],
    ['a tag', { tags: [{ key: 'a', value: '1' }] }],
    [
      'a switch of a container',
      { containerDefinitions: [{ ...api, readonlyRootFilesystem: true }, sidecar] },
    ],
    [
      'the consistency of versions',
      { containerDefinitions: [{ ...api, versionConsistency: 'disabled' }, sidecar] },
    ],
    ['an image', { containerDefinitions: [{ ...api, image: 'x' }, sidecar] }],
    ['an empty command', { containerDefinitions: [api, { ...sidecar, command: [] }] }],
    [
      'an empty string in a command',
      { containerDefinitions: [{ ...api, command: ['sh', '-c', 'x'] }, sidecar] },
    ],
    [
      'a variable that is empty',
      {
        containerDefinitions: [
          { ...api, environment: [{ name: 'LEVEL', value: 'info' }] },
          sidecar,
        ],
      },
    ],
    ['the order of containers', { containerDefinitions: [sidecar, api] }],
    ['the memory', { memory: '2048' }],
    ['a role', { taskRoleArn: 'arn:aws:iam::123456789012:role/task' }],
    [
      'the port',
      { containerDefinitions: [{ ...api, portMappings: [{ containerPort: 8001 }] }, sidecar] },
    ],
  ])('differ by %s', (_, change) => {
    const base = apiDefinition(
      change.requiresCompatibilities && { requiresCompatibilities: change.requiresCompatibilities },
    )
    expect(sameDefinition(apiDefinition(change), base)).toBe(false)
  })
})
