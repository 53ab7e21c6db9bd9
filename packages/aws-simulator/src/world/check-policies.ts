import { parsePolicy, PolicyError } from '../iam/policy/policy.ts'
import type { SourcedWorld } from './load-world.ts'
import type { WorldPath } from './world-source.ts'

/** Throws a WorldError where a policy is none, or uses what the simulator does not play. */
export function checkPolicies(sourced: SourcedWorld): void {
  const { roles, caller } = sourced.world
  const names = new Set<string>()
  roles?.forEach(({ roleName, assumeRolePolicyDocument: trust, policies = [] }, index) => {
    const path = ['roles', index]
    if (names.has(roleName)) {
      throw sourced.source.error([...path, 'roleName'], `The role ${roleName} is there already.`)
    }
    names.add(roleName)
    if (trust !== undefined) check(sourced, trust, [...path, 'assumeRolePolicyDocument'])
    policies.forEach((policy, at) => check(sourced, policy, [...path, 'policies', at]))
  })
  sourced.world.secrets?.forEach(({ resourcePolicy: policy }, index) => {
    if (policy !== undefined) check(sourced, policy, ['secrets', index, 'resourcePolicy'])
  })
  caller?.policies.forEach((policy, at) => check(sourced, policy, ['caller', 'policies', at]))
}

function check({ source }: SourcedWorld, policy: unknown, path: WorldPath): void {
  try {
    parsePolicy(policy)
  } catch (error) {
    if (error instanceof PolicyError) throw source.error([...path, ...error.path], error.message)
    throw error
  }
}
