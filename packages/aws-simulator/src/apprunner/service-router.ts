import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ClockAuthority } from '../clock/authority.ts'
import type { Cloud } from '../cloud/cloud.ts'
import type { ApplicationAnswer } from '../ecs/model/running-image.ts'
import { answerLater, virtualDate } from '../server/http-server.ts'
import { startMixedServer, type MixedServer } from '../server/mixed-server.ts'
import { portOf } from './model/configuration.ts'
import type { Services } from './model/services.ts'

/** What the router needs of the account. */
export interface ServiceRouterOptions {
  readonly clock: ClockAuthority
  readonly cloud: Cloud
  readonly services: Services
}

/** App Runner waits no longer for an application (developer guide, "Request timeout"). */
const requestTimeoutMs = 120_000

const certificates = new URL('../../certificates/', import.meta.url)

/** The certificate of all services, signed by itself: who asks them over HTTPS has to trust it. */
export const serviceCertificate = new URL('services.cert.pem', certificates)

/** Starts the listener of all services: each answers by the host of its address, over HTTP and HTTPS. */
export async function startServiceRouter(options: ServiceRouterOptions): Promise<MixedServer> {
  const { services } = options
  return startMixedServer({
    key: await readFile(new URL('services.key.pem', certificates)),
    cert: await readFile(serviceCertificate),
    isProxyFor: (host) => services.isAddress(host),
    handle: (request, response) => {
      answerRequest(options, request, response).catch((error: unknown) => {
        response.destroy(error instanceof Error ? error : new Error(String(error)))
      })
    },
  })
}

async function answerRequest(
  { clock, cloud, services }: ServiceRouterOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  request.resume()
  cloud.timeline.runUntil(clock.now())
  const host = (request.headers.host ?? '').replace(/:\d+$/, '')
  const { pathname } = new URL(request.url ?? '/', 'http://service')
  const answer = answerOf(services, host, pathname)
  if (answer === 'unreachable') {
    request.socket.destroy()
    return
  }
  const { status, headers, body, delayMs } = answer
  if (delayMs > 0) await answerLater(clock, response, delayMs)
  response.writeHead(status, { ...headers, ...virtualDate(clock.now()) })
  response.end(body)
}

/** A private service cannot be reached from here; what has no instance that listens is answered for by a proxy. */
function answerOf(
  services: Services,
  host: string,
  path: string,
): ApplicationAnswer | 'unreachable' {
  const service = services.findByHost(host)
  if (service === undefined) return proxyAnswer(404, '')
  const { network } = service.configuration
  if (network.IngressConfiguration?.IsPubliclyAccessible === false) return 'unreachable'
  const answer = service.instance?.answer(path, portOf(service.configuration))
  if (answer === undefined) return proxyAnswer(503, 'upstream connect error')
  if (answer.delayMs <= requestTimeoutMs) return answer
  return { ...proxyAnswer(504, 'upstream request timeout'), delayMs: requestTimeoutMs }
}

function proxyAnswer(status: number, body: string): ApplicationAnswer {
  return { status, body, delayMs: 0, headers: { Server: 'envoy' } }
}
