import {
  DescribeServiceDeploymentsCommand,
  ECSClient,
  ListServiceDeploymentsCommand,
} from '@aws-sdk/client-ecs'
import type { World } from '@deploy-actions/aws-simulator'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changes, runInWorld, type WorldRun } from '../../../test/support/run-in-world.ts'
import { contract } from '../src/contract.ts'
import { main } from '../src/main.ts'
import { apiWorld, breaker, images } from './api.world.ts'
import { sleep } from './deploy.ts'
import { deployAlso, workflowRun } from './several-runs.ts'

interface Moment {
  readonly seconds: number
  readonly image: keyof typeof images
  readonly onCancel: string
  readonly world?: World
  readonly inputs?: Readonly<Record<string, string>>
}

interface Cancelled {
  readonly run: WorldRun
  /** Statuses of the service's deployments right after the step, newest first. */
  readonly statuses: readonly (string | undefined)[]
  /** How the next run of the same inputs ended. */
  readonly next: string | undefined
}

/** SIGINT at a moment and SIGTERM 7.5 s later, as GitHub does; then the same step again. */
async function cancelAt(moment: Moment): Promise<Cancelled> {
  const { seconds, image, onCancel, world = apiWorld() } = moment
  const inputs = { image: images[image], 'on-cancel': onCancel, ...moment.inputs }
  let statuses: Cancelled['statuses'] = []
  let next: string | undefined
  let isOver = false
  const run = await runInWorld({ contract, main }, world, {
    inputs: { cluster: 'shop', service: 'api', ...inputs },
    run: workflowRun(1),
    async meanwhile() {
      await sleep(seconds)
      if (!isOver) process.emit('SIGINT')
      await sleep(7.5)
      if (!isOver) process.emit('SIGTERM')
    },
    async afterwards(simulator) {
      isOver = true
      statuses = await statusesOf()
      const again = await deployAlso(simulator, inputs, workflowRun(1))
      next = again.outputs['outcome']
    },
  })
  return { run, statuses, next }
}

async function statusesOf(): Promise<readonly (string | undefined)[]> {
  const ecs = new ECSClient({})
  const reference = { cluster: 'shop', service: 'api' }
  const { serviceDeployments = [] } = await ecs.send(new ListServiceDeploymentsCommand(reference))
  const serviceDeploymentArns = serviceDeployments.map((brief) => brief.serviceDeploymentArn ?? '')
  const described = await ecs.send(new DescribeServiceDeploymentsCommand({ serviceDeploymentArns }))
  ecs.destroy()
  const all = described.serviceDeployments ?? []
  return all
    .toSorted((a, b) => Number(b.createdAt) - Number(a.createdAt))
    .map(({ status }) => status)
}

/** What the outputs of a run say that was cancelled after it had begun a deployment. */
function tellingOf({ outputs }: WorldRun) {
  const { outcome, failure } = outputs
  return { outcome, failure, definition: outputs['task-definition-arn'] !== undefined }
}

/** What they should say; a run that had come to its end before the signal is taken at its word. */
function expectedOf(run: WorldRun, statuses: Cancelled['statuses']) {
  const { outcome, failure } = run.outputs
  if (failure !== 'cancelled') {
    const isKnown = failure === undefined ? outcome === 'deployed' : failure === 'crash'
    return { outcome: isKnown ? outcome : 'an end that is told', failure, definition: true }
  }
  const hasBegun = changes(run.simulator).includes('UpdateService')
  // The service was created with one, this step began one; a third is an update that leads back.
  const isGoingBack = /^(ROLLBACK|STOP)/.test(statuses[0] ?? '') || statuses.length > 2
  const definition = hasBegun || run.outputs['task-definition-arn'] !== undefined
  return { outcome: hasBegun && isGoingBack ? 'failed' : 'cancelled', failure, definition }
}

const moment = fc.record({
  seconds: fc.integer({ min: 0, max: 70 }).map((half) => half / 2 + 0.1),
  image: fc.constantFrom('healthy' as const, 'healthy' as const, 'crashing' as const),
  onCancel: fc.constantFrom('leave', 'rollback'),
})

describe('a job that is cancelled at any moment', () => {
  it('says what was left, and the next run goes on from there', async () => {
    await fc.assert(
      fc.asyncProperty(moment, async (at) => {
        const { run, statuses, next } = await cancelAt(at)
        expect(tellingOf(run)).toEqual(expectedOf(run, statuses))
        const hopeless = at.image === 'crashing'
        expect(hopeless ? ['rolled-back'] : ['deployed', 'unchanged']).toContain(next)
      }),
      { numRuns: 40, seed: 20_261_121 },
    )
  }, 60_000)
})

describe('a job that is cancelled', () => {
  it('after the rollout, while it is verified, goes back by an update where that is wanted', async () => {
    const verify = '{ checks: [{ name: api, url: "http://127.0.0.1:9/health" }], timeout: 2m }'
    const { run } = await cancelAt({
      seconds: 60,
      image: 'healthy',
      onCancel: 'rollback',
      inputs: { verify },
    })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'cancelled' })
    expect(run.errors[0]?.message).toContain('ECS was asked to go back')
    expect(run.log.join('\n')).toContain('Verify')
  })

  it('while this step goes back says that the way back goes on', async () => {
    const world = apiWorld({ deploymentConfiguration: breaker(false) })
    const { run } = await cancelAt({ seconds: 62, image: 'crashing', onCancel: 'leave', world })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'cancelled' })
    expect(run.errors[0]?.message).toContain('the way back to the version that ran before goes on')
  })

  it('where ECS does not let this step go back says that the rollout goes on', async () => {
    const error = { name: 'AccessDeniedException', message: 'not authorized' }
    const faults = [{ operation: 'StopServiceDeployment', every: 1, error }]
    const world = { ...apiWorld(), faults }
    const { run } = await cancelAt({ seconds: 15, image: 'healthy', onCancel: 'rollback', world })
    expect(run.outputs).toMatchObject({ outcome: 'cancelled', failure: 'cancelled' })
    expect(run.errors[0]?.message).toContain('ecs:StopServiceDeployment')
    expect(run.seconds).toBeLessThan(25)
  })
})
