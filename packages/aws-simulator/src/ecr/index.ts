import type { Cloud } from '../cloud/cloud.ts'
import type { Operation, ServiceDefinition } from '../protocol/operation.ts'
import { getAuthorizationToken } from './authorization.ts'
import { batchGetImage } from './batch-get-image.ts'
import { EcrRegistry } from './ecr-registry.ts'
import { imageOperations } from './image-operations.ts'
import { layerOperations } from './layer-operations.ts'
import { lifecycleOperations } from './lifecycle-operations.ts'
import { ecrPermissions } from './permissions.ts'
import { pullThroughCacheOperations } from './pull-through-cache.ts'
import { putImage } from './put-image.ts'
import { repositoryOperations } from './repository-operations.ts'

/** Amazon ECR: its API; what docker speaks to it is in `registry/`. Images of a world are in many Regions. */
export function createEcr(cloud: Cloud): ServiceDefinition {
  return {
    target: 'AmazonEC2ContainerRegistry_V20150921',
    protocol: 'json',
    parameterError: 'InvalidParameterException',
    permissions: ecrPermissions(cloud),
    operations: operationsOf(new EcrRegistry(cloud)).map((own, index) => ({
      ...own,
      handle: (input, region, account) =>
        operationsOf(new EcrRegistry(cloud, region))[index]?.handle(input, region, account),
    })),
  }
}

function operationsOf(registry: EcrRegistry): readonly Operation[] {
  return [
    ...repositoryOperations(registry),
    ...imageOperations(registry),
    ...layerOperations(registry),
    ...lifecycleOperations(registry),
    ...pullThroughCacheOperations(registry),
    batchGetImage(registry),
    putImage(registry),
    getAuthorizationToken(registry),
  ]
}
