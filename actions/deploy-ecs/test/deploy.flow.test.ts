import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  ECSClient,
  StopServiceDeploymentCommand,
  UpdateServiceCommand,
  ListServiceDeploymentsCommand,
} from '@aws-sdk/client-ecs'
import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import {
  changes,
  runInWorld,
  type WorldRun,
  type WorldRunOptions,
} from '../../../test/support/run-in-world.ts'
import { contract } from '../src/contract.ts'
import { main } from '../src/main.ts'
import { apiDefinition, apiWorld, breaker, digestOf, images } from './api.world.ts'

const action = { contract, main }

function deploy(
  inputs: Record<string, string>,
  world: World = apiWorld(),
  meanwhile?: WorldRunOptions['meanwhile'],
): Promise<WorldRun> {
  const all = { cluster: 'shop', service: 'api', ...inputs }
  return runInWorld(action, world, { inputs: all, ...(meanwhile ? { meanwhile } : {}) })
}

const sleep = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

/** What somebody else does in the account, some virtual seconds after the start. */
function after(
  seconds: number,
  act: (ecs: ECSClient) => Promise<unknown>,
): WorldRunOptions['meanwhile'] {
  return async () => {
    await sleep(seconds)
    const ecs = new ECSClient({})
    await act(ecs)
    ecs.destroy()
  }
}

describe('a healthy image', () => {
  it('is deployed: green, with the digest that runs', async () => {
    const run = await deploy({ image: images.healthy })
    expect(run).toMatchObject({ exitCode: 0, errors: [], outputs: { outcome: 'deployed' } })
    expect(JSON.parse(run.outputs['image-digests'] ?? '')).toEqual({ api: digestOf('healthy') })
    expect(run.outputs['task-definition-arn']).toMatch(/task-definition\/api:2$/)
    expect(run.outputs['previous-task-definition-arn']).toMatch(/task-definition\/api:1$/)
    expect(run.outputs['service-deployment-arn']).toContain(':service-deployment/shop/api/')
    expect(run.outputs['deployment-url']).toMatch(
      /^https:\/\/us-east-1\.console\.aws\.amazon\.com\/ecs\/v2\/clusters\/shop\/services\/api/,
    )
    expect(run.summary).toContain('```mermaid\ngantt')
  })

  it('named by its digest is proven by that digest', async () => {
    const byDigest = `${images.healthy.replace(/:healthy$/, '')}@${digestOf('healthy')}`
    const run = await deploy({ image: byDigest })
    expect(run.outputs).toMatchObject({
      outcome: 'deployed',
      'image-digests': JSON.stringify({ api: digestOf('healthy') }),
    })
  })

  it('comes from a file, a family, a revision or an ARN', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'deploy-ecs-'))
    const file = join(folder, 'task.json')
    await writeFile(file, JSON.stringify(apiDefinition(images.healthy)))
    const world: World = {
      ...apiWorld(),
      taskDefinitions: [apiDefinition(images.running), apiDefinition(images.healthy)],
    }
    const service = { ...world.clusters?.[0]?.services?.[0], taskDefinition: 'api:1' }
    const two: World = { ...world, clusters: [{ name: 'shop', services: [service] }] }
    const arn = 'arn:aws:ecs:us-east-1:123456789012:task-definition/api:2'
    for (const definition of [file, 'api', 'api:2', arn]) {
      const run = await deploy({ 'task-definition': definition }, two)
      expect(run.outputs).toMatchObject({ outcome: 'deployed', 'task-definition-arn': arn })
      expect(changes(run.simulator)).toEqual(['UpdateService'])
    }
  })

  it('is only planned in a dry run', async () => {
    const run = await deploy({ image: images.healthy, 'dry-run': 'true' })
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'planned' } })
    expect(changes(run.simulator)).toEqual([])
  })

  it('is only started without wait', async () => {
    const run = await deploy({ image: images.healthy, wait: 'false' })
    expect(run.outputs).toMatchObject({ outcome: 'started' })
    expect(run.seconds).toBeLessThan(35)
  })

  it('that runs already changes nothing', async () => {
    const run = await deploy({ image: images.running })
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'unchanged' } })
    expect(changes(run.simulator)).toEqual([])
    expect(run.seconds).toBeLessThan(2)
  })

  it('that runs already is deployed again when that is asked for', async () => {
    const run = await deploy({ 'force-new-deployment': 'true' })
    expect(run.outputs).toMatchObject({ outcome: 'deployed' })
    expect(changes(run.simulator)).toEqual(['UpdateService'])
  })

  it('at a desired count of 0 is unproven, with a warning', async () => {
    const run = await deploy({ image: images.healthy }, apiWorld({ desiredCount: 0 }))
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'unproven' } })
    expect(run.warnings.join()).toContain('desired count')
    expect(run.seconds).toBeLessThan(20)
  })
})

