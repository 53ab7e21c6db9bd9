import { answerError } from './github-answer-error.ts'

/** Where the comments of a pull request are, to GitHub an issue like any other. */
export interface Conversation {
  /** Address of the API, as GITHUB_API_URL has it. */
  readonly api: string
  /** `owner/name`. */
  readonly repository: string
  readonly number: number
  readonly token: string
}

/** How many comments GitHub gives at once, at most. */
const pageSize = 100

/**
 * The id of the first comment that begins with a text, among all pages; undefined when there is none. Throws
 * GitHubAnswerError, and what `fetch` throws.
 * https://docs.github.com/rest/issues/comments#list-issue-comments
 */
export async function findComment(
  conversation: Conversation,
  beginning: string,
  signal: AbortSignal,
): Promise<number | undefined> {
  for (let page = 1; ; page += 1) {
    const path = `issues/${conversation.number}/comments?per_page=${pageSize}&page=${page}`
    const response = await request(conversation, { method: 'GET', path, signal })
    const comments: unknown = await response.json()
    const found = Array.isArray(comments) ? comments.find(beginsWith(beginning)) : undefined
    if (found !== undefined) return found.id
    // The link itself is not followed: the token goes to one place only.
    if (!/\brel="next"/.test(response.headers.get('link') ?? '')) return undefined
  }
}

interface IssueComment {
  readonly id: number
}

function beginsWith(beginning: string): (comment: unknown) => comment is IssueComment {
  return (comment): comment is IssueComment =>
    typeof comment === 'object' &&
    comment !== null &&
    'id' in comment &&
    typeof comment.id === 'number' &&
    'body' in comment &&
    typeof comment.body === 'string' &&
    comment.body.startsWith(beginning)
}

/**
 * Writes a comment: in the place of the one that has the id, else a new one. Throws GitHubAnswerError, and what `fetch`
 * throws.
 */
export async function writeComment(
  conversation: Conversation,
  { id, body }: { readonly id: number | undefined; readonly body: string },
  signal: AbortSignal,
): Promise<void> {
  const response = await request(conversation, {
    method: id === undefined ? 'POST' : 'PATCH',
    path: id === undefined ? `issues/${conversation.number}/comments` : `issues/comments/${id}`,
    body: JSON.stringify({ body }),
    signal,
  })
  await response.arrayBuffer()
}

async function request(
  { api, repository, token }: Conversation,
  { path, ...init }: { readonly path: string } & Pick<RequestInit, 'method' | 'body' | 'signal'>,
): Promise<Response> {
  const response = await fetch(`${api.replace(/\/+$/, '')}/repos/${repository}/${path}`, {
    ...init,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'user-agent': 'deploy-actions',
      'x-github-api-version': '2022-11-28',
    },
    redirect: 'manual',
  })
  if (!response.ok) throw await answerError(response)
  return response
}
