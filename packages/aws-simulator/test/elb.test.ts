import {
  DescribeListenersCommand,
  DescribeLoadBalancersCommand,
  DescribeRulesCommand,
  DescribeTargetGroupsCommand,
  DescribeTargetHealthCommand,
  ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { describe, expect, it } from 'vitest'
import { startSimulator } from '../src/index.ts'
import type { Behaviour, World } from '../src/world/world.ts'
import { arbiterWorld, repository, targetGroupArn, uncheckedDefinition } from './arbiter-world.ts'
import { deploy, describeTasks } from './deploying.ts'
import { clientOptions, inVirtualTime, sleepSeconds, type Scene } from './in-virtual-time.ts'

const loadBalancer =
  'arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/main/50dc6c495c0c9188'
const loadBalancers = [{ targetGroupArn, containerName: 'backend', containerPort: 8000 }]
type Group = Partial<NonNullable<World['targetGroups']>[number]>

/** Arbiter behind a target group; the image `1.5.0` behaves as told. */
function balanced(behaviour: Behaviour = {}, group: Group = {}, service: object = {}): World {
  return arbiterWorld(
    { loadBalancers, healthCheckGracePeriodSeconds: 600, ...service },
    {
      images: [
        { repository, tags: ['1.4.0'] },
        { repository, tags: ['1.5.0'], behaviour },
      ],
      taskDefinitions: [uncheckedDefinition()],
      targetGroups: [
        {
          targetGroupArn,
          healthCheckPath: '/health',
          healthCheckIntervalSeconds: 10,
          unhealthyThresholdCount: 3,
          ...group,
        },
      ],
    },
  )
}

async function withElb(
  world: World,
  play: (elb: ElasticLoadBalancingV2Client, scene: Scene) => Promise<void>,
) {
  await inVirtualTime(world, async (scene) => {
    const elb = new ElasticLoadBalancingV2Client(clientOptions(scene.simulator))
    try {
      await play(elb, scene)
    } finally {
      elb.destroy()
    }
  })
}

async function healthOf(elb: ElasticLoadBalancingV2Client, TargetGroupArn = targetGroupArn) {
  const { TargetHealthDescriptions: found = [] } = await elb.send(
    new DescribeTargetHealthCommand({ TargetGroupArn }),
  )
  return found
}

describe('Target health', () => {
  it('tells of the address and port of a healthy task', () =>
    withElb(balanced(), async (elb, { ecs }) => {
      const [task] = await describeTasks(ecs, 'RUNNING')
      const address = task?.containers?.[0]?.networkInterfaces?.[0]?.privateIpv4Address
      expect(await healthOf(elb)).toEqual([
        {
          Target: { Id: address, Port: 8000 },
          HealthCheckPort: '8000',
          TargetHealth: { State: 'healthy' },
        },
      ])
    }))

  it.each<[string, Behaviour, Group, object]>([
    [
      'the code that was answered',
      { http: [{ path: '/health', status: 502 }] },
      {},
      {
        Reason: 'Target.ResponseCodeMismatch',
        Description: 'Health checks failed with these codes: [502]',
      },
    ],
    [
      'that no answer came in time',
      { http: [{ path: '/health', delay: '9s' }] },
      {},
      { Reason: 'Target.Timeout', Description: 'Request timed out' },
    ],
    [
      'that the port is closed',
      { startup: { healthyAfter: 'never' } },
      {},
      { Reason: 'Target.FailedHealthChecks', Description: 'Health checks failed' },
    ],
    [
      'that the process listens on another port',
      { port: 9000 },
      {},
      { Reason: 'Target.FailedHealthChecks' },
    ],
    [
      'that nothing listens where the health is checked',
      { port: 8000 },
      { healthCheckPort: 9000 },
      { Reason: 'Target.FailedHealthChecks' },
    ],
  ])('says of an unhealthy target %s', (_, behaviour, group, health) =>
    withElb(balanced(behaviour, group, { desiredCount: 0 }), async (elb, { ecs }) => {
      await deploy(ecs, uncheckedDefinition(`${repository}:1.5.0`), { desiredCount: 1 })
      await sleepSeconds(60)
      expect(await healthOf(elb)).toMatchObject([
        { TargetHealth: { State: 'unhealthy', ...health } },
      ])
    }),
  )

  it('follows a target from its registration to its end', () =>
    withElb(balanced(), async (elb, { ecs }) => {
      await deploy(ecs, uncheckedDefinition(`${repository}:1.5.0`))
      const seen = new Set<string>()
      for (let seconds = 0; seconds < 120; seconds += 1) {
        for (const { TargetHealth: health } of await healthOf(elb)) {
          seen.add([health?.State, health?.Reason].filter((word) => word).join(' '))
        }
        await sleepSeconds(1)
      }
      expect([...seen].toSorted()).toEqual([
        'draining Target.DeregistrationInProgress',
        'healthy',
        'initial Elb.RegistrationInProgress',
      ])
      expect(await healthOf(elb)).toHaveLength(1)
    }))

  it('says that a target is new, while its first checks fail', () =>
    withElb(balanced({ startup: { healthyAfter: '25s' } }), async (elb, { ecs }) => {
      await deploy(ecs, uncheckedDefinition(`${repository}:1.5.0`))
      await sleepSeconds(30)
      expect((await healthOf(elb)).at(-1)?.TargetHealth).toEqual({
        State: 'initial',
        Reason: 'Elb.InitialHealthChecking',
        Description: 'Initial health checks in progress',
      })
    }))

  it('says of a target that nobody registered just that', () =>
    withElb(balanced(), async (elb) => {
      const Targets = [{ Id: '10.9.9.9', Port: 8000 }]
      const asked = new DescribeTargetHealthCommand({ TargetGroupArn: targetGroupArn, Targets })
      expect((await elb.send(asked)).TargetHealthDescriptions).toMatchObject([
        { Target: Targets[0], TargetHealth: { State: 'unused', Reason: 'Target.NotRegistered' } },
      ])
    }))
})

describe('A load balancer in front of a process that listens on another port', () => {
  it('gets no answer from it', () => {
    const host = 'sandbox.arbiter-ai.com'
    const endpoints = [{ host, cluster: 'arbiter-ai', service: 'backend' }]
    const world = balanced({ port: 9000 }, {}, { desiredCount: 0 })
    return inVirtualTime({ ...world, endpoints }, async ({ ecs, simulator }) => {
      await deploy(ecs, uncheckedDefinition(`${repository}:1.5.0`), { desiredCount: 1 })
      await sleepSeconds(30)
      expect((await fetch(`${simulator.endpoints[host]}/health`)).status).toBe(502)
    })
  })
})

describe('Target groups', () => {
  it('are described as they are declared', () =>
    withElb(balanced({}, { port: 8000, targetType: 'ip' }), async (elb) => {
      const { TargetGroups } = await elb.send(
        new DescribeTargetGroupsCommand({ Names: ['backend'] }),
      )
      expect(TargetGroups).toMatchObject([
        {
          TargetGroupArn: targetGroupArn,
          Port: 8000,
          Protocol: 'HTTP',
          HealthCheckPort: 'traffic-port',
          HealthCheckPath: '/health',
          HealthCheckIntervalSeconds: 10,
          UnhealthyThresholdCount: 3,
          Matcher: { HttpCode: '200' },
          TargetType: 'ip',
          LoadBalancerArns: [loadBalancer],
        },
      ])
    }))

  it('that are missing are refused by their name in ELB', () =>
    withElb(balanced(), async (elb) => {
      const nowhere = `${targetGroupArn}0`
      const error = { name: 'TargetGroupNotFoundException' }
      await expect(healthOf(elb, nowhere)).rejects.toMatchObject(error)
      const command = new DescribeTargetGroupsCommand({ TargetGroupArns: [nowhere] })
      await expect(elb.send(command)).rejects.toMatchObject(error)
    }))

  it('are found from their load balancer, its listener and its rules', () => {
    const second = targetGroupArn.replace('/backend/', '/frontend/')
    const world = balanced()
    const targetGroups = [...(world.targetGroups ?? []), { targetGroupArn: second }]
    return withElb({ ...world, targetGroups }, async (elb) => {
      const { LoadBalancers: found = [] } = await elb.send(new DescribeLoadBalancersCommand({}))
      const [arn] = found.map(({ LoadBalancerArn }) => LoadBalancerArn)
      const { Listeners: [listener] = [] } = await elb.send(
        new DescribeListenersCommand({ LoadBalancerArn: arn }),
      )
      const { Rules: rules = [] } = await elb.send(
        new DescribeRulesCommand({ ListenerArn: listener?.ListenerArn }),
      )
      expect(found).toMatchObject([{ LoadBalancerName: 'main', Type: 'application' }])
      expect(listener?.DefaultActions).toMatchObject([{ TargetGroupArn: targetGroupArn }])
      expect(rules).toMatchObject([
        { Priority: '1', IsDefault: false, Actions: [{ TargetGroupArn: second }] },
        { Priority: 'default', IsDefault: true, Actions: [{ TargetGroupArn: targetGroupArn }] },
      ])
    })
  })

  it.each<[string, Group, RegExp]>([
    [
      'no load balancer uses',
      { loadBalancerArns: [] },
      /does not have an associated load balancer/,
    ],
    ['take instances', { targetType: 'instance' }, /incompatible with the awsvpc network mode/],
  ])('that %s are refused to a service', async (_, group, message) => {
    const starting = startSimulator({ world: balanced({}, group) })
    await expect(starting).rejects.toThrow(message)
  })
})
