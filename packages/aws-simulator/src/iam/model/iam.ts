import type { Arns } from '../../cloud/arns.ts'
import type { World } from '../../world/world.ts'
import {
  evaluate,
  evaluateForRole,
  mayAssume,
  type AccessRequest,
  type Decision,
} from '../policy/evaluate.ts'
import { parsePolicy } from '../policy/policy.ts'
import { refusalOf } from './refusal.ts'
import { createRole, everything, type Role } from './role.ts'

/** Whoever calls is a session of this role. */
export const callerRole = 'simulator'

/** The roles of the account, and what they may do. */
export class Iam {
  /** The role that every call is made with. */
  readonly caller: Role
  /** Whether whoever calls may do everything: nothing needs to be looked at then. */
  readonly isCallerFree: boolean
  readonly #arns: Arns
  readonly #createdDate: Date
  readonly #roles: readonly Role[]
  readonly #areListed: boolean

  constructor(arns: Arns, { roles, caller }: Pick<World, 'roles' | 'caller'>, now: Date) {
    this.#arns = arns
    this.#createdDate = now
    this.#areListed = roles !== undefined
    this.isCallerFree = caller === undefined
    const arnOf = (name: string, path = '/') => arns.global('iam', `role${path}${name}`)
    this.#roles = (roles ?? []).map((role) =>
      createRole(role, arnOf(role.roleName, role.path), now),
    )
    const policies = caller?.policies ?? [everything]
    this.caller = createRole({ roleName: callerRole, policies }, arnOf(callerRole), now)
  }

  /** Finds a role by its ARN; where the world lists none, every role is there and may do everything. */
  findRole(arn: string): Role | undefined {
    const found = [...this.#roles, this.caller].find((role) => role.arn === arn)
    if (found !== undefined || this.#areListed) return found
    const [, path = '/', name] = /^arn:[^:]+:iam::\d{12}:role(\/(?:.+\/)?)([^/]+)$/.exec(arn) ?? []
    if (name === undefined) return undefined
    return createRole({ roleName: name, path, policies: [everything] }, arn, this.#createdDate)
  }

  /** Finds a role of this account by its name alone. */
  findRoleByName(name: string): Role | undefined {
    const found = [...this.#roles, this.caller].find((role) => role.name === name)
    return found ?? this.findRole(this.#arns.global('iam', `role/${name}`))
  }

  /** Whether there is such a role and its policies allow the action on the resource. */
  allows(roleArn: string, action: string, resource: string): boolean {
    const role = this.findRole(roleArn)
    return role !== undefined && this.refusal(role, '', { action, resource }) === undefined
  }

  /** What AWS says when a session of the role is not allowed something; undefined when it is. */
  refusal(role: Role, session: string, request: AccessRequest): string | undefined {
    const decision = decisionOn(role, request)
    if (decision === 'allowed') return undefined
    const arn = this.#arns.global('sts', `assumed-role/${role.name}/${session}`)
    return refusalOf(arn, request, decision)
  }

  /** Whether tasks of ECS get the role: it is there, and its trust policy lets them assume it. */
  isForTasks(roleArn: string): boolean {
    return this.#trusts(roleArn, 'ecs-tasks.amazonaws.com', this.#arns.of('ecs', '*'))
  }

  /** Whether App Runner gets the role, to fetch images (`build`) or for its instances (`tasks`). */
  isForAppRunner(roleArn: string, purpose: 'build' | 'tasks'): boolean {
    const service = `${purpose}.apprunner.amazonaws.com`
    return this.#trusts(roleArn, service, this.#arns.of('apprunner', 'service/*'))
  }

  #trusts(roleArn: string, service: string, sourceArn: string): boolean {
    const context = new Map([
      ['aws:sourceaccount', [this.#arns.account]],
      ['aws:sourcearn', [sourceArn]],
    ])
    const role = this.findRole(roleArn)
    return role !== undefined && mayAssume(role.trust, service, context)
  }
}

/** By the policies of the role and that of the resource: one that denies decides, then one that allows. */
function decisionOn(role: Role, request: AccessRequest): Decision {
  const policies = role.policies.map(({ policy }) => policy)
  const { decision } = evaluate(policies, request)
  if (request.resourcePolicy === undefined || decision === 'explicitDeny') return decision
  const policy = parsePolicy(JSON.parse(request.resourcePolicy))
  const ofResource = evaluateForRole(policy, role.arn, request)
  return ofResource === 'implicitDeny' ? decision : ofResource
}
