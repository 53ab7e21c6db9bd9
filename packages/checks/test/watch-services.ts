import type { ChecksResult } from '../src/schedule/result.ts'
import { runChecks } from '../src/schedule/run-checks.ts'
import type { Schedule } from '../src/schedule/schedule.ts'
import { serveHttp } from './local-server.ts'
import { oneCheck } from './one-check.ts'
import { virtualTime } from './virtual-time.ts'

/** What a service does at a time: a status, or how long it lets its caller wait for one. */
export type Behaviour = (
  secondsSinceStart: number,
) => number | { readonly answersAfterSeconds: number }

export interface Scenario {
  readonly services: Readonly<Record<string, Behaviour>>
  readonly schedule?: Partial<Schedule>
  readonly signal?: AbortSignal
  /** Is told each line as well. */
  readonly listen?: (message: string) => void
}

export interface Outcome {
  readonly result: ChecksResult
  /** The length of the run. */
  readonly elapsedMs: number
  readonly log: readonly string[]
}

/** Runs a check for each service, under virtual time, against a real server. */
export async function watch({ services, schedule, signal, listen }: Scenario): Promise<Outcome> {
  await using _time = await virtualTime()
  const start = Date.now()
  const log: string[] = []
  const say = (message: string) => {
    log.push(message)
    listen?.(message)
  }
  await using server = await serveHttp((response, { path }) => {
    const behaviour = services[path.slice(1)]?.((Date.now() - start) / 1000) ?? 404
    if (typeof behaviour === 'number') {
      response.writeHead(behaviour).end(behaviour === 200 ? '' : 'starting')
      return
    }
    // An interim answer lets virtual time pass while the request waits.
    response.writeProcessing()
    setTimeout(() => response.end(), behaviour.answersAfterSeconds * 1000)
  })
  const [first, ...others] = Object.keys(services).map((name) =>
    oneCheck({ name, url: `${server.url}/${name}` }),
  )
  if (first === undefined) throw new Error('There is no service.')
  const result = await runChecks([first, ...others], {
    schedule: {
      timeoutMs: 300_000,
      intervalMs: 2000,
      requestTimeoutMs: 10_000,
      successes: 3,
      holdMs: 0,
      ...schedule,
    },
    signal: signal ?? new AbortController().signal,
    log: { info: say, debug: say, warning: say },
    ...noCloud,
  })
  return { result, elapsedMs: result.endedAt - result.startedAt, log }
}

/** A service that is always healthy. */
export const up: Behaviour = () => 200

const noCloud = {
  clients: () => Promise.reject(new Error('A check over HTTP needs no AWS.')),
  registries: () => Promise.reject(new Error('A check over HTTP needs no registry.')),
}
