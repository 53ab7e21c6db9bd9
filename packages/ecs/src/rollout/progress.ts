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
  return `${formatSeconds(elapsedMs / 1000).padStart(7)}  ${line}`
}

function describeState(state: RolloutState): string {
  const { target, source, failedTasks = 0, status } = state
  const parts = [
    `${target.running} of ${target.desired} new tasks running`,
    ...(target.pending > 0 ? [`${target.pending} starting`] : []),
    ...(source.running > 0 ? [`${source.running} old`] : []),
    ...(failedTasks > 0 ? [failures(state)] : []),
  ]
  const why = status === 'rolling-back' && state.reason ? ` (${state.reason})` : ''
  return `${phrases[status]}: ${parts.join(', ')}${why}`
}

function failures({ failedTasks, circuitBreaker }: RolloutState): string {
  const of = circuitBreaker?.threshold ? ` of ${circuitBreaker.threshold} allowed` : ''
  return `${failedTasks}${of} failed`
}
