import { ActionError, underLastSignal } from '@deploy-actions/action-kit'
import { ending, previousOf, type Deciding, type Deployment, type Work } from './deployment.ts'
import type { Explanation } from './explain.ts'
import { leftToOthers } from './go-back.ts'
import { begin } from './operation/begin.ts'
import { describeService } from './operation/service.ts'
import { isTheirs } from './overtaken.ts'

/** GitHub kills the step ten seconds after the cancel; asking has to be done by then. */
const patienceSeconds = 6

/** How far a deployment has come. */
export interface Progress {
  /** Whether the operation is still under way, is over, or has succeeded and is looked at. */
  stage: 'operating' | 'ended' | 'verifying'
  /** Why the operation fails, as soon as that is known. */
  explanation: Explanation | undefined
}

/** Where the service was left, as whole sentences. */
interface Left {
  /** As in deploy-ecs: what is on its way back has failed. */
  readonly outcome: 'cancelled' | 'failed'
  readonly what: string
}

/** What becomes of a begun deployment when the job is cancelled; nothing that goes wrong now hides that it was. */
export async function cancelDeployment(
  work: Work,
  deciding: Deciding,
  progress: Progress,
): Promise<Deployment> {
  const { onCancel } = work.inputs
  const { outcome, what } =
    onCancel === 'leave' || progress.explanation !== undefined || progress.stage === 'ended'
      ? standing(deciding, progress)
      : await underLastSignal(patienceSeconds, (signal) =>
          askForReturn(work, { deciding, signal, stage: progress.stage }),
        )
  const failure = new ActionError({
    code: 'cancelled',
    message: `The job was cancelled. ${what}`,
    remedy:
      'Run the workflow again when the new version should be deployed after all; it goes on from what is there.',
  })
  const { explanation } = progress
  return ending(work, deciding, { outcome, failure, logs: explanation?.logs ?? [] })
}

interface Returning {
  readonly deciding: Deciding
  readonly stage: Progress['stage']
  readonly signal: AbortSignal
}

function standing({ begun }: Deciding, { stage, explanation }: Progress): Left {
  if (explanation !== undefined) {
    const { because = 'its events do not say why' } = explanation.diagnosis
    const what = `The new version had failed (${because}), and App Runner goes on putting the previous one back.`
    return { outcome: 'failed', what }
  }
  if (stage === 'ended') {
    const what = `The operation ${begun.operationId} is over; what it brought was not looked at.`
    return { outcome: 'cancelled', what }
  }
  const what =
    stage === 'operating'
      ? `The operation ${begun.operationId} goes on without this step.`
      : 'The new version had been deployed, and stays; it was not looked at to the end.'
  return { outcome: 'cancelled', what }
}

async function askForReturn({ aws }: Work, { deciding, stage, signal }: Returning): Promise<Left> {
  const parts = previousOf(deciding)
  const outcome = 'cancelled'
  if (parts === undefined) {
    const what = 'There is no previous configuration to put back, so what had begun goes on.'
    return { outcome, what }
  }
  try {
    const now = await describeService({ ...aws, signal }, deciding.begun.arn)
    if (stage !== 'operating' && isTheirs(now, deciding)) return { outcome, what: leftToOthers }
    const update = { kind: 'update', parts, differences: [] } as const
    const back = await begin({ ...aws, signal }, deciding.begun.arn, update)
    if (back === undefined) {
      const what =
        'App Runner takes no other operation while one is under way, so what had begun goes on.'
      return { outcome, what }
    }
    const what =
      'The previous configuration is being put back, as on-cancel says; its end was not waited for.'
    return { outcome: 'failed', what }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { outcome, what: `The previous configuration could not be put back: ${why}` }
  }
}
