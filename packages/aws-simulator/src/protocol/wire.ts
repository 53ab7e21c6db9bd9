import type { AwsError } from './aws-error.ts'
import { encodeOutput } from './encode.ts'
import type { Operation, Protocol } from './operation.ts'
import { xmlOutput } from './xml-output.ts'
import { xmlElement, xmlText } from './xml.ts'

/** An answer ready to be sent. */
export interface WireAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

interface Wire {
  success(operation: Operation, output: unknown, requestId: string): WireAnswer
  failure(error: AwsError, requestId: string): WireAnswer
}

const json: Wire = {
  success(operation, output, requestId) {
    const body = JSON.stringify(encodeOutput(operation.output, output) ?? {})
    return { status: 200, headers: jsonHeaders(requestId), body }
  },
  failure(error, requestId) {
    const body = JSON.stringify({ __type: error.name, message: error.message, ...error.members })
    const headers = { ...jsonHeaders(requestId), 'x-amzn-ErrorType': error.name }
    return { status: error.status, headers, body }
  },
}

const query: Wire = {
  success(operation, output, requestId) {
    const { name, output: schema } = operation
    const result = schema.isUnitSchema()
      ? ''
      : xmlElement(`${name}Result`, xmlOutput(schema, output ?? {}))
    const metadata = xmlElement('ResponseMetadata', xmlElement('RequestId', requestId))
    const body = xmlElement(`${name}Response`, result + metadata)
    return { status: 200, headers: xmlHeaders(requestId), body }
  },
  failure(error, requestId) {
    const type = error.status < 500 ? 'Sender' : 'Receiver'
    const detail: Record<string, unknown> = {
      Type: type,
      Code: error.name,
      Message: error.message,
      ...error.members,
    }
    const elements = Object.entries(detail).map(([name, value]) =>
      xmlElement(name, xmlText(String(value))),
    )
    const request = xmlElement('RequestId', requestId)
    const body = xmlElement('ErrorResponse', xmlElement('Error', elements.join('')) + request)
    return { status: error.status, headers: xmlHeaders(requestId), body }
  },
}

/** How each protocol writes answers and errors. */
export const wires: Readonly<Record<Protocol, Wire>> = { json, query }

function jsonHeaders(requestId: string): Record<string, string> {
  return { 'Content-Type': 'application/x-amz-json-1.1', 'x-amzn-RequestId': requestId }
}

function xmlHeaders(requestId: string): Record<string, string> {
  return { 'Content-Type': 'text/xml', 'x-amzn-RequestId': requestId }
}
