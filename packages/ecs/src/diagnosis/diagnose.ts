import { count, type FailureCode } from '@deploy-actions/action-kit'
import { mostTelling, tasksIn } from './event-classes.ts'
import { explainExitCode } from './exit-codes.ts'
import type { DeathGroup } from './group.ts'
import { healthRemedy } from './health-remedies.ts'
import { reasonKinds } from './kinds.ts'
import { findClue } from './log-clues.ts'
import type { LogTail } from './log-tail.ts'
import type { TaskDeath } from './task-death.ts'

/**
 * Why a rollout failed: one value, which log, annotation, summary and comment only render. The
 * first group is the root cause.
 */
export interface Diagnosis {
  readonly code: FailureCode
  /** One sentence: what happened. */
  readonly headline: string
  /** Whole sentences that tell more of it; often none. */
  readonly details: readonly string[]
  readonly remedy: string
  /** What the log gives away, in one clause. */
  readonly clue?: string
  readonly groups: readonly DeathGroup[]
  readonly log: LogTail | undefined
}

/**
 * The diagnosis of a rollout whose tasks died; the groups come with the root cause first. `events` are
 * those of the service, the oldest first.
 */
export function diagnoseDeaths(
  groups: readonly [DeathGroup, ...DeathGroup[]],
  log: LogTail | undefined,
  events: readonly string[] = [],
): Diagnosis {
  const [{ newest }] = groups
  const clue = findClue(newest, log)
  const verdict = newest.kind === 'load-balancer-health' ? verdictIn(events, newest) : undefined
  const told = `${howMany(groups)}: ${describeDeath(newest)}`
  return {
    code: clue?.code ?? newest.code,
    headline: clue === undefined ? `${told}.` : `${told}. Its log says why: ${clue.meaning}.`,
    details: verdict === undefined ? [] : [`The load balancer says: ${verdict}.`],
    ...(clue && { clue: clue.meaning }),
    remedy: clue?.remedy ?? (verdict === undefined ? newest.remedy : healthRemedy(verdict)),
    groups,
    log,
  }
}

function howMany(groups: readonly [DeathGroup, ...DeathGroup[]]): string {
  const [first] = groups
  const total = groups.reduce((sum, group) => sum + group.count, 0)
  if (groups.length === 1) {
    return total === 1 ? 'A task failed' : `${total} tasks of the new version ended the same way`
  }
  return `${first.count} of ${total} tasks of the new version that ended tell the cause`
}

/** What the load balancer found, as the event says it that names the task. */
function verdictIn(events: readonly string[], { taskId }: TaskDeath): string | undefined {
  const event = events.findLast(
    (message) => message.includes(' is unhealthy in ') && message.includes(taskId),
  )
  const reason = /due to \(reason (.+?)\)\.?$/.exec(event ?? '')?.[1]
  if (reason === undefined) return undefined
  const port = /\(port (\d+)\)/.exec(event ?? '')?.[1]
  return `${withoutFullStop(reason)}${port === undefined ? '' : ` (port ${port})`}`
}

/** A death in one clause, without a full stop. */
export function describeDeath({ code, container, exitCode, reason: quoted }: TaskDeath): string {
  // Of a target group, the last part of its path is an id that nobody knows it by.
  const reason = withoutFullStop(quoted).replace(
    /arn:[^\s()]+:targetgroup\/([^\s()/]+)\/[^\s()]+/g,
    '$1',
  )
  if (exitCode === undefined) return container ? `container ${container}: ${reason}` : reason
  const who = container === undefined ? 'a container' : `container ${container}`
  // What ECS says of memory tells more than the signal that ended the process.
  const meaning = code === 'oom' ? '' : explainExitCode(exitCode)
  return `${who} exited with code ${exitCode}${meaning}; ECS says: ${reason}`
}

/**
 * The diagnosis of a rollout in which no task died, from what ECS said in the service's events (the
 * oldest first): tasks that could not be placed, or that a load balancer found unhealthy. Events that
 * name tasks, and none for which `isOwn` holds, are about another version. Undefined where nothing in
 * them tells a cause.
 */
export function diagnoseEvents(
  messages: readonly string[],
  isOwn: (taskId: string) => boolean = () => true,
): Diagnosis | undefined {
  const own = messages.filter((message) => {
    const named = tasksIn(message)
    return named.length === 0 || named.some(isOwn)
  })
  const found = mostTelling(own)
  if (found === undefined) return undefined
  const { message, cause } = found
  const times = own.filter((other) => other === message).length
  const again = times > 1 ? ` (${count(times, 'time')})` : ''
  return {
    code: reasonKinds[cause.kind].code,
    headline: `ECS reports${again}: ${withoutFullStop(message)}.`,
    details: [],
    remedy: cause.remedy,
    groups: [],
    log: undefined,
  }
}

/** What is quoted in the middle of a sentence does not end it. */
function withoutFullStop(quoted: string): string {
  return quoted.trimEnd().replace(/\.+$/, '')
}
