import { ActionError } from '@deploy-actions/action-kit'
import { isAccessDenied } from '@deploy-actions/aws'

/** That the role may not read something, with the statement that it lacks. */
export interface Denied {
  readonly remedy: string
}

/** What a thrown error says, where it is that the role may not do something. */
export function findDenied(thrown: unknown): Denied | undefined {
  return isAccessDenied(thrown) && thrown instanceof ActionError ? thrown : undefined
}
