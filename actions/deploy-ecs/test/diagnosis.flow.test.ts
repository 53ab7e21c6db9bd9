import { ECSClient, ListTasksCommand, StopTaskCommand } from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import { breaker } from './api.world.ts'
import {
  balancedWorld,
  befallen,
  broken,
  brokenDefinition,
  withoutCall,
  worldWith,
} from './causes.world.ts'
import { deploy, sleep } from './deploy.ts'
import { ownCauses } from './own-causes.ts'
import { surroundingCauses, waiting, type Case } from './surrounding-causes.ts'
import { written } from './written-file.ts'

/** Deploys what cannot work, with nobody to say so before. */
async function fail({ world, definition, inputs }: Case) {
  const wanted =
    definition === undefined
      ? { image: broken }
      : { 'task-definition': await written('task.json', definition) }
  const run = await deploy({ preflight: 'off', ...wanted, ...inputs }, world)
  return { run, failure: run.outputs['failure'], told: run.errors[0]?.message ?? '' }
}

const exits = { exit: { after: '2s', code: 1 } }

describe('a deployment that fails for', () => {
  it.each([...ownCauses, ...surroundingCauses])(
    '%s is red as %s, with the cause and what to change',
    async (_, code, told, given) => {
      const found = await fail(given)
      expect(found.run.exitCode).toBe(1)
      expect(found.failure).toBe(code)
      for (const part of told) expect(found.told).toContain(part)
    },
  )
})

describe('a load balancer that finds the new tasks unhealthy', () => {
  it('is quoted, with what the application answered at that time', async () => {
    const requests = { after: '8s', line: '10.0.0.7 "GET /health HTTP/1.1" 502' }
    const noise = { after: '9s', line: 'worker {n} idle', repeat: { times: 60 } }
    const { failure, told } = await fail({
      world: balancedWorld({
        http: [{ path: '/health', status: 502 }],
        logs: [requests, noise],
      }),
    })
    expect(failure).toBe('load-balancer-health')
    expect(told).toContain('Task failed ELB health checks in (target-group api)')
    expect(told).toContain(
      'The load balancer says: Health checks failed with these codes: [502] (port 8000).',
    )
    expect(told).toContain('  | 10.0.0.7 "GET /health HTTP/1.1" 502')
    expect(told).toContain('  | worker 60 idle')
  })

  it('is asked for the reason while a grace period keeps the tasks alive', async () => {
    const world = balancedWorld(
      { http: [{ path: '/health', status: 404 }] },
      { healthCheckGracePeriodSeconds: 600 },
    )
    const { failure, told } = await fail({ world, inputs: { timeout: '90s' } })
    expect(failure).toBe('load-balancer-health')
    expect(told).toContain(
      'Target.ResponseCodeMismatch: Health checks failed with these codes: [404]',
    )
    expect(told).toContain('healthCheckPath')
  })

  it('that may not be asked is named, with the permission', async () => {
    const world = withoutCall(
      balancedWorld({ startup: { healthyAfter: 'never' } }, { healthCheckGracePeriodSeconds: 600 }),
      'elasticloadbalancing:DescribeTargetHealth',
    )
    const { failure, run } = await fail({
      world: { ...world, timings: { pull: '30m' } },
      inputs: waiting,
    })
    expect(failure).toBe('timeout')
    expect(run.log.join('\n')).toContain('needs elasticloadbalancing:DescribeTargetHealth')
  })

  it('is no reason where it is the old version that it means', async () => {
    const world = balancedWorld({})
    const images = (world.images ?? []).map((image) =>
      image.tags?.includes('running')
        ? { ...image, behaviour: { startup: { healthyAfter: '5s', unhealthyAfter: '55m' } } }
        : image,
    )
    const { failure, run } = await fail({
      world: { ...world, images, timings: { pull: '5m' } },
      inputs: { ...waiting, timeout: '90s' },
    })
    expect(run.log.join('\n')).toContain('is unhealthy in')
    expect(failure).toBe('timeout')
  })
})

