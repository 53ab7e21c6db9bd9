import type { EcsContext } from '../ecs-context.ts'
import { startDeployment } from './start.ts'
import { isOver, type RolloutState } from './state.ts'
import { requestRollback } from './stop.ts'
import { TrackedRollout } from './track.ts'
import { RolloutWatcher, type WatcherOptions } from './watch.ts'

/** A failed rollout, and where to go back to. */
export interface GoBackOptions extends WatcherOptions {
  /** The watcher that has followed the rollout so far. */
  readonly watcher: RolloutWatcher
  readonly state: RolloutState | undefined
  /** ARN of the definition that ran before; undefined for a first deployment. */
  readonly previous: string | undefined
  /** Milliseconds since the epoch. */
  readonly deadline: number
}

/** Whether the old version is steady again, and if not, why. */
export type GoBackEnd =
  | 'rolled-back'
  | 'nothing-to-go-back-to'
  | 'superseded'
  | 'failed'
  | 'timed-out'

/**
 * Takes a failed rollout back and waits until the old version is steady again: by stopping the
 * service deployment while it is under way, otherwise by an update to the earlier definition.
 */
export async function goBack(context: EcsContext, options: GoBackOptions): Promise<GoBackEnd> {
  const { rollout, state, previous, deadline } = options
  if (previous === undefined || previous === rollout.started.taskDefinition)
    return 'nothing-to-go-back-to'
  const { serviceDeploymentArn } = rollout
  if (serviceDeploymentArn !== undefined && state !== undefined && !isOver(state)) {
    await requestRollback(context, serviceDeploymentArn)
    return endOf(options.watcher, deadline)
  }
  if (!(await rollout.isPrimary())) return 'superseded'
  const started = await startDeployment(context, { ...rollout.reference, taskDefinition: previous })
  const back = new TrackedRollout(context, rollout.reference, started)
  await back.locate()
  return endOf(new RolloutWatcher(context, { ...options, rollout: back }), deadline)
}

async function endOf(watcher: RolloutWatcher, deadline: number): Promise<GoBackEnd> {
  const end = await watcher.watch({ deadline })
  if (end.kind !== 'over') return 'timed-out'
  const back = end.state.status === 'rolled-back' || end.state.status === 'successful'
  if (back) return 'rolled-back'
  return end.state.status === 'stopped' ? 'superseded' : 'failed'
}
