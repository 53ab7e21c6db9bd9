import { durationMs } from './durations.ts'
import type { Duration, WorldTimings } from './world.ts'

/** Lengths of the parts of a task's and a deployment's life, in milliseconds. */
export type Timings = Readonly<Record<keyof WorldTimings, number>>

/** What Fargate takes on a good day; a world may say otherwise. */
const defaults: Readonly<Required<WorldTimings>> = {
  /** From the request to the first task of a deployment. */
  scheduling: '2s',
  /** A task's network interface. */
  provisioning: '5s',
  pull: '8s',
  /** From the pulled image to running containers. */
  activation: '1s',
  /** How long a task without any health check must run to count as healthy. */
  settling: '5s',
  /** From SIGTERM to the end of the containers. */
  stopping: '2s',
  deprovisioning: '8s',
  /** How long a stopped task can still be described. */
  stoppedTaskRetention: '1h',
  /** How long a service deployment, and a revision that nothing runs, can still be described. */
  deploymentRetention: '2160h',
  /** How long alarms are watched after all tasks serve and the earlier ones are gone (ECS: less than 5 minutes). */
  bake: '3m',
  /** How long a deregistered task definition can still be deployed. */
  deregistration: '0s',
  /** From the moment a line is printed until it can be read. */
  logArrival: '0s',
  /** How long a client token of RunTask is used and names no task yet. */
  tokenNaming: '0s',
}

/** The timings in milliseconds, with defaults for those that a world does not give. */
export function timingsOf(given: WorldTimings = {}): Timings {
  const all: Required<WorldTimings> = { ...defaults, ...given }
  // The keys are those of `all`, one by one.
  return Object.fromEntries(
    Object.entries(all).map(([name, duration]: [string, Duration]) => [name, durationMs(duration)]),
  ) as Timings
}
