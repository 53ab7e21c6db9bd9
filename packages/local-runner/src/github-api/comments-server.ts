import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { CommentsApi, type Conversation, type PullRequestComment } from './comments-api.ts'

/** What goes wrong with a request: an answer instead of the work, the work and no answer, or nothing at all. */
export type Trouble =
  | {
      readonly status: number
      readonly message?: string
      readonly headers?: Readonly<Record<string, string>>
    }
  | 'answer-lost'
  | 'never-answers'

/** GitHub's API of comments on one pull request, on this machine. */
export interface CommentsServer extends AsyncDisposable {
  /** What GITHUB_API_URL is set to. */
  readonly url: string
  /** The comments as they stand, oldest first. */
  readonly comments: readonly PullRequestComment[]
  /** What goes wrong with the next requests, by method, one after the other. */
  readonly trouble: Partial<Record<'GET' | 'POST' | 'PATCH', Trouble[]>>
}

/** The conversation, with the comments that others have written, oldest first. */
export interface CommentsServerOptions extends Conversation {
  readonly comments?: readonly Omit<PullRequestComment, 'id'>[]
}

/** Starts the server; it stops at the end of `await using`. */
export async function startCommentsServer({
  comments: written = [],
  ...conversation
}: CommentsServerOptions): Promise<CommentsServer> {
  const comments = written.map((comment, i) => ({ id: i + 1, ...comment }))
  const trouble: CommentsServer['trouble'] = {}
  const api = new CommentsApi(conversation, comments)
  const server = createServer((request, response) => {
    void answer(request, response, { api, trouble })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/api/v3`,
    comments,
    trouble,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { api, trouble }: { readonly api: CommentsApi; readonly trouble: CommentsServer['trouble'] },
): Promise<void> {
  const method = request.method === 'POST' || request.method === 'PATCH' ? request.method : 'GET'
  const wrong = trouble[method]?.shift()
  const body = await text(request)
  if (wrong === 'never-answers') {
    // Under virtual time this says that nobody has to wait for the answer.
    response.writeProcessing()
    return
  }
  const { authorization } = request.headers
  const { status, headers, content } =
    wrong === undefined || wrong === 'answer-lost'
      ? api.handle({ method, url: request.url ?? '', authorization, body })
      : { ...wrong, content: { message: wrong.message ?? 'Something went wrong' } }
  if (wrong === 'answer-lost') {
    request.socket.destroy()
    return
  }
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(content))
}