describe('an image that crashes at start', () => {
  it('is rolled back by the circuit breaker: red, with exit code, reason and last lines', async () => {
    const run = await deploy({ image: images.crashing })
    expect(run).toMatchObject({
      exitCode: 1,
      outputs: { outcome: 'rolled-back', failure: 'crash' },
    })
    const [error] = run.errors
    expect(error?.title).toBe('crash')
    expect(error?.message).toContain('container api exited with code 3')
    expect(error?.message).toContain('Essential container in task exited')
    expect(error?.message).toContain('  | DATABASE_URL is not set')
    expect(run.summary).toContain('DATABASE_URL is not set')
    expect(run.errors).toHaveLength(1)
  })

  it('without a breaker ends at the second death alike, and is taken back', async () => {
    const run = await deploy(
      { image: images.crashing },
      apiWorld({ deploymentConfiguration: breaker(false, false) }),
    )
    expect(run).toMatchObject({
      exitCode: 1,
      outputs: { outcome: 'rolled-back', failure: 'crash' },
    })
    expect(run.seconds).toBeLessThan(300)
  })

  it('with a breaker that does not roll back is taken back by this step', async () => {
    for (const failFast of ['true', 'false']) {
      const world = apiWorld({ deploymentConfiguration: breaker(false) })
      const run = await deploy({ image: images.crashing, 'fail-fast': failFast }, world)
      expect(run).toMatchObject({
        exitCode: 1,
        outputs: { outcome: 'rolled-back', failure: 'crash' },
      })
      expect(run.seconds).toBeLessThan(600)
    }
  })

  it('is left as it is where that is asked for', async () => {
    const world = apiWorld({ deploymentConfiguration: breaker(false) })
    const run = await deploy(
      { image: images.crashing, 'on-failure': 'leave', 'fail-fast': 'false' },
      world,
    )
    expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', failure: 'crash' } })
    expect(changes(run.simulator)).toEqual(['RegisterTaskDefinition', 'UpdateService'])
  })
})

describe('other ways to die', () => {
  it('are told by their class: out of memory', async () => {
    const run = await deploy({ image: images.hungry })
    expect(run.outputs).toMatchObject({ outcome: 'rolled-back', failure: 'oom' })
    expect(run.errors[0]?.message).toContain('Raise memory')
  })

  it('are told by their class: an image that is not there', async () => {
    const run = await deploy({ image: images.missing })
    expect(run.outputs).toMatchObject({ outcome: 'rolled-back', failure: 'image' })
  })
})

describe('a rollout that takes longer than it may', () => {
  it('is taken back, and red for the time', async () => {
    const run = await deploy({ image: images.healthy, timeout: '15s' })
    expect(run).toMatchObject({
      exitCode: 1,
      outputs: { outcome: 'rolled-back', failure: 'timeout' },
    })
    expect(run.errors[0]?.message).toContain('(15s)')
  })

  it('is left running where that is asked for', async () => {
    const slow: World = { ...apiWorld(), timings: { pull: '30m' } }
    const run = await deploy({ image: images.healthy, timeout: '5m', 'on-failure': 'leave' }, slow)
    expect(run).toMatchObject({
      exitCode: 1,
      outputs: { outcome: 'timed-out', failure: 'timeout' },
    })
    expect(run.seconds).toBeGreaterThanOrEqual(300)
    expect(run.seconds).toBeLessThan(310)
  })
})

describe('somebody else at work', () => {
  it('who deploys at the same time makes the step red: superseded', async () => {
    const takeOver = after(20, (ecs) =>
      ecs.send(
        new UpdateServiceCommand({
          cluster: 'shop',
          service: 'api',
          taskDefinition: 'api:1',
          forceNewDeployment: true,
        }),
      ),
    )
    const run = await deploy({ image: images.healthy }, apiWorld(), takeOver)
    expect(run).toMatchObject({
      exitCode: 1,
      outputs: { outcome: 'superseded', failure: 'superseded' },
    })
  })

  it('who stops the deployment makes the step red: rolled back, for no fault of the image', async () => {
    const stop = after(20, async (ecs) => {
      const { serviceDeployments } = await ecs.send(
        new ListServiceDeploymentsCommand({
          cluster: 'shop',
          service: 'api',
          status: ['IN_PROGRESS'],
        }),
      )
      const serviceDeploymentArn = serviceDeployments?.[0]?.serviceDeploymentArn
      await ecs.send(
        new StopServiceDeploymentCommand({ serviceDeploymentArn, stopType: 'ROLLBACK' }),
      )
    })
    const run = await deploy({ image: images.healthy }, apiWorld(), stop)
    expect(run).toMatchObject({
      exitCode: 1,
      outputs: { outcome: 'rolled-back', failure: 'cancelled' },
    })
  })
})

