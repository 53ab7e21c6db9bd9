import { count, type FailureCode } from '@deploy-actions/action-kit'
import type { DeathGroup } from './group.ts'
import type { LogTail } from './log-tail.ts'
import { classifyReason } from './reason-classes.ts'
import { explainExitCode, remedyFor } from './remedies.ts'
import type { TaskDeath } from './task-death.ts'

/**
 * Why a rollout failed: one value, which log, annotation, summary and comment only render. The
 * first group is the root cause.
 */
export interface Diagnosis {
  readonly code: FailureCode
  /** One sentence: what happened. */
  readonly headline: string
  readonly remedy: string
  readonly groups: readonly DeathGroup[]
  readonly log: LogTail | undefined
}

/** The diagnosis of a rollout whose tasks died; the groups come with the root cause first. */
export function diagnoseDeaths(
  groups: readonly [DeathGroup, ...DeathGroup[]],
  log: LogTail | undefined,
): Diagnosis {
  const [{ newest, count: times }] = groups
  return {
    code: newest.code,
    headline: `${count(times, 'task')} of the new version ended the same way: ${describeDeath(newest)}.`,
    remedy: remedyFor(newest.code, newest.container),
    groups,
    log,
  }
}

/** A death in one clause, without a full stop. */
export function describeDeath({ container, exitCode, reason }: TaskDeath): string {
  if (exitCode === undefined) return container ? `container ${container}: ${reason}` : reason
  const who = container === undefined ? 'a container' : `container ${container}`
  return `${who} exited with code ${exitCode}${explainExitCode(exitCode)}; ECS says: ${reason}`
}

/**
 * The diagnosis of a rollout in which no task died, from what ECS said in the service's events:
 * tasks that could not be placed, or that a load balancer found unhealthy. Undefined where nothing
 * in them tells a cause.
 */
export function diagnoseEvents(messages: readonly string[]): Diagnosis | undefined {
  const found = messages.toReversed().flatMap((message) => {
    const code = classifyReason(message)
    return code === undefined ? [] : [{ code, message }]
  })
  const [newest] = found
  if (newest === undefined) return undefined
  return {
    code: newest.code,
    headline: `ECS reports: ${newest.message}`,
    remedy: remedyFor(newest.code),
    groups: [],
    log: undefined,
  }
}
