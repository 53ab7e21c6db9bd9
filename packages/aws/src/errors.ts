import { ActionError, CancelledError } from '@deploy-actions/action-kit'
import { accessDenied, type AwsCall } from './access-denied.ts'

/** Whether the error, or one that caused it, is the AWS exception of that name. */
export function isAwsError(error: unknown, ...names: readonly string[]): boolean {
  if (!(error instanceof Error)) return false
  return names.includes(error.name) || isAwsError(error.cause, ...names)
}

const throttling = [
  'ThrottlingException',
  'Throttling',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'LimitExceededException',
]

/** Whether AWS refused because it was asked too often: ask less often, then again. */
export function isThrottling(error: unknown): boolean {
  return isAwsError(error, ...throttling)
}

const denied = [
  'AccessDeniedException',
  'AccessDenied',
  'UnauthorizedOperation',
  'AuthorizationError',
]
const expired = ['ExpiredTokenException', 'ExpiredToken', 'RequestExpired']
const credentialNames = [
  'CredentialsProviderError',
  'UnrecognizedClientException',
  'InvalidSignatureException',
  'InvalidClientTokenId',
  'TokenProviderError',
]

/** Whether the role may not do what was asked. */
export function isAccessDenied(error: unknown): boolean {
  return isAwsError(error, ...denied)
}

/**
 * What a failed call means to the user: an `access-denied` with the statement to add, or a
 * `service-error`. The exception of AWS stays the cause, so {@link isAwsError} still knows it.
 */
export function explainAwsError(error: unknown, call: AwsCall): ActionError | CancelledError {
  if (error instanceof ActionError || error instanceof CancelledError) return error
  if (isAwsError(error, 'AbortError') && error instanceof Error) {
    return error.cause instanceof CancelledError ? error.cause : new CancelledError()
  }
  if (isAccessDenied(error)) return accessDenied(error, textOf(error), call)
  if (isAwsError(error, ...expired)) return expiredCredentials(error)
  if (isAwsError(error, ...credentialNames)) return badCredentials(error)
  if (textOf(error).startsWith('Region is missing')) return noRegion(error)
  return new ActionError({
    code: 'service-error',
    message: `${call.iamAction} failed: ${textOf(error)}`,
    remedy: isThrottling(error)
      ? 'AWS kept throttling this account, also after retries. Run the step again, with fewer jobs at the same time.'
      : 'Look at what AWS says above. When it is not about your configuration, run the step again.',
    cause: error,
  })
}

function badCredentials(error: unknown): ActionError {
  return new ActionError({
    code: 'access-denied',
    message: `AWS does not accept the credentials of this job, or there are none: ${textOf(error)}`,
    remedy:
      'Put aws-actions/configure-aws-credentials before this step, with a role to assume, and give the job the permission id-token: write.',
    cause: error,
  })
}

function expiredCredentials(error: unknown): ActionError {
  return new ActionError({
    code: 'access-denied',
    message: `The credentials of this job expired before the step was done: ${textOf(error)}`,
    remedy:
      'Raise role-duration-seconds of aws-actions/configure-aws-credentials above what the job takes (and the maximum session duration of the role with it), or put that action right before this step. Then run the job again: it goes on from what it finds.',
    cause: error,
  })
}

function noRegion(cause: unknown): ActionError {
  return new ActionError({
    code: 'input',
    message: 'No AWS region is set.',
    remedy:
      'Set the input aws-region, or the environment variable AWS_REGION, as configure-aws-credentials does.',
    cause,
  })
}

/** The words of an error; some network errors of Node have a code only. */
function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const name = error.name === 'Error' ? '' : `${error.name}: `
  const words = error.message || ('code' in error ? String(error.code) : 'no reason given')
  return `${name}${words}`
}
