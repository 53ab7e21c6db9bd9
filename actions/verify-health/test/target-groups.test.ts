import { describe, expect, it } from 'vitest'
import {
  deploysNext,
  onlyEntry,
  shop,
  verifyShop,
  type Behaviour,
  type Shop,
} from './shop-world.ts'

const targetGroupArn =
  'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/0123456789abcdef'

/** The worker serves port 8000 behind the target group `web`, which looks every ten seconds. */
function behind(rest: Shop) {
  const loadBalancers = [{ targetGroupArn, containerName: 'worker', containerPort: 8000 }]
  return shop({
    container: { portMappings: [{ containerPort: 8000 }] },
    service: { loadBalancers, healthCheckGracePeriodSeconds: 7200 },
    targetGroups: [{ targetGroupArn, healthCheckPath: '/health', healthCheckIntervalSeconds: 10 }],
    ...rest,
  })
}

const web = { 'target-groups': 'web' }

/** Answers 500 at the path of the health check so long after its start. */
const failingFrom = (from: string): Behaviour => ({
  http: [
    { path: '/health', to: from },
    { path: '/health', status: 500, from },
  ],
})

describe('A target group all of whose targets are healthy', () => {
  it.each([
    ['name', 'web'],
    ['ARN', targetGroupArn],
  ])('makes the step green, named by its %s', async (_, name) => {
    const run = await verifyShop(behind({}), { inputs: { 'target-groups': name } })
    expect(run).toMatchObject({ exitCode: 0, errors: [], outputs: { outcome: 'healthy' } })
    expect(onlyEntry(run)).toEqual({
      name: 'target group web',
      kind: 'target-group',
      targetGroup: 'web',
      verdict: 'healthy',
      reason: '',
      attempts: 3,
      consecutive: 3,
    })
    expect(run.log.join('\n')).toContain('2 targets healthy')
  })

  it('is checked beside the service behind it, which needs no age then', async () => {
    const inputs = { ...web, cluster: 'shop', services: 'worker' }
    const run = await verifyShop(behind({ actors: [deploysNext('1s')] }), { inputs })
    expect(run.outputs).toMatchObject({ outcome: 'healthy' })
    expect(run.log.join('\n')).not.toContain('min-task-age')
  })
})

describe('A target that answers with a wrong status', () => {
  it('is told with its address, the reason of the load balancer, and what to do', async () => {
    const run = await verifyShop(behind({ behaviour: failingFrom('60m') }), {
      inputs: { ...web, hold: '1m', timeout: '70s' },
    })
    expect(run.outputs).toMatchObject({ outcome: 'unhealthy', failure: 'verify' })
    expect(onlyEntry(run)['reason']).toMatch(
      /^2 of 2 targets unhealthy, Target\.ResponseCodeMismatch: Health checks failed with these codes: \[500\] \(10\.[\d.]+:8000, 10\.[\d.]+:8000\)$/,
    )
    expect(run.errors[0]?.message).toContain('Compare path, port and expected status')
  })
})

describe('Targets that come and go', () => {
  it('are unhealthy while a new one is initial, and draining ones do not count', async () => {
    const run = await verifyShop(behind({ actors: [deploysNext('1s')] }), {
      inputs: { ...web, hold: '2m' },
    })
    expect(run.outputs).toMatchObject({ outcome: 'healthy' })
    expect(run.log.join('\n')).toMatch(/of \d targets not yet healthy \(initial\)/)
  })

  it('are unhealthy when none is left', async () => {
    const scaledDown = {
      after: '10s',
      operation: 'UpdateService',
      input: { cluster: 'shop', service: 'worker', desiredCount: 0 },
    }
    const run = await verifyShop(behind({ actors: [scaledDown] }), {
      inputs: { ...web, hold: '1m' },
    })
    expect(run.outputs).toMatchObject({ outcome: 'unhealthy' })
    expect(run.log.join('\n')).toContain('no target is registered; 2 targets draining')
    expect(onlyEntry(run)['reason']).toContain('no target is registered')
    expect(run.errors[0]?.message).toContain('Look whether tasks of the service run')
  })
})
