import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runAction, type Step } from '../bundle/run-action.ts'
import { awsEnvironment, callAws } from './aws-endpoint.ts'
import { imagesWith, type Images } from './images.ts'
import { findProgram, hasDockerEngine, skipReason, startServer, type Server } from './programs.ts'

const ministack = findProgram('ministack')
const busybox = findProgram('busybox')
const skipped = skipReason('deployments of real containers to MiniStack', {
  'ministack on PATH (pip install ministack docker)': ministack !== undefined,
  'a Docker engine that answers': hasDockerEngine(),
  'busybox, linked statically (Debian: busybox-static)': busybox !== undefined,
})

describe.skipIf(skipped !== undefined)(
  'the bundles against MiniStack, with real containers',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'ministack-test-'))
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
      const running = images.build('running', 'echo listening; exec /bin/busybox sleep 3600')
      await callAws(server.url, ['logs', 'CreateLogGroup'], { logGroupName: '/ecs/shop' })
      await callAws(server.url, ['ecs', 'CreateCluster'], { clusterName: 'shop' })
      await callAws(server.url, ['ecs', 'RegisterTaskDefinition'], definitionOf(running))
      await callAws(server.url, ['ecs', 'CreateService'], {
        cluster: 'shop',
        serviceName: 'api',
        taskDefinition: 'shop-api',
        desiredCount: 1,
        deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
      })
      writeFileSync(join(folder, 'definition.json'), JSON.stringify(definitionOf(running)))
    })

    afterAll(async () => {
      await server[Symbol.asyncDispose]()
      images[Symbol.dispose]()
      rmSync(folder, { recursive: true, force: true })
    })

    it('end green with an image that runs', async () => {
      const step = await deploy(images.build('next', 'echo next; exec /bin/busybox sleep 3600'))
      expect(step.log).not.toContain('::error')
      expect(step.exitCode).toBe(0)
      expect(step.outputs).toMatchObject({ outcome: 'deployed' })
    })

    it('end red with an image that crashes, with its exit code and last log lines', async () => {
      const step = await deploy(images.build('crashing', 'echo no database at db.internal; exit 3'))
      expect(step.exitCode).toBe(1)
      expect(step.outputs).toMatchObject({ outcome: 'rolled-back', failure: 'crash' })
      expect(step.log).toContain('no database at db.internal')
      expect(step.log).toMatch(/exit(ed with)? code 3/)
    })

    /** Renders the definition with another image and deploys it, as two steps of a job. */
    async function deploy(image: string): Promise<Step> {
      const environment = awsEnvironment(server.url)
      const rendered = join(folder, 'rendered.json')
      const render = await runAction(
        'render-task-def',
        { 'task-definition': join(folder, 'definition.json'), image, 'output-file': rendered },
        { environment },
      )
      expect(render.log).not.toContain('::error')
      return runAction(
        'deploy-ecs',
        { cluster: 'shop', service: 'api', 'task-definition': rendered, timeout: '2m' },
        { environment },
      )
    }
  },
)

function definitionOf(image: string): object {
  return {
    family: 'shop-api',
    networkMode: 'bridge',
    containerDefinitions: [
      {
        name: 'api',
        image,
        essential: true,
        memory: 64,
        logConfiguration: {
          logDriver: 'awslogs',
          options: {
            'awslogs-group': '/ecs/shop',
            'awslogs-region': 'us-east-1',
            'awslogs-stream-prefix': 'ecs',
          },
        },
      },
    ],
  }
}
