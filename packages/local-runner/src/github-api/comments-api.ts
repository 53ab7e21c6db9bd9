/** One comment of a pull request. */
export interface PullRequestComment {
  readonly id: number
  readonly author: string
  body: string
}

/** Whose comments there are, and who may read and write them. */
export interface Conversation {
  /** `owner/name`. */
  readonly repository: string
  /** Of the pull request. */
  readonly number: number
  /** May do everything. */
  readonly token: string
  /** What a job gets that may not write, as for the pull request of a fork. */
  readonly readOnlyToken: string
}

/** What is asked of the API. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly url: string
  readonly authorization: string | undefined
  readonly body: string
}

/** What the API answers. */
export interface ApiAnswer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly content: unknown
}

/** GitHub refuses longer ones. */
const longestBody = 65_536

/**
 * GitHub's API of comments, as far as one pull request has them: lists by page, creates and updates.
 * https://docs.github.com/rest/issues/comments
 */
export class CommentsApi {
  readonly #conversation: Conversation
  readonly #comments: PullRequestComment[]

  /** `comments` holds what there is at any time, oldest first. */
  constructor(conversation: Conversation, comments: PullRequestComment[]) {
    this.#conversation = conversation
    this.#comments = comments
  }

  handle({ method, url, authorization, body }: ApiRequest): ApiAnswer {
    const { repository, number, token, readOnlyToken } = this.#conversation
    const { pathname, searchParams } = new URL(url, 'http://localhost')
    const path = pathname.replace(`/api/v3/repos/${repository}/issues`, '')
    const comment = this.#comments.find(({ id }) => path === `/comments/${id}`)
    const isKnown = method === 'PATCH' ? comment !== undefined : path === `/${number}/comments`
    const mayWrite = authorization === `Bearer ${token}`
    const mayRead = mayWrite || authorization === `Bearer ${readOnlyToken}`
    if (!mayRead) return failure(401, 'Bad credentials')
    if (!isKnown) return failure(404, 'Not Found')
    if (method === 'GET') return this.#page(searchParams, pathname)
    return mayWrite
      ? this.#write(comment, body)
      : failure(403, 'Resource not accessible by integration')
  }

  #page(parameters: URLSearchParams, path: string): ApiAnswer {
    const size = Math.min(100, Number(parameters.get('per_page') ?? 30))
    const page = Number(parameters.get('page') ?? 1)
    const isLast = page * size >= this.#comments.length
    // Behind a proxy, GitHub's own links may well lead elsewhere.
    const next = `<https://elsewhere.invalid${path}?per_page=${size}&page=${page + 1}>; rel="next"`
    return {
      status: 200,
      headers: isLast ? {} : { link: next },
      content: this.#comments.slice((page - 1) * size, page * size),
    }
  }

  #write(comment: PullRequestComment | undefined, json: string): ApiAnswer {
    const parsed: unknown = JSON.parse(json)
    const body = typeof parsed === 'object' && parsed !== null && 'body' in parsed && parsed.body
    if (typeof body !== 'string' || body.length > longestBody) {
      return failure(422, 'Validation Failed')
    }
    if (comment !== undefined) {
      comment.body = body
      return { status: 200, content: comment }
    }
    const added = { id: this.#comments.length + 1, author: 'github-actions[bot]', body }
    this.#comments.push(added)
    return { status: 201, content: added }
  }
}

function failure(status: number, message: string): ApiAnswer {
  return { status, content: { message, documentation_url: 'https://docs.github.com/rest' } }
}
