import { once } from 'node:events'
import {
  createServer,
  request as ask,
  type IncomingMessage,
  type Server as HttpServer,
  type ServerResponse,
} from 'node:http'

/** What befalls a request instead of its answer. */
export type Mishap =
  | { readonly kind: 'drop'; readonly afterBytes?: number }
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly error?: { readonly code: string; readonly message: string }
      readonly headers?: Readonly<Record<string, string>>
    }

/** Which requests have a mishap: those of a method whose path matches, so many of them. */
export interface Trouble {
  readonly method: string
  readonly path: RegExp
  readonly times: number
  readonly mishap: Mishap
}

/** A registry that can be troubled: a proxy in front of docker-registry. */
export interface TroubledRegistry extends AsyncDisposable {
  /** As docker names it, such as `localhost:5001`. */
  readonly host: string
  readonly url: string
  /** What was asked, `METHOD /path` each, since the last call. */
  takeRequests(): readonly string[]
  /** How often something went amiss since this was said. */
  trouble(...troubles: readonly Trouble[]): () => number
  /** From now on nobody is let in without them. */
  lock(user: { readonly username: string; readonly password: string }): void
}

/** Starts a proxy in front of a registry. */
export async function troubledRegistry(target: string): Promise<TroubledRegistry> {
  const state = new State(new URL(target))
  const server = createServer((request, response) => state.handle(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `localhost:${portOf(server)}`
  return {
    host,
    url: `http://${host}`,
    takeRequests: () => state.requests.splice(0),
    trouble(...troubles) {
      state.troubles = troubles.map((trouble) => ({ ...trouble }))
      state.mishaps = 0
      return () => state.mishaps
    },
    lock: ({ username, password }) => {
      state.authorization = `Basic ${btoa(`${username}:${password}`)}`
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

class State {
  readonly requests: string[] = []
  troubles: { times: number; method: string; path: RegExp; mishap: Mishap }[] = []
  mishaps = 0
  authorization: string | undefined
  readonly #target: URL

  constructor(target: URL) {
    this.#target = target
  }

  handle(request: IncomingMessage, response: ServerResponse): void {
    const { method = '', url: path = '' } = request
    this.requests.push(`${method} ${path}`)
    const { authorization } = request.headers
    if (this.authorization !== undefined && authorization !== this.authorization) {
      unauthorized(request, response)
      return
    }
    const trouble = this.troubles.find(
      (one) => one.times > 0 && one.method === method && one.path.test(path),
    )
    if (trouble === undefined) {
      this.#forward(request, response)
      return
    }
    trouble.times -= 1
    this.mishaps += 1
    befall(trouble.mishap, request, response)
  }

  /** The registry names itself as it was called, so that its addresses lead here. */
  #forward(request: IncomingMessage, response: ServerResponse): void {
    const { method, url: path, headers } = request
    const { hostname, port } = this.#target
    const asked = ask({ hostname, port, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    asked.on('error', () => response.destroy())
    request.pipe(asked)
  }
}

function befall(mishap: Mishap, request: IncomingMessage, response: ServerResponse): void {
  if (mishap.kind === 'answer') {
    const { status, error, headers } = mishap
    const body = JSON.stringify({ errors: error === undefined ? [] : [error] })
    request.resume()
    request.once('end', () => {
      response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(body)
    })
    return
  }
  let received = 0
  const { afterBytes = 0 } = mishap
  const drop = (): void => void request.socket.destroy()
  if (afterBytes === 0) drop()
  request.on('data', (data: Buffer) => {
    received += data.length
    if (received >= afterBytes) drop()
  })
  request.once('end', drop)
}

function unauthorized(request: IncomingMessage, response: ServerResponse): void {
  befall(
    {
      kind: 'answer',
      status: 401,
      error: { code: 'UNAUTHORIZED', message: 'authentication required' },
      headers: { 'WWW-Authenticate': 'Basic realm="registry"' },
    },
    request,
    response,
  )
}

function portOf(server: HttpServer): number {
  const address = server.address()
  if (typeof address === 'object' && address !== null) return address.port
  throw new Error('The proxy has no port.')
}
