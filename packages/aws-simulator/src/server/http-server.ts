import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { ClockAuthority } from '../clock/authority.ts'

export interface HttpServerOptions {
  readonly port: number
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
}

/** An HTTP server on this machine only. */
export class HttpServer {
  readonly server: Server
  readonly #sockets = new Set<Socket>()

  constructor({ handle }: Pick<HttpServerOptions, 'handle'>) {
    this.server = createServer((request, response) => {
      handle(request, response).catch((error: unknown) => {
        response.destroy(error instanceof Error ? error : new Error(String(error)))
      })
    })
    this.server.on('connection', (socket) => {
      this.#sockets.add(socket)
      socket.on('close', () => this.#sockets.delete(socket))
    })
  }

  /** Starts a server and resolves when it listens; port 0 takes any that is free. */
  static async listen({ port, handle }: HttpServerOptions): Promise<HttpServer> {
    const started = new HttpServer({ handle })
    await new Promise<void>((resolve, reject) => {
      started.server.once('error', reject)
      started.server.listen(port, '127.0.0.1', resolve)
    })
    return started
  }

  get url(): string {
    // A server that listens on a port has such an address.
    const { port } = this.server.address() as AddressInfo
    return `http://127.0.0.1:${port}`
  }

  /** Cuts all connections, upgraded ones too, and resolves when the port is free. */
  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve))
    for (const socket of this.#sockets) socket.destroy()
    await closed
  }
}

/** The whole body of a request, as UTF-8. */
export async function readBody(request: IncomingMessage): Promise<string> {
  return (await readBytes(request)).toString('utf8')
}

/** The whole body of a request. */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  await once(request, 'end')
  return Buffer.concat(chunks)
}

/** Resolves when an answer that is slow on purpose may be sent. */
export async function answerLater(
  clock: ClockAuthority,
  response: ServerResponse,
  delayMs: number,
): Promise<void> {
  // Tells a client under virtual time that it may go on sleeping; others know no interim answers.
  if (clock.isVirtual) response.writeProcessing()
  await clock.park(clock.now() + delayMs)
}

/** The header that tells clients the time, which signs their requests: it is virtual. */
export function virtualDate(nowMs: number): Record<string, string> {
  return { Date: new Date(nowMs).toUTCString() }
}
