import { describe, expect, it } from 'vitest'
import { callAws } from '../../../test/real/aws-endpoint.ts'
import { deploysNext, digests, onlyEntry, shop, verifyShop } from './shop-world.ts'

const everyTask = { cluster: 'shop', services: 'worker' }

/** Somebody updates the worker so long after the start. */
const updates = (after: string, input: object) => ({
  after,
  operation: 'UpdateService',
  input: { cluster: 'shop', service: 'worker', ...input },
})

describe('A worker without a port whose tasks run', () => {
  it('makes the step green, and no latency is told', async () => {
    const run = await verifyShop(shop({}))
    expect(run).toMatchObject({ exitCode: 0, errors: [], warnings: [] })
    expect(run.outputs).toMatchObject({ outcome: 'healthy', attempts: '3', 'latency-p50-ms': '' })
    expect(onlyEntry(run)).toEqual({
      name: 'service worker',
      kind: 'service',
      cluster: 'shop',
      service: 'worker',
      verdict: 'healthy',
      reason: '',
      attempts: 3,
      consecutive: 3,
    })
    expect(run.log.join('\n')).toContain('2 of 2 tasks of worker:1 run')
    expect(run.summary).toContain('| `service worker` | ✅ healthy | 3 |')
    expect(run.summary).toContain('section service worker')
  })

  it('may be named by its ARN, which says the cluster', async () => {
    const services = 'arn:aws:ecs:us-east-1:123456789012:service/shop/worker'
    const run = await verifyShop(shop({}), { inputs: { services } })
    expect(run.outputs).toMatchObject({ outcome: 'healthy' })
    expect(onlyEntry(run)).toMatchObject({ cluster: 'shop', service: 'worker' })
  })

  it('is unhealthy while its tasks are younger than min-task-age', async () => {
    const inputs = { ...everyTask, 'min-task-age': '61m' }
    const run = await verifyShop(shop({}), { inputs })
    expect(run.outputs).toMatchObject({ outcome: 'healthy' })
    expect(run.log.join('\n')).toContain('have run for 59m 44s or little more, less than 1h 01m')
    expect(run.seconds).toBeGreaterThan(70)
  })

  it('is unhealthy at a desired count of 0, in words of its own', async () => {
    const run = await verifyShop(shop({ service: { desiredCount: 0 } }))
    expect(run.outputs).toMatchObject({ outcome: 'unhealthy', failure: 'verify' })
    expect(run.errors[0]?.message).toContain('its desired count is 0, so nothing runs')
    expect(run.errors[0]?.message).toContain('Raise the desired count')
  })

  it('is checked whole with more tasks than one answer holds', async () => {
    const world = shop({ service: { desiredCount: 150 } })
    const run = await verifyShop(world, { inputs: { ...everyTask, 'expect-digest': digests[0] } })
    expect(run.outputs).toMatchObject({ outcome: 'healthy', attempts: '3' })
    expect(run.log.join('\n')).toContain('150 of 150 tasks of worker:1 run')
  })
})

describe('A worker that crashes again and again', () => {
  const crashing = shop({
    nextBehaviour: { exit: { after: '45s', code: 3 } },
    actors: [deploysNext('1s')],
  })

  it('never turns green between two crashes, and the last stopped task tells why', async () => {
    const inputs = { ...everyTask, successes: '1', interval: '1s', timeout: '10m' }
    const run = await verifyShop(crashing, { inputs, before: untilCrashed })
    expect(run.outputs).toMatchObject({ outcome: 'unhealthy', failure: 'verify' })
    const { reason } = onlyEntry(run)
    expect(reason).toMatch(
      /task [0-9a-f]{32} died after \d+s: container worker exited with code 3; ECS says: Essential container in task exited/,
    )
    expect(reason).not.toContain('\n')
    expect(run.errors[0]?.message).toContain('Read the last lines of worker')
  })

  it('is told of at its first restart', async () => {
    const inputs = { ...everyTask, hold: '5m', timeout: '10m' }
    const run = await verifyShop(crashing, { inputs })
    expect(run.log.join('\n')).toMatch(
      /✗ service worker: task \w+ died after 45s.*and 1 more stopped/,
    )
    expect(run.outputs).toMatchObject({ outcome: 'unhealthy' })
  })

  /** The deployment is over for ECS, and the first tasks have crashed. */
  async function untilCrashed(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 100_000))
  }
})

