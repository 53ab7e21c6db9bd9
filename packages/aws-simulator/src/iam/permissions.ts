import type {
  GetRolePolicyRequest,
  GetRoleRequest,
  ListAttachedRolePoliciesRequest,
  ListRolePoliciesRequest,
  SimulatePrincipalPolicyRequest,
} from '@aws-sdk/client-iam'
import type { Cloud } from '../cloud/cloud.ts'
import type { Permissions } from './model/authorize.ts'

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html */
export function iamPermissions({ iam, arns }: Cloud): Permissions {
  const onRole = (operation: string, name: string | undefined) => {
    const resource = iam.findRoleByName(name ?? '')?.arn ?? arns.global('iam', `role/${name}`)
    return [{ action: `iam:${operation}`, resource }]
  }
  return {
    prefix: 'iam',
    needs: {
      GetRole: ({ RoleName }: GetRoleRequest) => onRole('GetRole', RoleName),
      ListAttachedRolePolicies: ({ RoleName }: ListAttachedRolePoliciesRequest) =>
        onRole('ListAttachedRolePolicies', RoleName),
      ListRolePolicies: ({ RoleName }: ListRolePoliciesRequest) =>
        onRole('ListRolePolicies', RoleName),
      GetRolePolicy: ({ RoleName }: GetRolePolicyRequest) => onRole('GetRolePolicy', RoleName),
      SimulatePrincipalPolicy: ({
        PolicySourceArn: resource = '*',
      }: SimulatePrincipalPolicyRequest) => [{ action: 'iam:SimulatePrincipalPolicy', resource }],
    },
  }
}
