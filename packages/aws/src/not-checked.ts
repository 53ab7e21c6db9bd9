import { ActionError } from '@deploy-actions/action-kit'
import { AccessDeniedError } from './access-denied.ts'

/** Nobody knows: whoever would have to be asked could not be, or did not say. */
export interface NotChecked {
  readonly kind: 'not-checked'
  /** What is missing for the check: `needs secretsmanager:DescribeSecret on …`. */
  readonly message: string
  /** What to do so that it can be checked: the IAM statement to add, where a permission is missing. */
  readonly remedy: string
}

/** Makes a check; one that the role may not make, or that AWS does not answer, is no failure. */
export async function attemptCheck<T>(check: () => Promise<T>): Promise<T | NotChecked> {
  try {
    return await check()
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    return notChecked(error)
  }
}

function notChecked(error: ActionError): NotChecked {
  const message =
    error instanceof AccessDeniedError
      ? `needs ${error.missing.iamAction} on ${error.missing.resource}`
      : error.message
  return { kind: 'not-checked', message, remedy: error.remedy }
}
