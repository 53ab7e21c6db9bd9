import { durationMs } from '../../world/durations.ts'
import type { WorldAppRunnerTimings } from '../../world/world-app-runner.ts'
import type { Duration } from '../../world/world.ts'

/** Lengths of the parts of an operation, in milliseconds. */
export type AppRunnerTimings = Readonly<Record<keyof WorldAppRunnerTimings, number>>

/**
 * Together a deployment takes about five minutes, and one that is rolled back over fifteen. The parts are those of event
 * logs that users have published.
 */
const defaults: Readonly<Required<WorldAppRunnerTimings>> = {
  /** How long an operation is PENDING. */
  scheduling: '2s',
  /** The copy of the image. */
  pull: '2m',
  /** From the copied image to a running container. */
  provisioning: '1m',
  /** From the cause of a failure until App Runner has given up. */
  failing: '15s',
  /** From the first healthy instance until all requests go to the new version. */
  routing: '90s',
  /** From the failure of a deployment until the version before it is restored. */
  rollback: '15m',
  /** A change of a paused service, which has no instances. */
  configuring: '10s',
  pausing: '1m',
  deleting: '2m',
  /** From the push of a watched tag to the deployment that it starts. */
  autoDeployment: '10s',
  /** From the end of an instance that served to its next start. */
  restart: '10s',
}

/** The timings in milliseconds, with defaults for those that a world does not give. */
export function appRunnerTimings(given: WorldAppRunnerTimings = {}): AppRunnerTimings {
  const all: Required<WorldAppRunnerTimings> = { ...defaults, ...given }
  // The keys are those of `all`, one by one.
  return Object.fromEntries(
    Object.entries(all).map(([name, duration]: [string, Duration]) => [name, durationMs(duration)]),
  ) as AppRunnerTimings
}
