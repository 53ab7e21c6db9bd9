import type {
  CapacityProviderStrategyItem,
  CreateServiceRequest,
  DeploymentConfiguration,
  DeploymentRolloutState,
  Rollback,
  ServiceDeploymentRollbackMonitorsStatus,
  ServiceDeploymentStatus,
  Tag,
} from '@aws-sdk/client-ecs'
import type { ClusterState } from './clusters.ts'
import type { AlarmWatch } from './deployment-alarms.ts'
import type { Task } from './task.ts'
import type { TaskDefinitionState } from './task-definitions.ts'

/** The part of a service whose change starts a deployment, besides the task definition. */
export type RevisionSettings = Pick<
  CreateServiceRequest,
  | 'capacityProviderStrategy'
  | 'launchType'
  | 'loadBalancers'
  | 'networkConfiguration'
  | 'platformVersion'
  | 'serviceConnectConfiguration'
  | 'serviceRegistries'
  | 'volumeConfigurations'
  | 'vpcLatticeConfigurations'
>

/** The part of a service that can change without a deployment. */
export type ServiceSettings = Pick<
  CreateServiceRequest,
  | 'availabilityZoneRebalancing'
  | 'enableECSManagedTags'
  | 'enableExecuteCommand'
  | 'healthCheckGracePeriodSeconds'
  | 'placementConstraints'
  | 'placementStrategy'
  | 'propagateTags'
  | 'role'
>

/** A snapshot of what a service is to run. */
export interface RevisionState {
  readonly arn: string
  readonly createdAt: Date
  readonly taskDefinition: TaskDefinitionState
  readonly settings: RevisionSettings
  /** Digests that ECS found when the first task pulled its images, by container. */
  readonly digests: Map<string, string>
}

/** A deployment as `DescribeServices` lists it: one revision and the tasks that run it. */
export interface DeploymentState {
  /** `ecs-svc/…`, also the `startedBy` of its tasks. */
  readonly id: string
  readonly revision: RevisionState
  readonly createdAt: Date
  readonly serviceDeployment: ServiceDeploymentState
  readonly isRollback: boolean
  status: 'PRIMARY' | 'ACTIVE'
  rolloutState: DeploymentRolloutState
  rolloutStateReason: string
  updatedAt: Date
  /** Whether the scheduler may start tasks for it. */
  isOpen: boolean
  /** Tasks that failed since one was healthy. */
  failedTasks: number
  /** No task is started before this moment, after too many failures. */
  startsAfterMs: number
  /** When it has been watched long enough; undefined until its tasks are in place. */
  bakedAtMs?: number
}

/** A service deployment: how one request to deploy fares, rollback included. */
export interface ServiceDeploymentState {
  readonly arn: string
  readonly createdAt: Date
  readonly sources: readonly RevisionState[]
  readonly target: RevisionState
  readonly configuration: DeploymentConfiguration
  status: ServiceDeploymentStatus
  statusReason?: string
  startedAt?: Date
  finishedAt?: Date
  stoppedAt?: Date
  updatedAt: Date
  rollback?: Rollback
  breaker: {
    status: ServiceDeploymentRollbackMonitorsStatus
    failureCount: number
    readonly threshold: number
  }
  readonly alarms: AlarmWatch
}

export interface ServiceEventState {
  readonly id: string
  readonly createdAt: Date
  readonly message: string
}

export interface ServiceState {
  readonly name: string
  readonly arn: string
  readonly cluster: ClusterState
  readonly createdAt: Date
  /** The request that made it: the same again makes nothing. */
  readonly createdWith: CreateServiceRequest
  status: 'ACTIVE' | 'DRAINING' | 'INACTIVE'
  desiredCount: number
  deploymentConfiguration: DeploymentConfiguration
  settings: ServiceSettings
  /** What was set without a deployment: it holds for new tasks until the next revision. */
  capacityProviderStrategy: CapacityProviderStrategyItem[] | undefined
  tags: readonly Tag[]
  /** The PRIMARY first. */
  deployments: DeploymentState[]
  /** The oldest first. */
  readonly serviceDeployments: ServiceDeploymentState[]
  readonly revisions: RevisionState[]
  /** The oldest first, at most a hundred. */
  readonly events: ServiceEventState[]
  /** Every task that can still be described. */
  readonly tasks: Set<Task>
  /** The deployment that completed last: what a rollback goes back to. */
  lastCompleted: DeploymentState | undefined
  isSteady: boolean
}

const running: ReadonlySet<ServiceDeploymentStatus> = new Set([
  'PENDING',
  'IN_PROGRESS',
  'STOP_REQUESTED',
  'ROLLBACK_REQUESTED',
  'ROLLBACK_IN_PROGRESS',
])

/** Whether a service deployment can still change. */
export function isUnderWay({ status }: ServiceDeploymentState): boolean {
  return running.has(status)
}

/** The deployment that the service is to have; there is always one. */
export function primaryOf(service: ServiceState): DeploymentState {
  const primary = service.deployments.find(({ status }) => status === 'PRIMARY')
  if (primary === undefined) throw new Error(`${service.arn} has no PRIMARY deployment.`)
  return primary
}

/** The tasks that a deployment started, also those that have stopped and are remembered. */
export function tasksOf(service: ServiceState, deployment: DeploymentState): readonly Task[] {
  return [...service.tasks].filter(({ request }) => request.startedBy === deployment.id)
}

/**
 * Whether the scheduler counts a task as its own still: what it has stopped it replaces at once, what
 * has ended by itself only when it is STOPPED.
 */
export function isLive(task: Task): boolean {
  if (task.desiredStatus === 'RUNNING') return true
  return task.lastStatus !== 'STOPPED' && task.stopCode !== 'ServiceSchedulerInitiated'
}
