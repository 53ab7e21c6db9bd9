import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ClockAuthority } from '../../clock/authority.ts'
import type { Cloud } from '../../cloud/cloud.ts'
import { answerLater, HttpServer, readBytes, virtualDate } from '../../server/http-server.ts'
import type { RegistryGateway, RegistryOutcome } from './registry-gateway.ts'

export interface RegistryListenerOptions {
  readonly clock: ClockAuthority
  readonly cloud: Cloud
  readonly gateway: RegistryGateway
}

/** Listeners of registries; those that nobody can reach have an address only. */
export interface RegistryListeners {
  readonly servers: readonly HttpServer[]
  readonly urls: Readonly<Record<string, string>>
}

/** Nothing listens on this port of any machine, and browsers' rules do not forbid it. */
const unreachableUrl = 'http://127.0.0.1:2'

/** Starts one listener for each registry of the world. */
export async function startRegistries(
  hosts: readonly string[],
  options: RegistryListenerOptions,
): Promise<RegistryListeners> {
  const servers: HttpServer[] = []
  const urls: Record<string, string> = {}
  for (const host of hosts) {
    if (options.cloud.registries.get(host).isUnreachable) {
      urls[host] = unreachableUrl
      continue
    }
    const server: HttpServer = await HttpServer.listen({
      port: 0,
      handle: (request, response) =>
        answerRegistry(options, { host, origin: server.url }, [request, response]),
    })
    servers.push(server)
    urls[host] = server.url
  }
  return { servers, urls }
}

async function answerRegistry(
  { clock, cloud, gateway }: RegistryListenerOptions,
  at: { readonly host: string; readonly origin: string },
  [request, response]: readonly [IncomingMessage, ServerResponse],
): Promise<void> {
  const { headers } = request
  cloud.timeline.runUntil(clock.now())
  const received = gateway.receive({
    ...at,
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', at.origin),
    authorization: headers.authorization,
    accept: headers.accept ?? '',
    contentType: headers['content-type'],
    contentRange: headers['content-range'],
    range: headers.range,
  })
  if (received.cutAfterBytes !== undefined) {
    cutAfter(received.cutAfterBytes, request)
    return
  }
  const body = await readBytes(request)
  cloud.timeline.runUntil(clock.now())
  const outcome = received.answer(body)
  const version = { 'Docker-Distribution-Api-Version': 'registry/2.0' }
  await sendOutcome(clock, response, { ...outcome, extra: version })
}

/** Cuts the connection when so much of the body has arrived, or all of it. */
function cutAfter(bytes: number, request: IncomingMessage): void {
  let arrived = 0
  request.on('data', (chunk: Buffer) => {
    arrived += chunk.length
    if (arrived >= bytes) request.socket.resetAndDestroy()
  })
  request.on('end', () => request.socket.resetAndDestroy())
}

/** Sends what became of a request, when it is time. */
export async function sendOutcome(
  clock: ClockAuthority,
  response: ServerResponse,
  outcome: RegistryOutcome & { readonly extra?: Readonly<Record<string, string>> },
): Promise<void> {
  const { answer, isReset, delayMs, cutAfterBytes, extra = {} } = outcome
  if (delayMs > 0) await answerLater(clock, response, delayMs)
  if (isReset && cutAfterBytes === undefined) {
    response.req.socket.resetAndDestroy()
    return
  }
  const length = { 'Content-Length': String(answer.body.length) }
  // A status without content has no length either.
  const size = answer.status === 204 ? {} : length
  response.writeHead(answer.status, {
    ...extra,
    ...answer.headers,
    ...size,
    ...virtualDate(clock.now()),
  })
  if (cutAfterBytes !== undefined) {
    response.write(answer.body.subarray(0, cutAfterBytes), () => response.req.socket.destroy())
    return
  }
  response.end(response.req.method === 'HEAD' ? undefined : answer.body)
}
