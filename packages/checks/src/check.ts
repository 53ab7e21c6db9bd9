import type { Expectations } from './expectations/expectations.ts'
import type { Address } from './http/address.ts'

/** One health check. A new kind of check is a new member, and a row in `attempt.ts`. */
export type Check = HttpCheck

/** A check over HTTP or HTTPS: what is sent, and what is expected of the answer. */
export interface HttpCheck {
  readonly kind: 'http'
  /** Unique among the checks of a run. */
  readonly name: string
  readonly request: HttpRequest
  readonly expected: Expectations
}

/** What a check sends. Header values, body and credentials are secret: they are never printed. */
export interface HttpRequest {
  readonly url: URL
  readonly method: string
  /** Names as the user wrote them. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: string | undefined
  /** `user:password`. */
  readonly basicAuth: string | undefined
  readonly followRedirects: boolean
  /** Host name to the address that is called in its place. */
  readonly resolve: ReadonlyMap<string, Address>
}

/** An address as it may be printed: without user name, password, query and fragment. */
export function shownUrl(url: URL): string {
  return `${url.origin}${url.pathname}`
}
