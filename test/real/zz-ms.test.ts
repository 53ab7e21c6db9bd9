import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runAction, type Step } from '../bundle/run-action.ts'
import { awsEnvironment, callAws } from './aws-endpoint.ts'
import { imagesWith, type Images } from './images.ts'
import { findProgram, hasDockerEngine, skipReason, startServer, type Server } from './programs.ts'

const ministack = findProgram('ministack')
const busybox = findProgram('busybox')
const skipped = skipReason('health of services of real containers in MiniStack', {
  'ministack on PATH (pip install ministack docker)': ministack !== undefined,
  'a Docker engine that answers': hasDockerEngine(),
  'busybox, linked statically (Debian: busybox-static)': busybox !== undefined,
})

describe.skipIf(skipped !== undefined)('the bundle of verify-health against MiniStack', () => {
  let server: Server
  let images: Images

  beforeAll(async () => {
    images = imagesWith(busybox ?? '')
    server = await startServer({
      program: ministack ?? '',
      args: () => [],
      environment: (port) => ({ GATEWAY_PORT: String(port), SERVICES: 'ecs,logs,sts,iam' }),
      path: '/_ministack/health',
    })
    await callAws(server.url, ['ecs', 'CreateCluster'], { clusterName: 'shop' })
    await startService('worker', images.build('worker', 'exec /bin/busybox sleep 3600'))
    await startService('broken', images.build('broken', '/bin/busybox sleep 4; exit 3'))
  })

  afterAll(async () => {
    await server[Symbol.asyncDispose]()
    images[Symbol.dispose]()
  })

  it('is green for a service whose container goes on running', async () => {
    const step = await verify('worker')
    expect(step.log).not.toContain('::error')
    expect(step.outputs).toMatchObject({ outcome: 'healthy' })
  })

  it('is red for one whose container ends again and again, and tells its exit code', async () => {
    const step = await verify('broken')
    expect(step.exitCode).toBe(1)
    expect(step.outputs).toMatchObject({ outcome: 'unhealthy', failure: 'verify' })
    expect(step.log).toContain('container broken exited with code 3')
  })

  async function startService(name: string, image: string): Promise<void> {
    await callAws(server.url, ['ecs', 'RegisterTaskDefinition'], {
      family: name,
      networkMode: 'bridge',
      containerDefinitions: [{ name, image, essential: true, memory: 64 }],
    })
    const service = { serviceName: name, taskDefinition: name, desiredCount: 1 }
    await callAws(server.url, ['ecs', 'CreateService'], { cluster: 'shop', ...service })
  }

  function verify(services: string): Promise<Step> {
    const inputs = { cluster: 'shop', services, 'min-task-age': '10s', timeout: '40s' }
    return runAction('verify-health', inputs, { environment: awsEnvironment(server.url), dist: '/tmp/distC' })
  }
})
