import type { Target } from './measurement.ts'
import { endOfDeployment, secondDeath } from './recorded-end.ts'
import type { FollowOptions } from './rollout-run.ts'
import { images, type WorldOptions } from './rollout-worlds.ts'

/** A rollout of about ten minutes, by how it ends. */
export interface RolloutCase {
  readonly what: string
  readonly world: WorldOptions
  /** Milliseconds that a pull takes, when the rollout is to take ten minutes. */
  readonly pullMs: number
  readonly inputs?: Readonly<Record<string, string>>
  readonly endOf: FollowOptions['endOf']
  /** What deploy-ecs has to end with; else its time is that of a wrong verdict. */
  readonly exitCode: 0 | 1
  readonly target?: Target
}

const soon: Target = { median: 3, worst: 6 }
const crashing = { container: { image: images.crashing }, desiredCount: 1 }

/** The ways in which a rollout ends. */
export const rolloutCases: readonly RolloutCase[] = [
  {
    what: 'success',
    world: { container: { image: images.healthy } },
    pullMs: 275_000,
    endOf: endOfDeployment,
    exitCode: 0,
    target: soon,
  },
  {
    what: 'circuit breaker, rolled back',
    world: crashing,
    pullMs: 175_000,
    endOf: endOfDeployment,
    exitCode: 1,
    target: soon,
  },
  {
    what: 'circuit breaker without rollback',
    world: { ...crashing, breaker: { enable: true, rollback: false } },
    pullMs: 175_000,
    // Otherwise this step itself would end the rollout before the circuit breaker does.
    inputs: { 'fail-fast': 'false' },
    endOf: endOfDeployment,
    exitCode: 1,
    target: soon,
  },
  {
    what: 'crash loop without circuit breaker, from the second death',
    world: { ...crashing, breaker: { enable: false, rollback: false } },
    pullMs: 275_000,
    endOf: secondDeath,
    exitCode: 1,
  },
]

/** Delays of one pull that spread the ends of rollouts over fifteen seconds, the peer's period. */
export function phasesMs(count: number): readonly number[] {
  const goldenSection = 0.618_033_988_75
  return Array.from({ length: count }, (_, index) =>
    Math.round(((index * goldenSection) % 1) * 15_000),
  )
}
