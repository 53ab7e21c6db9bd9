import type { Cloud } from '../cloud/cloud.ts'
import type { ServiceDefinition } from '../protocol/operation.ts'
import type { WorldAppRunner } from '../world/world-app-runner.ts'
import { createAppRunnerModel, type AppRunnerModel } from './model/app-runner.ts'
import { readOperations } from './operations/read-operations.ts'
import { serviceOperations } from './operations/service-operations.ts'
import { sharedOperations } from './operations/shared-operations.ts'
import { tagOperations } from './operations/tag-operations.ts'
import { appRunnerPermissions } from './permissions.ts'

/** AWS App Runner, for services from images: what the server speaks, and the model behind it. */
export function createAppRunner(
  cloud: Cloud,
  world: WorldAppRunner = {},
): { readonly definition: ServiceDefinition; readonly model: AppRunnerModel } {
  const model = createAppRunnerModel(cloud, world)
  const definition: ServiceDefinition = {
    target: 'AppRunner',
    protocol: 'json',
    parameterError: 'InvalidRequestException',
    permissions: appRunnerPermissions(cloud),
    operations: [
      ...serviceOperations(model),
      ...readOperations(model),
      ...tagOperations(model.services),
      ...sharedOperations(model),
    ],
  }
  return { definition, model }
}
