import {
  GetRole$,
  GetRolePolicy$,
  ListAttachedRolePolicies$,
  ListRolePolicies$,
  type GetRolePolicyRequest,
  type GetRolePolicyResponse,
  type GetRoleRequest,
  type GetRoleResponse,
  type ListAttachedRolePoliciesRequest,
  type ListAttachedRolePoliciesResponse,
  type ListRolePoliciesRequest,
  type ListRolePoliciesResponse,
} from '@aws-sdk/client-iam'
import type { Cloud } from '../../cloud/cloud.ts'
import { operation, type Operation } from '../../protocol/operation.ts'
import type { Iam } from '../model/iam.ts'
import type { Role } from '../model/role.ts'
import { markedPage } from './marked-page.ts'
import { noSuchEntity } from './no-such-entity.ts'

/** Describe roles and their policies, all of which are inline. */
export function roleOperations({ iam }: Cloud): readonly Operation[] {
  return [
    operation(GetRole$, ({ RoleName }: GetRoleRequest): GetRoleResponse => {
      const role = requireRole(iam, RoleName)
      return {
        Role: {
          Path: role.path,
          RoleName: role.name,
          RoleId: role.id,
          Arn: role.arn,
          CreateDate: role.createdDate,
          AssumeRolePolicyDocument: encoded(role.trustDocument),
          MaxSessionDuration: 3600,
        },
      }
    }),
    operation(
      ListAttachedRolePolicies$,
      ({ RoleName }: ListAttachedRolePoliciesRequest): ListAttachedRolePoliciesResponse => {
        requireRole(iam, RoleName)
        return { AttachedPolicies: [], IsTruncated: false }
      },
    ),
    operation(ListRolePolicies$, (input: ListRolePoliciesRequest): ListRolePoliciesResponse => {
      const names = requireRole(iam, input.RoleName).policies.map(({ name }) => name)
      const { items, ...more } = markedPage(names, input)
      return { PolicyNames: items, ...more }
    }),
    operation(GetRolePolicy$, (input: GetRolePolicyRequest): GetRolePolicyResponse => {
      const role = requireRole(iam, input.RoleName)
      const found = role.policies.find(({ name }) => name === input.PolicyName)
      if (found === undefined) {
        throw noSuchEntity(`The role policy with name ${input.PolicyName} cannot be found.`)
      }
      return {
        RoleName: role.name,
        PolicyName: found.name,
        PolicyDocument: encoded(found.document),
      }
    }),
  ]
}

function requireRole(iam: Iam, name: string | undefined): Role {
  const role = iam.findRoleByName(name ?? '')
  if (role !== undefined) return role
  throw noSuchEntity(`The role with name ${name} cannot be found.`)
}

/** IAM answers documents as JSON, URL-encoded by RFC 3986. */
function encoded(document: object): string {
  return encodeURIComponent(JSON.stringify(document))
}
