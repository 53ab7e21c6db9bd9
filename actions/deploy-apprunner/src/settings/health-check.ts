import { formatSeconds } from '@deploy-actions/action-kit'
import type { Configuration } from './configuration.ts'

/** How long App Runner waits for an application that does not answer: that explains a wait. */
export interface Patience {
  readonly seconds: number
  /** As a whole sentence. */
  readonly whole: string
  /** As the rest of one. */
  readonly hint: string
}

/** How patient the health check of a configuration is. https://docs.aws.amazon.com/apprunner/latest/api/API_HealthCheckConfiguration.html */
export function patienceOf({ HealthCheckConfiguration: check }: Configuration): Patience {
  const { Interval: interval = 5, UnhealthyThreshold: threshold = 5 } = check ?? {}
  const seconds = interval * threshold
  const time = `about ${seconds} s${seconds < 60 ? '' : ` (${formatSeconds(seconds)})`}`
  const how = `${threshold} checks, ${interval} s apart`
  return {
    seconds,
    whole: `A version that does not answer its health check is given up ${time} after its start: ${how}.`,
    hint: `a version that does not answer its health check is given up ${time} after its start`,
  }
}
