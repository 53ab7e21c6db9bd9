import { describe, expect, it } from 'vitest'
import type { World } from '@deploy-actions/aws-simulator'
import { changes } from '../../../test/support/run-in-world.ts'
import { apiWorld, breaker, images } from './api.world.ts'
import { deploy } from './deploy.ts'

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

describe('an image that crashes only after ECS has taken it for healthy', () => {
  it('is red although its deployment succeeded, and is taken back', async () => {
    for (const configuration of [breaker(true), breaker(false, false)]) {
      const world = apiWorld({ deploymentConfiguration: configuration })
      const run = await deploy({ image: images.looping }, world)
      expect(run).toMatchObject({
        exitCode: 1,
        outputs: { outcome: 'rolled-back', failure: 'crash' },
      })
      expect(run.errors[0]?.message).toContain('exited with code 4')
    }
  })
})

describe('other ways to die', () => {
  it('are told by their class: out of memory', async () => {
    const run = await deploy({ image: images.hungry })
    expect(run.outputs).toMatchObject({ outcome: 'rolled-back', failure: 'oom' })
    expect(run.errors[0]?.message).toContain('Raise memory')
  })

  it('are told by their class: an image that is not there', async () => {
    const run = await deploy({ image: images.missing, preflight: 'off' })
    expect(run.outputs).toMatchObject({ outcome: 'rolled-back', failure: 'image' })
  })
})

describe('going back', () => {
  const withoutBreaker = breaker(false, false)

  it('from a forced deployment of the same definition is asked of ECS too', async () => {
    const world = apiWorld({ deploymentConfiguration: withoutBreaker })
    const run = await deploy({ 'force-new-deployment': 'true', timeout: '12s' }, world)
    expect(run).toMatchObject({
      exitCode: 1,
      outputs: { outcome: 'rolled-back', failure: 'timeout' },
    })
  })

  it('to a definition that was deregistered meanwhile registers it again', async () => {
    const world = apiWorld({ deploymentConfiguration: breaker(false) })
    const input = { taskDefinition: 'api:1' }
    const actors = [{ after: '5s', operation: 'DeregisterTaskDefinition', input }]
    const inputs = { image: images.crashing, 'fail-fast': 'false' }
    const run = await deploy(inputs, { ...world, actors })
    expect(run).toMatchObject({
      exitCode: 1,
      outputs: { outcome: 'rolled-back', failure: 'crash' },
    })
  })

  it('without the permission to stop the deployment is an update, and said', async () => {
    const error = { name: 'AccessDeniedException', status: 400, message: 'not authorized' }
    const faults = [{ operation: 'StopServiceDeployment', every: 1, error }]
    const world = { ...apiWorld({ deploymentConfiguration: withoutBreaker }), faults }
    const run = await deploy({ image: images.crashing }, world)
    expect(run).toMatchObject({
      exitCode: 1,
      outputs: { outcome: 'rolled-back', failure: 'crash' },
    })
    expect(run.errors[0]?.message).toContain('DATABASE_URL is not set')
    expect(run.warnings.join()).toContain('"Action":"ecs:StopServiceDeployment"')
    const again = await deploy({ 'force-new-deployment': 'true', timeout: '12s' }, world)
    expect(again.outputs).toMatchObject({ outcome: 'failed', failure: 'timeout' })
    expect(again.errors[0]?.message).toContain('ecs:StopServiceDeployment')
  })

  it('too late, from a rollout that succeeded meanwhile, tells the truth: deployed', async () => {
    const error = { name: 'ThrottlingException', message: 'Rate exceeded' }
    const faults = [{ operation: 'StopServiceDeployment', to: '40s', every: 1, error }]
    const run = await deploy({ image: images.healthy, timeout: '24s' }, { ...apiWorld(), faults })
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'deployed' } })
  })

  it('has nothing to go back to where nothing has ever succeeded', async () => {
    const first = apiWorld({ taskDefinition: 'api', desiredCount: 0 })
    const run = await deploy({ image: images.crashing, 'on-failure': 'leave' }, first)
    expect(run.outputs['previous-task-definition-arn']).toMatch(/api:1$/)
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

describe('values that nobody may see', () => {
  it('appear nowhere, whatever happens', async () => {
    for (const image of [images.healthy, images.crashing]) {
      const run = await deploy({ image })
      expect(run.everything).not.toContain('canary')
    }
  })
})
