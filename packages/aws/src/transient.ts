import { isThrottling } from './errors.ts'

/** Errors of the network, as Node and the SDK's HTTP handler name them. */
const networkErrors = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'TimeoutError',
  'NetworkingError',
])

/**
 * Whether the same call may well succeed a little later: AWS throttled it, failed itself (5xx), or
 * the network broke. A refusal is none of these.
 */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (isThrottling(error) || networkErrors.has(error.name)) return true
  if ('code' in error && networkErrors.has(String(error.code))) return true
  return statusOf(error) >= 500 || isTransient(error.cause)
}

/** The HTTP status that the SDK keeps with a service's exception; 0 where there is none. */
function statusOf(error: Error): number {
  const metadata: unknown = '$metadata' in error ? error.$metadata : undefined
  if (typeof metadata !== 'object' || metadata === null) return 0
  return 'httpStatusCode' in metadata ? Number(metadata.httpStatusCode) : 0
}
