import { whatThereIs } from '@deploy-actions/action-kit'
import type { Denial } from '@deploy-actions/aws'
import type { Definition } from '../task-definition/index.ts'
import type { References, UsedLogGroup, UsedRole } from './collect.ts'
import { logGroupId, type Facts } from './facts.ts'
import { notChecked, type Finding } from './finding.ts'
import { atTop, type Placed } from './places.ts'

/** What is wrong with the log groups that containers write to. */
export function judgeLogGroups(
  used: readonly Placed<UsedLogGroup>[],
  { logGroups }: Facts,
): readonly Finding[] {
  return used.flatMap(({ value: { name, region }, place }): readonly Finding[] => {
    const lookup = logGroups.get(logGroupId(name, region))
    if (lookup === undefined || lookup.kind === 'found') return []
    if (lookup.kind === 'not-checked') {
      return [{ kind: 'log-group', place, ...notChecked(`the log group ${name}`, lookup) }]
    }
    return [
      {
        kind: 'log-group',
        severity: 'error',
        place,
        problem: `There is no log group ${name}${region === undefined ? '' : ` in ${region}`}.`,
        instead: lookup.instead.trim(),
        remedy:
          "Create it, or set the option awslogs-create-group to 'true' and allow the execution role logs:CreateLogGroup.",
      },
    ]
  })
}

/** How trust policies name the tasks of ECS; `*` is everybody. */
const tasks: ReadonlySet<string> = new Set([
  'ecs-tasks.amazonaws.com',
  'ecs-tasks.amazonaws.com.cn',
  '*',
])

/** What is wrong with the roles of a task. */
export function judgeRoles(
  used: readonly Placed<UsedRole>[],
  { roles }: Facts,
): readonly Finding[] {
  return used.flatMap(({ value: { id }, place }): readonly Finding[] => {
    const lookup = roles.get(id)
    if (lookup === undefined) return []
    if (lookup.kind === 'not-checked') {
      return [{ kind: 'role', place, ...notChecked(`the role ${id}`, lookup) }]
    }
    const finding = { kind: 'role', severity: 'error', place } as const
    if (lookup.kind === 'missing') {
      const problem = `There is no role ${id} in this account.`
      const remedy = 'Create it, or correct the ARN: account, path and name have to be right.'
      return [{ ...finding, problem, instead: lookup.instead, remedy }]
    }
    if (lookup.trusts.some((service) => tasks.has(service))) return []
    return [
      {
        ...finding,
        problem: `ECS may not assume the role ${id}: its trust policy does not let ecs-tasks.amazonaws.com do that.`,
        instead: whatThereIs('ecs-tasks.amazonaws.com', lookup.trusts).trim(),
        remedy:
          'Allow sts:AssumeRole to the service ecs-tasks.amazonaws.com in the trust policy of the role.',
      },
    ]
  })
}

/** What the execution role may not do, without which no task starts. */
export function judgePermissions(
  definition: Definition,
  references: References,
  { permissions, resourcePolicies }: Facts,
): readonly Finding[] {
  const place = atTop(definition, 'executionRoleArn')
  const found = permissions.flatMap(({ permission, lookup, alsoAllowedBy }): readonly Finding[] => {
    const { role, actions } = permission
    if (lookup.kind === 'not-checked') {
      const what = `whether the execution role may ${actions.join(', ')}`
      return [{ kind: 'permission', place, ...notChecked(what, lookup) }]
    }
    return lookup.denials.map((denial): Finding => {
      const hasOwnPolicy =
        alsoAllowedBy === 'secret' ? resourcePolicies.get(denial.resource) : alsoAllowedBy
      const isUndecided = denial.isExplicit || denial.missingContext.length > 0
      const mayBeAllowed = !isUndecided && Boolean(hasOwnPolicy)
      return mayBeAllowed && alsoAllowedBy !== undefined
        ? unread({ role, ...denial }, place, alsoAllowedBy)
        : denied({ role, ...denial }, place)
    })
  })
  // Streams of one log group are granted together, as is the login to the registries of several regions.
  return [...new Map(found.map((finding) => [finding.problem, finding])).values()]
}

/** A policy that is not the role's may allow it, and nobody has read that. */
function unread(
  { role, action, resource }: DeniedAction,
  place: Finding['place'],
  owner: string,
): Finding {
  return {
    kind: 'permission',
    place,
    severity: 'not-checked',
    problem: `No policy of ${role} allows ${action} on ${resource}; the policy of the ${owner} may, and was not read.`,
    instead: '',
    remedy: `See that the policy of the ${owner} names the role, or add this statement to the policy of the role: ${statementFor(action, resource)}`,
  }
}

function statementFor(action: string, resource: string): string {
  return JSON.stringify({ Effect: 'Allow', Action: action, Resource: grantedAs(resource) })
}

/** The streams of a log group as a policy names them: what was asked about is one of a task that is not there yet. */
function grantedAs(resource: string): string {
  return resource.replace(/^(arn:[\w-]+:logs:.*:log-stream:).*$/, '$1*')
}

interface DeniedAction extends Denial {
  readonly role: string
}

/** A permission that a role of the task has not, or of which only a real request can tell. */
export function denied(denial: DeniedAction, place: Finding['place']): Finding {
  const { role, action, isExplicit, missingContext } = denial
  if (missingContext.length > 0) return conditional(denial, place)
  const resource = grantedAs(denial.resource)
  return {
    kind: 'permission',
    severity: 'error',
    place,
    problem: isExplicit
      ? `A policy denies ${action} on ${resource} to the role ${role}.`
      : `No policy allows ${action} on ${resource} to the role ${role}.`,
    instead: '',
    remedy: isExplicit
      ? 'Change the statement with the effect Deny; no permission overrides it.'
      : `Add this statement to the policy of the role: ${statementFor(action, resource)}`,
  }
}

/** A condition decides it, by something that nobody knows before the request is made. */
function conditional(
  { role, action, resource, isExplicit, missingContext }: DeniedAction,
  place: Finding['place'],
): Finding {
  const keys = missingContext.join(', ')
  return {
    kind: 'permission',
    severity: 'not-checked',
    place,
    problem: `Whether ${role} may ${action} on ${grantedAs(resource)} depends on ${keys}, which only the request of the task has.`,
    instead: '',
    remedy: isExplicit
      ? `See that the conditions of the statement with the effect Deny let the tasks through.`
      : `See that the conditions of its policies fit the tasks; where none of them is about this, add this statement: ${statementFor(action, resource)}`,
  }
}
