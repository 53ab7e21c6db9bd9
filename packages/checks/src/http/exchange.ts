import * as http from 'node:http'
import * as https from 'node:https'
import { isIP } from 'node:net'
import { TLSSocket } from 'node:tls'
import type { Address } from './address.ts'
import { causeOfCode, timeoutCauses, type NoAnswerCause, type Phase } from './no-answer.ts'

/** One request, to one address. */
export interface Message {
  readonly url: URL
  readonly method: string
  readonly headers: ReadonlyMap<string, string>
  readonly body: string | undefined
  /** Where to connect in place of the URL's host. */
  readonly address: Address | undefined
}

/** One answer, or why there is none. */
export type Exchanged =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly headers: ReadonlyMap<string, string>
      readonly body: string
      readonly truncated: boolean
      readonly certificateEndsAt: number | undefined
    }
  | { readonly kind: 'no-answer'; readonly cause: NoAnswerCause; readonly code: string }

/** More of a body is not read: what a health check says is short. */
const maximumBodyBytes = 1024 * 1024

/**
 * Sends one request on a connection of its own and reads the answer, at most 1 MiB of its body.
 * It never throws: when `signal` is aborted, the result tells how far the exchange got.
 */
export async function exchange(message: Message, signal: AbortSignal): Promise<Exchanged> {
  let phase: Phase = 'connecting'
  try {
    const outgoing = open(message, signal)
    outgoing.once('socket', (socket) => {
      const connected = message.url.protocol === 'https:' ? 'secureConnect' : 'connect'
      socket.once(connected, () => (phase = 'waiting'))
    })
    const incoming = await response(outgoing)
    phase = 'reading'
    const certificateEndsAt = certificateEnd(incoming.socket)
    const body = await readBody(incoming)
    return {
      kind: 'answer',
      status: incoming.statusCode ?? 0,
      headers: joinedHeaders(incoming.headers),
      ...body,
      certificateEndsAt,
    }
  } catch (error) {
    if (signal.aborted) return { kind: 'no-answer', cause: timeoutCauses[phase], code: '' }
    const code = codeOf(error)
    return { kind: 'no-answer', cause: causeOfCode(code), code }
  }
}

function open(
  { url, method, headers, body, address }: Message,
  signal: AbortSignal,
): http.ClientRequest {
  const hostname = url.hostname.replace(/^\[|\]$/g, '')
  const options: https.RequestOptions = {
    method,
    signal,
    path: `${url.pathname}${url.search}`,
    host: address?.host ?? hostname,
    // The host is named here because Node would name the address instead. Every attempt opens its
    // own connection: names, targets and certificates are looked at anew.
    headers: { host: url.host, ...Object.fromEntries(headers), connection: 'close' },
  }
  const port = address?.port ?? url.port
  if (port !== '') options.port = port
  if (isIP(hostname) === 0) options.servername = hostname
  const outgoing = url.protocol === 'https:' ? https.request(options) : http.request(options)
  outgoing.end(body)
  return outgoing
}

function response(outgoing: http.ClientRequest): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    outgoing.once('response', resolve)
    // It stays when the response is there: an error while the body is read is the body's to tell.
    outgoing.on('error', reject)
    outgoing.once('close', () => reject(new Error('The connection was closed without an answer.')))
  })
}

async function readBody(
  incoming: http.IncomingMessage,
): Promise<{ body: string; truncated: boolean }> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    // no encoding is set: buffers
    chunks.push(chunk)
    size += chunk.byteLength
    if (size > maximumBodyBytes) break
  }
  const bytes = Buffer.concat(chunks).subarray(0, maximumBodyBytes)
  return { body: bytes.toString('utf8'), truncated: size > maximumBodyBytes }
}

function certificateEnd(socket: unknown): number | undefined {
  if (!(socket instanceof TLSSocket)) return undefined
  const end = Date.parse(socket.getPeerCertificate().valid_to)
  return Number.isNaN(end) ? undefined : end
}

function joinedHeaders(headers: http.IncomingHttpHeaders): ReadonlyMap<string, string> {
  const entries = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
  )
  return new Map(entries)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
