import type { Limits } from '../attempt.ts'
import type { HttpRequest } from '../check.ts'
import type { Fetched } from './answer.ts'
import { exchange, type Message } from './exchange.ts'
import type { NoAnswerCause } from './no-answer.ts'
import { isRedirect, redirected } from './redirect.ts'

const maximumRedirects = 10

/**
 * Sends the request of a check and follows redirects where it says so. The time-out covers all of it.
 * Whatever the other side does is a result; it throws only the reason of `signal` when that is aborted.
 */
export async function fetchAnswer(
  request: HttpRequest,
  { timeoutMs, signal }: Limits,
): Promise<Fetched> {
  const timeout = new AbortController()
  const timer = setTimeout(() => timeout.abort(), timeoutMs)
  try {
    const fetched = await follow(request, AbortSignal.any([signal, timeout.signal]))
    signal.throwIfAborted()
    return fetched
  } finally {
    clearTimeout(timer)
  }
}

async function follow(request: HttpRequest, signal: AbortSignal): Promise<Fetched> {
  const start = performance.now()
  let message = firstMessage(request)
  let certificateEndsAt: number | undefined
  const failed = (cause: NoAnswerCause, code = ''): Fetched => {
    const afterMs = performance.now() - start
    return { kind: 'no-answer', cause, code, host: calledHost(message), afterMs }
  }
  for (let redirects = 0; redirects <= maximumRedirects; redirects++) {
    const exchanged = await exchange(message, signal)
    if (exchanged.kind === 'no-answer') return failed(exchanged.cause, exchanged.code)
    certificateEndsAt = earlier(certificateEndsAt, exchanged.certificateEndsAt)
    const location = exchanged.headers.get('location')
    const goesOn = request.followRedirects && isRedirect(exchanged.status, exchanged.headers)
    if (!goesOn || location === undefined) {
      return { ...exchanged, certificateEndsAt, latencyMs: performance.now() - start }
    }
    const next = redirected(message, exchanged.status, location)
    if ('cause' in next) return failed(next.cause)
    message = { ...next, address: request.resolve.get(next.url.hostname) }
  }
  return failed('redirects')
}

function firstMessage({ url, method, headers, body, basicAuth, resolve }: HttpRequest): Message {
  const sent = new Map([
    ['accept', '*/*'],
    ['accept-encoding', 'identity'],
    ['user-agent', 'deploy-actions'],
  ])
  for (const [name, value] of headers) sent.set(name.toLowerCase(), value)
  if (basicAuth !== undefined) sent.set('authorization', `Basic ${base64(basicAuth)}`)
  return { url, method, headers: sent, body, address: resolve.get(url.hostname) }
}

function calledHost({ url, address }: Message): string {
  if (address === undefined) return url.host
  const port = address.port === undefined ? '' : `:${address.port}`
  return `${url.host} at ${address.host}${port}`
}

function earlier(one: number | undefined, other: number | undefined): number | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return Math.min(one, other)
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}
