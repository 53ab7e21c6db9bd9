import type { Cloud } from '../../cloud/cloud.ts'
import { findReferenceFault } from '../../ecs/model/task-secrets.ts'
import { imageConfigurationOf, type ServiceConfiguration } from './configuration.ts'

/** Finds what keeps an instance from its secrets and parameters, which it reads with its own role when it starts. */
export function findSecretsFault(
  cloud: Cloud,
  configuration: ServiceConfiguration,
  instanceId: string,
): string | undefined {
  const { RuntimeEnvironmentSecrets: secrets = {} } = imageConfigurationOf(configuration)
  const role = { arn: configuration.instance.InstanceRoleArn, taskId: instanceId }
  for (const reference of Object.values(secrets)) {
    const fault = findReferenceFault(reference, cloud, role)
    if (fault !== undefined) return fault
  }
  return undefined
}
