import type { EcsContext } from '../ecs-context.ts'
import { startDeployment } from './start.ts'
import { requestRollback } from './stop.ts'
import { isOver, type RolloutState } from './state.ts'
import { TrackedRollout } from './track.ts'
import { watchRollout, type RolloutNews } from './watch.ts'

/** A failed rollout, and where to go back to. */
export interface GoBackOptions {
  readonly rollout: TrackedRollout
  readonly state: RolloutState | undefined
  /** ARN of the definition that ran before; undefined for a first deployment. */
  readonly previous: string | undefined
  /** Milliseconds since the epoch. */
  readonly deadline: number
  readonly onNews: (news: RolloutNews) => void
}

/** Whether the old version is steady again, and if not, why. */
export type GoBackEnd = 'rolled-back' | 'nothing-to-go-back-to' | 'superseded' | 'failed' | 'timed-out'

/**
 * Takes a failed rollout back and waits until the old version is steady again: by stopping the
 * service deployment while it is under way, otherwise by an update to the earlier definition.
 */
export async function goBack(context: EcsContext, options: GoBackOptions): Promise<GoBackEnd> {
  const { rollout, state, previous } = options
  if (previous === undefined || previous === rollout.started.taskDefinition) return 'nothing-to-go-back-to'
  const service = await rollout.describeService()
  const primary = service.deployments?.find((deployment) => deployment.status === 'PRIMARY')
  const underWay = rollout.serviceDeploymentArn !== undefined && state !== undefined && !isOver(state)
  if (primary?.id !== rollout.started.id && !underWay) return 'superseded'
  if (underWay && rollout.serviceDeploymentArn !== undefined) {
    await requestRollback(context, rollout.serviceDeploymentArn)
    return watchBack(context, rollout, options)
  }
  const started = await startDeployment(context, { ...rollout.reference, taskDefinition: previous })
  const back = new TrackedRollout(context, rollout.reference, started)
  await back.locate()
  return watchBack(context, back, options)
}

async function watchBack(
  context: EcsContext,
  rollout: TrackedRollout,
  { deadline, onNews }: GoBackOptions,
): Promise<GoBackEnd> {
  const watching = { rollout, deadline, onNews, essential: new Set<string>(), isEnough: () => false }
  const end = await watchRollout(context, watching)
  if (end.kind !== 'over') return 'timed-out'
  const back = end.state.status === 'rolled-back' || end.state.status === 'successful'
  if (back) return 'rolled-back'
  return end.state.status === 'stopped' ? 'superseded' : 'failed'
}
