import { NotCheckedError } from '../not-checked.ts'
import type { Mirrors } from '../reference/mirrors.ts'
import { calledUrl } from './origins.ts'

/** A request as it is sent to a registry. */
export interface RegistryRequest {
  /** Who is asked, for messages. */
  readonly from: string
  readonly url: URL
  /** `GET` without it. */
  readonly method?: string | undefined
  readonly headers: Readonly<Record<string, string>>
  /** Sent to the origin of `url` and to no other. */
  readonly authorization?: string | undefined
  /** Where the registry answers that named `url`; without it `url` is its own. */
  readonly sender?: URL | undefined
  /** A stream is sent as it comes, once: no redirect is followed with it. */
  readonly body?: Uint8Array | AsyncIterable<Uint8Array> | undefined
}

const maximumRedirects = 5

/**
 * Sends a request and follows its redirects; the body of the answer is not read yet. Throws what fetch
 * throws, and a NotCheckedError for addresses that are not to be called.
 */
export async function follow(
  request: RegistryRequest,
  { mirrors, signal }: { readonly mirrors: Mirrors; readonly signal: AbortSignal },
): Promise<Response> {
  const first = calledUrl(request.url, mirrors, request.sender ?? request.url)
  let url = first
  for (let redirects = 0; redirects <= maximumRedirects; redirects++) {
    const response = await send(request, url, { isOwn: url.origin === first.origin, signal })
    const next = isReplayable(request) ? redirectOf(response, url) : null
    if (next === null) return response
    await response.body?.cancel()
    url = calledUrl(next, mirrors, request.sender ?? first)
  }
  throw new NotCheckedError({
    reason: 'unsupported',
    message: `${request.from} redirects again and again, more than ${maximumRedirects} times.`,
    remedy: 'Check that the name of the image leads to a container registry.',
  })
}

/** An address as it may be printed: the query of a download carries its permission. */
export function shownUrl(url: URL): string {
  return `${url.origin}${url.pathname}`
}

function send(
  { method = 'GET', headers, authorization, body }: RegistryRequest,
  url: URL,
  { isOwn, signal }: { readonly isOwn: boolean; readonly signal: AbortSignal },
): Promise<Response> {
  return fetch(url, {
    method,
    redirect: 'manual',
    signal,
    headers: {
      ...headers,
      'user-agent': 'deploy-actions',
      ...(authorization !== undefined && isOwn && { authorization }),
    },
    ...(body !== undefined && { body, duplex: 'half' }),
  })
}

function isReplayable({ body }: RegistryRequest): boolean {
  return body === undefined || body instanceof Uint8Array
}

function redirectOf({ status, headers }: Response, url: URL): URL | null {
  const location = headers.get('location')
  const isRedirect = [301, 302, 303, 307, 308].includes(status)
  return isRedirect && location !== null ? URL.parse(location, url.href) : null
}
