import { sleep } from '@deploy-actions/action-kit'
import type { Attempt } from '../attempt.ts'
import { NotCheckedError } from '../not-checked.ts'
import type { Mirrors } from '../reference/mirrors.ts'
import { serverFailure, networkFailure, throttled, type Failure } from './network-failure.ts'
import { calledUrl } from './origins.ts'
import { readBody } from './read-body.ts'

/** What is asked for. */
export interface GetRequest {
  /** Who is asked, for messages. */
  readonly from: string
  readonly url: URL
  readonly accept: string
  /** Sent to the origin of `url` and to no other. */
  readonly authorization?: string | undefined
  /** Where the registry answers that named `url`; without it `url` is its own. */
  readonly sender?: URL
}

/** A complete answer, after redirects. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: Uint8Array
}

/** How requests are made. */
export interface Transport {
  readonly mirrors: Mirrors
  readonly attempt: Attempt
  /** Nobody wants to know more of an image than its digest. */
  readonly isDigestEnough?: boolean | undefined
}

const maximumTries = 5
const maximumRedirects = 5

/**
 * Makes a GET request, again with growing pauses while the registry is throttling, failing or not there.
 * Throws a NotCheckedError when that lasts, or would last longer than the attempt.
 */
export async function get(request: GetRequest, transport: Transport): Promise<Answer> {
  const { attempt } = transport
  for (let tries = 1; ; tries++) {
    const outcome = await tryOnce(request, transport)
    if ('status' in outcome) return outcome
    const { notChecked, isTransient, retryAfterMs } = outcome
    const delayMs = retryAfterMs ?? 250 * 2 ** (tries - 1)
    const isTooLate = Date.now() + delayMs >= attempt.deadline
    if (!isTransient || tries === maximumTries || isTooLate) throw new NotCheckedError(notChecked)
    attempt.remember(notChecked)
    await sleep(delayMs, attempt.signal)
  }
}

type Outcome = Answer | (Failure & { readonly retryAfterMs?: number | undefined })

async function tryOnce(request: GetRequest, transport: Transport): Promise<Outcome> {
  const { attempt, mirrors } = transport
  const { from } = request
  try {
    const first = calledUrl(request.url, mirrors, request.sender ?? request.url)
    const answer = await follow(first, request, transport)
    attempt.log.debug(`GET ${shown(first)}: ${answer.status}`)
    if (answer.status >= 500) return serverFailure(from, answer.status)
    if (answer.status !== 429) return answer
    const retryAfterMs = parseRetryAfter(answer.headers.get('retry-after'))
    return { ...throttled(from, retryAfterMs), retryAfterMs }
  } catch (error) {
    if (error instanceof NotCheckedError) throw error
    attempt.signal.throwIfAborted()
    return networkFailure(from, error)
  }
}

async function follow(
  first: URL,
  request: GetRequest,
  { mirrors, attempt }: Transport,
): Promise<Answer> {
  let url = first
  const { origin } = first
  for (let redirects = 0; redirects <= maximumRedirects; redirects++) {
    const response = await fetch(url, {
      redirect: 'manual',
      signal: attempt.signal,
      headers: {
        accept: request.accept,
        'user-agent': 'deploy-actions',
        ...(request.authorization !== undefined &&
          url.origin === origin && { authorization: request.authorization }),
      },
    })
    const body = await readBody(response)
    const location = response.headers.get('location')
    const isRedirect = [301, 302, 303, 307, 308].includes(response.status)
    const next = isRedirect && location !== null ? URL.parse(location, url.href) : null
    if (next === null) return { status: response.status, headers: response.headers, body }
    url = calledUrl(next, mirrors, request.sender ?? first)
  }
  throw new NotCheckedError({
    reason: 'unsupported',
    message: `${request.from} redirects again and again, more than ${maximumRedirects} times.`,
    remedy: 'Check that the name of the image leads to a container registry.',
  })
}

/** Milliseconds that a Retry-After header asks for, in seconds or as a date; undefined for none. */
function parseRetryAfter(value: string | null): number | undefined {
  if (value === null) return undefined
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000
  const moment = Date.parse(value)
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - Date.now())
}

/** An address as it may be printed: the query of a download carries its permission. */
function shown(url: URL): string {
  return `${url.origin}${url.pathname}`
}
