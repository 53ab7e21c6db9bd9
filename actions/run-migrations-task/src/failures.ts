import type { Task } from '@aws-sdk/client-ecs'
import { ActionError, formatSeconds } from '@deploy-actions/action-kit'
import { nameFromArn } from '@deploy-actions/aws'
import {
  diagnoseDeaths,
  groupDeaths,
  readLogTail,
  type Diagnosis,
  type TaskVerdict,
} from '@deploy-actions/ecs'
import type { TaskEnd } from './act.ts'
import type { Work } from './work.ts'

/** Why a task did not succeed, with the last lines of its container. */
export interface TaskFailure {
  readonly failure: ActionError
  readonly diagnosis: Diagnosis | undefined
}

/** Explains the end of a task; undefined for success. */
export async function explainEnd(work: Work, end: TaskEnd): Promise<TaskFailure | undefined> {
  if (end.kind === 'refused') return { failure: noPlace(work, end.reasons), diagnosis: undefined }
  if (end.kind === 'timed-out') return { failure: tooLate(work, end.task), diagnosis: undefined }
  if (end.verdict.kind === 'succeeded') return undefined
  const diagnosis = await diagnose(work, end.verdict, end.task)
  return { failure: failureOf(work, { ...end, diagnosis }), diagnosis }
}

async function diagnose(
  work: Work,
  { death }: TaskVerdict,
  task: Task,
): Promise<Diagnosis | undefined> {
  const [group] = groupDeaths(death === undefined ? [] : [death])
  if (group === undefined || death === undefined) return undefined
  const { clients, plan, ecs } = work
  const { taskArn = '' } = task
  const hasRun = task.startedAt !== undefined && work.inputs.logs !== 'off'
  const source = {
    definition: plan.definition,
    container: death.container ?? plan.container,
    taskId: nameFromArn(taskArn),
    arn: taskArn,
    endedAt: death.stoppedAt,
  }
  const log = hasRun ? await readLogTail(clients, source, ecs.signal) : undefined
  return diagnoseDeaths([group], log)
}

interface Failed {
  readonly task: Task
  readonly verdict: TaskVerdict
  readonly diagnosis: Diagnosis | undefined
}

function failureOf({ plan }: Work, { task, verdict, diagnosis }: Failed): ActionError {
  const isByPerson = task.stopCode === 'UserInitiated' && verdict.kind !== 'failed'
  const { log } = diagnosis ?? {}
  const lines = [
    sentences[verdict.kind](plan.container, verdict),
    ...(diagnosis ? [diagnosis.headline] : []),
    ...(verdict.reason ? [`ECS says: ${verdict.reason}`] : []),
    ...(log && log.lines.length > 0
      ? [`Last lines of ${log.container}:`, ...log.lines.map((line) => `  | ${line}`)]
      : []),
  ]
  return new ActionError({
    code: diagnosis?.code ?? (isByPerson ? 'cancelled' : 'crash'),
    message: lines.join('\n'),
    remedy:
      diagnosis?.remedy ??
      (isByPerson
        ? 'Ask who stopped the task (CloudTrail names StopTask), and run the step again when it should go on.'
        : 'Read the log of the container, and mend what it complains about; then run the step again.'),
  })
}

const sentences: Readonly<
  Record<TaskVerdict['kind'], (container: string, verdict: TaskVerdict) => string>
> = {
  succeeded: (container) => `${container} succeeded.`,
  failed: (container, { exitCode }) => `${container} exited with code ${exitCode}.`,
  killed: (container, { exitCode }) =>
    `${container} was killed${exitCode === undefined ? '' : ` (exit code ${exitCode})`}.`,
  'never-started': (container) =>
    `The task ended before ${container} was run: nothing was changed by it.`,
}

function noPlace({ inputs }: Work, reasons: readonly string[]): ActionError {
  return new ActionError({
    code: 'capacity',
    message: `ECS found no place for the task in ${inputs.startAttempts} attempts: ${[...new Set(reasons)].join(', ')}.`,
    remedy:
      'Look at the capacity of the cluster, at the subnets and at the quotas of the account; then run the step again.',
  })
}

function tooLate(
  { inputs, plan }: Work,
  { taskArn, lastStatus, desiredStatus }: Task,
): ActionError {
  const what =
    desiredStatus === 'STOPPED'
      ? 'It was stopped: what it was doing may be half done.'
      : `It was left as it is (${lastStatus}); the next run finds it.`
  return new ActionError({
    code: 'timeout',
    message: `${plan.container} of ${taskArn} was not done after ${formatSeconds(inputs.timeoutSeconds)}. ${what}`,
    remedy: 'Read the log for what takes so long; raise timeout where the work needs longer.',
  })
}
