import type { IncomingHttpHeaders } from 'node:http'
import type { Operation, Protocol, ServiceDefinition } from '../protocol/operation.ts'

/** A call as it came through the wire. */
export interface HttpCall {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A call with its operation, if the simulator has it. */
export interface Call {
  readonly operationName: string
  readonly protocol: Protocol
  readonly service: ServiceDefinition | undefined
  readonly operation: Operation | undefined
  readonly input: unknown
  readonly isSigned: boolean
}

/** Finds out what a request calls: by its `X-Amz-Target`, or by the `Action` of a form. */
export function parseCall(http: HttpCall, services: readonly ServiceDefinition[]): Call {
  const isSigned = http.headers.authorization !== undefined
  const target = http.headers['x-amz-target']
  if (typeof target === 'string') {
    const [prefix = '', operationName = ''] = target.split('.')
    return {
      ...find(services, { protocol: 'json', target: prefix, operationName }),
      input: parseJson(http.body),
      isSigned,
    }
  }
  const {
    Action: operationName = '',
    Version: version = '',
    ...input
  } = Object.fromEntries(new URLSearchParams(http.body))
  return {
    ...find(services, { protocol: 'query', target: version, operationName }),
    input,
    isSigned,
  }
}

function find(
  services: readonly ServiceDefinition[],
  wanted: { protocol: Protocol; target: string; operationName: string },
) {
  const { protocol, target, operationName } = wanted
  const service = services.find(
    (candidate) => candidate.protocol === protocol && candidate.target === target,
  )
  const operation = service?.operations.find(({ name }) => name === operationName)
  return { operationName, protocol, service, operation }
}

/** What is no JSON is refused later, as a value of the wrong type. */
function parseJson(body: string): unknown {
  if (body === '') return {}
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}
