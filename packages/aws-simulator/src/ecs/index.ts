import type { Cloud } from '../cloud/cloud.ts'
import type { ServiceDefinition } from '../protocol/operation.ts'
import { ecsPermissions } from './permissions.ts'
import { createEcsModel, type EcsModel } from './model/ecs.ts'
import { clusterOperations } from './operations/cluster-operations.ts'
import { serviceDeploymentOperations } from './operations/service-deployment-operations.ts'
import { serviceOperations } from './operations/service-operations.ts'
import { tagOperations } from './operations/tag-operations.ts'
import { taskDefinitionOperations } from './operations/task-definition-operations.ts'
import { taskOperations } from './operations/task-operations.ts'

/** Amazon ECS: what the server speaks, and the model behind it. */
export function createEcs(cloud: Cloud): { definition: ServiceDefinition; model: EcsModel } {
  const model = createEcsModel(cloud)
  const definition: ServiceDefinition = {
    target: 'AmazonEC2ContainerServiceV20141113',
    protocol: 'json',
    parameterError: 'InvalidParameterException',
    permissions: ecsPermissions(model),
    operations: [
      ...clusterOperations(model),
      ...taskDefinitionOperations(model),
      ...serviceOperations(model),
      ...serviceDeploymentOperations(model),
      ...taskOperations(model),
      ...tagOperations(model),
    ],
  }
  return { definition, model }
}
