import {
  DescribeServiceRevisionsCommand,
  ECSClient,
  ListServiceDeploymentsCommand,
  type ServiceDeploymentBrief,
} from '@aws-sdk/client-ecs'
import type { World } from '@deploy-actions/aws-simulator'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runInWorld } from '../../../test/support/run-in-world.ts'
import { contract } from '../src/contract.ts'
import { main } from '../src/main.ts'
import { apiWorld, breaker, digestOf, images } from './api.world.ts'
import { sleep } from './deploy.ts'

const faults = [
  { operation: '*', every: 3, error: { name: 'ThrottlingException', message: 'Rate exceeded' } },
  { operation: '*', every: 7, reset: true },
  { operation: 'UpdateService', calls: [1], reset: true, takesEffect: true },
  {
    operation: 'RegisterTaskDefinition',
    calls: [1],
    error: { name: 'ServerException', status: 500 },
  },
  { operation: 'ListServiceDeployments', every: 1, error: { name: 'AccessDeniedException' } },
  { operation: 'DescribeServiceDeployments', every: 2, delay: '4s' },
  { operation: 'Describe*', lag: '4s' },
  { operation: 'List*', lag: '9s' },
  { operation: '*', lag: '3s' },
]

/** What may befall a deployment; times are virtual seconds after the start of the step. */
const world = fc.record({
  image: fc.constantFrom(
    'healthy',
    'healthy',
    'crashing',
    'looping',
    'hungry',
    'missing',
  ) satisfies fc.Arbitrary<keyof typeof images>,
  breaker: fc.constantFrom(breaker(true), breaker(false), breaker(false, false)),
  desiredCount: fc.integer({ min: 1, max: 5 }),
  fault: fc.option(fc.constantFrom(...faults), { nil: undefined, freq: 3 }),
  takeOverAfter: fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined, freq: 3 }),
  cancelAfter: fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined, freq: 5 }),
  inputs: fc.record({
    'fail-fast': fc.constantFrom('true', 'false'),
    'on-failure': fc.constantFrom('rollback', 'leave'),
    'on-cancel': fc.constantFrom('rollback', 'leave'),
    timeout: fc.constantFrom('auto', 'auto', '40s'),
    preflight: fc.constantFrom('error', 'off'),
    'in-flight': fc.constantFrom('supersede', 'wait', 'fail'),
  }),
})
type RandomWorld = typeof world extends fc.Arbitrary<infer T> ? T : never

function toWorld({ desiredCount, fault, takeOverAfter, ...chosen }: RandomWorld): World {
  const input = {
    cluster: 'shop',
    service: 'api',
    taskDefinition: 'api:1',
    forceNewDeployment: true,
  }
  const takeOver = { after: `${takeOverAfter}s`, operation: 'UpdateService', input }
  return {
    ...apiWorld({ desiredCount, deploymentConfiguration: chosen.breaker }),
    ...(fault ? { faults: [fault] } : {}),
    ...(takeOverAfter === undefined ? {} : { actors: [takeOver] }),
  }
}

/** Whether a service deployment succeeded whose revision runs the digest of the image. */
async function hasSucceeded(image: string): Promise<boolean> {
  const ecs = new ECSClient({ maxAttempts: 50 })
  const reference = { cluster: 'shop', service: 'api' }
  const { serviceDeployments = [] } = await ecs.send(new ListServiceDeploymentsCommand(reference))
  const succeeded = serviceDeployments.filter(({ status }) => status === 'SUCCESSFUL')
  const arns = succeeded.map(
    (brief: ServiceDeploymentBrief) => brief.targetServiceRevisionArn ?? '',
  )
  const { serviceRevisions = [] } = await ecs.send(
    new DescribeServiceRevisionsCommand({ serviceRevisionArns: arns }),
  )
  ecs.destroy()
  const digests = serviceRevisions.flatMap(({ containerImages = [] }) => containerImages)
  return digests.some(({ imageDigest }) => imageDigest === digestOf(image))
}

async function deployIn(chosen: RandomWorld) {
  const { image, cancelAfter, inputs } = chosen
  let succeeded: boolean | undefined
  const run = await runInWorld({ contract, main }, toWorld(chosen), {
    inputs: { cluster: 'shop', service: 'api', image: images[image], ...inputs },
    async meanwhile() {
      if (cancelAfter === undefined) return
      await sleep(cancelAfter)
      process.emit('SIGINT')
    },
    async afterwards() {
      // Where nobody may list service deployments there is nothing to hold the verdict against.
      if (chosen.fault?.operation === 'ListServiceDeployments') return
      if (isLagging(chosen)) await sleep(10)
      // ECS calls it a success when tasks ran for a moment; that they die ever after is none.
      succeeded = image !== 'looping' && (await hasSucceeded(image))
    },
  })
  return { run, succeeded }
}

function isLagging({ fault }: RandomWorld): boolean {
  return fault !== undefined && 'lag' in fault
}

describe('in any world', () => {
  it('a deployment is green if and only if it succeeded and runs what was asked for', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (chosen) => {
        const { run, succeeded } = await deployIn(chosen)
        expect(run.outputs['failure']).not.toBe('bug')
        expect('failure' in run.outputs).toBe(run.exitCode === 1)
        expect(run.outputs['outcome'] === 'deployed').toBe(run.exitCode === 0)
        const isGreen = run.exitCode === 0
        // A job that is cancelled, or reads late, at the very end may not learn of its success any more.
        const mayNotKnow = run.outputs['failure'] === 'cancelled' || isLagging(chosen)
        const isOpen = succeeded === undefined || (!isGreen && mayNotKnow)
        expect(isGreen).toBe(isOpen ? isGreen : succeeded)
      }),
      { numRuns: Number(process.env['RANDOM_WORLDS'] ?? 150), seed: 20_261_121 },
    )
  }, 600_000)
})
