import { count, type FailureCode } from '@deploy-actions/action-kit'
import { classifyEvent } from './event-classes.ts'
import type { DeathGroup } from './group.ts'
import type { LogTail } from './log-tail.ts'
import { explainExitCode } from './exit-codes.ts'
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
    remedy: newest.remedy,
    groups,
    log,
  }
}

/** A death in one clause, without a full stop. */
export function describeDeath({ code, container, exitCode, reason: quoted }: TaskDeath): string {
  const reason = withoutFullStop(quoted)
  if (exitCode === undefined) return container ? `container ${container}: ${reason}` : reason
  const who = container === undefined ? 'a container' : `container ${container}`
  // What ECS says of memory tells more than the signal that ended the process.
  const meaning = code === 'oom' ? '' : explainExitCode(exitCode)
  return `${who} exited with code ${exitCode}${meaning}; ECS says: ${reason}`
}

/**
 * The diagnosis of a rollout in which no task died, from what ECS said in the service's events:
 * tasks that could not be placed, or that a load balancer found unhealthy. Undefined where nothing
 * in them tells a cause.
 */
export function diagnoseEvents(messages: readonly string[]): Diagnosis | undefined {
  for (const message of messages.toReversed()) {
    const found = classifyEvent(message)
    if (found === undefined) continue
    const headline = `ECS reports: ${withoutFullStop(message)}.`
    return { code: found.code, headline, remedy: found.remedy, groups: [], log: undefined }
  }
  return undefined
}

/** What is quoted in the middle of a sentence does not end it. */
function withoutFullStop(quoted: string): string {
  return quoted.trimEnd().replace(/\.+$/, '')
}
