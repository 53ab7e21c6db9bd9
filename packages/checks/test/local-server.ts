import { readFileSync } from 'node:fs'
import * as http from 'node:http'
import * as https from 'node:https'
import * as net from 'node:net'

/** What arrived at a server. */
export interface Received {
  readonly method: string
  readonly path: string
  readonly headers: http.IncomingHttpHeaders
  readonly body: string
}

/** A server on this machine that ends with the scope it is made in. */
export interface LocalServer extends AsyncDisposable {
  readonly port: number
  /** With the host `127.0.0.1`. */
  readonly url: string
  readonly received: readonly Received[]
}

type Answer = (response: http.ServerResponse, request: Received, index: number) => void

/** Serves HTTP; `answer` gets the request and how many came before it. */
export function serveHttp(answer: Answer): Promise<LocalServer> {
  const received: Received[] = []
  return listening(http.createServer(recorder(received, answer)), 'http', received)
}

/** Serves HTTPS with a certificate for localhost, checks.test and 127.0.0.1. */
export function serveHttps(answer: Answer, certificate = 'localhost'): Promise<LocalServer> {
  const received: Received[] = []
  const options = { key: fixture('localhost.key.pem'), cert: fixture(`${certificate}.cert.pem`) }
  return listening(https.createServer(options, recorder(received, answer)), 'https', received)
}

/** Takes connections and leaves the rest to `talk`. */
export function serveTcp(talk: (socket: net.Socket) => void): Promise<LocalServer> {
  return listening(net.createServer(talk), 'http', [])
}

/** A port of this machine on which nobody listens. */
export async function closedPort(): Promise<number> {
  await using server = await serveTcp(() => undefined)
  return server.port
}

/** A file of the folder of fixtures. */
export function fixture(name: string): string {
  return readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
}

function recorder(received: Received[], answer: Answer): http.RequestListener {
  return (request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => (body += chunk))
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request
      const entry = { method, path, headers, body }
      received.push(entry)
      answer(response, entry, received.length - 1)
    })
  }
}

async function listening(
  server: net.Server,
  protocol: string,
  received: readonly Received[],
): Promise<LocalServer> {
  const sockets = new Set<net.Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    port,
    received,
    url: `${protocol}://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
