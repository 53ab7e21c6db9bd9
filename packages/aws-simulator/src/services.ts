import { createAppRunner } from './apprunner/index.ts'
import type { AppRunnerModel } from './apprunner/model/app-runner.ts'
import type { Cloud } from './cloud/cloud.ts'
import { createEcr } from './ecr/index.ts'
import { createCloudWatch } from './cloudwatch/index.ts'
import { createEcs } from './ecs/index.ts'
import type { EcsModel } from './ecs/model/ecs.ts'
import { createElb } from './elb/index.ts'
import { createIam } from './iam/index.ts'
import { createLogs } from './logs/index.ts'
import type { ServiceDefinition } from './protocol/operation.ts'
import { createSecretsManager } from './secrets-manager/index.ts'
import { createSsm } from './ssm/index.ts'
import { createSts } from './sts/index.ts'
import type { World } from './world/world.ts'

/** Every service that the simulator plays: a new one is a folder and a line here. */
export function createServices(
  cloud: Cloud,
  world: World,
): {
  definitions: readonly ServiceDefinition[]
  ecs: EcsModel
  appRunner: AppRunnerModel
} {
  const ecs = createEcs(cloud)
  const appRunner = createAppRunner(cloud, world.appRunner)
  return {
    definitions: [
      ecs.definition,
      createEcr(cloud),
      createLogs(cloud),
      createSts(cloud),
      createSecretsManager(cloud),
      createSsm(cloud),
      createIam(cloud),
      createElb(cloud),
      createCloudWatch(cloud),
      appRunner.definition,
    ],
    ecs: ecs.model,
    appRunner: appRunner.model,
  }
}
