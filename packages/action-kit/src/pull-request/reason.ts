import { CancelledError } from '../cancellation.ts'
import { GitHubAnswerError } from './github-answer-error.ts'

/** The time for a comment was over. */
export class OutOfTimeError extends Error {
  override readonly name = 'OutOfTimeError'

  constructor(seconds: number) {
    super(`GitHub did not take it within ${seconds} seconds`)
  }
}

/** Why a comment could not be written, and what to do where the user can do something: whole sentences. */
export function reasonOf(error: unknown): string {
  if (error instanceof CancelledError) return 'the job was cancelled.'
  if (error instanceof GitHubAnswerError) return `${answerOf(error)} ${remedyOf(error)}`.trim()
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (!(cause instanceof Error)) return `${String(cause)}.`
  // Where a host has several addresses, only the code tells what became of them.
  return `${cause.message || ('code' in cause ? String(cause.code) : cause.name)}.`
}

function answerOf({ status, message }: GitHubAnswerError): string {
  return `GitHub answered ${status}${message === '' ? '' : ` (${message})`}.`
}

function remedyOf({ status, isTransient }: GitHubAnswerError): string {
  if (isTransient) return 'The next run writes it.'
  if (status === 401) return 'Give github-token a token that is valid, such as ${{ github.token }}.'
  if (status === 403 || status === 404) {
    return 'The job needs the permission `pull-requests: write`, which runs for pull requests from forks cannot have.'
  }
  return ''
}
