import type { Client, Command, MetadataBearer } from '@smithy/types'
import { aroundSigning, correctClockOnce } from './clock-skew.ts'
import { explainAwsError } from './errors.ts'
import { refuseUnknownHost } from './unknown-host.ts'

/** Where a call goes and under which conditions. */
export interface CallOptions {
  readonly signal: AbortSignal
  /** What the call is about, for the statement that is shown when the role may not make it. */
  readonly resource?: string
}

/**
 * Sends one command, under the run's signal. Throws an ActionError (`access-denied`, `input`,
 * `service-error`) whose cause is the exception of AWS, or the run's CancelledError.
 */
export async function call<
  ClientInput extends object,
  ClientOutput extends MetadataBearer,
  Config,
  Input extends ClientInput,
  Output extends ClientOutput,
>(
  client: Client<ClientInput, ClientOutput, Config> & {
    readonly config: { readonly serviceId: string }
  },
  command: Command<ClientInput, Input, ClientOutput, Output, Config>,
  { signal, resource = '*' }: CallOptions,
): Promise<Output> {
  command.middlewareStack.add(refuseUnknownHost(client), {
    step: 'finalizeRequest',
    priority: 'low',
    name: 'refuseUnknownHost',
    override: true,
  })
  command.middlewareStack.addRelativeTo(correctClockOnce(), aroundSigning)
  try {
    return await unlessAborted(client.send(command, { abortSignal: signal }), signal)
  } catch (error) {
    const operation = command.constructor.name.replace(/Command$/, '')
    const service = client.config.serviceId
    const prefix = iamPrefixes[service] ?? service.toLowerCase()
    throw explainAwsError(error, { iamAction: `${prefix}:${operation}`, resource })
  }
}

/** Where the prefix of IAM actions is not the service's id in lower case. */
const iamPrefixes: Readonly<Record<string, string>> = {
  'CloudWatch Logs': 'logs',
  'Elastic Load Balancing v2': 'elasticloadbalancing',
  'Secrets Manager': 'secretsmanager',
}

/** The SDK sleeps its back-off to the end, twenty seconds at times, whatever happens meanwhile. */
async function unlessAborted<T>(sent: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const onAbort = (): void => reject(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  // What comes after the end is nobody's.
  sent.catch(() => undefined)
  try {
    return await Promise.race([sent, aborted])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}
