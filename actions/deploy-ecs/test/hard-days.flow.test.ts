import { describe, expect, it } from 'vitest'
import { changes } from '../../../test/support/run-in-world.ts'
import { apiWorld, digestOf, images } from './api.world.ts'
import { deploy } from './deploy.ts'

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
      'the file no/task.json cannot be read',
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
    for (const name of ['service', 'wait', 'timeout', 'on-failure', 'task-definition, image']) {
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

  it('without permission for service deployments is survived, and said', async () => {
    const faults = [
      {
        operation: 'DescribeServiceDeployments',
        every: 1,
        error: {
          name: 'AccessDeniedException',
          status: 400,
          message: 'User: x is not authorized to perform: ecs:DescribeServiceDeployments',
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

  it.each([
    'ListServiceDeployments',
    'DescribeServiceDeployments',
    'DescribeServiceRevisions',
    'ListTasks',
    'DescribeTasks',
    'GetLogEvents',
  ])('without permission for %s still tells green from red', async (operation) => {
    const error = { name: 'AccessDeniedException', status: 400, message: 'not authorized' }
    const world = { ...apiWorld(), faults: [{ operation, every: 1, error }] }
    const healthy = await deploy({ image: images.healthy }, world)
    expect(healthy.outputs).toMatchObject({ outcome: 'deployed' })
    const crashing = await deploy({ image: images.crashing }, world)
    expect(crashing).toMatchObject({ exitCode: 1, outputs: { outcome: 'rolled-back' } })
    expect(['crash', 'circuit-breaker']).toContain(crashing.outputs['failure'])
  })

  it.each([3, 1])(
    'with failures that outlast the retries, from call %d on, goes on looking',
    async (first) => {
      const error = { name: 'ServerException', status: 500 }
      const calls = Array.from({ length: 30 }, (_, i) => i + first)
      const faults = [{ operation: 'DescribeServiceDeployments', calls, error }]
      const run = await deploy({ image: images.healthy }, { ...apiWorld(), faults })
      expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'deployed' } })
      expect(run.log.join('\n')).toMatch(/looking again|The older list of deployments decides/)
    },
  )

  it('on which credentials expire says that the rollout goes on', async () => {
    const error = { name: 'ExpiredTokenException', status: 400, message: 'expired' }
    const faults = [{ operation: 'DescribeServiceDeployments', from: '8s', every: 1, error }]
    const run = await deploy({ image: images.healthy }, { ...apiWorld(), faults })
    expect(run).toMatchObject({
      exitCode: 1,
      outputs: { outcome: 'failed', failure: 'access-denied' },
    })
    expect(run.errors[0]?.message).toContain('goes on without this step')
    expect(run.summary).toContain('mermaid')
  })

  it('with an endpoint that never answers ends at the timeout', async () => {
    const faults = [{ operation: 'DescribeServiceDeployments', from: '8s', every: 1, delay: '2h' }]
    const inputs = { image: images.healthy, timeout: '1m', 'on-failure': 'leave' }
    const run = await deploy(inputs, { ...apiWorld(), faults })
    expect(run).toMatchObject({
      exitCode: 1,
      outputs: { outcome: 'timed-out', failure: 'timeout' },
    })
    expect(run.seconds).toBeLessThan(75)
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