describe('a cancelled job', () => {
  const cancel = async (): Promise<void> => {
    await sleep(20)
    process.emit('SIGINT')
  }

  it('leaves the rollout running', async () => {
    const run = await deploy({ image: images.healthy }, apiWorld(), cancel)
    expect(run).toMatchObject({
      exitCode: 1,
      outputs: { outcome: 'cancelled', failure: 'cancelled' },
    })
    expect(changes(run.simulator)).toEqual(['RegisterTaskDefinition', 'UpdateService'])
  })

  it('asks ECS to go back where that is wanted, within the seconds that GitHub leaves', async () => {
    const run = await deploy({ image: images.healthy, 'on-cancel': 'rollback' }, apiWorld(), cancel)
    expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', failure: 'cancelled' } })
    expect(changes(run.simulator)).toContain('StopServiceDeployment')
    expect(run.seconds).toBeLessThan(27)
  })
})

describe('what is not there', () => {
  it.each([
    ['a cluster', { cluster: 'shpo' }, 'there is no cluster shpo', 'Did you mean shop?'],
    [
      'a service',
      { service: 'apo' },
      'there is no service apo in the cluster shop',
      'Did you mean api?',
    ],
    [
      'a definition',
      { 'task-definition': 'apu', image: '' },
      'there is no task definition apu',
      '',
    ],
    [
      'a revision',
      { 'task-definition': 'api:9', image: '' },
      'there is no task definition api:9',
      '',
    ],
    [
      'a file',
      { 'task-definition': 'no/task.json', image: '' },
      'no/task.json is neither a readable file',
      '',
    ],
    ['a container', { images: 'web=x', image: '' }, 'images.web: is no container', 'it has: api'],
  ])('is told at once, and nothing is changed: %s', async (_, inputs, message, hint) => {
    const run = await deploy({ image: images.healthy, ...inputs })
    expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed', failure: 'input' } })
    expect(run.errors[0]?.message).toContain(message)
    expect(run.errors[0]?.message).toContain(hint)
    expect(changes(run.simulator)).toEqual([])
    expect(run.seconds).toBeLessThan(2)
  })
})

describe('wrong inputs', () => {
  it('are told all at once, before any call', async () => {
    const run = await deploy({
      service: '',
      wait: 'yes',
      timeout: '30',
      'on-failure': 'rolback',
      'task-definition': 'a',
      image: 'b',
    })
    expect(run.outputs).toEqual({ outcome: 'failed', failure: 'input' })
    expect(run.errors).toHaveLength(1)
    for (const name of ['service', 'wait', 'timeout', 'on-failure', 'task-definition']) {
      expect(run.errors[0]?.message).toContain(`- ${name}: `)
    }
    expect(run.simulator.requests).toEqual([])
  })
})

describe('a hard day at AWS', () => {
  it('with throttling of every third call changes nothing but the time', async () => {
    const faults = [
      {
        operation: '*',
        every: 3,
        error: { name: 'ThrottlingException', message: 'Rate exceeded' },
      },
    ]
    const run = await deploy({ image: images.healthy }, { ...apiWorld(), faults })
    expect(run.outputs).toMatchObject({ outcome: 'deployed' })
  })

  it('without permission to list service deployments is survived, and said', async () => {
    const faults = [
      {
        operation: 'ListServiceDeployments',
        every: 1,
        error: {
          name: 'AccessDeniedException',
          status: 400,
          message: 'User: x is not authorized to perform: ecs:ListServiceDeployments',
        },
      },
    ]
    const healthy = await deploy({ image: images.healthy }, { ...apiWorld(), faults })
    expect(healthy.outputs).toMatchObject({
      outcome: 'deployed',
      'image-digests': JSON.stringify({ api: digestOf('healthy') }),
    })
    expect(healthy.log.join('\n')).toContain('lacks ecs:ListServiceDeployments')
    const crashing = await deploy({ image: images.crashing }, { ...apiWorld(), faults })
    expect(crashing.outputs).toMatchObject({ outcome: 'rolled-back', failure: 'crash' })
  })

  it('without permission to update shows the statement that is missing', async () => {
    const message =
      'User: x is not authorized to perform: ecs:UpdateService on resource: arn:aws:ecs:us-east-1:123456789012:service/shop/api'
    const faults = [
      {
        operation: 'UpdateService',
        every: 1,
        error: { name: 'AccessDeniedException', status: 400, message },
      },
    ]
    const run = await deploy({ image: images.healthy }, { ...apiWorld(), faults })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'access-denied' })
    expect(run.errors[0]?.message).toContain(
      '{"Effect":"Allow","Action":"ecs:UpdateService","Resource":"arn:aws:ecs:us-east-1:123456789012:service/shop/api"}',
    )
  })
})

describe('values that nobody may see', () => {
  it('appear nowhere, whatever happens', async () => {
    for (const image of [images.healthy, images.crashing]) {
      const run = await deploy({ image })
      expect(run.everything).not.toContain('canary')
    }
  })
})
