import { NormalizedSchema } from '@smithy/core/schema'
import type { StaticOperationSchema } from '@smithy/types'
import type { Permissions } from '../iam/model/authorize.ts'

/** One operation of a service: its schemas and what it does. */
export interface Operation {
  readonly name: string
  readonly input: NormalizedSchema
  readonly output: NormalizedSchema
  /** `region` is the one that the call is for, where it says one; `assumedAccount` that of whose role it is made with. */
  readonly handle: (input: unknown, region?: string, assumedAccount?: string) => unknown
}

/** Which of AWS's wire protocols a service speaks. */
export type Protocol = 'json' | 'query'

/** A service of AWS as the server knows it. */
export interface ServiceDefinition {
  /** The part of `X-Amz-Target` before the dot; for the query protocol the API version. */
  readonly target: string
  readonly protocol: Protocol
  /** What the service calls a parameter that is missing or unknown. */
  readonly parameterError: string
  readonly operations: readonly Operation[]
  /** What its operations need to be allowed. Without it they need nothing. */
  readonly permissions?: Permissions
}

/** Whether an operation only looks, by AWS's names for such operations. */
export function readsOnly(operationName: string): boolean {
  return /^(?:BatchCheck|BatchGet|Describe|Filter|Get|List|Simulate)[A-Z]/.test(operationName)
}

/** Whether `pattern` means this operation: its name, or the beginning of it and a `*`. */
export function matchesOperation(pattern: string, operationName: string): boolean {
  if (!pattern.endsWith('*')) return pattern === operationName
  return operationName.startsWith(pattern.slice(0, -1))
}

/** Declares an operation by the SDK's schema; `handle` gets the input in the shape of the SDK's type. */
export function operation<Input, Output>(
  schema: StaticOperationSchema,
  handle: (input: Input, assumedAccount?: string) => Output,
): Operation {
  const [, , name, , input, output] = schema
  return {
    name,
    input: NormalizedSchema.of(input),
    output: NormalizedSchema.of(output),
    // The input has been checked by the very schema that the SDK's type comes from.
    handle: (decoded, _, assumedAccount) => handle(decoded as Input, assumedAccount),
  }
}
