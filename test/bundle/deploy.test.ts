import { preloadPath, startSimulator, type Simulator } from '@deploy-actions/aws-simulator'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runAction, type Step } from './run-action.ts'

const repository = '123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/api'

let simulator: Simulator

beforeEach(async () => {
  const file = join(import.meta.dirname, 'healthy-and-crashing.world.yml')
  simulator = await startSimulator({ world: { file } })
})

afterEach(() => simulator.stop())

describe('the bundled deploy-ecs with a healthy image', () => {
  it('ends green when its deployment has succeeded', async () => {
    const step = await deploy('new')
    expect(step.log).not.toContain('::error')
    expect(step.exitCode).toBe(0)
    expect(step.outputs).toMatchObject({ outcome: 'deployed' })
    expect(step.summary).toContain('shop-api')
  })
})

describe('the bundled deploy-ecs with an image that crashes', () => {
  it('ends red after the rollback, with exit code and last log lines', async () => {
    const step = await deploy('crashing')
    expect(step.exitCode).toBe(1)
    expect(step.outputs).toMatchObject({ outcome: 'rolled-back', failure: 'crash' })
    expect(step.log).toContain('fatal: no database at db.internal')
    expect(step.log).toMatch(/exit(ed with)? code 3/)
  })
})

/** Deploys a tag of the image with the real bundle, as a process under virtual time. */
function deploy(tag: string): Promise<Step> {
  return runAction(
    'deploy-ecs',
    { cluster: 'shop', service: 'api', image: `${repository}:${tag}` },
    {
      nodeOptions: ['--import', preloadPath],
      environment: {
        DEPLOY_ACTIONS_CLOCK: simulator.url,
        AWS_ENDPOINT_URL: simulator.url,
        DEPLOY_ACTIONS_REGISTRY_MIRRORS: simulator.registryMirrors,
        AWS_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
        AWS_SECRET_ACCESS_KEY: 'secret',
      },
    },
  )
}
