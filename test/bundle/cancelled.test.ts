import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { preloadPath, startSimulator, type Simulator } from '@deploy-actions/aws-simulator'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runAction, type Step } from './run-action.ts'

const repository = '123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/api'

/** GitHub kills the process of a step so long after it was told to end. */
const killedAfterMs = 10_000

let simulator: Simulator
beforeEach(async () => {
  const file = join(import.meta.dirname, 'healthy-and-crashing.world.yml')
  simulator = await startSimulator({ world: { file }, speed: 0 })
})
afterEach(() => simulator.stop())

/** Tells the process at a moment of virtual time to end, as GitHub does. */
async function cancel(child: ChildProcess, at: number): Promise<void> {
  const goOn = await simulator.clock.stopAt(at)
  child.kill('SIGINT')
  // A signal takes a moment on the wall to be heard.
  setTimeout(goOn, 50)
}

async function participant(): Promise<string> {
  const response = await fetch(`${simulator.url}/_clock/participants`, { method: 'POST' })
  // The clock's own answer.
  return ((await response.json()) as { id: string }).id
}

async function deployAndCancel(at: number, inputs: Record<string, string>): Promise<Step> {
  const environment = {
    DEPLOY_ACTIONS_CLOCK: simulator.url,
    DEPLOY_ACTIONS_CLOCK_PARTICIPANT: await participant(),
    AWS_ENDPOINT_URL: simulator.url,
    DEPLOY_ACTIONS_REGISTRY_MIRRORS: simulator.registryMirrors,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'secret',
  }
  return runAction(
    'deploy-ecs',
    { cluster: 'shop', service: 'api', image: `${repository}:new`, ...inputs },
    {
      nodeOptions: ['--import', preloadPath],
      environment,
      onStart: (child) => void cancel(child, at),
    },
  )
}

describe('the bundled deploy-ecs in a job that is cancelled', () => {
  it.each([
    [3_000, 'leave', 'cancelled'],
    [17_000, 'leave', 'cancelled'],
    [3_000, 'rollback', 'failed'],
    [17_000, 'rollback', 'failed'],
  ])(
    'after %i ms, with on-cancel: %s, ends by itself in time: %s',
    async (atMs, onCancel, outcome) => {
      const at = simulator.clock.now() + atMs
      const step = await deployAndCancel(at, { 'on-cancel': onCancel })
      expect(simulator.clock.now() - at).toBeLessThan(killedAfterMs)
      expect(step.exitCode).toBe(1)
      expect(step.outputs).toMatchObject({ outcome, failure: 'cancelled' })
      expect(step.outputs['task-definition-arn']).toMatch(/shop-api:2$/)
      expect(step.summary).toContain('The job was cancelled.')
    },
  )
})
