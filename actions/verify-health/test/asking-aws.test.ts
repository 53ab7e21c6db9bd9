import { describe, expect, it } from 'vitest'
import { deploysNext, digests, onlyEntry, shop, verifyShop } from './shop-world.ts'

const targetGroupArn =
  'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/0123456789abcdef'
const loadBalancers = [{ targetGroupArn, containerName: 'worker', containerPort: 8000 }]
const container = { portMappings: [{ containerPort: 8000 }] }

/** The worker behind a target group, so that one run makes every call there is. */
const whole = { container, service: { loadBalancers }, targetGroups: [{ targetGroupArn }] }
const both = { cluster: 'shop', services: 'worker', 'target-groups': 'web' }

const error = (name: string, message: string) => ({ error: { name, message } })
const throttled = error('ThrottlingException', 'Rate exceeded')

describe('AWS that throttles', () => {
  it('every third call makes no healthy service unhealthy', async () => {
    const world = shop({ ...whole, faults: [{ operation: '*', every: 3, ...throttled }] })
    const run = await verifyShop(world, { inputs: both })
    expect(run.outputs).toMatchObject({ outcome: 'healthy' })
    expect(run.log.join('\n')).not.toContain('✗')
  })

  it('for a minute on end is waited out, and counts neither for nor against health', async () => {
    const from = { from: '3s', to: '63s' }
    const world = shop({ faults: [{ operation: 'Describe*', ...from, ...throttled }] })
    const run = await verifyShop(world)
    expect(run.outputs).toMatchObject({ outcome: 'healthy' })
    expect(run.log.join('\n')).not.toContain('✗')
    expect(run.log.join('\n')).toContain('? service worker: ')
    expect(run.seconds).toBeGreaterThan(60)
  })

  it('to the end leaves the step red, and says that it was AWS', async () => {
    const world = shop({ faults: [{ operation: 'DescribeServices', ...throttled }] })
    const run = await verifyShop(world)
    expect(run.outputs).toMatchObject({ outcome: 'unhealthy', failure: 'verify' })
    expect(onlyEntry(run)['reason']).toBe('AWS gave no answer within 10s')
    expect(run.errors[0]?.message).toContain('with fewer jobs at the same time')
  })

  it('is asked less and less often', async () => {
    const world = shop({ faults: [{ operation: 'DescribeServices', reset: true }] })
    const run = await verifyShop(world)
    expect(run.outputs).toMatchObject({ outcome: 'unhealthy' })
    expect(run.simulator.requests.length).toBeLessThan(140)
  })
})

describe('Reads that lag', () => {
  it('do not make a step green on the version before', async () => {
    const faults = [{ operation: '*', lag: '20s' }]
    const world = shop({ actors: [deploysNext('0s')], faults })
    const inputs = { cluster: 'shop', services: 'worker', 'expect-digest': digests[1] }
    const run = await verifyShop(world, { inputs })
    expect(run.outputs).toMatchObject({ outcome: 'healthy' })
    expect(run.seconds).toBeGreaterThan(60)
  })

  it('of different age are told apart, and held back by hold', async () => {
    const faults = [{ operation: 'DescribeServices', lag: '15s' }]
    const world = shop({ actors: [deploysNext('0s')], faults })
    const inputs = { cluster: 'shop', services: 'worker', hold: '30s' }
    const run = await verifyShop(world, { inputs })
    expect(run.outputs).toMatchObject({ outcome: 'healthy' })
    expect(run.log.join('\n')).toContain('tasks of worker:2 run')
    expect(run.seconds).toBeGreaterThan(60)
  })
})

describe('A permission that is missing', () => {
  const calls = [
    ['DescribeServices', 'ecs:DescribeServices'],
    ['ListTasks', 'ecs:ListTasks'],
    ['DescribeTasks', 'ecs:DescribeTasks'],
    ['DescribeTaskDefinition', 'ecs:DescribeTaskDefinition'],
    ['DescribeTargetGroups', 'elasticloadbalancing:DescribeTargetGroups'],
    ['DescribeTargetHealth', 'elasticloadbalancing:DescribeTargetHealth'],
  ] as const

  it.each(calls)('for %s ends the step at once with the statement to add', async (_, action) => {
    const statement = (Effect: string, Action: string) => ({ Effect, Action, Resource: '*' })
    const allowed = calls.map(([, one]) => one).filter((one) => one !== action)
    const Statement = allowed.map((one) => statement('Allow', one))
    const world = shop({ ...whole, caller: { policies: [{ Version: '2012-10-17', Statement }] } })
    const run = await verifyShop(world, { inputs: both })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'access-denied' })
    expect(run.outputs).not.toHaveProperty('healthy')
    expect(run.errors).toHaveLength(1)
    expect(run.errors[0]?.message).toContain(`"Action":"${action}"`)
    expect(run.seconds).toBeLessThan(5)
  })
})

describe('A name of something that does not exist', () => {
  it.each<[what: string, says: string, inputs: Readonly<Record<string, string>>]>([
    ['cluster', 'Did you mean shop?', { cluster: 'shopp', services: 'worker' }],
    ['service', 'Did you mean worker?', { cluster: 'shop', services: 'wroker' }],
    ['target group', 'Did you mean web?', { 'target-groups': 'wep' }],
    ['target group', 'There is: web', { 'target-groups': `${targetGroupArn.slice(0, -1)}0` }],
  ])('(a %s) ends the step at once: %s', async (what, says, inputs) => {
    const run = await verifyShop(shop(whole), { inputs })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    expect(run.errors[0]?.message.toLowerCase()).toContain(`there is no ${what}`)
    expect(run.errors[0]?.message).toContain(says)
    expect(run.seconds).toBeLessThan(5)
  })

  it('(a service that was deleted) ends the step at once', async () => {
    const input = { cluster: 'shop', service: 'worker', force: true }
    const world = shop({ actors: [{ after: '1s', operation: 'DeleteService', input }] })
    const run = await verifyShop(world, {
      inputs: { cluster: 'shop', services: 'worker', hold: '1m' },
    })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    expect(run.errors[0]?.message).toContain('it has been deleted, or is about to be')
  })
})

describe('A job that is cancelled while AWS is asked', () => {
  it.each([0, 1, 2500])('after %d ms ends at once', async (afterMs) => {
    const world = shop({ ...whole, faults: [{ operation: '*', delay: '1s' }] })
    const run = await verifyShop(world, {
      inputs: { ...both, hold: '1m' },
      async meanwhile() {
        await new Promise((resolve) => setTimeout(resolve, afterMs))
        process.emit('SIGINT')
      },
    })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'cancelled' })
    expect(run.seconds).toBeLessThan(5)
  })
})
