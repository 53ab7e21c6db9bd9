import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { apiWorld, breaker, images } from './api.world.ts'
import { deploy } from './deploy.ts'

/** A world whose alarm `errors` goes off some time after the deployment has begun. */
function alarmed(after: string, service: Readonly<Record<string, unknown>> = {}): World {
  const since = { operation: 'UpdateService' }
  return {
    ...apiWorld(service),
    alarms: [{ alarmName: 'errors', changes: [{ after, since, stateValue: 'ALARM' }] }],
  }
}

const guarded = (rollback: boolean) => ({
  deploymentConfiguration: {
    ...breaker(true),
    alarms: { alarmNames: ['errors'], enable: true, rollback },
  },
})

describe('a CloudWatch alarm', () => {
  it.each(['10s', '40s', '100s'])(
    'that goes off after %s ends the deployment: red, rolled back',
    async (after) => {
      const run = await deploy({ image: images.healthy, alarms: 'errors' }, alarmed(after))
      expect(run.outputs).toMatchObject({ outcome: 'rolled-back', failure: 'alarm' })
      expect(run.errors[0]?.message).toContain('a CloudWatch alarm ended the deployment (errors)')
      expect(run.errors[0]?.message).toContain('Look at what the alarm measures')
    },
  )

  it('that does not make ECS go back makes this step go back', async () => {
    const run = await deploy({ image: images.healthy }, alarmed('10s', guarded(false)))
    expect(run.outputs).toMatchObject({ outcome: 'rolled-back', failure: 'alarm' })
  })

  it('leaves what was begun where that is wanted', async () => {
    const inputs = { image: images.healthy, 'on-failure': 'leave' }
    const run = await deploy(inputs, alarmed('10s', guarded(false)))
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'alarm' })
  })

  it('that goes off while tasks die of something else is not taken for the cause', async () => {
    const run = await deploy(
      { image: images.crashing, 'fail-fast': 'false' },
      alarmed('45s', guarded(true)),
    )
    expect(run.outputs).toMatchObject({ outcome: 'rolled-back', failure: 'crash' })
  })

  it('that stays quiet lets the deployment be', async () => {
    const run = await deploy({ image: images.healthy, alarms: 'errors' }, alarmed('30m'))
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'deployed' } })
  })

  it('can be switched off for the service', async () => {
    const inputs = { image: images.healthy, alarms: 'off' }
    const run = await deploy(inputs, alarmed('10s', guarded(true)))
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'deployed' } })
  })
})

describe('early success criteria', () => {
  const early = (sourceServiceRevisionCleanup: string): World => ({
    ...apiWorld({
      desiredCount: 4,
      deploymentConfiguration: {
        ...breaker(true),
        minimumHealthyPercent: 50,
        earlySuccessCriteria: { enable: true, healthyPercent: 50, sourceServiceRevisionCleanup },
      },
    }),
    taskFaults: [
      { cause: 'CapacityUnavailable', since: { operation: 'UpdateService' }, from: '1s', every: 2 },
    ],
  })

  it.each(['BLOCKING', 'DEFERRED'])(
    'with %s cleanup are green, with the share that runs',
    async (cleanup) => {
      const run = await deploy({ image: images.healthy }, early(cleanup))
      expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'deployed' } })
      const shares = [...run.summary.matchAll(/Tasks running at success \| (\d) of 4/g)]
      expect(shares).toHaveLength(1)
      const share = Number(shares[0]?.[1])
      expect(share).toBeGreaterThanOrEqual(2)
      const isTold = run.warnings.join('\n').includes(`when ${share} of 4 new tasks ran`)
      expect(isTold).toBe(share < 4)
    },
  )

  it('do not make a crash green', async () => {
    const run = await deploy({ image: images.crashing }, early('BLOCKING'))
    expect(run.outputs).toMatchObject({ outcome: 'rolled-back', failure: 'crash' })
  })
})
