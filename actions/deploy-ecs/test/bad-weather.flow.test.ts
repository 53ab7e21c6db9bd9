import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { apiWorld, breaker, images } from './api.world.ts'
import { deploy } from './deploy.ts'

const throttled = { name: 'ThrottlingException', message: 'Rate exceeded' }
const broken = { name: 'ServerException', status: 500 }

type Faults = NonNullable<World['faults']>

/** Ten calls in a row from a call on. */
const inARow = (first: number): readonly number[] => Array.from({ length: 10 }, (_, i) => first + i)

const weathers: readonly (readonly [string, Faults])[] = [
  ['every third call is throttled', [{ operation: '*', every: 3, error: throttled }]],
  ['every third call fails', [{ operation: '*', every: 3, error: broken }]],
  ['every fourth connection is cut', [{ operation: '*', every: 4, reset: true }]],
  ['everything is read two seconds late', [{ operation: '*', lag: '2s' }]],
  ['everything is read five seconds late', [{ operation: '*', lag: '5s' }]],
  ['everything is read ten seconds late', [{ operation: '*', lag: '10s' }]],
  ...[1, 3, 6, 9, 12, 15, 18, 22, 27, 32].map((first) => {
    const faults: Faults = [{ operation: '*', calls: [...inARow(first)], error: throttled }]
    return [`ten calls in a row are throttled, from call ${first} on`, faults] as const
  }),
]

describe.each(weathers)('when %s', (_, faults) => {
  it('a healthy image is deployed, in bounded time', async () => {
    const run = await deploy({ image: images.healthy }, { ...apiWorld(), faults })
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'deployed' } })
    expect(run.seconds).toBeLessThan(240)
  })

  it('a crashing one is rolled back, with its cause', async () => {
    const world = apiWorld({ deploymentConfiguration: breaker(false, false) })
    const run = await deploy({ image: images.crashing }, { ...world, faults })
    expect(run.outputs).toMatchObject({ outcome: 'rolled-back', failure: 'crash' })
    expect(run.errors[0]?.message).toContain('DATABASE_URL is not set')
    expect(run.seconds).toBeLessThan(480)
  })
})

describe("with ECS's own token buckets", () => {
  it('nothing is throttled, since so little is asked', async () => {
    const world: World = { ...apiWorld(), throttling: 'realistic', timings: { pull: '5m' } }
    const run = await deploy({ image: images.healthy }, world)
    expect(run.outputs['outcome']).toBe('deployed')
    expect(run.simulator.requests.filter(({ error }) => error !== undefined)).toEqual([])
  })
})
