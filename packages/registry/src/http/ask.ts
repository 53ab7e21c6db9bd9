import type { Attempt } from '../attempt.ts'
import { NotCheckedError } from '../not-checked.ts'
import type { Mirrors } from '../reference/mirrors.ts'
import { follow, shownUrl, type RegistryRequest } from './follow.ts'
import { networkFailure, serverFailure, throttled } from './network-failure.ts'
import { calledUrl } from './origins.ts'
import { persist, type Setback } from './persist.ts'
import { readBody } from './read-body.ts'
import { parseRetryAfter } from './retry-after.ts'

/** A request that may be sent again. */
export interface AskRequest extends RegistryRequest {
  readonly body?: Uint8Array | undefined
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

/**
 * Makes a request, again with growing pauses while the registry is throttling, failing or not there.
 * Throws a NotCheckedError when that lasts, or would last longer than the attempt.
 */
export function ask(request: AskRequest, transport: Transport): Promise<Answer> {
  return persist(() => tryOnce(request, transport), transport.attempt)
}

/** What it means that a registry answered that it can do nothing now; undefined for all other answers. */
export function setbackIn(
  from: string,
  { status, headers }: Pick<Answer, 'status' | 'headers'>,
): Setback | undefined {
  if (status >= 500) return serverFailure(from, status)
  if (status !== 429) return undefined
  const retryAfterMs = parseRetryAfter(headers.get('retry-after'))
  return { ...throttled(from, retryAfterMs), retryAfterMs }
}

async function tryOnce(request: AskRequest, transport: Transport): Promise<Answer | Setback> {
  const { attempt, mirrors } = transport
  const { from, url, sender, method = 'GET' } = request
  try {
    const response = await follow(request, { mirrors, signal: attempt.signal })
    const { status, headers } = response
    const answer = { status, headers, body: await readBody(response) }
    const called = calledUrl(url, mirrors, sender ?? url)
    attempt.log.debug(`${method} ${shownUrl(called)}: ${status}`)
    return setbackIn(from, answer) ?? answer
  } catch (error) {
    if (error instanceof NotCheckedError) throw error
    attempt.signal.throwIfAborted()
    return networkFailure(from, error)
  }
}
