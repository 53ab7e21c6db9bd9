import { ActionError } from '@deploy-actions/action-kit'
import { isAccessDenied, isAwsError, isTransient } from '@deploy-actions/aws'
import type { NotChecked } from './lookup.ts'

/** Thrown inside of this package where a registry cannot be asked, or does not say. */
export class NotCheckedError extends Error {
  override readonly name = 'NotCheckedError'
  readonly notChecked: NotChecked

  constructor(notChecked: Omit<NotChecked, 'kind'>) {
    super(notChecked.message)
    this.notChecked = { kind: 'not-checked', ...notChecked }
  }
}

/** What a refused or failed call of AWS means where it was only a check. */
export function notCheckedByAws(error: ActionError): NotChecked {
  const { message, remedy } = error
  return { kind: 'not-checked', reason: reasonOf(error), message, remedy }
}

function reasonOf(error: ActionError): NotChecked['reason'] {
  if (error.code === 'access-denied') {
    return isAccessDenied(error) ? 'access-denied' : 'credentials'
  }
  if (isAwsError(error, 'ThrottlingException', 'TooManyRequestsException')) return 'throttled'
  return error.code === 'input' || isTransient(error) ? 'unreachable' : 'unsupported'
}

/** The error that an image which could not be checked means where its digest is needed. */
export function neededError(notChecked: NotChecked, cause: unknown): ActionError {
  const { reason, message, remedy } = notChecked
  const isRefused = reason === 'access-denied' || reason === 'credentials'
  return new ActionError({
    code: isRefused ? 'access-denied' : 'service-error',
    message,
    remedy,
    cause,
  })
}
