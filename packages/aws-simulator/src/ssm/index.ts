import type { Cloud } from '../cloud/cloud.ts'
import type { ServiceDefinition } from '../protocol/operation.ts'
import { readOperations } from './read-operations.ts'
import { ssmPermissions } from './permissions.ts'
import { tagOperations } from './tag-operations.ts'
import { writeOperations } from './write-operations.ts'

/** AWS Systems Manager, as far as its Parameter Store goes. */
export function createSsm(cloud: Cloud): ServiceDefinition {
  return {
    target: 'AmazonSSM',
    protocol: 'json',
    parameterError: 'ValidationException',
    permissions: ssmPermissions(cloud),
    operations: [...readOperations(cloud), ...writeOperations(cloud), ...tagOperations(cloud)],
  }
}
