/** What GitHub says to a request that it does not carry out. */
export class GitHubAnswerError extends Error {
  override readonly name = 'GitHubAnswerError'
  readonly status: number
  /** Whether the same request may well be carried out a little later. */
  readonly isTransient: boolean
  /** How long GitHub asks to wait before the next request. */
  readonly waitSeconds: number | undefined

  constructor({ status, headers }: Response, message: string) {
    super(message)
    const retryAfter = Number(headers.get('retry-after') ?? NaN)
    const isLimited = !Number.isNaN(retryAfter) || headers.get('x-ratelimit-remaining') === '0'
    this.status = status
    this.isTransient = status >= 500 || status === 429 || (status === 403 && isLimited)
    this.waitSeconds = Number.isNaN(retryAfter) ? undefined : retryAfter
  }
}

/** The error for an answer other than success, with the sentence that GitHub gives in it. */
export async function answerError(response: Response): Promise<GitHubAnswerError> {
  const sentence = /"message"\s*:\s*"((?:[^"\\]|\\.){1,200})/.exec(await response.text())?.[1]
  return new GitHubAnswerError(response, sentence ?? '')
}
