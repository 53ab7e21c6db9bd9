import type { Iam } from './iam.ts'
import { AwsError } from '../../protocol/aws-error.ts'
import type { Protocol } from '../../protocol/operation.ts'
import type { AccessRequest } from '../policy/evaluate.ts'

/** A permission that a call needs. */
export interface Need extends AccessRequest {
  /** What the service says instead of IAM's own sentence when it is missing. */
  readonly refusal?: string
}

/** What the operations of a service need. */
export interface Permissions {
  /** How IAM calls the service, such as `ecs`. */
  readonly prefix: string
  /** By operation. One that is not here needs the action of its own name on `*`. */
  readonly needs: Readonly<Record<string, (input: never) => readonly Need[]>>
}

const session = 'session'

/** What a call of an operation needs, by the table of its service. */
export function needsOf(
  { prefix, needs }: Permissions,
  operation: string,
  input: unknown,
): readonly Need[] {
  const known = Object.hasOwn(needs, operation) ? needs[operation] : undefined
  if (known === undefined) return [{ action: `${prefix}:${operation}`, resource: '*' }]
  // The input has been decoded by the operation's schema, which the type in the table comes from.
  return known(input as never)
}

/** Why whoever calls may not do what needs this; undefined when it is allowed. */
export function callerRefusal(iam: Iam, need: Need): string | undefined {
  if (iam.isCallerFree) return undefined
  const refusal = iam.refusal(iam.caller, session, need)
  return refusal === undefined ? undefined : (need.refusal ?? refusal)
}

/** Throws what a service answers to a call that needs what is not allowed. */
export function authorizeCall(iam: Iam, needs: readonly Need[], protocol: Protocol): void {
  for (const need of needs) {
    const refusal = callerRefusal(iam, need)
    if (refusal === undefined) continue
    if (protocol === 'query') throw new AwsError('AccessDenied', refusal, { status: 403 })
    throw new AwsError('AccessDeniedException', refusal)
  }
}
