import type { Task } from '@aws-sdk/client-ecs'
import { ActionError } from '@deploy-actions/action-kit'
import {
  describeDeath,
  diagnoseDeaths,
  explainExitCode,
  groupDeaths,
  quoteLog,
  type Diagnosis,
  type LogTail,
  type TaskVerdict,
} from '@deploy-actions/ecs'
import type { TaskEnd } from './act.ts'
import { readEndOfLog } from './end-of-log.ts'
import { startRefused } from './refused-start.ts'
import { isStoppedByStep, stopReasons } from './stop-reasons.ts'
import { stillAtWork, tooLate } from './too-late.ts'
import type { Work } from './work.ts'

/** Why a task did not succeed, with the last lines of its container. */
export interface TaskFailure {
  readonly failure: ActionError
  /** What the sentence that the failure begins with does not say, as whole sentences. */
  readonly causes: readonly string[]
  readonly log: LogTail | undefined
}

type Ended = Extract<TaskEnd, { kind: 'ended' }>

/** Explains the end of a task; undefined for success. */
export async function explainEnd(work: Work, end: TaskEnd): Promise<TaskFailure | undefined> {
  if (end.kind === 'refused') {
    return { failure: startRefused(end), causes: [], log: undefined }
  }
  if (end.kind === 'timed-out') {
    const log = await readEndOfLog(work, end, { container: work.plan.container })
    return { failure: tooLate(work, end, log), causes: [], log }
  }
  if (end.verdict.kind === 'succeeded') return undefined
  const { diagnosis, log } = await diagnose(work, end)
  const causes = causesOf(work, end, diagnosis)
  return { failure: failureOf(work, end, { diagnosis, log, causes }), causes, log }
}

interface Diagnosed {
  readonly diagnosis: Diagnosis | undefined
  readonly log: LogTail | undefined
}

async function diagnose(work: Work, end: Ended): Promise<Diagnosed> {
  const { death } = end.verdict
  const container = death?.container ?? work.plan.container
  const log = await readEndOfLog(work, end, {
    container,
    ...(death && { endedAt: death.stoppedAt }),
  })
  const [group] = groupDeaths(death === undefined ? [] : [death])
  return { diagnosis: group && diagnoseDeaths([group], log), log }
}

/** What ECS and the log say, once. */
function causesOf({ plan }: Work, { verdict, task }: Ended, diagnosis?: Diagnosis): string[] {
  const { death, reason } = verdict
  const isOthers = death?.container !== undefined && death.container !== plan.container
  const told = isOthers ? `The end of the task: ${describeDeath(death)}` : `ECS says: ${reason}`
  return [
    ...(isOthers || reason ? [`${told.replace(/\.+$/, '')}.`] : []),
    ...(verdict.doubt === undefined ? [] : [verdict.doubt]),
    ...(diagnosis?.clue ? [`Its log says why: ${diagnosis.clue}.`] : []),
    ...stillAtWork(plan.container, task),
  ]
}

function failureOf(
  { plan }: Work,
  { task, verdict }: Ended,
  { diagnosis, log, causes }: Diagnosed & { readonly causes: readonly string[] },
): ActionError {
  const what =
    verdict.doubt === undefined
      ? sentences[verdict.kind](plan.container, verdict.exitCode)
      : `${plan.container} ended with exit code ${verdict.exitCode}, which is no success here.`
  const stopped = verdict.kind === 'failed' ? undefined : stoppedBy(task)
  return new ActionError({
    code: diagnosis?.code ?? stopped?.code ?? 'crash',
    message: [what, ...causes, ...quoteLog(log)].join('\n'),
    remedy:
      diagnosis?.remedy ??
      stopped?.remedy ??
      'Read the log of the container, and mend what it complains about; then run the step again.',
  })
}

/** Who has stopped a task, by what ECS keeps of it; undefined where nobody has. */
function stoppedBy(task: Task): Pick<ActionError, 'code' | 'remedy'> | undefined {
  if (task.stopCode !== 'UserInitiated') return undefined
  if (!isStoppedByStep(task)) {
    const remedy =
      'Ask who stopped the task (CloudTrail names StopTask), and run the step again when it should go on.'
    return { code: 'cancelled', remedy }
  }
  return task.stoppedReason === stopReasons.timeout
    ? {
        code: 'timeout',
        remedy:
          'The step that started the task stopped it when its timeout was over: raise timeout there, and run this step again.',
      }
    : {
        code: 'cancelled',
        remedy:
          'The step that started the task stopped it when its job was cancelled (on-cancel: stop): run this step again when the work should go on.',
      }
}

const sentences: Readonly<
  Record<TaskVerdict['kind'], (container: string, exitCode: number | undefined) => string>
> = {
  succeeded: (container) => `${container} succeeded.`,
  failed: (container, exitCode) => `${container} exited with code ${meant(exitCode)}.`,
  killed: (container, exitCode) =>
    `${container} was killed${exitCode === undefined ? '' : `, with exit code ${meant(exitCode)}`}.`,
  'never-started': (container) =>
    `The task ended before ${container} was run: nothing was changed by it.`,
}

/** An exit code with what it means; what 0 means for a service is nothing to a task. */
function meant(exitCode = 0): string {
  return exitCode === 0 ? '0' : `${exitCode}${explainExitCode(exitCode)}`
}
