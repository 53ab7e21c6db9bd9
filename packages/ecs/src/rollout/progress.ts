import { formatSeconds } from '@deploy-actions/action-kit'
import type { RolloutState, RolloutStatus } from './state.ts'

const phrases: Readonly<Record<RolloutStatus, string>> = {
  pending: 'waiting for ECS to begin',
  'in-progress': 'rolling out',
  stopping: 'stopping',
  'rolling-back': 'rolling back',
  successful: 'rolled out',
  stopped: 'stopped',
  'rolled-back': 'rolled back',
  'rollback-failed': 'rollback failed',
}

/**
 * The line for what changed between two looks, or undefined where nothing did. `elapsedMs` is the
 * time since the rollout began.
 */
export function progressLine(
  before: RolloutState | undefined,
  now: RolloutState,
  elapsedMs: number,
): string | undefined {
  const line = describeState(now)
  if (before && describeState(before) === line) return undefined
  const isNews = before?.status !== now.status && now.status !== 'in-progress'
  return `${elapsedColumn(elapsedMs)}${line}${isNews && now.reason ? `; ECS says: ${now.reason}` : ''}`
}

/** The line for an event of the service, in the words of ECS without what only repeats. */
export function eventLine(message: string, elapsedMs: number): string {
  const words = message
    .replace(/^\(service [^)]*\) /, '')
    .replace(/arn:[^ )]*:targetgroup\/([^/ )]+)\/[0-9a-f]+/g, '$1')
    .replace(/\b([0-9a-f]{8})[0-9a-f]{24}\b/g, '$1')
  return `${elapsedColumn(elapsedMs)}ECS: ${words}`
}

/** Where a line of progress begins: how long the rollout has taken, right-aligned. */
export function elapsedColumn(elapsedMs: number): string {
  return `${formatSeconds(elapsedMs / 1000).padStart(7)}  `
}

function describeState(state: RolloutState): string {
  const { target, source, failedTasks = 0, status } = state
  const isBack = ['rolling-back', 'rolled-back', 'rollback-failed'].includes(status)
  const parts = isBack
    ? [`${source.running} old tasks running`, ...some(target.running, 'new left')]
    : [
        `${target.running} of ${target.desired} new tasks running`,
        ...some(target.pending, 'starting'),
        ...some(source.running, 'old'),
      ]
  if (failedTasks > 0) parts.push(failures(state))
  return `${phrases[status]}: ${parts.join(', ')}`
}

function some(count: number, what: string): readonly string[] {
  return count > 0 ? [`${count} ${what}`] : []
}

function failures({ failedTasks, circuitBreaker }: RolloutState): string {
  const limit = circuitBreaker?.threshold
  return `${failedTasks} failed${limit ? ` (the circuit breaker acts at ${limit})` : ''}`
}
