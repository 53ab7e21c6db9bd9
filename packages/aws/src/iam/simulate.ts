import type { ContextEntry, EvaluationResult, ResourceSpecificResult } from '@aws-sdk/client-iam'
import { findArn } from '../arn.ts'
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
  /** Keys that conditions of the policies ask for and that only a real request has: with them it may be allowed. */
  readonly missingContext: readonly string[]
}

/** What of a permission the role has not, by IAM's own simulation of its policies. */
export type PermissionLookup =
  | { readonly kind: 'simulated'; readonly denials: readonly Denial[] }
  | NotChecked

/**
 * Asks IAM whether the policies of a role allow what is wanted, with what is known of the request: who makes it, and
 * the region and the account of each resource. Policies of the resources themselves are not looked at: what they
 * allow is missing here. Throws only when the run is cancelled.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
 */
export function simulatePermission(
  context: LookupContext,
  permission: Permission,
): Promise<PermissionLookup> {
  return attemptCheck(async () => {
    const byPlace = Map.groupBy(permission.resources, placeOf)
    const results = [...byPlace.values()].map((resources) =>
      simulate(context, { ...permission, resources }),
    )
    return { kind: 'simulated', denials: (await Promise.all(results)).flat().flatMap(denialsOf) }
  })
}

/** A simulation has one region and one account for all of its resources. */
function placeOf(resource: string): string {
  const { region = '', account = '' } = findArn(resource) ?? {}
  return `${region} ${account}`
}

async function simulate(
  { clients, signal }: LookupContext,
  permission: Permission,
): Promise<readonly EvaluationResult[]> {
  const { SimulatePrincipalPolicyCommand } = await import('@aws-sdk/client-iam')
  const client = await clients.iam()
  const { role, actions, resources } = permission
  const results: EvaluationResult[] = []
  let marker: string | undefined
  do {
    const command = new SimulatePrincipalPolicyCommand({
      PolicySourceArn: role,
      ActionNames: [...actions],
      ResourceArns: [...resources],
      ContextEntries: [...contextOf(permission)],
      Marker: marker,
    })
    const answer = await call(client, command, { signal, resource: role })
    results.push(...(answer.EvaluationResults ?? []))
    marker = answer.IsTruncated ? answer.Marker : undefined
  } while (marker !== undefined)
  return results
}

/**
 * What is known of the request before it is made.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
function contextOf({ role, resources, context }: Permission): readonly ContextEntry[] {
  const { region, account } = findArn(resources[0] ?? '') ?? {}
  const known = {
    'aws:PrincipalArn': role,
    'aws:PrincipalAccount': findArn(role)?.account,
    'aws:RequestedRegion': region,
    'aws:ResourceAccount': account,
    ...context,
  }
  const texts = Object.entries(known).flatMap(([key, value]): readonly ContextEntry[] =>
    value ? [{ ContextKeyName: key, ContextKeyType: 'string', ContextKeyValues: [value] }] : [],
  )
  const isSecure: ContextEntry = {
    ContextKeyName: 'aws:SecureTransport',
    ContextKeyType: 'boolean',
    ContextKeyValues: ['true'],
  }
  return [...texts, isSecure]
}

/** With several resources, the decision on each stands in a list of its own. */
function denialsOf({
  EvalActionName: action = '',
  ResourceSpecificResults: each = [],
  ...result
}: EvaluationResult): readonly Denial[] {
  const { MissingContextValues: missing = [] } = result
  const whole: ResourceSpecificResult = {
    EvalResourceName: result.EvalResourceName,
    EvalResourceDecision: result.EvalDecision,
  }
  return (each.length > 0 ? each : [whole]).flatMap((one): readonly Denial[] => {
    const { EvalResourceName: resource = '*', EvalResourceDecision: decision } = one
    if (decision === 'allowed') return []
    const missingContext = [...new Set([...(one.MissingContextValues ?? []), ...missing])]
    return [{ action, resource, isExplicit: decision === 'explicitDeny', missingContext }]
  })
}
