import { holds, type Context } from './condition.ts'
import { fits, fitsInAnyCase } from './pattern.ts'
import type { Policy, Selection, Statement } from './policy.ts'

/** Something that is to be done, as IAM sees it. */
export interface AccessRequest {
  /** Such as `ecs:UpdateService`. */
  readonly action: string
  /** An ARN, or `*` where the action is about no resource. */
  readonly resource: string
  readonly context?: Context
  /** The policy that the resource has of its own, as text. */
  readonly resourcePolicy?: string | undefined
}

export type Decision = 'allowed' | 'implicitDeny' | 'explicitDeny'

/** What policies say to a request, and by which of their statements (index of policy, of statement). */
export interface Verdict {
  readonly decision: Decision
  readonly matched: readonly { readonly policy: number; readonly statement: number }[]
}

const nothingKnown: Context = new Map()

/**
 * Evaluates identity-based policies: a statement that denies decides, then one that allows.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluate(policies: readonly Policy[], request: AccessRequest): Verdict {
  const matching = policies.flatMap(({ statements }, policy) =>
    statements.flatMap((one, statement) =>
      matches(one, request) ? [{ policy, statement, effect: one.effect }] : [],
    ),
  )
  const denying = matching.filter(({ effect }) => effect === 'Deny')
  const deciding = denying.length > 0 ? denying : matching
  const matched = deciding.map(({ policy, statement }) => ({ policy, statement }))
  if (denying.length > 0) return { decision: 'explicitDeny', matched }
  return { decision: matched.length > 0 ? 'allowed' : 'implicitDeny', matched }
}

function matches(statement: Statement, { action, resource, context }: AccessRequest): boolean {
  const { actions, resources, conditions } = statement
  if (!selects(actions, (pattern) => fitsInAnyCase(pattern, action))) return false
  if (resources !== undefined && !selects(resources, (pattern) => fits(pattern, resource))) {
    return false
  }
  return conditions.every((condition) => holds(condition, context ?? nothingKnown))
}

/** Whether a trust policy lets a service of AWS, such as `ecs-tasks.amazonaws.com`, assume its role. */
export function mayAssume({ statements }: Policy, service: string, context: Context): boolean {
  const request = { action: 'sts:AssumeRole', resource: '', context }
  const meant = statements.filter(
    (statement) => names(statement, service) && matches(statement, request),
  )
  return meant.length > 0 && meant.every(({ effect }) => effect === 'Allow')
}

/**
 * What the policy of a resource says to a role of the same account: it may allow by itself what no policy of
 * the role does.
 */
export function evaluateForRole(resourcePolicy: Policy, roleArn: string, request: AccessRequest) {
  const account = roleArn.split(':')[4] ?? ''
  const statements = resourcePolicy.statements.filter(({ principals }) =>
    [...principals.values()]
      .flat()
      .some((who) => who === '*' || who === roleArn || isRootOf(who, account)),
  )
  // A statement that names the account as a whole leaves it to the policies of its roles.
  const deciding = statements.filter(
    ({ effect, principals }) =>
      effect === 'Deny' || [...principals.values()].flat().some((who) => !isRootOf(who, account)),
  )
  return evaluate([{ statements: deciding }], request).decision
}

function isRootOf(principal: string, account: string): boolean {
  return principal === account || principal.endsWith(`::${account}:root`)
}

function names({ principals }: Statement, service: string): boolean {
  return principals.has('*') || (principals.get('Service') ?? []).includes(service)
}

function selects({ patterns, isInverted }: Selection, isMet: (pattern: string) => boolean) {
  return patterns.some(isMet) !== isInverted
}