describe('A worker whose deployment is under way', () => {
  it('is unhealthy until the new tasks have proven themselves, and then healthy', async () => {
    const inputs = { ...everyTask, 'expect-digest': digests[1] }
    const run = await verifyShop(shop({ actors: [deploysNext('1s')] }), { inputs })
    expect(run.outputs).toMatchObject({ outcome: 'healthy' })
    const log = run.log.join('\n')
    expect(log).toContain('2 of 2 tasks run another image')
    expect(log).toMatch(/deployment ecs-svc\/\d+ of worker:2 is in progress: 0 of 2 tasks run/)
    expect(log).toMatch(/deployment ecs-svc\/\d+ of worker:1 is not gone yet: 2 tasks of it run/)
    expect(log).toContain('less than 30s (min-task-age)')
  })

  it('is unhealthy on the old image after the new one was rolled back, and that is said', async () => {
    const deploymentCircuitBreaker = { enable: true, rollback: true }
    const world = shop({
      nextBehaviour: { exit: { after: '2s', code: 1 } },
      service: { deploymentConfiguration: { deploymentCircuitBreaker } },
      actors: [deploysNext('1s')],
    })
    const inputs = { ...everyTask, 'expect-digest': `worker=${digests[1]}`, timeout: '10m' }
    const run = await verifyShop(world, { inputs })
    expect(run.outputs).toMatchObject({ outcome: 'unhealthy', failure: 'verify' })
    expect(onlyEntry(run)['reason']).toBe(
      `2 of 2 tasks run another image: worker runs ${digests[0]} of worker:1, expected ${digests[1]}`,
    )
    expect(run.errors[0]?.message).toContain('was rolled back, or was followed by another one')
  })

  it('is unhealthy after the circuit breaker ended it without a rollback, for the cause', async () => {
    const deploymentCircuitBreaker = { enable: true, rollback: false }
    const world = shop({
      nextBehaviour: { exit: { after: '2s', code: 1 } },
      service: { deploymentConfiguration: { deploymentCircuitBreaker } },
      actors: [deploysNext('1s')],
    })
    const run = await verifyShop(world, { inputs: { ...everyTask, timeout: '10m' } })
    expect(run.outputs).toMatchObject({ outcome: 'unhealthy' })
    expect(onlyEntry(run)['reason']).toMatch(
      /deployment ecs-svc\/\d+ of worker:2 failed; ECS says:/,
    )
  })
})

describe('A worker with a container health check', () => {
  const healthCheck = { command: ['CMD-SHELL', 'true'], interval: 5, retries: 3, timeout: 2 }

  it('is healthy as soon as its containers are, whatever the age of its tasks', async () => {
    const world = shop({ container: { healthCheck }, actors: [deploysNext('1s')] })
    const run = await verifyShop(world, { inputs: { ...everyTask, 'expect-digest': digests[1] } })
    expect(run.outputs).toMatchObject({ outcome: 'healthy' })
    expect(run.log.join('\n')).not.toContain('min-task-age')
  })

  it('begins the proof anew when a container becomes unhealthy and ECS replaces its task', async () => {
    const behaviour = { startup: { unhealthyAfter: '60m10s' } }
    const world = shop({ behaviour, container: { healthCheck } })
    const run = await verifyShop(world, { inputs: { ...everyTask, hold: '2m' } })
    expect(run.log.join('\n')).toMatch(
      /died after 1h 00m: container \S+: Task failed container health checks/,
    )
    expect(run.outputs).toMatchObject({ outcome: 'healthy' })
    expect(run.seconds).toBeGreaterThan(150)
  })
})

