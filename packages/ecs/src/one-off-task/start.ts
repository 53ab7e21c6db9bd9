import { RunTaskCommand, type RunTaskRequest, type Task } from '@aws-sdk/client-ecs'
import { call, DeadlineError, isAwsError, isTransient } from '@deploy-actions/aws'
import type { EcsContext } from '../ecs-context.ts'
import { findPassingRefusal, refusalOf, type StartRefusal } from './start-refusal.ts'

/** What became of an attempt to start a task. */
export type StartResult =
  | { readonly kind: 'started'; readonly task: Task }
  /** ECS has started none. */
  | {
      readonly kind: 'refused'
      readonly refusals: readonly StartRefusal[]
      /** An answer, and no exception, by which the token may not be used up. */
      readonly isAnswer: boolean
    }
  /** The token was used already, for this task; undefined where that attempt has started none, or not yet. */
  | { readonly kind: 'taken'; readonly taskArn: string | undefined }
  /** Nobody knows whether it was started. */
  | { readonly kind: 'unanswered'; readonly error: unknown }

/** Longer than this no start is under way, retries included. */
export const startWithinMs = 20_000

/** Once the job is cancelled, the answer is waited for so long: it alone names the task. */
const answerWithinMs = 3_000

/**
 * Starts a task with a client token. Of several that use the same token at the same time with other parameters, one
 * starts its task, and the others are told which.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/ECS_Idempotency.html
 */
export async function startTask(
  context: EcsContext,
  request: RunTaskRequest & { readonly clientToken: string },
): Promise<StartResult> {
  context.signal.throwIfAborted()
  try {
    const { tasks = [], failures = [] } = await answerTo(context, request)
    const [task] = tasks
    if (task !== undefined) return { kind: 'started', task }
    return { kind: 'refused', refusals: failures.map(refusalOf), isAnswer: true }
  } catch (error) {
    if (isAwsError(error, 'ConflictException')) {
      return { kind: 'taken', taskArn: resourceIdsOf(error)[0] }
    }
    if (context.signal.aborted) throw error
    if (error instanceof DeadlineError || isTransient(error)) return { kind: 'unanswered', error }
    const refusal = findPassingRefusal(error)
    if (refusal !== undefined) return { kind: 'refused', refusals: [refusal], isAnswer: false }
    throw error
  }
}

async function answerTo({ ecs, signal }: EcsContext, request: RunTaskRequest) {
  const limit = new AbortController()
  const late = setTimeout(() => limit.abort(new DeadlineError()), startWithinMs)
  let last: NodeJS.Timeout | undefined
  const onCancel = (): void => {
    last = setTimeout(() => limit.abort(signal.reason), answerWithinMs)
  }
  signal.addEventListener('abort', onCancel, { once: true })
  try {
    const resource = request.taskDefinition ?? '*'
    return await call(ecs, new RunTaskCommand(request), { signal: limit.signal, resource })
  } catch (error) {
    throw limit.signal.aborted && !signal.aborted ? new DeadlineError() : error
  } finally {
    clearTimeout(late)
    clearTimeout(last)
    signal.removeEventListener('abort', onCancel)
  }
}

/** The exception of AWS, which is somewhere in the causes, names the tasks that the token has started. */
function resourceIdsOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return []
  if ('resourceIds' in error && Array.isArray(error.resourceIds))
    return error.resourceIds.map(String)
  return resourceIdsOf(error.cause)
}
