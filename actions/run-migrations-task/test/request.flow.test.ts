import type { RunTaskRequest } from '@aws-sdk/client-ecs'
import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { changes, type WorldRun } from '../../../test/support/run-in-world.ts'
import { migrate, migrateAlso, startsIn } from './in-flow.ts'
import { migrationsWorld } from './migrations.world.ts'

const registry = '123456789012.dkr.ecr.us-east-1.amazonaws.com'
const done = { behaviour: { commands: [], exit: { after: '5s', code: 0 } } } as const

/** What RunTask was asked. */
function request({ simulator }: WorldRun): RunTaskRequest {
  // The log of calls keeps inputs of every operation.
  return simulator.requests.find(({ operation }) => operation === 'RunTask')
    ?.input as RunTaskRequest
}

/** The world with another service than that of the migrations. */
function withService(changed: object, more: Partial<World> = {}): World {
  const world = migrationsWorld(done, more)
  const [cluster] = world.clusters ?? []
  const [service] = cluster?.services ?? []
  return {
    ...world,
    clusters: [{ ...cluster, name: 'shop', services: [{ ...service, ...changed }] }],
  }
}

describe('a command', () => {
  const awkward = 'a "b" $HOME; rm -rf / | cat `id` \\ \n next'

  it.each([
    ['JSON', JSON.stringify(['sh', '-c', awkward, '', ' ']), ['sh', '-c', awkward, '', ' ']],
    [
      'a line',
      `sqlx migrate run --source "two words" 'it''s' $HOME ; | && \\$x`,
      ['sqlx', 'migrate', 'run', '--source', 'two words', 'its', '$HOME', ';', '|', '&&', '$x'],
    ],
    ['a line with breaks', `sh -c 'one\ntwo'\n  three`, ['sh', '-c', 'one\ntwo', 'three']],
  ])('as %s arrives as it was written', async (_, command, words) => {
    const run = await migrate({ image: 'api:2', command }, migrationsWorld(done))
    expect(run.errors).toEqual([])
    expect(request(run).overrides?.containerOverrides).toEqual([{ name: 'api', command: words }])
  })
})

describe('an address with a password in a command', () => {
  it('is shown nowhere', async () => {
    const url = 'postgresql://app:Qk52-canary-9R@db.internal/app'
    const run = await migrate({ image: 'api:2', command: `psql ${url}` }, migrationsWorld(done))
    expect(run.outputs['outcome']).toBe('succeeded')
    expect(request(run).overrides?.containerOverrides?.[0]?.command).toEqual(['psql', url])
    expect(run.everything).not.toContain('Qk52-canary-9R')
  })
})

describe('a password that a command is given', () => {
  it('is shown nowhere, also where the log of the container quotes it', async () => {
    const line = 'refused: Wv63-canary-5T'
    const commands = [
      { contains: 'up', logs: [{ after: '1s', line }], exit: { after: '3s', code: 1 } },
    ]
    const run = await migrate(
      { image: 'api:2', command: 'up --password Wv63-canary-5T' },
      migrationsWorld({ behaviour: { commands } }),
    )
    expect(run.log.join('\n')).toContain('refused: ***')
    expect(run.everything).not.toContain('Wv63-canary-5T')
  })
})

describe('variables', () => {
  it('arrive, and what looks like a secret is shown nowhere', async () => {
    const secret = 'postgresql://app:Zx81-canary-7Q@db.internal/app'
    const commands = [
      {
        contains: 'up',
        logs: [{ after: '1s', line: `connecting to ${secret}` }],
        exit: { after: '3s', code: 1 },
      },
    ]
    const run = await migrate(
      { image: 'api:2', command: 'up', environment: `DATABASE_URL=${secret}\nLEVEL=debug` },
      migrationsWorld({ behaviour: { commands } }),
    )
    expect(request(run).overrides?.containerOverrides?.[0]?.environment).toEqual([
      { name: 'DATABASE_URL', value: secret },
      { name: 'LEVEL', value: 'debug' },
    ])
    expect(run.outputs['failure']).toBe('crash')
    expect(run.everything).not.toContain('Zx81-canary-7Q')
  })

  it('that are too long together are refused before anything is changed', async () => {
    const run = await migrate({ environment: `BIG=${'x'.repeat(8200)}` }, migrationsWorld(done))
    expect(run.errors[0]?.message).toMatch(/environment: .*8192/)
    expect(changes(run.simulator)).toEqual([])
  })

  it('and secrets of one name are refused before anything is changed', async () => {
    const secrets = [{ name: 'KEY', valueFrom: 'arn:aws:ssm:us-east-1:123456789012:parameter/key' }]
    const world = migrationsWorld(
      { ...done, container: { secrets } },
      { parameters: [{ name: '/key', value: 'v', type: 'SecureString' }] },
    )
    const run = await migrate({ environment: 'KEY=plain' }, world)
    expect(run.errors[0]?.message).toMatch(/environment: .*KEY/)
    expect(changes(run.simulator)).toEqual([])
  })
})