describe('a rollout that does not go on', () => {
  it('tells of containers that are unhealthy while a grace period keeps them alive', async () => {
    const { failure, told } = await fail({
      world: worldWith(
        { startup: { healthyAfter: 'never' }, logs: [{ line: 'waiting for the database' }] },
        { healthCheckGracePeriodSeconds: 600 },
      ),
      definition: brokenDefinition(
        {},
        { healthCheck: { command: ['CMD', 'true'], interval: 5, retries: 2 } },
      ),
      inputs: waiting,
    })
    expect(failure).toBe('container-health')
    expect(told).toContain('the health check of container api fails.')
    expect(told).toContain('  | waiting for the database')
  })

  it('tells which container the others wait for', async () => {
    const { failure, told } = await fail({
      world: worldWith({ startup: { healthyAfter: 'never' } }),
      definition: brokenDefinition(
        {},
        { dependsOn: [{ containerName: 'db', condition: 'HEALTHY' }] },
        {
          name: 'db',
          essential: false,
          portMappings: [],
          healthCheck: { command: ['CMD', 'true'], interval: 300 },
        },
      ),
      inputs: waiting,
    })
    expect(failure).toBe('timeout')
    expect(told).toContain('Its containers: api is PENDING, db is RUNNING.')
    expect(told).toContain('dependsOn')
  })

  it('without any trace of its tasks says where to look', async () => {
    const world = worldWith({ exit: { after: '1s', code: 1 } })
    const error = { name: 'AccessDeniedException', status: 400, message: 'not authorized' }
    const faults = [{ operation: 'ListTasks', every: 1, error }]
    const { failure, told } = await fail({ world: { ...world, faults } })
    expect(failure).toBe('circuit-breaker')
    expect(told).toContain('stopped tasks in the console')
  })

  it('tells of deaths that no event told of, and of each once', async () => {
    const world = befallen('TerminationNotice')
    const { failure, run } = await fail({ world, inputs: { timeout: '60s' } })
    expect(failure).toBe('capacity')
    const deaths = run.log.filter((line) => line.includes(' died: '))
    expect(deaths.length).toBeGreaterThan(1)
    expect(new Set(deaths).size).toBe(deaths.length)
  })

  it('tells how far its tasks got', async () => {
    const world = { ...worldWith({}), timings: { pull: '30m' } }
    const { failure, told } = await fail({ world, inputs: waiting })
    expect(failure).toBe('timeout')
    expect(told).toContain('2 tasks of the new version did not get further than PENDING.')
    expect(told).toContain('way to the registry')
  })

  it('and whose dead tasks ECS has forgotten is told by what ended it', async () => {
    const gone = { stoppedTaskRetention: '0s', deprovisioning: '0s', stopping: '0s' }
    const world = worldWith(
      { exit: { after: '1s', code: 1 } },
      { deploymentConfiguration: breaker(false) },
    )
    const { failure } = await fail({
      world: { ...world, timings: gone },
      inputs: { 'on-failure': 'leave' },
    })
    expect(failure).toBe('circuit-breaker')
  })

  it('tells that somebody stopped its tasks', async () => {
    const stopTasks = async (): Promise<void> => {
      await sleep(20)
      const ecs = new ECSClient({})
      const { taskArns = [] } = await ecs.send(
        new ListTasksCommand({ cluster: 'shop', startedBy: undefined, serviceName: 'api' }),
      )
      for (const task of taskArns) {
        await ecs.send(new StopTaskCommand({ cluster: 'shop', task, reason: 'trying things out' }))
      }
      ecs.destroy()
    }
    const inputs = { image: broken, preflight: 'off', ...waiting, timeout: '25s' }
    const world = worldWith({ startup: { healthyAfter: '20s' } })
    const run = await deploy(inputs, world, stopTasks)
    expect(run.errors[0]?.message).toContain(
      'Somebody stopped 2 tasks of the new version: trying things out.',
    )
  })
})

describe('the log of the container that failed', () => {
  const crashing = { logs: [{ after: '1s', line: 'no database' }], exit: { after: '2s', code: 1 } }

  it('is waited for when its lines arrive late', async () => {
    const world = { ...worldWith(crashing), timings: { logArrival: '15s' } }
    const { told } = await fail({ world })
    expect(told).toContain('  | no database')
  })

  it('that may not be read is no reason to be less red, and the permission is named', async () => {
    const { failure, told } = await fail({
      world: withoutCall(worldWith(crashing), 'logs:GetLogEvents'),
    })
    expect(failure).toBe('crash')
    expect(told).toContain(
      '{"Effect":"Allow","Action":"logs:GetLogEvents","Resource":"arn:aws:logs:us-east-1:123456789012:log-group:/ecs/api:*"}',
    )
  })

  it('that is gone is told as such, at once', async () => {
    const error = {
      name: 'ResourceNotFoundException',
      message: 'The specified log group does not exist.',
    }
    const faults = [{ operation: 'GetLogEvents', every: 1, error }]
    const { told } = await fail({ world: { ...worldWith(crashing), faults } })
    expect(told).toContain('there is no log group /ecs/api.')
  })

  it('is not asked for where the container never began', async () => {
    const { run, told } = await fail({ world: worldWith({ missingExecutable: true }) })
    expect(told).not.toContain('/ecs/api')
    expect(run.simulator.requests.map(({ operation }) => operation)).not.toContain('GetLogEvents')
  })

  it('is quoted without passwords, tokens and colours', async () => {
    const lines = [
      'connecting to postgresql://app:canary-url@db:5432/app',
      'config: {"api_key": "canary-json", "region": "us-east-1"}',
      'GET / Authorization: Bearer canary-bearer-0123456789',
      'DB_PASSWORD=canary-name retries=3',
      '\u001B[31mfatal\u001B[0m: token=canary-token',
    ]
    const logs = lines.map((line, i) => ({ after: `${i + 1}00ms`, line }))
    const { run, told } = await fail({ world: worldWith({ ...exits, logs }) })
    expect(run.everything).not.toContain('canary')
    expect(told).toContain('  | connecting to postgresql://app:***@db:5432/app')
    expect(told).toContain('"region": "us-east-1"')
    expect(told).toContain('retries=3')
    expect(told).toContain('  | fatal: token=***')
  })
})

describe('several causes at once', () => {
  it('have the crash in front of what only passes', async () => {
    const world = {
      ...worldWith(exits),
      taskFaults: [
        {
          cause: 'CapacityWithdrawn' as const,
          since: { operation: 'UpdateService' },
          tasks: [1, 2],
        },
      ],
    }
    const { failure, run, told } = await fail({ world })
    expect(failure).toBe('crash')
    expect(told).toMatch(
      /\d of \d tasks of the new version that ended tell the cause: container api exited/,
    )
    expect(run.summary).toContain('Capacity is unavailable')
  })

  it('count only the tasks of this deployment, also where the way back runs the same definition', async () => {
    const world = befallen('NoSpaceLeftOnDevice', [1, 2, 3, 4, 5, 6])
    const inputs = { 'force-new-deployment': 'true', preflight: 'off' }
    const run = await deploy(inputs, world)
    expect(run.errors[0]?.message).toContain('4 tasks of the new version ended the same way')
    expect(run.summary).not.toContain('6 tasks')
  })
})
