import type { IncomingHttpHeaders } from 'node:http'
import type { Operation, Protocol, ServiceDefinition } from '../protocol/operation.ts'
import { findAssumedAccount } from '../sts/assumed-account.ts'
import { queryInput } from '../protocol/query-input.ts'

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
  /** The Region that the signature is for. */
  readonly region: string | undefined
  /** Of the role in another account as whom this is called. */
  readonly assumedAccount: string | undefined
}

/** Finds out what a request calls: by its `X-Amz-Target`, or by the `Action` of a form. */
export function parseCall(http: HttpCall, services: readonly ServiceDefinition[]): Call {
  const { authorization } = http.headers
  const isSigned = authorization !== undefined
  const [, key = '', region] = /Credential=([^/]*)\/\d+\/([^/]+)\//.exec(authorization ?? '') ?? []
  const assumedAccount = findAssumedAccount(key)
  const target = http.headers['x-amz-target']
  if (typeof target === 'string') {
    const [prefix = '', operationName = ''] = target.split('.')
    return {
      ...find(services, { protocol: 'json', target: prefix, operationName }),
      input: parseJson(http.body),
      isSigned,
      region,
      assumedAccount,
    }
  }
  const form = parseForm(new URLSearchParams(http.body), services)
  return { ...form, isSigned, region, assumedAccount }
}

/** A form without an operation that is known stays as it is. */
function parseForm(form: URLSearchParams, services: readonly ServiceDefinition[]) {
  const operationName = form.get('Action') ?? ''
  const target = form.get('Version') ?? ''
  const found = find(services, { protocol: 'query', target, operationName })
  const parameters = [...form].filter(([name]) => name !== 'Action' && name !== 'Version')
  const input =
    found.operation === undefined
      ? Object.fromEntries(parameters)
      : queryInput(found.operation.input, parameters)
  return { ...found, input }
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
