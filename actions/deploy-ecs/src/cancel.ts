import { ActionError, underLastSignal } from '@deploy-actions/action-kit'
import {
  ensureActive,
  requestRollback,
  startDeployment,
  type EcsContext,
  type RolloutStatus,
} from '@deploy-actions/ecs'
import type { BegunRollout, Deployment, Work } from './deployment.ts'

/** GitHub kills the step ten seconds after the cancel; asking has to be done by then. */
const patienceSeconds = 6

/**
 * What becomes of a begun rollout when the job is cancelled: it is left as it is, or ECS is asked to go back, for whose
 * end there is no time to wait. Nothing that goes wrong now hides that the job was cancelled.
 */
export async function cancelDeployment(
  { ecs, inputs, observed }: Work,
  begun: BegunRollout,
): Promise<Deployment> {
  const answer =
    inputs.onCancel === 'leave'
      ? standing(begun)
      : await underLastSignal(patienceSeconds, async (signal) => {
          try {
            return await askForRollback({ ecs: ecs.ecs, signal }, begun, observed.previousArn)
          } catch (error) {
            return { outcome: 'cancelled' as const, what: notAsked(error) }
          }
        })
  const failure = new ActionError({
    code: 'cancelled',
    message: `The job was cancelled. ${answer.what}`,
    remedy:
      'Run the workflow again when the new version should be deployed after all; it goes on from what is there.',
  })
  return { kind: 'failed', outcome: answer.outcome, failure, diagnosis: undefined, ...begun }
}

/** Where the service was left. */
interface Answer {
  readonly outcome: 'cancelled' | 'failed'
  readonly what: string
}

function standing({ record }: BegunRollout): Answer {
  const status = record.phases.at(-1)?.status
  if (record.isBeingTakenBack || status === 'rolling-back' || status === 'stopping') {
    const what =
      'The deployment had failed, and the way back to the version that ran before goes on without this step, as far as it had begun.'
    return { outcome: 'failed', what }
  }
  const what =
    status === 'successful'
      ? 'The new version had been rolled out, and stays; it was not looked at to the end.'
      : 'The rollout goes on without this step.'
  return { outcome: 'cancelled', what }
}

function notAsked(error: unknown): string {
  const why = error instanceof Error ? error.message : String(error)
  return `ECS could not be asked to go back, so the rollout goes on: ${why}`
}

/**
 * Asks ECS for the way back: by stopping the deployment, or, where that is over and has not been gone back from, by an
 * update to the definition before.
 */
async function askForRollback(
  context: EcsContext,
  { rollout, record }: BegunRollout,
  previousArn: string | undefined,
): Promise<Answer> {
  const { serviceDeploymentArn, reference, started } = rollout
  if (previousArn === undefined) return nothingToGoBackTo
  if (serviceDeploymentArn !== undefined) {
    if (await requestRollback(context, serviceDeploymentArn)) return asked
    const status = (await rollout.look(context))?.status
    if (status !== 'successful' && status !== 'stopped') return goesBackAlready(status)
  }
  if (previousArn === started.taskDefinition) return nothingToGoBackTo
  const successor = await rollout.findSuccessor(context)
  if (record.isBeingTakenBack && successor?.taskDefinition === previousArn) return asked
  if (successor !== undefined) return takenOver
  const taskDefinition = await ensureActive(context, previousArn)
  await startDeployment(context, { ...reference, taskDefinition })
  return asked
}

const nothingToGoBackTo: Answer = {
  outcome: 'cancelled',
  what: 'There is no earlier version to go back to, so what was begun goes on.',
}

const takenOver: Answer = {
  outcome: 'failed',
  what: 'Another deployment had taken over meanwhile, and was left alone.',
}

const asked: Answer = {
  outcome: 'failed',
  what: 'ECS was asked to go back to the version that ran before, as on-cancel says; its end was not waited for.',
}

function goesBackAlready(status: RolloutStatus | undefined): Answer {
  const what =
    status === 'rolled-back'
      ? 'ECS had gone back to the version that ran before already.'
      : 'ECS was going back to the version that ran before already; its end was not waited for.'
  return { outcome: 'failed', what }
}
