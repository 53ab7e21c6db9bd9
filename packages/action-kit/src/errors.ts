import type { FailureCode } from './failure-codes.ts'

/** What an {@link ActionError} is made of; see the class for the meaning of each part. */
export interface ActionErrorParts {
  readonly code: FailureCode
  readonly message: string
  readonly remedy: string
  readonly cause?: unknown
}

/**
 * A failure that was foreseen: it says what happened and why (`message`) and what the user can do
 * about it (`remedy`). `code` becomes the output `failure`; `cause` keeps the original error.
 * Whatever is thrown that is no ActionError is a bug of this suite, and is reported as one.
 */
export class ActionError extends Error {
  override readonly name = 'ActionError'
  readonly code: FailureCode
  readonly remedy: string

  constructor(parts: ActionErrorParts) {
    super(parts.message, parts.cause === undefined ? {} : { cause: parts.cause })
    this.code = parts.code
    this.remedy = parts.remedy
  }
}

/** The error as an ActionError: itself, or a `bug` that carries the original and its stack. */
export function toActionError(error: unknown): ActionError {
  if (error instanceof ActionError) return error
  const original = error instanceof Error ? error : new Error(String(error))
  return new ActionError({
    code: 'bug',
    message: `Something that should never happen did: ${original.message}`,
    remedy:
      'This is a bug in deploy-actions. Please open an issue with the stack trace from this log; ' +
      'check there that it contains nothing confidential.',
    cause: original,
  })
}