describe('Tasks that end while the service is checked', () => {
  it('by the hand of a person begin the proof anew, with the reason that was given', async () => {
    const run = await verifyShop(shop({}), {
      inputs: { ...everyTask, hold: '30s' },
      async meanwhile({ url }) {
        await new Promise((resolve) => setTimeout(resolve, 11_000))
        const listed = await callAws(url, ['ecs', 'ListTasks'], { cluster: 'shop' })
        const [task] = (listed as { taskArns: string[] }).taskArns // as ECS answers
        const input = { cluster: 'shop', task, reason: 'drill' }
        await callAws(url, ['ecs', 'StopTask'], input)
      },
    })
    expect(run.outputs).toMatchObject({ outcome: 'healthy' })
    expect(run.log.join('\n')).toMatch(
      /task \w+ ran at the last look and has stopped since: ECS says: drill/,
    )
    expect(run.log.join('\n')).toContain('1 of 2 tasks has run for')
    expect(run.seconds).toBeGreaterThan(70)
  })

  it('because a deployment replaced them are no restart', async () => {
    const world = shop({ actors: [updates('20s', { forceNewDeployment: true })] })
    const run = await verifyShop(world, { inputs: { ...everyTask, hold: '1m' } })
    expect(run.outputs).toMatchObject({ outcome: 'healthy' })
    expect(run.log.join('\n')).not.toContain('has stopped since')
    expect(run.seconds).toBeGreaterThan(100)
  })

  it('because they were scaled away are no restart', async () => {
    const world = shop({
      service: { desiredCount: 3 },
      actors: [updates('10s', { desiredCount: 2 })],
    })
    const run = await verifyShop(world, { inputs: { ...everyTask, hold: '1m' } })
    expect(run.outputs).toMatchObject({ outcome: 'healthy' })
    expect(run.log.join('\n')).not.toContain('has stopped since')
  })
})

describe('Several checks of several kinds', () => {
  it('run in one step, and are told apart', async () => {
    const world = shop({ others: [{ serviceName: 'api', desiredCount: 0 }] })
    const checks = `
      - { name: api itself, service: api, cluster: shop }
      - { service: worker, min-task-age: 10s, expect-digest: '${digests[0]}' }
    `
    const run = await verifyShop(world, { inputs: { cluster: 'shop', checks, timeout: '30s' } })
    expect(run.outputs).toMatchObject({ outcome: 'unhealthy' })
    expect(JSON.parse(run.outputs['report'] ?? '')).toMatchObject([
      { name: 'api itself', service: 'api', verdict: 'unhealthy' },
      { name: 'service worker', verdict: 'healthy' },
    ])
    expect(run.errors[0]?.message).toContain('1 of 2 health checks failed')
    expect(run.errors[0]?.message).toContain(
      '- api itself (service api in cluster shop): its desired',
    )
  })

  it('find their services in the cluster of the step', async () => {
    const inputs = { cluster: 'shop', checks: '- service: worker' }
    const run = await verifyShop(shop({}), { inputs })
    expect(run.outputs).toMatchObject({ outcome: 'healthy' })
  })
})

describe('An expected image that is named by a tag', () => {
  it('is held against the digest that the registry gives', async () => {
    const inputs = (tag: string) => ({
      ...everyTask,
      'expect-digest': `shop/worker:${tag}`,
      timeout: '30s',
    })
    const same = await verifyShop(shop({}), { inputs: inputs('1') })
    expect(same.errors).toEqual([])
    expect(same.outputs).toMatchObject({ outcome: 'healthy' })
    const other = await verifyShop(shop({}), { inputs: inputs('2') })
    expect(onlyEntry(other)['reason']).toContain(`expected ${digests[1]}`)
  })

  it('of a registry that is slow to answer does not hold the step beyond its timeout', async () => {
    const world = shop({ faults: [{ operation: 'BatchGetImage', delay: '5m' }] })
    const inputs = { ...everyTask, 'expect-digest': 'shop/worker:1', timeout: '20s' }
    const run = await verifyShop(world, { inputs })
    expect(run.outputs).toMatchObject({ outcome: 'unhealthy' })
    expect(run.seconds).toBe(20)
  })

  it('that is not in the registry ends the step at once', async () => {
    const inputs = { ...everyTask, 'expect-digest': 'shop/worker:9' }
    const run = await verifyShop(shop({}), { inputs })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    expect(run.errors[0]?.message).toContain('The digest of shop/worker:9')
    expect(run.seconds).toBeLessThan(5)
  })
})

describe('A dry run', () => {
  it('shows what would be checked and asks nothing', async () => {
    const inputs = { ...everyTask, 'target-groups': 'web', 'min-task-age': '1m', 'dry-run': 'true' }
    const run = await verifyShop(shop({}), { inputs })
    expect(run.outputs).toMatchObject({ outcome: 'planned' })
    expect(run.log).toContain(
      'service worker in cluster shop, expecting every task running and healthy, for at least 1m 00s',
    )
    expect(run.log).toContain('target group web, expecting every target healthy')
    expect(run.simulator.requests).toEqual([])
  })
})
