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
const skipped = skipReason('migrations in real containers on MiniStack', {
  'ministack on PATH (pip install ministack docker)': ministack !== undefined,
  'a Docker engine that answers': hasDockerEngine(),
  'busybox, linked statically (Debian: busybox-static)': busybox !== undefined,
})

// MiniStack ignores client tokens, so nothing is said here about the lock.
describe.skipIf(skipped !== undefined)('the bundled run-migrations-task against MiniStack', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ministack-test-'))
  // MiniStack describes a registered one with modes that are empty, as AWS never does.
  const file = join(folder, 'definition.json')
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
    await callAws(server.url, ['logs', 'CreateLogGroup'], { logGroupName: '/ecs/shop' })
    await callAws(server.url, ['ecs', 'CreateCluster'], { clusterName: 'shop' })
    writeFileSync(file, JSON.stringify(definition))
  })

  afterAll(async () => {
    await server[Symbol.asyncDispose]()
    images[Symbol.dispose]()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is green with the exit code and the output of the container, with the command as it was written', async () => {
    const script = 'for i in 1 2 3; do echo "row $i; $NAME"; done; echo "::error::no command"'
    const step = await migrate('migrating', ['/bin/busybox', 'sh', '-c', script])
    expect(step.log).not.toMatch(/^::error/m)
    expect(step.outputs).toMatchObject({ outcome: 'succeeded', 'exit-code': '0' })
    expect(step.exitCode).toBe(0)
    const lines = step.log.split('\n').filter((line) => line.startsWith('api | '))
    expect(lines).toEqual([
      'api | row 1; a=b c',
      'api | row 2; a=b c',
      'api | row 3; a=b c',
      'api | ::error::no command',
    ])
  })

  it('is red with the exit code and the last words of the container', async () => {
    const script = 'echo relation users does not exist; exit 7'
    const step = await migrate('failing', ['/bin/busybox', 'sh', '-c', script])
    expect(step.exitCode).toBe(1)
    expect(step.outputs).toMatchObject({ outcome: 'failed', failure: 'crash', 'exit-code': '7' })
    expect(step.log).toContain('relation users does not exist')
  })

  function migrate(name: string, command: readonly string[]): Promise<Step> {
    return runAction(
      'run-migrations-task',
      {
        cluster: 'shop',
        'task-definition': file,
        'launch-type': 'EC2',
        image: images.build(name, 'echo the command was not given; exit 1'),
        command: JSON.stringify(command),
        environment: 'NAME=a=b c',
        lock: name,
        pin: 'off',
        preflight: 'off',
        timeout: '1m',
      },
      { environment: awsEnvironment(server.url) },
    )
  }
})

const definition = {
  family: 'shop-api',
  networkMode: 'bridge',
  containerDefinitions: [
    {
      name: 'api',
      image: 'put-here',
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
