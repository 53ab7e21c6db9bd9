import type { Cloud } from '../cloud/cloud.ts'
import type { ServiceDefinition } from '../protocol/operation.ts'
import { deletionOperations } from './deletion-operations.ts'
import { secretsManagerPermissions } from './permissions.ts'
import { policyOperations } from './policy-operations.ts'
import { readOperations } from './read-operations.ts'
import { stageOperations } from './stage-operations.ts'
import { tagOperations } from './tag-operations.ts'
import { writeOperations } from './write-operations.ts'

/** AWS Secrets Manager, without rotation by functions and without replicas. */
export function createSecretsManager(cloud: Cloud): ServiceDefinition {
  return {
    target: 'secretsmanager',
    protocol: 'json',
    parameterError: 'ValidationException',
    permissions: secretsManagerPermissions(cloud),
    operations: [
      ...readOperations(cloud),
      ...writeOperations(cloud),
      ...stageOperations(cloud),
      ...deletionOperations(cloud),
      ...tagOperations(cloud),
      ...policyOperations(cloud),
    ],
  }
}
