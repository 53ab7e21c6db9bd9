import type {
  LaunchType,
  LoadBalancer,
  NetworkConfiguration,
  Tag,
  TaskOverride,
} from '@aws-sdk/client-ecs'
import type { DrawnFault } from '../../cloud/task-faults.ts'
import type { ContainerInstance } from './container-instance.ts'
import type { TaskDefinitionState } from './task-definitions.ts'

/** What a task is to be, before it has a place. */
export interface WantedTask {
  readonly clusterName: string
  readonly clusterArn: string
  readonly definition: TaskDefinitionState
  readonly group: string
  readonly startedBy: string | undefined
  readonly launchType: LaunchType
  readonly capacityProviderName?: string | undefined
  readonly platformVersion: string
  readonly networkConfiguration?: NetworkConfiguration | undefined
  /** Digests that its revision has found already, by container. */
  readonly digests?: ReadonlyMap<string, string> | undefined
  readonly loadBalancers?: readonly LoadBalancer[] | undefined
  readonly overrides?: TaskOverride | undefined
  readonly tags?: readonly Tag[] | undefined
  readonly enableExecuteCommand?: boolean | undefined
}

/** What a task is started with. */
export interface TaskRequest extends WantedTask {
  /** Where it runs, on EC2. */
  readonly instance?: ContainerInstance | undefined
  /** What will befall it for no fault of its own. */
  readonly faults?: readonly DrawnFault[] | undefined
}