describe('sizes and roles', () => {
  it('are those of the inputs', async () => {
    const role = 'arn:aws:iam::123456789012:role/migrator'
    const inputs = {
      image: 'api:2',
      cpu: '512',
      memory: '1024',
      'task-role-arn': role,
      tags: 'team=a=b',
    }
    const run = await migrate(inputs, migrationsWorld(done))
    expect(run.outputs['outcome']).toBe('succeeded')
    expect(request(run)).toMatchObject({
      overrides: { cpu: '512', memory: '1024', taskRoleArn: role },
      tags: [{ key: 'team', value: 'a=b' }],
    })
  })

  it('that Fargate does not have are refused before anything is changed', async () => {
    const run = await migrate({ image: 'api:2', memory: '8192' }, migrationsWorld(done))
    expect(run.errors[0]?.message).toMatch(/memory: does not go with cpu 256/)
    expect(changes(run.simulator)).toEqual([])
  })
})

describe('the place of the task', () => {
  it('is changed field by field', async () => {
    const run = await migrate(
      { image: 'api:2', subnets: 'subnet-a, subnet-b', 'assign-public-ip': 'ENABLED' },
      migrationsWorld(done),
    )
    expect(request(run).networkConfiguration?.awsvpcConfiguration).toEqual({
      subnets: ['subnet-a', 'subnet-b'],
      securityGroups: ['sg-api'],
      assignPublicIp: 'ENABLED',
    })
  })

  it('is that of the capacity providers of the service, with its platform version', async () => {
    const capacityProviderStrategy = [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }]
    const world = withService({
      launchType: undefined,
      capacityProviderStrategy,
      platformVersion: '1.4.0',
    })
    const run = await migrate({ image: 'api:2' }, world)
    expect(run.errors).toEqual([])
    expect(request(run)).toMatchObject({
      capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
      platformVersion: '1.4.0',
    })
    expect(request(run).launchType).toBeUndefined()
  })

  it('is what the inputs say instead', async () => {
    const run = await migrate(
      { image: 'api:2', 'capacity-provider-strategy': 'FARGATE', 'platform-version': '1.4.0' },
      migrationsWorld(done),
    )
    expect(request(run)).toMatchObject({
      capacityProviderStrategy: [{ capacityProvider: 'FARGATE' }],
      platformVersion: '1.4.0',
    })
    expect(request(run).launchType).toBeUndefined()
  })

  it('needs no network on instances with bridge, and takes none', async () => {
    const image = `${registry}/api:1`
    const bridge = {
      family: 'bridge',
      networkMode: 'bridge',
      requiresCompatibilities: ['EC2'],
      containerDefinitions: [{ name: 'job', image, memory: 128 }],
    }
    const world = migrationsWorld(done)
    const more = {
      ...world,
      images: [{ repository: `${registry}/api`, tags: ['1'], behaviour: done.behaviour }],
      taskDefinitions: [bridge] as NonNullable<World['taskDefinitions']>,
      clusters: [{ name: 'shop' }],
    }
    const inputs = { service: '', 'task-definition': 'bridge', 'launch-type': 'EC2' }
    const run = await migrate(inputs, more)
    expect(run.errors).toEqual([])
    expect(run.outputs['outcome']).toBe('succeeded')
    const refused = await migrate({ ...inputs, subnets: 'subnet-1' }, more)
    expect(refused.errors[0]?.message).toMatch(/subnets: cannot go with .* bridge/)
    expect(startsIn(refused.simulator)).toBe(0)
  })
})

describe('the definition', () => {
  it('with another image is registered once, for whoever runs it next', async () => {
    const run = await migrate({ image: 'api:2' }, migrationsWorld(done), {
      async afterwards(simulator) {
        const again = await migrateAlso(simulator, { image: 'api:2' }, { id: '8' })
        expect(again.outputs['outcome']).toBe('succeeded')
      },
    })
    const registered = changes(run.simulator).filter((name) => name === 'RegisterTaskDefinition')
    expect(registered).toHaveLength(1)
  })
})

describe.each([
  ['aws-cn', 'cn-north-1', 'amazonaws.com.cn', 'console.amazonaws.cn'],
  ['aws-us-gov', 'us-gov-west-1', 'amazonaws.com', 'console.amazonaws-us-gov.com'],
])('in the partition %s', (partition, region, domain, console) => {
  it('ARNs and links are its own', async () => {
    const text = JSON.stringify(migrationsWorld(done))
      .replaceAll('dkr.ecr.us-east-1.amazonaws.com', `dkr.ecr.${region}.${domain}`)
      .replaceAll('us-east-1', region)
      .replaceAll('arn:aws:', `arn:${partition}:`)
    const world = { ...(JSON.parse(text) as World), region }
    const run = await migrate({ image: 'api:2' }, world)
    expect(run.errors).toEqual([])
    expect(run.outputs['task-arn']).toMatch(new RegExp(`^arn:${partition}:ecs:${region}:`))
    expect(run.outputs['log-url']).toContain(console)
  })
})
