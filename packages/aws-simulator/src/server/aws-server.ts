import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { ClockAuthority } from '../clock/authority.ts'
import { clockPath, ClockServer } from '../clock/clock-server.ts'
import type { Timeline } from '../cloud/timeline.ts'
import { layerPath } from '../registry/server/layer-storage.ts'
import type { RegistryGateway } from '../registry/server/registry-gateway.ts'
import { sendOutcome } from '../registry/server/registry-listeners.ts'
import type { Gateway } from './gateway.ts'
import { answerLater, HttpServer, readBody, virtualDate } from './http-server.ts'

export interface AwsServerOptions {
  readonly port: number
  readonly clock: ClockAuthority
  readonly timeline: Timeline
  readonly gateway: Gateway
  readonly registryGateway: RegistryGateway
}

/** Serves the AWS services and the clock on one port. */
export async function startAwsServer(options: AwsServerOptions): Promise<HttpServer> {
  const clockServer = new ClockServer(options.clock)
  const server = await HttpServer.listen({
    port: options.port,
    handle: async (request, response) => {
      if (request.url?.startsWith(clockPath)) clockServer.handle(request, response)
      else if (request.url?.startsWith(layerPath)) await answerLayer(options, request, response)
      else await answerCall(options, request, response)
    },
  })
  server.server.on('upgrade', (request, socket) => {
    // An HTTP server hands on the sockets of `node:net` that it accepted.
    clockServer.upgrade(request, socket as Socket)
  })
  return server
}

async function answerLayer(
  { clock, timeline, registryGateway }: AwsServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  request.resume()
  timeline.runUntil(clock.now())
  const { url = '', headers } = request
  await sendOutcome(clock, response, registryGateway.handleLayer({ url, headers }))
}

async function answerCall(
  { clock, timeline, gateway }: AwsServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request)
  timeline.runUntil(clock.now())
  const { answer, isReset, delayMs } = gateway.handle({ headers: request.headers, body })
  if (delayMs > 0) await answerLater(clock, response, delayMs)
  if (isReset) {
    request.socket.resetAndDestroy()
    return
  }
  response.writeHead(answer.status, { ...answer.headers, ...virtualDate(clock.now()) })
  response.end(answer.body)
}
