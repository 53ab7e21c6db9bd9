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

  it.each<[string, Partial<Definition>]>([
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
    expect(sameDefinition(apiDefinition(change), apiDefinition())).toBe(false)
  })
})
