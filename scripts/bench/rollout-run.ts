import { startSimulator, type LoggedRequest, type World } from '@deploy-actions/aws-simulator'
import { virtualEnvironment } from './aws-environment.ts'

/** How a program followed one rollout. */
export interface RolloutRun {
  /** Seconds from the end that ECS recorded to the program's verdict. */
  readonly secondsToVerdict: number
  /** Calls a minute after the update, until that end. */
  readonly callsPerMinute: number
  /** Calls in the busiest minute of that time. */
  readonly busiestMinute: number
}

/** What to follow. */
export interface FollowOptions {
  readonly world: World
  /** Runs a program to its end; gives what it printed. */
  readonly program: (environment: Readonly<Record<string, string>>) => Promise<string>
  /** The end by ECS's own records, in milliseconds since 1970. */
  readonly endOf: (url: string, sinceMs: number) => Promise<number>
}

/**
 * Lets a program deploy in a world of its own, in virtual time. It has its verdict when it begins to
 * take the rollout back, otherwise when it ends.
 */
export async function follow({ world, program, endOf }: FollowOptions): Promise<RolloutRun> {
  const simulator = await startSimulator({ world, speed: 0 })
  try {
    const begun = simulator.clock.now()
    const log = await program(virtualEnvironment(simulator))
    const ended = simulator.clock.now()
    const calls = [...simulator.requests]
    const update = calls.findIndex(isChange)
    const begin = calls[update]?.at
    if (begin === undefined) throw new Error(`The service was not updated:\n${log}`)
    const recorded = await endOf(simulator.url, begun)
    const afterUpdate = calls.slice(update + 1)
    const verdict = afterUpdate.find(isChange)?.at.getTime() ?? ended
    return {
      secondsToVerdict: (verdict - recorded) / 1000,
      ...callRates(afterUpdate, begin.getTime(), recorded),
    }
  } finally {
    await simulator.stop()
  }
}

function isChange({ operation, error }: LoggedRequest): boolean {
  const isOne = operation === 'UpdateService' || operation === 'StopServiceDeployment'
  return isOne && error === undefined
}

/** How often was called from one moment until before another, in milliseconds since 1970. */
export function callRates(
  calls: readonly Pick<LoggedRequest, 'at'>[],
  fromMs: number,
  toMs: number,
): Pick<RolloutRun, 'callsPerMinute' | 'busiestMinute'> {
  const moments = calls
    .map(({ at }) => at.getTime())
    .filter((at) => at >= fromMs && at < toMs)
    .toSorted((a, b) => a - b)
  const inMinuteFrom = moments.map(
    (first) => moments.filter((at) => at >= first && at < first + 60_000).length,
  )
  return {
    callsPerMinute: moments.length / ((toMs - fromMs) / 60_000),
    busiestMinute: Math.max(0, ...inMinuteFrom),
  }
}
