import type { EvaluationResult } from '@aws-sdk/client-iam'
import { call } from '../call.ts'
import type { LookupContext } from '../lookup-context.ts'
import { attemptCheck, type NotChecked } from '../not-checked.ts'

/** What a role is meant to be allowed. */
export interface Permission {
  readonly role: string
  readonly actions: readonly string[]
  /** ARNs, or `*`. */
  readonly resources: readonly string[]
  /** Keys of the request's context with their values, such as `iam:PassedToService`. */
  readonly context?: Readonly<Record<string, string>>
}

/** Something that a role may not do. */
export interface Denial {
  readonly action: string
  readonly resource: string
  /** A policy says so; otherwise none allows it. */
  readonly isExplicit: boolean
}

/** What of a permission the role has not, by IAM's own simulation of its policies. */
export type PermissionLookup =
  | { readonly kind: 'simulated'; readonly denials: readonly Denial[] }
  | NotChecked

/**
 * Asks IAM whether the policies of a role allow what is wanted. Policies of the resources themselves are
 * not looked at: what they allow is missing here. Throws only when the run is cancelled.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
 */
export function simulatePermission(
  { clients, signal }: LookupContext,
  { role, actions, resources, context = {} }: Permission,
): Promise<PermissionLookup> {
  return attemptCheck(async () => {
    const { SimulatePrincipalPolicyCommand } = await import('@aws-sdk/client-iam')
    const client = await clients.iam()
    const results: EvaluationResult[] = []
    let marker: string | undefined
    do {
      const command = new SimulatePrincipalPolicyCommand({
        PolicySourceArn: role,
        ActionNames: [...actions],
        ResourceArns: [...resources],
        ContextEntries: Object.entries(context).map(([key, value]) => ({
          ContextKeyName: key,
          ContextKeyType: 'string',
          ContextKeyValues: [value],
        })),
        Marker: marker,
      })
      const answer = await call(client, command, { signal, resource: role })
      results.push(...(answer.EvaluationResults ?? []))
      marker = answer.IsTruncated ? answer.Marker : undefined
    } while (marker !== undefined)
    return { kind: 'simulated', denials: results.flatMap(denialsOf) }
  })
}

/** With several resources, the decision on each stands in a list of its own. */
function denialsOf({
  EvalActionName: action = '',
  EvalResourceName,
  EvalDecision,
  ResourceSpecificResults: each = [],
}: EvaluationResult): readonly Denial[] {
  const decisions =
    each.length > 0
      ? each.map((one) => [one.EvalResourceName, one.EvalResourceDecision] as const)
      : [[EvalResourceName, EvalDecision] as const]
  return decisions.flatMap(([resource = '*', decision]) =>
    decision === 'allowed' ? [] : [{ action, resource, isExplicit: decision === 'explicitDeny' }],
  )
}
