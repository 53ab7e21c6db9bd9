import { ActionError, CancelledError } from '@deploy-actions/action-kit'
import {
  ensureActive,
  requestRollback,
  startDeployment,
  type EcsContext,
} from '@deploy-actions/ecs'
import type { BegunRollout, Deployment, Work } from './deployment.ts'

/** GitHub kills the step ten seconds after the cancel; asking has to be done by then. */
const patienceMs = 6_000

/**
 * What becomes of a begun rollout when the job is cancelled: it is left running (`thrown` goes on
 * up), or ECS is asked to go back, for whose end there is no time to wait.
 */
export async function cancelDeployment(
  { context: { host }, ecs, inputs, observed }: Work,
  begun: BegunRollout,
  thrown: unknown,
): Promise<Deployment> {
  if (inputs.onCancel === 'leave') {
    host.info('Cancelled: the rollout goes on without this step.')
    throw thrown
  }
  const answer = await underLastSignal((signal) =>
    askForRollback({ ecs: ecs.ecs, signal }, begun, observed.previousArn),
  )
  const failure = new ActionError({
    code: 'cancelled',
    message: `The job was cancelled. ${answers[answer]}`,
    remedy: 'Run the workflow again when the new version should be deployed after all.',
  })
  return { kind: 'failed', outcome: 'failed', failure, diagnosis: undefined, ...begun }
}

/** The run's own signal is aborted; what is left to do gets one that leaves it some seconds. */
async function underLastSignal<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(new CancelledError()), patienceMs)
  try {
    return await work(controller.signal)
  } finally {
    clearTimeout(timer)
  }
}

type Answer = 'asked' | 'refused' | 'nothing-to-go-back-to'

const answers: Readonly<Record<Answer, string>> = {
  asked:
    'ECS was asked to go back to the version that ran before, as on-cancel says; its end was not waited for.',
  refused: 'ECS did not go back: the deployment had ended already, or was going back by itself.',
  'nothing-to-go-back-to': 'There is no earlier version to go back to, so the rollout goes on.',
}

async function askForRollback(
  context: EcsContext,
  { rollout }: BegunRollout,
  previousArn: string | undefined,
): Promise<Answer> {
  const { serviceDeploymentArn, reference, started } = rollout
  if (previousArn === undefined) return 'nothing-to-go-back-to'
  if (serviceDeploymentArn !== undefined) {
    return (await requestRollback(context, serviceDeploymentArn)) ? 'asked' : 'refused'
  }
  if (previousArn === started.taskDefinition) return 'nothing-to-go-back-to'
  const taskDefinition = await ensureActive(context, previousArn)
  await startDeployment(context, { ...reference, taskDefinition })
  return 'asked'
}
