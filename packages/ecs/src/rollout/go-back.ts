import { ActionError } from '@deploy-actions/action-kit'
import { isAccessDenied } from '@deploy-actions/aws'
import type { EcsContext } from '../ecs-context.ts'
import { ensureActive } from '../task-definition/index.ts'
import { startDeployment } from './start.ts'
import { isOver, type RolloutState } from './state.ts'
import { requestRollback } from './stop.ts'
import { TrackedRollout } from './track.ts'
import type { RolloutWatcher } from './watch.ts'

/** A failed rollout, and where to go back to. */
export interface GoBackOptions {
  readonly rollout: TrackedRollout
  /** The watcher that has followed the rollout so far. */
  readonly watcher: RolloutWatcher
  readonly state: RolloutState | undefined
  /** ARN of the definition that ran before; undefined for a first deployment. */
  readonly previous: string | undefined
  /** Milliseconds since the epoch. */
  readonly deadline: number
  /** Hears that the deployment may not be stopped, and is replaced instead. */
  readonly onDenied: (error: ActionError) => void
}

/**
 * Whether the old version is steady again, and if not, why. `succeeded-after-all`: the rollout came
 * to its good end before it could be stopped.
 */
export type GoBackEnd =
  | 'rolled-back'
  | 'succeeded-after-all'
  | 'nothing-to-go-back-to'
  | 'superseded'
  | 'failed'
  | 'timed-out'

/**
 * Takes a failed rollout back and waits until the old version is steady again: by stopping the
 * service deployment while it is under way, otherwise by an update to the earlier definition, which
 * is registered again if somebody has deregistered it.
 */
export async function goBack(context: EcsContext, options: GoBackOptions): Promise<GoBackEnd> {
  const { rollout, state, previous } = options
  if (previous === undefined) return 'nothing-to-go-back-to'
  const { serviceDeploymentArn } = rollout
  if (serviceDeploymentArn !== undefined && state !== undefined && !isOver(state)) {
    if (await mayStop(context, serviceDeploymentArn, options)) return stopped(context, options)
  }
  if (previous === rollout.started.taskDefinition) return 'nothing-to-go-back-to'
  const taskDefinition = await ensureActive(context, previous)
  // Right before the update: registering takes a moment, in which others may have deployed.
  if (await rollout.findSuccessor(context)) return 'superseded'
  const started = await startDeployment(context, { ...rollout.reference, taskDefinition })
  return updated(context, new TrackedRollout(rollout.reference, started), options)
}

/** A role that may not stop a deployment goes back by an update, if there is another version to go to. */
async function mayStop(
  context: EcsContext,
  serviceDeploymentArn: string,
  { rollout, previous, onDenied }: GoBackOptions,
): Promise<boolean> {
  try {
    await requestRollback(context, serviceDeploymentArn)
    return true
  } catch (error) {
    const isAway = previous === rollout.started.taskDefinition
    if (!isAccessDenied(error) || !(error instanceof ActionError) || isAway) throw error
    onDenied(error)
    return false
  }
}

async function stopped(
  context: EcsContext,
  { watcher, rollout, deadline }: GoBackOptions,
): Promise<GoBackEnd> {
  const end = await watcher.watch({ deadline })
  if (end.kind !== 'over') return 'timed-out'
  if (end.state.status === 'successful') return 'succeeded-after-all'
  if (end.state.status === 'rolled-back') return 'rolled-back'
  return (await rollout.findSuccessor(context)) ? 'superseded' : 'failed'
}

async function updated(
  context: EcsContext,
  back: TrackedRollout,
  { watcher, deadline }: GoBackOptions,
): Promise<GoBackEnd> {
  await back.locate(context)
  const end = await watcher.forRollout(back).watch({ deadline })
  if (end.kind !== 'over') return 'timed-out'
  if (end.state.status === 'successful') return 'rolled-back'
  return (await back.findSuccessor(context)) ? 'superseded' : 'failed'
}
