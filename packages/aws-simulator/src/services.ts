import type { Cloud } from './cloud/cloud.ts'
import { createEcs } from './ecs/index.ts'
import type { EcsModel } from './ecs/model/ecs.ts'
import { createLogs } from './logs/index.ts'
import type { ServiceDefinition } from './protocol/operation.ts'
import { createSts } from './sts/index.ts'

/** Every service that the simulator plays: a new one is a folder and a line here. */
export function createServices(cloud: Cloud): {
  definitions: readonly ServiceDefinition[]
  ecs: EcsModel
} {
  const ecs = createEcs(cloud)
  return { definitions: [ecs.definition, createLogs(cloud), createSts(cloud)], ecs: ecs.model }
}
