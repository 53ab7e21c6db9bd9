import { sleep } from '../cancellation.ts'
import type { Host } from '../host.ts'
import { commentBody, marker } from './comment-body.ts'
import { findPullRequest } from './find-pull-request.ts'
import { GitHubAnswerError } from './github-answer-error.ts'
import { findComment, writeComment, type Conversation } from './issue-comments.ts'
import { OutOfTimeError, reasonOf } from './reason.ts'

/** A comment on the pull request of a run, of which there is one for each action and target. */
export interface PullRequestComment {
  /** Needs `pull-requests: write`. */
  readonly token: string
  /** Name of the action. */
  readonly action: string
  /** What the action works on, such as the ARN of a service; nobody sees it. */
  readonly target: string
  readonly markdown: string
}

/** A comment is no reason to keep a deployment waiting for long. */
const longestSeconds = 15
const mostAttempts = 3

/**
 * Writes the comment on the pull request of the run, or brings it up to date where an earlier run has written it. Masked
 * values are hidden in it. Never throws: a comment that cannot be written in 15 seconds is a warning, and a run without a pull
 * request is no reason for one.
 */
export async function commentOnPullRequest(
  host: Host,
  signal: AbortSignal,
  comment: PullRequestComment,
): Promise<void> {
  let number: number | undefined
  try {
    number = await findPullRequest(host)
    if (number === undefined) {
      host.info('This run belongs to no pull request, so there is none to comment on.')
      return
    }
    await write(host, signal, { comment, number })
    host.info(`The comment on pull request #${number} is up to date.`)
  } catch (error) {
    const where = number === undefined ? 'the pull request' : `pull request #${number}`
    host.warning(`The comment on ${where} could not be written: ${reasonOf(error)}`)
  }
}

async function write(
  host: Host,
  signal: AbortSignal,
  { comment, number }: { readonly comment: PullRequestComment; readonly number: number },
): Promise<void> {
  const conversation = {
    api: host.readVariable('GITHUB_API_URL') || 'https://api.github.com',
    repository: host.run.repository,
    number,
    token: comment.token,
  }
  const beginning = marker(comment.action, comment.target)
  const body = commentBody(beginning, host.hide(comment.markdown), host.run)
  const deadline = new AbortController()
  const timer = setTimeout(
    () => deadline.abort(new OutOfTimeError(longestSeconds)),
    longestSeconds * 1000,
  )
  try {
    const either = AbortSignal.any([signal, deadline.signal])
    await keepUpToDate(conversation, { beginning, body }, either)
  } finally {
    clearTimeout(timer)
  }
}

/** Looks anew before each attempt: a comment may have been written although its answer was lost. */
async function keepUpToDate(
  conversation: Conversation,
  { beginning, body }: { readonly beginning: string; readonly body: string },
  signal: AbortSignal,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const id = await findComment(conversation, beginning, signal)
      await writeComment(conversation, { id, body }, signal)
      return
    } catch (error) {
      if (attempt === mostAttempts || signal.aborted || !isTransient(error)) throw error
      const asked = error instanceof GitHubAnswerError ? error.waitSeconds : undefined
      if (asked !== undefined && asked >= longestSeconds) throw error
      await sleep((asked ?? attempt) * 1000, signal)
    }
  }
}

/** A connection that broke, or an answer that says so; `fetch` throws a TypeError for the former. */
function isTransient(error: unknown): boolean {
  return error instanceof GitHubAnswerError ? error.isTransient : error instanceof TypeError
}
