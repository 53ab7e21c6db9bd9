import {
  duration,
  formatSeconds,
  integer,
  type Parsed,
  type Problem,
} from '@deploy-actions/action-kit'
import type { Schedule } from '../schedule/schedule.ts'

/** No timer of Node runs longer than 24 days, and no job of GitHub longer than five. */
const aSecondToAWeek = ['1s', '7d'] as const

/** The inputs that say how often checks are made and when there is a verdict. */
export const scheduleInputs = {
  timeout: duration({
    range: aSecondToAWeek,
    description: 'How long the checks may take to become healthy, `hold` included.',
    default: '5m',
  }),
  interval: duration({
    range: aSecondToAWeek,
    description: 'Time between two attempts of a check. While it fails, this grows to 15 seconds.',
    default: '2s',
  }),
  'request-timeout': duration({
    range: aSecondToAWeek,
    description: 'How long one attempt may take, with redirects and the whole body.',
    default: '10s',
  }),
  successes: integer({
    description: 'How many attempts of each check must succeed one after the other.',
    default: '3',
    min: 1,
    max: 1000,
  }),
  hold: duration({
    description:
      'How long all checks must stay healthy after the first moment in which all were. ' +
      'A failure in that time begins it anew.',
    default: '0',
  }),
} as const

/** The schedule that the inputs describe. */
export function schedule(fields: Parsed<typeof scheduleInputs>): Schedule {
  const { timeout, interval, requestTimeout, successes, hold } = fields
  return {
    timeoutMs: timeout * 1000,
    intervalMs: interval * 1000,
    requestTimeoutMs: requestTimeout * 1000,
    successes,
    holdMs: hold * 1000,
  }
}

/** What is wrong between the inputs of the schedule: a time that can never be enough. */
export function* scheduleProblems(
  fields: Partial<Parsed<typeof scheduleInputs>>,
): Generator<Problem> {
  const { timeout, interval, successes, hold } = fields
  if (timeout === undefined) return
  const within = `allowed: less than timeout, which is ${formatSeconds(timeout)}`
  if (hold !== undefined && hold >= timeout) {
    yield { path: 'hold', message: `leaves no time to become healthy; ${within}` }
  }
  if (interval !== undefined && successes !== undefined && (successes - 1) * interval >= timeout) {
    yield {
      path: 'successes',
      message: `times interval can never fit into timeout, which is ${formatSeconds(timeout)}; allowed: fewer, or a longer timeout`,
    }
  }
}
