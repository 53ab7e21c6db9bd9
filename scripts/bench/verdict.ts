import { runAction, runProgram } from '../../test/bundle/run-action.ts'
import { repositoryRoot } from '../repository.ts'
import { virtualTime } from './aws-environment.ts'
import { bundlePeer } from './bundle-peer.ts'
import type { Group, Measurement } from './measurement.ts'
import { phasesMs, rolloutCases, type RolloutCase } from './rollout-cases.ts'
import { follow, type FollowOptions, type RolloutRun } from './rollout-run.ts'
import { apiWorld } from './rollout-worlds.ts'

/** What it takes to measure verdicts: the bundles, a folder for the peer's, and rollouts a case. */
export interface VerdictOptions {
  readonly dist: string
  readonly scratch: string
  readonly rollouts: number
}

/**
 * Measures in virtual time how soon after the end of a rollout, as ECS records it, there is a verdict,
 * and how often ECS is asked until then; beside it a program that only waits with a fixed delay.
 */
export async function measureVerdicts(options: VerdictOptions): Promise<readonly Group[]> {
  const pairs = await followAll(options)
  return [
    {
      title:
        'Time to verdict after the end that ECS records, in rollouts of ten minutes; the peer is a waiter with a fixed 15 s delay, for 30 minutes',
      measurements: rolloutCases.map((one) => ({
        what: one.what,
        unit: 's',
        ...valuesOf(
          pairs.filter((pair) => pair.one === one),
          'secondsToVerdict',
        ),
        ...(one.target ? { target: one.target } : {}),
      })),
    },
    {
      title: 'Calls a minute while waiting for these ends; the same peer',
      measurements: [
        { what: 'on average', unit: 'per minute', ...valuesOf(pairs, 'callsPerMinute') },
        {
          what: 'in the busiest minute',
          unit: 'per minute',
          ...valuesOf(pairs, 'busiestMinute'),
          target: { worst: 20 },
        },
      ],
    },
  ]
}

/** One rollout, followed by both in worlds of their own. */
interface Pair {
  readonly one: RolloutCase
  readonly ours: RolloutRun
  readonly peer: RolloutRun
}

async function followAll({ dist, scratch, rollouts }: VerdictOptions): Promise<readonly Pair[]> {
  const module = 'fixed-delay-waiter'
  const waiter = bundlePeer(scratch, { module, starts: ['api:2'] }).get('api:2') ?? ''
  const pairs: Pair[] = []
  for (const one of rolloutCases) {
    for (const phase of phasesMs(rollouts)) {
      const world = apiWorld({ ...one.world, pullMs: one.pullMs + phase })
      const { endOf } = one
      const [ours, peer] = await Promise.all([
        follow({ world, endOf, program: actionIn(dist, one) }),
        follow({ world, endOf, program: programAt(waiter) }),
      ])
      pairs.push({ one, ours, peer })
    }
  }
  return pairs
}

function valuesOf(
  pairs: readonly Pair[],
  figure: keyof RolloutRun,
): Pick<Measurement, 'ours' | 'peer'> {
  return {
    ours: pairs.map(({ ours }) => ours[figure]),
    peer: pairs.map(({ peer }) => peer[figure]),
  }
}

function actionIn(dist: string, { what, inputs, exitCode }: RolloutCase): FollowOptions['program'] {
  const all = { cluster: 'shop', service: 'api', 'task-definition': 'api:2', ...inputs }
  return async (environment) => {
    const options = { dist, environment, nodeOptions: virtualTime }
    const step = await runAction('deploy-ecs', all, options)
    if (step.exitCode === exitCode) return step.log
    throw new Error(`deploy-ecs ended with ${step.exitCode} (${what}):\n${step.log}`)
  }
}

function programAt(path: string): FollowOptions['program'] {
  return async (environment) => {
    const env = { PATH: process.env['PATH'], ...environment }
    return (await runProgram([...virtualTime, path], { cwd: repositoryRoot, env })).log
  }
}
