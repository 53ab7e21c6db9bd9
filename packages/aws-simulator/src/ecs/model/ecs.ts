import type { Cloud } from '../../cloud/cloud.ts'
import { Clusters } from './clusters.ts'
import { Scheduler } from './scheduler.ts'
import { TaskDefinitions } from './task-definitions.ts'

/** All that ECS keeps of one account. */
export interface EcsModel {
  readonly cloud: Cloud
  readonly clusters: Clusters
  readonly taskDefinitions: TaskDefinitions
  readonly scheduler: Scheduler
}

/** An empty ECS of an account. */
export function createEcsModel(cloud: Cloud): EcsModel {
  return {
    cloud,
    clusters: new Clusters(cloud),
    taskDefinitions: new TaskDefinitions(cloud),
    scheduler: new Scheduler(cloud),
  }
}
