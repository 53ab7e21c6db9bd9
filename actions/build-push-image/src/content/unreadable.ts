import { ActionError } from '@deploy-actions/action-kit'

/** The `input` error for a file or folder of the build that is there and cannot be read. */
export function unreadable(path: string, cause: unknown): ActionError {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new ActionError({
    code: 'input',
    message: `${path} cannot be read: ${why}.`,
    remedy:
      'Let the user of the runner read it, or name it in .dockerignore if the image does not need it.',
    cause,
  })
}
