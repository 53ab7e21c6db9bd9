import { once } from 'node:events'
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server as HttpOnly,
} from 'node:http'
import { Server as HttpsOnly } from 'node:https'
import { createServer as createSocketServer, type AddressInfo, type Socket } from 'node:net'

export interface MixedServerOptions {
  readonly handle: RequestListener
  /** Key and certificate, in PEM. */
  readonly key: Buffer
  readonly cert: Buffer
  /** Whether it is what a program with HTTPS_PROXY looks for at this host. */
  readonly isProxyFor: (host: string) => boolean
}

export interface MixedServer {
  readonly url: string
  /** Cuts all connections and resolves when the port is free. */
  stop(): Promise<void>
}

/** The first byte of every TLS connection: a handshake. */
const tlsHandshake = 0x16

/**
 * Starts a server on this machine that speaks HTTP and HTTPS on one port, and that is the proxy (CONNECT) for its own hosts:
 * programs reach it by names that lead elsewhere.
 */
export async function startMixedServer(options: MixedServerOptions): Promise<MixedServer> {
  const { handle, key, cert, isProxyFor } = options
  const secure = new HttpsOnly({ key, cert }, handle)
  const plain = createServer(handle)
  plain.on('connect', ({ url = '' }: IncomingMessage, socket: Socket, early: Buffer) => {
    const isOurs = isProxyFor(url.replace(/:\d+$/, ''))
    if (!isOurs) return socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    if (early.length > 0) socket.unshift(early)
    return handOn(socket, plain, secure)
  })
  const sockets = new Set<Socket>()
  const server = createSocketServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    handOn(socket, plain, secure)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A server that listens on a port has such an address.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

/** Looks at the first byte that comes, and lets the server go on that it is for. */
function handOn(socket: Socket, plain: HttpOnly, secure: HttpsOnly): void {
  socket.once('data', (first: Buffer) => {
    socket.pause()
    socket.unshift(first)
    const server = first[0] === tlsHandshake ? secure : plain
    server.emit('connection', socket)
    setImmediate(() => socket.resume())
  })
}
