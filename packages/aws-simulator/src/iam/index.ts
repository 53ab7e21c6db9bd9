import type { Cloud } from '../cloud/cloud.ts'
import type { ServiceDefinition } from '../protocol/operation.ts'
import { roleOperations } from './operations/role-operations.ts'
import { simulationOperations } from './operations/simulate-policy.ts'
import { iamPermissions } from './permissions.ts'

/** AWS IAM: the roles of the world, and the policy simulator. */
export function createIam(cloud: Cloud): ServiceDefinition {
  return {
    target: '2010-05-08',
    protocol: 'query',
    parameterError: 'ValidationError',
    permissions: iamPermissions(cloud),
    operations: [...roleOperations(cloud), ...simulationOperations(cloud)],
  }
}
