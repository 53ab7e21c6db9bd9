import { isAwsError, isTransient } from '@deploy-actions/aws'
import type { Attempt } from '../attempt.ts'

/**
 * A middleware for inside of the SDK's retries, which keeps why a call has to be made again: the SDK
 * only says that it was aborted when the time is over.
 */
export function passingTrouble(
  attempt: Attempt,
): <Input, Output>(next: (input: Input) => Promise<Output>) => (input: Input) => Promise<Output> {
  return (next) => async (input) => {
    try {
      return await next(input)
    } catch (error) {
      if (isTransient(error) && error instanceof Error) attempt.remember(trouble(error))
      throw error
    }
  }
}

function trouble(error: Error) {
  const isThrottled = isAwsError(error, 'ThrottlingException', 'TooManyRequestsException')
  const words = error.message || error.name
  return {
    kind: 'not-checked',
    reason: isThrottled ? 'throttled' : 'unreachable',
    message: isThrottled
      ? `ECR kept throttling this account: ${words}.`
      : `ECR could not be asked: ${words}.`,
    remedy: isThrottled
      ? 'Run the step again, with fewer jobs at the same time.'
      : 'Check that this runner has a way to ECR, and run the step again.',
  } as const
}
