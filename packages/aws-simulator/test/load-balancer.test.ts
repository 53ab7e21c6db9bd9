import type { ECSClient } from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import type { Behaviour, World, WorldTimings } from '../src/world/world.ts'
import { arbiterWorld, repository, targetGroupArn, uncheckedDefinition } from './arbiter-world.ts'
import { deploy, deployTag, untilEnded } from './deploying.ts'
import { inVirtualTime, sleepSeconds, type Scene } from './in-virtual-time.ts'

const host = 'sandbox.arbiter-ai.com'
const healthCheckIntervalSeconds = 10
/** From the update of a service until its first new task runs: the default timings together. */
const startSeconds = 16
const answers = (version: string) => ({
  startup: { healthyAfter: '20s' },
  http: [
    { path: '/health', body: version, headers: { 'X-Version': version } },
    { path: '/api/*', status: 201 },
    { path: '/late', status: 503, to: '5m' },
    { path: '/late', status: 200 },
    { path: '/slow', delay: '30s' },
    { path: '/stuck', delay: '5m' },
  ],
})
const loadBalanced = (more: Partial<World> = {}): World =>
  arbiterWorld(
    {
      desiredCount: 2,
      healthCheckGracePeriodSeconds: 120,
      loadBalancers: [{ targetGroupArn, containerName: 'backend', containerPort: 8000 }],
    },
    {
      images: ['1.4.0', '1.5.0'].map((tag) => ({
        repository,
        tags: [tag],
        behaviour: answers(tag),
      })),
      targetGroups: [{ targetGroupArn, healthCheckPath: '/health', healthCheckIntervalSeconds }],
      endpoints: [{ host, cluster: 'arbiter-ai', service: 'backend', containerPort: 8000 }],
      ...more,
    },
  )

async function ask({ simulator }: Scene, path: string) {
  const answer = await fetch(`${simulator.endpoints[host]}${path}`)
  return { status: answer.status, body: await answer.text(), headers: answer.headers }
}

describe('An endpoint', () => {
  it('answers what the image of a healthy task answers, with the date of virtual time', () =>
    inVirtualTime(loadBalanced(), async (scene) => {
      const { status, body, headers } = await ask(scene, '/health')
      expect({ status, body, version: headers.get('x-version') }).toEqual({
        status: 200,
        body: '1.4.0',
        version: '1.4.0',
      })
      expect(headers.get('date')).toBe('Thu, 01 Jan 2026 00:00:00 GMT')
      expect((await ask(scene, '/api/v1')).status).toBe(201)
      expect((await ask(scene, '/nothing')).status).toBe(404)
    }))

  it('takes as long as the image takes, and no longer than a load balancer waits', () =>
    inVirtualTime(loadBalanced(), async (scene) => {
      const startMs = Date.now()
      expect((await ask(scene, '/slow')).status).toBe(200)
      expect(Date.now() - startMs).toBe(30_000)
      expect((await ask(scene, '/stuck')).status).toBe(504)
      expect(Date.now() - startMs).toBe(90_000)
    }))

  it('answers differently later, where the image does', () =>
    inVirtualTime(loadBalanced(), async (scene) => {
      const arn = await deployTag(scene.ecs, '1.5.0')
      await untilEnded(scene.ecs, arn)
      expect((await ask(scene, '/late')).status).toBe(503)
      await sleepSeconds(300)
      expect((await ask(scene, '/late')).status).toBe(200)
    }))

  it('moves from the old to the new version without an error in between', () =>
    inVirtualTime(loadBalanced(), async (scene) => {
      const arn = await deployTag(scene.ecs, '1.5.0')
      const seen: string[] = []
      for (let seconds = 0; seconds < 120; seconds += 2) {
        seen.push((await ask(scene, '/health')).body)
        await sleepSeconds(2)
      }
      await untilEnded(scene.ecs, arn)
      expect(new Set(seen)).toEqual(new Set(['1.4.0', '1.5.0']))
      expect([seen.at(0), seen.at(-1)]).toEqual(['1.4.0', '1.5.0'])
    }))

  it('answers 503 as a load balancer does when no task is there', () => {
    const world = loadBalanced()
    const [cluster] = world.clusters ?? []
    const services = (cluster?.services ?? []).map((one) => ({ ...one, desiredCount: 0 }))
    return inVirtualTime(
      { ...world, clusters: [{ name: 'arbiter-ai', services }] },
      async (scene) => {
        const { status, body, headers } = await ask(scene, '/health')
        expect(status).toBe(503)
        expect(body).toContain('<h1>503 Service Temporarily Unavailable</h1>')
        expect(headers.get('server')).toBe('awselb/2.0')
      },
    )
  })

  it('sends paths with a rule to the service of the rule', () => {
    const world = loadBalanced()
    const [cluster] = world.clusters ?? []
    const [backend] = cluster?.services ?? []
    const frontend = { ...backend, serviceName: 'frontend', desiredCount: 0 }
    const services = [backend ?? {}, frontend]
    const endpoint = { host, cluster: 'arbiter-ai', service: 'frontend' }
    const endpoints = [{ ...endpoint, rules: [{ path: '/api/*', service: 'backend' }] }]
    return inVirtualTime(
      { ...world, clusters: [{ name: 'arbiter-ai', services }], endpoints },
      async (scene) => {
        expect((await ask(scene, '/api/v1')).status).toBe(201)
        expect((await ask(scene, '/health')).status).toBe(503)
      },
    )
  })
})

/** Deploys an image that nothing but the target group checks. */
function deployUnchecked(ecs: ECSClient, tag: string): Promise<string> {
  return deploy(ecs, uncheckedDefinition(`${repository}:${tag}`))
}

describe('A task behind a target group', () => {
  const image = (tag: string, behaviour: Behaviour) => ({ repository, tags: [tag], behaviour })
  const world = (timings: WorldTimings = {}): World => {
    const base = loadBalanced({ timings })
    const added = [
      image('dies-at-once', { exit: { after: '1s', code: 3 } }),
      image('dies-early', { exit: { after: '4s', code: 3 } }),
      image('dies-late', { exit: { after: '15s', code: 3 } }),
      image('prompt', { http: [{ path: '/health', body: 'prompt' }] }),
    ]
    return { ...base, images: [...(base.images ?? []), ...added] }
  }

  it.each(['dies-at-once', 'dies-early'])(
    'fails its deployment when its image %s, although its port was open',
    (tag) =>
      inVirtualTime(world(), async ({ ecs }) => {
        const deployment = await untilEnded(ecs, await deployUnchecked(ecs, tag))
        expect(deployment).toMatchObject({
          status: 'ROLLBACK_SUCCESSFUL',
          deploymentCircuitBreaker: { status: 'TRIGGERED', failureCount: 3 },
        })
      }),
  )

  it('fails its deployment when it ends before it has settled, although a check has passed', () =>
    inVirtualTime(world({ settling: '20s' }), async ({ ecs }) => {
      const deployment = await untilEnded(ecs, await deployUnchecked(ecs, 'dies-late'))
      expect(deployment.status).toBe('ROLLBACK_SUCCESSFUL')
    }))

  it('gets its first request when it has passed a check, an interval after it began to run', () =>
    inVirtualTime(world(), async (scene) => {
      const startMs = Date.now()
      await deployUnchecked(scene.ecs, 'prompt')
      while ((await ask(scene, '/health')).body !== 'prompt') await sleepSeconds(1)
      expect((Date.now() - startMs) / 1000).toBe(startSeconds + healthCheckIntervalSeconds)
    }))
})
