import { whatThereIs } from '@deploy-actions/action-kit'
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
    if (lookup.trusts.some((service) => service === '*' || service.startsWith('ecs-tasks.'))) {
      return []
    }
    return [
      {
        ...finding,
        problem: `ECS may not assume the role ${id}: its trust policy does not name ecs-tasks.amazonaws.com.`,
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
  return permissions.flatMap(({ permission, lookup, alsoAllowedBy }): readonly Finding[] => {
    const { role, actions } = permission
    if (lookup.kind === 'not-checked') {
      const what = `whether the execution role may ${actions.join(', ')}`
      return [{ kind: 'permission', place, ...notChecked(what, lookup) }]
    }
    return lookup.denials.map((denial): Finding => {
      const hasOwnPolicy =
        alsoAllowedBy === 'secret' ? resourcePolicies.get(denial.resource) : alsoAllowedBy
      const mayBeAllowed = !denial.isExplicit && Boolean(hasOwnPolicy)
      return mayBeAllowed && alsoAllowedBy !== undefined
        ? unread({ role, ...denial }, place, alsoAllowedBy)
        : denied({ role, ...denial }, place)
    })
  })
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
  return JSON.stringify({ Effect: 'Allow', Action: action, Resource: resource })
}

interface DeniedAction {
  readonly role: string
  readonly action: string
  readonly resource: string
  readonly isExplicit: boolean
}

/** A permission that a role of the task has not. */
export function denied(
  { role, action, resource, isExplicit }: DeniedAction,
  place: Finding['place'],
): Finding {
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
