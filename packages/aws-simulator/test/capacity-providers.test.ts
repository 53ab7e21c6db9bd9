import {
  CreateServiceCommand,
  DescribeClustersCommand,
  UpdateServiceCommand,
  type ECSClient,
} from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import type { World } from '../src/world/world.ts'
import { arbiterWorld, network } from './arbiter-world.ts'
import { describeService, describeTasks, listDeployments, target } from './deploying.ts'
import { inVirtualTime, sleepSeconds } from './in-virtual-time.ts'

const [onFargate] = arbiterWorld().clusters?.[0]?.services ?? []

describe('A strategy of capacity providers', () => {
  const spread = [
    { capacityProvider: 'FARGATE', base: 1, weight: 1 },
    { capacityProvider: 'FARGATE_SPOT', weight: 3 },
  ]
  const providersOf = async (ecs: ECSClient) => {
    const running = await describeTasks(ecs, 'RUNNING')
    const names = running.map(({ capacityProviderName = '' }) => capacityProviderName)
    return Object.fromEntries(
      [...new Set(names)].map((name) => [name, names.filter((one) => one === name).length]),
    )
  }
  const { launchType: _launchType, ...strategic } = onFargate ?? {}
  const withStrategy = (service: object, cluster: object = {}): World =>
    arbiterWorld(
      {},
      { clusters: [{ name: 'arbiter-ai', ...cluster, services: [{ ...strategic, ...service }] }] },
    )

  it('fills the base, and then keeps to the weights', () =>
    inVirtualTime(
      withStrategy({ desiredCount: 9, capacityProviderStrategy: spread }),
      async ({ ecs }) => {
        expect(await providersOf(ecs)).toEqual({ FARGATE: 3, FARGATE_SPOT: 6 })
      },
    ))

  it('gives a provider without weight its base only', () => {
    const capacityProviderStrategy = [
      { capacityProvider: 'FARGATE', base: 2, weight: 0 },
      { capacityProvider: 'FARGATE_SPOT', weight: 1 },
    ]
    return inVirtualTime(
      withStrategy({ desiredCount: 5, capacityProviderStrategy }),
      async ({ ecs }) => {
        expect(await providersOf(ecs)).toEqual({ FARGATE: 2, FARGATE_SPOT: 3 })
      },
    )
  })

  it('is that of the cluster where neither it nor a launch type is given', () =>
    inVirtualTime(
      withStrategy({}, { defaultCapacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT' }] }),
      async ({ ecs }) => {
        expect(await providersOf(ecs)).toEqual({ FARGATE_SPOT: 1 })
        const { clusters } = await ecs.send(
          new DescribeClustersCommand({ clusters: ['arbiter-ai'] }),
        )
        expect(clusters).toMatchObject([
          { defaultCapacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT' }] },
        ])
      },
    ))

  it('is changed without a deployment, and holds for the tasks that come', () =>
    inVirtualTime(withStrategy({ launchType: 'FARGATE' }), async ({ ecs }) => {
      const capacityProviderStrategy = [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }]
      await ecs.send(new UpdateServiceCommand({ ...target, capacityProviderStrategy }))
      await ecs.send(new UpdateServiceCommand({ ...target, desiredCount: 2 }))
      await sleepSeconds(60)
      expect(await listDeployments(ecs)).toHaveLength(1)
      expect(await describeService(ecs)).toMatchObject({ capacityProviderStrategy })
      const running = await describeTasks(ecs, 'RUNNING')
      expect(running.map(({ capacityProviderName }) => capacityProviderName)).toEqual([
        undefined,
        'FARGATE_SPOT',
      ])
    }))

  it.each<[string, object, RegExp]>([
    [
      'beside a launch type',
      { launchType: 'FARGATE', capacityProviderStrategy: spread },
      /both a launch type and capacity provider strategy is not supported/,
    ],
    [
      'with a provider that the cluster lacks',
      { capacityProviderStrategy: [{ capacityProvider: 'gpu' }] },
      /capacity provider 'gpu' was not found/,
    ],
    [
      'with two bases',
      { capacityProviderStrategy: spread.map((item) => ({ ...item, base: 1 })) },
      /Only one capacity provider/,
    ],
    [
      'without any weight',
      { capacityProviderStrategy: spread.map((item) => ({ ...item, weight: 0 })) },
      /weight greater than 0/,
    ],
  ])('is refused %s', (_, more, message) =>
    inVirtualTime(arbiterWorld(), async ({ ecs }) => {
      const creating = new CreateServiceCommand({
        cluster: 'arbiter-ai',
        serviceName: 'second',
        taskDefinition: 'arbiter-backend-sandbox',
        networkConfiguration: network,
        ...more,
      })
      await expect(ecs.send(creating)).rejects.toMatchObject({
        name: 'InvalidParameterException',
        message: expect.stringMatching(message),
      })
    }),
  )
})
