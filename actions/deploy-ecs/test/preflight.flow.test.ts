import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { changes } from '../../../test/support/run-in-world.ts'
import { apiDefinition, images } from './api.world.ts'
import {
  account,
  balancedWorld,
  definitionWith,
  secretArn,
  targetGroupArn,
} from './balanced.world.ts'
import { written } from './written-file.ts'
import { deployFile, everythingBut, percentages, role, withSecret } from './preflight-parts.ts'

interface Doomed {
  readonly what: string
  readonly definition?: object
  readonly world?: World
  readonly inputs?: Record<string, string>
  readonly failure: string
  readonly says: readonly string[]
}

const doomed: readonly Doomed[] = [
  {
    what: 'a secret that is not there',
    definition: definitionWith(
      withSecret('arn:aws:secretsmanager:us-east-1:123456789012:secret:apo-AbCdEf'),
    ),
    failure: 'secret',
    says: ['api, container api, KEY', 'secret:apo-AbCdEf'],
  },
  {
    what: 'a key that the secret has not',
    definition: definitionWith(withSecret(`${secretArn}:KEI::`)),
    failure: 'secret',
    says: ['no key KEI', 'KEY'],
  },
  {
    what: 'a parameter that is not there',
    definition: definitionWith(withSecret('/api/level')),
    failure: 'secret',
    says: ['/api/level'],
  },
  {
    what: 'an image that is not there',
    definition: definitionWith({ image: images.missing }),
    failure: 'image',
    says: ['has no tag missing', 'There is: running'],
  },
  {
    what: 'a log group that is not there',
    world: balancedWorld({}, { logGroups: ['/ecs/api-old'], taskDefinitions: [withoutLogs()] }),
    failure: 'preflight',
    says: ['/ecs/api'],
  },
  {
    what: 'an execution role that is not there',
    definition: definitionWith({}, { executionRoleArn: `${account}:role/execution2` }),
    world: balancedWorld({}, { roles: [role('execution')] }),
    failure: 'preflight',
    says: ['execution2'],
  },
  {
    what: 'a container that the load balancer knows under another name',
    definition: definitionWith({ name: 'apo' }),
    failure: 'preflight',
    says: [
      'the container api, which the definition has not',
      'loadBalancers[0]',
      'Did you mean apo?',
    ],
  },
  {
    what: 'a port that the load balancer uses and the definition does not map',
    definition: definitionWith({ portMappings: [{ containerPort: 8080 }] }),
    failure: 'preflight',
    says: ['port 8000 of api, which the definition does not map', 'It maps: 8080.'],
  },
  {
    what: 'a container without any port',
    definition: definitionWith({ portMappings: [] }),
    failure: 'preflight',
    says: ['It maps none.'],
  },
  {
    what: 'percentages that leave no room for four tasks',
    world: percentages(76, 124, 4),
    failure: 'preflight',
    says: ['at least 4 and at most 4 tasks run'],
  },
  {
    what: 'a role that the job may not pass',
    world: balancedWorld({}, { caller: everythingBut('iam:PassRole') }),
    failure: 'preflight',
    says: ['iam:PassRole', `${account}:role/execution`],
  },
  {
    what: 'a capacity provider that the cluster has not',
    inputs: { 'capacity-provider-strategy': '[FARGATE_SPOTS]' },
    failure: 'capacity',
    says: [
      'The cluster shop has no capacity provider FARGATE_SPOTS.',
      'Did you mean FARGATE_SPOT?',
    ],
  },
]

function withoutLogs() {
  const [container] = apiDefinition(images.running).containerDefinitions
  const { logConfiguration: _, ...rest } = container ?? { logConfiguration: undefined }
  return { ...apiDefinition(images.running), containerDefinitions: [rest] }
}

describe('a deployment that cannot work', () => {
  it.each(doomed)('is red within 2 s, and nothing is registered: $what', async (row) => {
    const { definition = definitionWith(), world = balancedWorld(), inputs = {} } = row
    const run = await deployFile(definition, world, inputs)
    expect(run).toMatchObject({
      exitCode: 1,
      outputs: { outcome: 'failed', failure: row.failure },
    })
    expect(run.seconds).toBeLessThan(2)
    expect(changes(run.simulator)).toEqual([])
    expect(run.errors).toHaveLength(1)
    for (const words of row.says) expect(run.errors[0]?.message).toContain(words)
    expect(run.summary).toContain('Nothing was registered, and nothing was changed.')
    expect(run.everything).not.toContain('canary')
  })

  it('is told with everything that is wrong at once', async () => {
    const definition = definitionWith({
      ...withSecret(`${secretArn}:KEI::`),
      image: images.missing,
      portMappings: [{ containerPort: 8080 }],
    })
    const run = await deployFile(definition, percentages(99, 100, 2))
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'secret' })
    expect(run.errors[0]?.message).toContain('4 things are wrong')
  })

  it('is not begun when the target group is gone or takes targets of another kind', async () => {
    const instances = balancedWorld({ loadBalancers: [] })
    const service = await written('service.json', {
      desiredCount: 1,
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
      loadBalancers: [
        { targetGroupArn, containerName: 'api', containerPort: 8000 },
        { targetGroupArn: `${targetGroupArn}9`, containerName: 'api', containerPort: 8000 },
      ],
    })
    const run = await deployFile(
      definitionWith(),
      {
        ...instances,
        targetGroups: [{ targetGroupArn, targetType: 'instance', port: 8000 }],
        clusters: [{ name: 'shop', services: [] }],
      },
      { create: 'if-missing', 'service-definition': service },
    )
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'preflight' })
    expect(run.errors[0]?.message).toContain('takes targets of the type instance')
    expect(run.errors[0]?.message).toContain(`There is no target group ${targetGroupArn}9.`)
    expect(changes(run.simulator)).toEqual([])
  })

  it('on EC2 without container instances is red for capacity', async () => {
    const service = await written('service.json', { desiredCount: 1, launchType: 'EC2' })
    const run = await deployFile(
      definitionWith({}, { networkMode: 'bridge', requiresCompatibilities: ['EC2'] }),
      {
        ...balancedWorld(),
        clusters: [{ name: 'shop', services: [], containerInstances: [] }],
      },
      { create: 'if-missing', 'service-definition': service },
    )
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'capacity' })
    expect(run.errors[0]?.message).toContain('has no container instance')
  })
})

describe('percentages', () => {
  it.each([
    [99, 100, 1, false],
    [50, 100, 1, false],
    [1, 199, 1, false],
    [0, 100, 1, true],
    [100, 200, 1, true],
    [50, 100, 2, true],
    [100, 150, 2, true],
    [51, 149, 2, false],
    [100, 124, 4, false],
    [75, 100, 4, true],
  ])('%i to %i of %i tasks: deployable is %s', async (minimum, maximum, desired, isDeployable) => {
    const run = await deployFile(definitionWith(), percentages(minimum, maximum, desired), {
      'dry-run': 'true',
    })
    expect(run.outputs['outcome']).toBe(isDeployable ? 'planned' : 'failed')
  })
})
