import type { Service } from '@aws-sdk/client-ecs'
import type { Definition } from '@deploy-actions/ecs'
import { describe, expect, it } from 'vitest'
import type { Placement } from '../src/inputs.ts'
import { namesNoDefinition } from '../src/observe.ts'
import { networkOf, networkProblems, placeOf } from '../src/placement.ts'

const nowhere: Placement = {
  subnets: undefined,
  securityGroups: undefined,
  assignPublicIp: undefined,
  launchType: undefined,
  capacityProviderStrategy: undefined,
  platformVersion: undefined,
}
const service: Service = {
  launchType: 'FARGATE',
  platformVersion: '1.4.0',
  networkConfiguration: {
    awsvpcConfiguration: {
      subnets: ['subnet-a'],
      securityGroups: ['sg-a'],
      assignPublicIp: 'DISABLED',
    },
  },
}
const spot = [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }]
const onSpot: Service = { capacityProviderStrategy: spot, platformVersion: '1.4.0' }
const onInstances: Service = { launchType: 'EC2' }
const job = { family: 'job', containerDefinitions: [{ name: 'job', image: 'job:1' }] }
const fargate: Definition = {
  ...job,
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
}
const bridge: Definition = { ...job, networkMode: 'bridge' }

type Row = readonly [string, Partial<Placement>, Service | undefined, object]

const places: readonly Row[] = [
  ['nothing else is said', {}, service, { launchType: 'FARGATE', platformVersion: '1.4.0' }],
  [
    'the service has capacity providers',
    {},
    onSpot,
    { capacityProviderStrategy: spot, platformVersion: '1.4.0' },
  ],
  ['the service runs on instances', {}, onInstances, { launchType: 'EC2' }],
  [
    'another platform version is said',
    { platformVersion: 'LATEST' },
    service,
    { launchType: 'FARGATE', platformVersion: 'LATEST' },
  ],
  [
    'a launch type is said',
    { launchType: 'FARGATE' },
    onSpot,
    { launchType: 'FARGATE', platformVersion: '1.4.0' },
  ],
  ['instances are said', { launchType: 'EC2' }, service, { launchType: 'EC2' }],
  [
    'a strategy of Fargate is said',
    { capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT' }] },
    service,
    { capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT' }], platformVersion: '1.4.0' },
  ],
  [
    'a strategy of instances is said',
    { capacityProviderStrategy: [{ capacityProvider: 'asg' }] },
    service,
    { capacityProviderStrategy: [{ capacityProvider: 'asg' }] },
  ],
  ['there is no service', {}, undefined, { launchType: 'FARGATE' }],
]

describe('the place of a task, where', () => {
  it.each(places)('%s', (_, placement, from, place) => {
    expect(placeOf({ ...nowhere, ...placement }, from, fargate)).toEqual(place)
  })

  it('nothing is known of Fargate at all is left to ECS', () => {
    expect(placeOf(nowhere, undefined, bridge)).toEqual({})
  })
})

describe('the network of a task', () => {
  it.each<readonly [string, Partial<Placement>, Service | undefined, object | undefined]>([
    [
      'is that of the service',
      {},
      service,
      { subnets: ['subnet-a'], securityGroups: ['sg-a'], assignPublicIp: 'DISABLED' },
    ],
    [
      'has other subnets only',
      { subnets: ['subnet-b'] },
      service,
      { subnets: ['subnet-b'], securityGroups: ['sg-a'], assignPublicIp: 'DISABLED' },
    ],
    [
      'has an address',
      { assignPublicIp: 'ENABLED' },
      service,
      { subnets: ['subnet-a'], securityGroups: ['sg-a'], assignPublicIp: 'ENABLED' },
    ],
    ['is what is said', { subnets: ['subnet-b'] }, undefined, { subnets: ['subnet-b'] }],
    ['is none', { securityGroups: ['sg-b'] }, undefined, undefined],
  ])('%s', (_, placement, from, network) => {
    expect(networkOf({ ...nowhere, ...placement }, from)).toEqual(network)
  })

  it.each<readonly [string, Partial<Placement>, Definition, readonly string[]]>([
    ['is needed with awsvpc', {}, fargate, ['subnets']],
    [
      'cannot be given with bridge',
      { subnets: ['a'], assignPublicIp: 'DISABLED' },
      bridge,
      ['subnets', 'assign-public-ip'],
    ],
    ['is not needed with bridge', {}, bridge, []],
  ])('%s', (_, placement, definition, paths) => {
    const given = { ...nowhere, ...placement }
    const problems = networkProblems(given, definition, undefined)
    expect(problems.map(({ path }) => path)).toEqual(paths)
  })
})

describe('a service whose task sets say what runs', () => {
  it('is no answer to what is to run', () => {
    const error = namesNoDefinition({
      serviceName: 'api',
      deploymentController: { type: 'EXTERNAL' },
    })
    expect(error).toMatchObject({
      code: 'input',
      remedy: expect.stringContaining('task-definition'),
    })
    expect(error.message).toContain('EXTERNAL')
  })
})
