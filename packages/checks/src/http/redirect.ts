import type { Message } from './exchange.ts'
import type { NoAnswerCause } from './no-answer.ts'

/** A redirect that is not followed. */
export interface Unfollowable {
  readonly cause: NoAnswerCause
}

const redirects = new Set([301, 302, 303, 307, 308])

/** Headers that say nothing about whoever sends them. */
const harmless = new Set(['accept', 'accept-encoding', 'accept-language', 'user-agent'])

/** Whether an answer asks to go elsewhere. */
export function isRedirect(status: number, headers: ReadonlyMap<string, string>): boolean {
  return redirects.has(status) && headers.has('location')
}

/**
 * The request that a redirect asks for. Another origin gets no credentials, no header that the user
 * set except harmless ones, and no body. POST becomes GET where browsers do so.
 * https://fetch.spec.whatwg.org/#http-redirect-fetch
 */
export function redirected(
  message: Message,
  status: number,
  location: string,
): Message | Unfollowable {
  const url = URL.parse(location, message.url.href)
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    return { cause: 'redirect-address' }
  const elsewhere = url.origin !== message.url.origin
  const keepsBody = !becomesGet(message.method, status)
  if (elsewhere && keepsBody && message.body !== undefined) return { cause: 'redirect-body' }
  const body = keepsBody ? message.body : undefined
  const method = keepsBody ? message.method : 'GET'
  const headers = [...message.headers].filter(([name]) => {
    if (elsewhere) return harmless.has(name.toLowerCase())
    return keepsBody || !name.toLowerCase().startsWith('content-')
  })
  return { url, method, body, headers: new Map(headers), address: undefined }
}

function becomesGet(method: string, status: number): boolean {
  if (status === 303) return method !== 'GET' && method !== 'HEAD'
  return (status === 301 || status === 302) && method === 'POST'
}
