import { ActionError } from '@deploy-actions/action-kit'
import type { FinalizeRequestMiddleware } from '@smithy/types'

/** An `input` error: DNS does not know the host of a call. */
export class UnknownHostError extends ActionError {}

/** Clients whose host was found once: when it is not found later, that passes. */
const found = new WeakSet<object>()

/**
 * Ends a call at once when DNS does not know the host: a region that does not exist has none, and the
 * SDK would ask for half a minute. It stands inside of the SDK's retries. Throws an UnknownHostError
 * without a cause, since the SDK retries by the cause as well.
 */
export function refuseUnknownHost<Input extends object, Output extends object>(
  client: object,
): FinalizeRequestMiddleware<Input, Output> {
  return (next) => async (args) => {
    try {
      const result = await next(args)
      found.add(client)
      return result
    } catch (error) {
      if (isHostUnknown(error) && !found.has(client)) throw unknownHost(error)
      if (!isHostUnknown(error)) found.add(client)
      throw error
    }
  }
}

function isHostUnknown(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === 'ENOTFOUND'
}

function unknownHost(error: Error): UnknownHostError {
  const host = 'hostname' in error ? ` ${String(error.hostname)}` : ''
  return new UnknownHostError({
    code: 'input',
    message: `The host${host} does not exist: there is no such region, or the runner's DNS does not know it.`,
    remedy:
      'Correct the region, such as us-east-1: the input aws-region, or the environment variable AWS_REGION. When it is right, check AWS_ENDPOINT_URL and the DNS of the runner.',
  })
}
