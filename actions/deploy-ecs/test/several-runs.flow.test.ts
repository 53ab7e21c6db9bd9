import type { Recorded } from '@deploy-actions/action-kit/testing'
import { describe, expect, it } from 'vitest'
import { runInWorld, type WorldRun } from '../../../test/support/run-in-world.ts'
import { contract } from '../src/contract.ts'
import { main } from '../src/main.ts'
import { apiWorld, images } from './api.world.ts'
import { sleep } from './deploy.ts'
import { deployAlso, workflowRun } from './several-runs.ts'

interface Two {
  readonly first: WorldRun
  readonly second: Recorded
}

/** Two runs on one service, the second a second after the first. */
async function aSecondApart(
  first: Record<string, string>,
  second: Record<string, string>,
  ids: readonly [number, number] = [1, 2],
): Promise<Two> {
  let other: Recorded | undefined
  const run = await runInWorld({ contract, main }, apiWorld(), {
    inputs: { cluster: 'shop', service: 'api', ...first },
    run: workflowRun(ids[0]),
    async meanwhile(simulator) {
      await sleep(1)
      other = await deployAlso(simulator, second, workflowRun(ids[1]))
    },
  })
  if (other === undefined) throw new Error('The second run did not end.')
  return { first: run, second: other }
}

const outcomes = ({ first, second }: Two): readonly (string | undefined)[] =>
  [first, second].map(({ outputs }) => `${outputs['outcome']} ${outputs['failure'] ?? ''}`.trim())

describe('two runs on one service a second apart', () => {
  const [one, other] = [{ image: images.healthy }, { image: images.running }]

  it('with supersede: the second replaces the first, which says so', async () => {
    const both = await aSecondApart(one, other)
    expect(outcomes(both)).toEqual(['superseded superseded', 'deployed'])
    expect(both.second.warnings.join()).toContain('this one replaces it')
  })

  it('with wait: the second waits for the end of the first, and is deployed after it', async () => {
    const both = await aSecondApart(one, { ...other, 'in-flight': 'wait' })
    expect(outcomes(both)).toEqual(['deployed', 'deployed'])
    expect(both.second.log.join('\n')).toContain('Waiting for the deployment')
  })

  it('with wait: what the second goes back to is what the first has deployed', async () => {
    const crashing = { image: images.crashing, 'in-flight': 'wait' }
    const both = await aSecondApart(one, crashing)
    expect(outcomes(both)).toEqual(['deployed', 'rolled-back crash'])
    expect(both.second.outputs['previous-task-definition-arn']).toBe(
      both.first.outputs['task-definition-arn'],
    )
  })

  it('with fail: the second is refused, naming the deployment, and has changed nothing', async () => {
    const both = await aSecondApart(one, { ...other, 'in-flight': 'fail' })
    expect(outcomes(both)).toEqual(['deployed', 'failed conflict'])
    expect(both.second.errors[0]?.message).toMatch(/ecs-svc\/\d+ of api:2, begun at/)
  })

  it.each(['supersede', 'wait', 'fail'])(
    'with %s: the same definition is followed and not begun again',
    async (inFlight) => {
      const both = await aSecondApart(one, { ...one, 'in-flight': inFlight })
      expect(outcomes(both)).toEqual(['deployed', 'deployed'])
      expect(both.second.outputs['service-deployment-arn']).toBe(
        both.first.outputs['service-deployment-arn'],
      )
    },
  )

  it('with wait: a deployment that does not end in time is not waited for for ever', async () => {
    const both = await aSecondApart(one, { ...other, 'in-flight': 'wait', timeout: '20s' })
    expect(outcomes(both)).toEqual(['deployed', 'failed timeout'])
  })
})

describe('an older run after a newer one', () => {
  const [newer, older] = [{ image: images.healthy }, { image: images.running }]

  it('is refused, naming the run that is on the service, and changes nothing', async () => {
    let refused: Recorded | undefined
    const run = await runInWorld({ contract, main }, apiWorld(), {
      inputs: { cluster: 'shop', service: 'api', ...newer },
      run: workflowRun(1002),
      async afterwards(simulator) {
        refused = await deployAlso(simulator, older, workflowRun(1001))
        const allowed = { ...older, 'stale-run': 'allow' }
        expect((await deployAlso(simulator, allowed, workflowRun(1001))).exitCode).toBe(0)
      },
    })
    expect(run.outputs['outcome']).toBe('deployed')
    expect(refused?.outputs).toMatchObject({ outcome: 'failed', failure: 'stale-run' })
    expect(refused?.errors[0]?.message).toContain('https://github.com/shop/api/actions/runs/1002')
  })

  it('is refused as well when the newer one has only just begun', async () => {
    const both = await aSecondApart(newer, older, [1002, 1001])
    expect(outcomes(both)).toEqual(['deployed', 'failed stale-run'])
  })

  it('of another workflow is none', async () => {
    const elsewhere = { ...workflowRun(1), workflowFile: 'shop/api/.github/workflows/other.yml' }
    const first = await runInWorld({ contract, main }, apiWorld(), {
      inputs: { cluster: 'shop', service: 'api', ...newer },
      run: workflowRun(1002),
      async afterwards(simulator) {
        const recorded = await deployAlso(simulator, older, elsewhere)
        expect(recorded.outputs).toMatchObject({ outcome: 'deployed' })
      },
    })
    expect(first.exitCode).toBe(0)
  })

  it('cannot be told where the role may not tag the service, which is said', async () => {
    const faults = [
      {
        operation: 'TagResource',
        every: 1,
        error: { name: 'AccessDeniedException', message: 'no' },
      },
    ]
    const run = await runInWorld(
      { contract, main },
      { ...apiWorld(), faults },
      {
        inputs: { cluster: 'shop', service: 'api', ...newer },
        run: workflowRun(1),
      },
    )
    expect(run.exitCode).toBe(0)
    expect(run.warnings.join()).toContain('This run could not be noted in the tags')
    expect(run.warnings.join()).toContain('"Action":"ecs:TagResource"')
  })
})
